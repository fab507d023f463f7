import * as vscode from 'vscode'
import { explainDelivery } from '../../../followUp/explainDelivery'
import type { Delivery } from '../../../model/delivery'
import type { Situation } from '../../../model/situation'
import type { Outcome, SendRecord } from '../../../store/sends'
import type { SendView, Tone } from '../../../webview/protocol'

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

const deliveryFailure = (outcome: Outcome, situation: Situation): string | undefined => {
  const last = outcome.kind === 'accepted' ? outcome.deliveries.at(-1) : undefined
  const finding = last?.delivery === 'failed' ? explainDelivery(situation, last.status) : undefined
  return finding && `${finding.cause} ${finding.remedy}`
}

const outcomeText = (outcome: Outcome): string | undefined => {
  switch (outcome.kind) {
    case 'sending':
      return undefined
    case 'refused':
      return outcome.why
    case 'unknown':
      return vscode.l10n.t('{0} It is not known whether the message arrived. Read the conversation before you send it again.', outcome.why)
    case 'accepted':
      if (outcome.messageId === undefined)
        return vscode.l10n.t('The answer names no message, so its delivery cannot be followed. Read the conversation.')
      return outcome.lost === undefined ? undefined : vscode.l10n.t('The delivery is not followed any further. {0}', outcome.lost)
  }
}

const stepsOf = ({ startedAt, outcome }: SendRecord): SendView['steps'] => {
  switch (outcome.kind) {
    case 'sending':
      return [{ label: vscode.l10n.t('sending'), at: startedAt, tone: 'plain' }]
    case 'refused':
      return [{ label: vscode.l10n.t('refused'), at: startedAt, tone: 'bad' }]
    case 'unknown':
      return [{ label: vscode.l10n.t('outcome unknown'), at: startedAt, tone: 'caution' }]
    case 'accepted':
      return [
        { label: vscode.l10n.t('accepted'), at: outcome.at, tone: 'good' },
        ...outcome.deliveries.map(({ delivery, status, at }) => ({ ...deliveryText(delivery, status), at }))
      ]
  }
}

/** A send with its delivery, and why it failed if it did. */
export const sendView = (record: SendRecord, situation: Situation): SendView => {
  const outcome = outcomeText(record.outcome) ?? deliveryFailure(record.outcome, situation)
  return { id: record.id, at: record.startedAt, text: record.text, steps: stepsOf(record), ...(outcome === undefined ? {} : { outcome }) }
}
