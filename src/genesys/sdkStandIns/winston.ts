/** Stands in for the package `winston` inside the SDK’s bundle: the SDK’s own request log, which could hold tokens, is never written. */
class NoTransport {
  readonly silent = true
}

const noFormat = () => undefined

export const transports = { Console: NoTransport, File: NoTransport }

export const format = Object.assign(() => noFormat, { json: noFormat, simple: noFormat, combine: noFormat })

/** A logger without transports: the SDK then writes nothing. */
export const createLogger = () => ({ transports: [], add: noFormat })
