import { known, unknown, type Fact } from '../model/fact'
import type { Instant } from '../model/instant'
import { PlatformError } from './platformError'

/** A fact from a read that may be refused: what cannot be read is unknown, with the reason. */
export const readFact = async <Value>(source: string, now: () => Instant, read: () => Promise<Value>): Promise<Fact<Value>> => {
  try {
    return known(await read(), { source, readAt: now() })
  } catch (error) {
    if (error instanceof PlatformError) return unknown(error.message, error.withheld)
    throw error
  }
}

/** A read that several may wait for at once. It is called off when everybody who waits for it has called it off. */
interface SharedRead<Value> {
  readonly result: Promise<Fact<Value>>
  readonly abort: AbortController
  waiting: number
  isAnswered: boolean
}

/** Reads a fact, until the signal aborts. `anew` reads it also where it is known already. */
export type Reading<Value> = (signal?: AbortSignal, anew?: 'anew') => Promise<Fact<Value>>

/** Reads something that hardly ever changes: once, and again only while it could not be read, or where it is asked for anew. */
export const onceKnown = <Value>(read: (signal: AbortSignal) => Promise<Fact<Value>>): Reading<Value> => {
  let shared: SharedRead<Value> | undefined

  const begin = (): SharedRead<Value> => {
    const abort = new AbortController()
    const begun: SharedRead<Value> = {
      abort,
      waiting: 0,
      isAnswered: false,
      result: read(abort.signal).then((result) => {
        begun.isAnswered = true
        if (!result.known && shared === begun) shared = undefined
        return result
      })
    }
    return begun
  }

  return (signal, anew) => {
    if (anew && shared?.isAnswered === true) shared = undefined
    const joined = (shared ??= begin())
    joined.waiting++
    signal?.addEventListener(
      'abort',
      () => {
        if (--joined.waiting > 0 || joined.isAnswered) return
        joined.abort.abort()
        // Who asks after this must not get the answer to a read that was called off.
        if (shared === joined) shared = undefined
      },
      { once: true }
    )
    return joined.result
  }
}
