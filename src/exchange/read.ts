import { deliveryReportsIn, isFailedReport } from './deliveryReports'
import type { Exchange } from './exchange'
import { curlFormat } from './formats/curl'
import { deliveryReportsFormat } from './formats/deliveryReports'
import { errorBodyFormat } from './formats/errorBody'
import { errorDumpFormat } from './formats/errorDump'
import type { Format } from './formats/format'
import { guestFramesFormat } from './formats/guestFrames'
import { harFormat } from './formats/har'
import { httpFileFormat } from './formats/httpFile'
import { logFormat, proseFormat } from './formats/log'
import { rawHttpFormat } from './formats/rawHttp'
import { sourceCodeFormat } from './formats/sourceCode'
import { withoutCopyMarks } from './pastedText'

export type PasteReading =
  | { readonly kind: 'exchanges'; readonly exchanges: readonly Exchange[] }
  | { readonly kind: 'empty' }
  /** Something that we know, but cut short. */
  | { readonly kind: 'incomplete'; readonly why: string }
  | { readonly kind: 'unrecognised' }

/** What people paste. The first that can make something of a text has it: those that are told more surely come first. */
const formats: readonly Format[] = [
  curlFormat,
  harFormat,
  errorDumpFormat,
  httpFileFormat,
  guestFramesFormat,
  logFormat,
  rawHttpFormat,
  deliveryReportsFormat,
  sourceCodeFormat,
  proseFormat,
  errorBodyFormat
]

/** A message that was read back says in a successful answer that it was not delivered. */
const withDelivery = (exchange: Exchange): Exchange => {
  const { response } = exchange
  if (exchange.delivery || response?.error || response?.body?.kind !== 'json') return exchange
  const failed = deliveryReportsIn(response.body.value).findLast(isFailedReport)
  return failed ? { ...exchange, delivery: failed } : exchange
}

/** Reads what somebody pasted, in any of the formats. Secrets are taken out as it is read. */
export const readPaste = (text: string): PasteReading => {
  const pasted = withoutCopyMarks(text).trim()
  if (pasted === '') return { kind: 'empty' }
  for (const format of formats) {
    if (!format.looksLike(pasted)) continue
    const reading = format.read(pasted)
    if (reading.kind === 'exchanges') return { kind: 'exchanges', exchanges: reading.exchanges.map(withDelivery) }
    if (reading.kind === 'incomplete') return reading
  }
  return { kind: 'unrecognised' }
}
