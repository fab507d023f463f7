import { createHash } from 'node:crypto'

/**
 * UUIDs that follow from a seed. Each comes from the seed and a name, not from a running random number, so that adding something to a
 * scenario leaves every other id as it was.
 */
export interface Ids {
  /** The next id of its kind: the first `message` of one seed is always the same. */
  next(kind: string): string
  /** Ids of their own, apart from all others. */
  within(name: string): Ids
}

/** The UUID that follows from a name. */
export const uuidOf = (name: string): string => {
  const bytes = createHash('sha256').update(name).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

const idsUnder = (prefix: string): Ids => {
  const counts = new Map<string, number>()
  return {
    next: (kind) => {
      const count = (counts.get(kind) ?? 0) + 1
      counts.set(kind, count)
      return uuidOf(`${prefix}/${kind}/${count}`)
    },
    within: (name) => idsUnder(`${prefix}/${name}`)
  }
}

/**
 * Ids for many things at once: the digits that tell them apart are counted, so that each costs next to nothing. They are unique while their
 * `name` is.
 */
export const numberedIds = (name: string): Ids => {
  const counts = new Map<string, { readonly start: string; count: number }>()
  return {
    next: (kind) => {
      const known = counts.get(kind) ?? { start: uuidOf(`${name}/${kind}`).slice(0, 24), count: 0 }
      if (known.count === 0) counts.set(kind, known)
      known.count += 1
      return known.start + known.count.toString(16).padStart(12, '0')
    },
    within: (inner) => numberedIds(`${name}/${inner}`)
  }
}

export const seededIds = (seed: number): Ids => idsUnder(`seed ${seed}`)
