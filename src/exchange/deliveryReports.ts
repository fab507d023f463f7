import { deliveryOf } from '../model/delivery'
import type { DeliveryReport } from './exchange'
import { fieldAt, isRecord, listAt, textAt } from './json'
import { withoutSecrets } from './secrets'

/** What the objects around a report say of its channel. */
interface Around {
  readonly messengerType: string | undefined
  readonly direction: string | undefined
}

/** Deeper than the platform nests anything. */
const deepest = 30

const safe = (text: string | undefined): string | undefined => text && withoutSecrets(text)

/** Words of `ConversationNormalizedMessage.status` that are no word of `MessageData.status`. */
const receiptWords = new Set(['Sent', 'Delivered', 'Read', 'Failed', 'Published', 'Removed'])

const isStatus = (status: string | undefined): status is string =>
  status !== undefined && (deliveryOf(status) !== 'unrecognised' || receiptWords.has(status))

const numberOrText = (value: unknown, key: string): string | undefined => {
  const held = fieldAt(value, key)
  return typeof held === 'number' ? String(held) : textAt(value, key)
}

/** The report that this object is; what it holds is not looked at. */
const reportOf = (value: Readonly<Record<string, unknown>>, around: Around): DeliveryReport | undefined => {
  const errorInfo = value['errorInfo']
  const [reason] = listAt(value, 'reasons')
  const sessionStatus = textAt(value, 'deliveryStatus')
  if (sessionStatus !== undefined)
    return { ...around, status: sessionStatus, code: undefined, text: safe(textAt(value, 'errorCodeDescription')) }
  const messageStatus = textAt(value, 'messageStatus')
  const status = messageStatus ?? textAt(value, 'status')
  const isMessage = isStatus(status) && ['messengerType', 'normalizedMessage', 'providerMessageId', 'textBody'].some((key) => key in value)
  const isReceipt = isStatus(status) && (textAt(value, 'type') === 'Receipt' || reason !== undefined || 'isFinalReceipt' in value)
  if (messageStatus === undefined && !isRecord(errorInfo) && !isMessage && !isReceipt) return undefined
  return {
    ...around,
    status,
    code: safe(numberOrText(errorInfo, 'code') ?? numberOrText(reason, 'code')),
    text: safe(textAt(errorInfo, 'message') ?? textAt(reason, 'message'))
  }
}

const aroundIn = (value: Readonly<Record<string, unknown>>, around: Around): Around => ({
  messengerType:
    textAt(value, 'messengerType') ??
    textAt(value, 'messageType') ??
    ('messages' in value ? textAt(value, 'type') : undefined) ??
    textAt(fieldAt(value, 'channel'), 'platform')?.toLowerCase() ??
    around.messengerType,
  direction: textAt(value, 'direction')?.toLowerCase() ?? around.direction
})

const collect = (value: unknown, around: Around, depth: number, reports: DeliveryReport[]): void => {
  if (depth > deepest) return
  if (Array.isArray(value)) for (const held of value) collect(held, around, depth + 1, reports)
  if (!isRecord(value)) return
  const inside = aroundIn(value, around)
  const report = reportOf(value, inside)
  if (report) reports.push(report)
  // What a report holds besides is of the same message: its receipts say more only when they failed.
  const before = reports.length
  for (const held of Object.values(value)) if (typeof held === 'object' && held !== null) collect(held, inside, depth + 1, reports)
  if (report && report.code === undefined && reports.length > before) {
    const [better] = reports.splice(before).filter(({ code, text }) => code !== undefined || text !== undefined)
    if (better) reports[before - 1] = { ...report, code: better.code, text: better.text }
  }
}

/** What a JSON value reports of deliveries, in order: MessageData, MessageDetails, conversations, receipts of open messaging, analytics sessions. */
export const deliveryReportsIn = (value: unknown): readonly DeliveryReport[] => {
  const reports: DeliveryReport[] = []
  collect(value, { messengerType: undefined, direction: undefined }, 0, reports)
  return reports
}

/** True for a report that says that the message was not delivered. Analytics writes `DeliveryFailed`. */
export const isFailedReport = ({ status }: DeliveryReport): boolean =>
  status === undefined || /failed$/i.test(status) || deliveryOf(status) === 'failed'

/** The reports worth explaining: those of failures when there are any, else the last one. */
export const reportsWorthExplaining = (reports: readonly DeliveryReport[]): readonly DeliveryReport[] => {
  const failed = reports.filter(isFailedReport)
  return failed.length > 0 ? failed : reports.slice(-1)
}
