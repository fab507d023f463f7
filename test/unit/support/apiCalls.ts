import type { Api } from '../../../src/genesys/api'

/** The same calls, each made by way of `around`. */
const through = (api: Partial<Api>, around: (name: string, call: () => unknown) => unknown): Partial<Api> =>
  Object.fromEntries(
    Object.entries(api).map(([name, call]) => [
      name,
      (...args: never[]) => around(name, () => (call as (...given: never[]) => unknown)(...args))
    ])
  )

/** How often each of these was called. */
export const counting = (api: Partial<Api>): { readonly api: Partial<Api>; readonly calls: Record<string, number> } => {
  const calls: Record<string, number> = {}
  const counted = through(api, (name, call) => {
    calls[name] = (calls[name] ?? 0) + 1
    return call()
  })
  return { api: counted, calls }
}

/** Answers nothing until nobody asks any more, and then all at once: each time is a round trip. */
export const roundTrips = (api: Partial<Api>) => {
  let held: (() => void)[] = []
  const holding = through(api, async (_name, call) => {
    await new Promise<void>((resolve) => held.push(resolve))
    return call()
  })
  const until = async (done: Promise<unknown>): Promise<number> => {
    for (let trips = 0; ; trips++) {
      const nobodyAsks = new Promise<'held'>((resolve) => setImmediate(resolve, 'held'))
      if ((await Promise.race([done, nobodyAsks])) !== 'held') return trips
      const answered = held
      held = []
      for (const release of answered) release()
    }
  }
  return { api: holding, until }
}
