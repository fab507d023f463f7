import type { Instant } from '../../model/instant'
import type { SendRecord } from './record'
import { readRecord, writeRecord } from './recordFile'
import { asideSuffix, type SendStorage, type StoredFile } from './storage'

/** Nothing was sent: it could not be recorded first, and what is not recorded may be lost or sent twice. */
export class OutboxError extends Error {
  override readonly name = 'OutboxError'

  constructor(cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause)
    super(`Nothing was sent: the send could not be recorded first (${why}). Make room or give access there, and send again.`, { cause })
  }
}

/** A file of the outbox that is no send to this version. It is kept. */
export interface Unreadable {
  readonly name: string
  readonly kind: 'newer' | 'broken'
}

export interface StoredSends {
  readonly records: readonly SendRecord[]
  /** By the id of what was claimed, the send that it was claimed for. */
  readonly claims: ReadonlyMap<string, string>
  readonly unreadable: readonly Unreadable[]
}

interface Loaded {
  readonly version: string
  /** `undefined` for a newer version’s, which is told once. */
  readonly record: SendRecord | undefined
}

const recordSuffix = '.json'
const nameOf = (id: string): string => `${id}${recordSuffix}`

/** A claim is a file that is named after what was claimed, and has the id of the send: it can be made once. */
const claimSuffix = '.claim'
const claimNameOf = (claimed: string): string => `${encodeURIComponent(claimed)}${claimSuffix}`

/** The sends of one connection in a storage, a file each. */
export class Outbox {
  readonly #storage: SendStorage
  /** What was read last: a file that was not written since is not read again. */
  #loaded: ReadonlyMap<string, Loaded> = new Map()

  /** By name. A claim never changes. */
  #claims: ReadonlyMap<string, string> = new Map()

  constructor(storage: SendStorage) {
    this.#storage = storage
  }

  /** Everything that is there, oldest first. A file that is broken is set aside, and told once. */
  async load(): Promise<StoredSends> {
    const unreadable: Unreadable[] = []
    const files = await this.#storage.list()
    const loaded = new Map<string, Loaded>()
    for (const { name, version } of files) {
      if (!name.endsWith(recordSuffix)) continue
      const held = this.#loaded.get(name)
      if (held?.version === version) {
        loaded.set(name, held)
        continue
      }
      const text = await this.#storage.read(name)
      if (text === undefined) continue
      const file = readRecord(text)
      if (file.kind === 'broken') await this.#storage.setAside(name)
      if (file.kind !== 'record') unreadable.push({ name: file.kind === 'broken' ? `${name}${asideSuffix}` : name, kind: file.kind })
      if (file.kind !== 'broken') loaded.set(name, { version, record: file.kind === 'record' ? file.record : undefined })
    }
    this.#loaded = loaded
    const claims = await this.#claimsIn(files)
    const records = [...loaded.values()].flatMap(({ record }) => record ?? [])
    return { records: records.sort((one, other) => one.startedAt - other.startedAt), claims, unreadable }
  }

  /** One send as it is recorded now; `undefined` when it is not there, or cannot be read. */
  async find(id: string): Promise<SendRecord | undefined> {
    const text = await this.#storage.read(nameOf(id))
    const file = text === undefined ? undefined : readRecord(text)
    return file?.kind === 'record' ? file.record : undefined
  }

  /** Records a send that is about to leave. Throws `OutboxError`: it must not leave then. */
  async prepare(record: SendRecord): Promise<void> {
    try {
      await this.put(record)
    } catch (error) {
      // It may be there all the same. Where it cannot be removed either, it is looked for, and said not to have arrived.
      await this.remove(record.id).catch(() => undefined)
      throw new OutboxError(error)
    }
  }

  put(record: SendRecord): Promise<void> {
    return this.#storage.write(nameOf(record.id), writeRecord(record))
  }

  /**
   * Claims something on the platform for a send. It stays claimed when the send is forgotten.
   * @returns whether it is that send’s now: of several windows one alone gets it
   */
  async claim(claimed: string, id: string): Promise<boolean> {
    const name = claimNameOf(claimed)
    return (await this.#storage.create(name, id)) || (await this.#storage.read(name)) === id
  }

  remove(id: string): Promise<void> {
    return this.#storage.remove(nameOf(id))
  }

  /** Removes the sends that began before a moment of this machine’s clock, and what cannot be read and was last written before it. */
  async removeOlderThan(moment: Instant): Promise<void> {
    for (const { name, writtenAt } of await this.#storage.list()) {
      const file = readRecord((await this.#storage.read(name)) ?? '')
      const age = file.kind === 'record' ? file.record.startedAt : writtenAt
      if (age < moment) await this.#storage.remove(name)
    }
  }

  clear(): Promise<void> {
    return this.#storage.clear()
  }

  async #claimsIn(files: readonly StoredFile[]): Promise<ReadonlyMap<string, string>> {
    const claims = new Map<string, string>()
    for (const { name } of files) {
      if (!name.endsWith(claimSuffix)) continue
      const id = this.#claims.get(name) ?? (await this.#storage.read(name))
      if (id !== undefined) claims.set(name, id)
    }
    this.#claims = claims
    return new Map([...claims].map(([name, id]) => [decodeURIComponent(name.slice(0, -claimSuffix.length)), id]))
  }
}
