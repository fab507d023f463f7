import { known, unknown, type Fact } from '../model/fact'
import type { Instant } from '../model/instant'
import { PlatformError } from './platformError'

/** A fact from a read that may be refused: what cannot be read is unknown, with the reason. */
export const readFact = async <Value>(source: string, now: () => Instant, read: () => Promise<Value>): Promise<Fact<Value>> => {
  try {
    return known(await read(), { source, readAt: now() })
  } catch (error) {
    if (error instanceof PlatformError) return unknown(error.message)
    throw error
  }
}

/** Reads something that hardly ever changes: once, and again only while it could not be read. */
export const onceKnown = <Value>(read: () => Promise<Fact<Value>>): (() => Promise<Fact<Value>>) => {
  let reading: Promise<Fact<Value>> | undefined
  return () => {
    reading ??= read().then((result) => {
      if (!result.known) reading = undefined
      return result
    })
    return reading
  }
}
