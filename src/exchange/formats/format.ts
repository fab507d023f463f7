import type { Exchange } from '../exchange'

export type FormatReading =
  | { readonly kind: 'exchanges'; readonly exchanges: readonly Exchange[] }
  /** Of this format, but cut short. `why` is a sentence. */
  | { readonly kind: 'incomplete'; readonly why: string }
  /** Something else after all. */
  | { readonly kind: 'other' }

/** One way in which people write requests, answers and reports. */
export interface Format {
  readonly name: string
  /** Cheap, and may say yes too often. */
  readonly looksLike: (text: string) => boolean
  /** Reads all of the text. Linear in its length, and without secrets in what it returns. */
  readonly read: (text: string) => FormatReading
}

export const other: FormatReading = { kind: 'other' }

export const incomplete = (why: string): FormatReading => ({ kind: 'incomplete', why })

/** What was found; nothing means that it is another format. */
export const found = (exchanges: readonly Exchange[]): FormatReading => (exchanges.length === 0 ? other : { kind: 'exchanges', exchanges })
