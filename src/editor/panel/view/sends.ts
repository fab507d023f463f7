import * as vscode from 'vscode'
import { explain } from '../../../followUp/explain'
import { explainDelivery } from '../../../followUp/explainDelivery'
import { legsOf, type MessageRecord } from '../../../model/conversation'
import type { Delivery } from '../../../model/delivery'
import { formatInstant } from '../../../model/instant'
import type { Situation } from '../../../model/situation'
import { shownBy } from '../../../store/outbox/patience'
import type { AcceptedOutcome, Outcome, SendRecord, UnknownOutcome } from '../../../store/outbox/record'
import type { SendView, Tone } from '../../../webview/protocol'
import { refusedExchange } from '../refusedExchange'
import { findingView } from './findings'

const deliveryText = (delivery: Delivery, status: string): { readonly label: string; readonly tone: Tone } => {
  switch (delivery) {
    case 'queued':
      return { label: vscode.l10n.t('queued'), tone: 'good' }
    case 'sent':
      return { label: vscode.l10n.t('sent'), tone: 'good' }
    case 'delivered':
      return { label: vscode.l10n.t('delivered'), tone: 'good' }
    case 'read':
      return { label: vscode.l10n.t('read'), tone: 'good' }
    case 'failed':
      return { label: vscode.l10n.t('delivery failed'), tone: 'bad' }
    case 'received':
    case 'removed':
    case 'unrecognised':
      return { label: status, tone: 'caution' }
  }
}

/** What the platform names as the reason of a failure, where it has been read with the conversation. */
const errorOf = (messageId: string | undefined, { conversation }: Situation): MessageRecord['error'] =>
  conversation.known
    ? legsOf(conversation.value)
        .flatMap(({ leg }) => leg.messages)
        .find(({ id }) => id === messageId)?.error
    : undefined

const deliveryFailure = ({ deliveries, messageId }: AcceptedOutcome, situation: Situation): string | undefined => {
  const last = deliveries.at(-1)
  const finding = last?.delivery === 'failed' ? explainDelivery(situation, last.status, errorOf(messageId, situation)) : undefined
  return finding && `${finding.cause} ${finding.remedy}`
}

const acceptedText = (outcome: AcceptedOutcome, situation: Situation): string | undefined => {
  const { by, messageId, lost } = outcome
  const said = [
    by === 'likely'
      ? vscode.l10n.t('A message that is probably this one was found. Somebody else may have sent it: look into the conversation.')
      : undefined,
    by === 'answer' && messageId === undefined
      ? vscode.l10n.t('The answer names no message, so its delivery cannot be followed. Read the conversation.')
      : undefined,
    lost === undefined ? undefined : vscode.l10n.t('The delivery is not followed any further. {0}', lost),
    deliveryFailure(outcome, situation)
  ].filter((part) => part !== undefined)
  return said.length === 0 ? undefined : said.join(' ')
}

const unknownText = (record: SendRecord, outcome: UnknownOutcome): string => {
  const { why, looks, obstacle } = outcome
  if (obstacle !== undefined) return `${why} ${obstacle}`
  const looked = looks ? vscode.l10n.t('Looked {0} times, last at {1}.', looks.count, formatInstant(looks.lastAt)) : ''
  return vscode.l10n.t(
    '{0} It is not known whether the message arrived. It is looked for until {1} at least. {2} Do not send it again before that is known.',
    why,
    formatInstant(shownBy(record)),
    looked
  )
}

const retryText = ({ answer }: Extract<Outcome, { readonly kind: 'refused' }>): string =>
  answer?.retryAfterMs === undefined
    ? ''
    : ` ${vscode.l10n.t('The platform wants no further request for {0} s.', Math.ceil(answer.retryAfterMs / 1000))}`

const outcomeText = (record: SendRecord, situation: Situation): string | undefined => {
  const { outcome } = record
  switch (outcome.kind) {
    case 'prepared':
      return undefined
    case 'refused':
      return outcome.why + retryText(outcome)
    case 'unknown':
      return unknownText(record, outcome)
    case 'accepted':
      return acceptedText(outcome, situation)
    case 'absent':
      return outcome.why
  }
}

const arrivalText = ({ by }: AcceptedOutcome): { readonly label: string; readonly tone: Tone } => {
  switch (by) {
    case 'answer':
      return { label: vscode.l10n.t('accepted'), tone: 'good' }
    case 'found':
      return { label: vscode.l10n.t('found on the platform'), tone: 'good' }
    case 'likely':
      return { label: vscode.l10n.t('probably arrived'), tone: 'caution' }
  }
}

const stepsOf = ({ startedAt, outcome }: SendRecord): SendView['steps'] => {
  switch (outcome.kind) {
    case 'prepared':
      return [{ label: vscode.l10n.t('sending'), at: startedAt, tone: 'plain' }]
    case 'refused':
      return [{ label: vscode.l10n.t('refused'), at: startedAt, tone: 'bad' }]
    case 'unknown':
      return [{ label: vscode.l10n.t('outcome unknown'), at: startedAt, tone: 'caution' }]
    case 'absent':
      return [{ label: vscode.l10n.t('did not arrive'), at: outcome.looks.lastAt, tone: 'bad' }]
    case 'accepted':
      return [
        { ...arrivalText(outcome), at: outcome.at },
        ...outcome.deliveries.map(({ delivery, status, at }) => ({ ...deliveryText(delivery, status), at }))
      ]
  }
}

const lookAgain = (): SendView['actions'][number] => ({ id: 'lookAgain', label: vscode.l10n.t('Look Again') })
const sendAgain = (): SendView['actions'][number] => ({ id: 'sendAgain', label: vscode.l10n.t('Send Again…') })
const forget = (): SendView['actions'][number] => ({ id: 'forget', label: vscode.l10n.t('Forget') })

/** What a person may do about a send. It is sent again only when it is known not to have arrived. */
const actionsOf = (outcome: Outcome): SendView['actions'] => {
  switch (outcome.kind) {
    case 'prepared':
      return []
    case 'refused':
      return [sendAgain(), forget()]
    case 'unknown':
      return [lookAgain(), forget()]
    case 'absent':
      return [sendAgain(), lookAgain(), forget()]
    case 'accepted':
      return outcome.lost !== undefined ? [lookAgain(), forget()] : [forget()]
  }
}

const findingsOf = (record: SendRecord, situation: Situation): SendView['findings'] => {
  const { outcome } = record
  if (outcome.kind !== 'refused' || outcome.answer === undefined) return []
  return explain(refusedExchange(record.request, outcome.answer), situation).findings.map(findingView)
}

/** A send with what became of it, and why it failed if it did. */
export const sendView = (record: SendRecord, situation: Situation): SendView => {
  const outcome = outcomeText(record, situation)
  return {
    id: record.id,
    at: record.startedAt,
    text: record.text,
    steps: stepsOf(record),
    ...(outcome === undefined ? {} : { outcome }),
    findings: findingsOf(record, situation),
    actions: actionsOf(record.outcome)
  }
}
