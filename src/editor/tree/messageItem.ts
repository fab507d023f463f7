import * as vscode from 'vscode'
import type { MessageRecord, Participant } from '../../model/conversation'
import { deliveryOf } from '../../model/delivery'
import type { Instant } from '../../model/instant'
import type { MessageContent } from '../../model/messageContent'
import { localTime } from '../times'
import type { MessageNode } from './nodes'
import { Tooltip } from './tooltip'

/** What became of a message; the platform’s own word where it is one that we do not know. */
const deliveryText = (status: string): string => {
  switch (deliveryOf(status)) {
    case 'queued':
      return vscode.l10n.t('queued')
    case 'sent':
      return vscode.l10n.t('sent')
    case 'delivered':
      return vscode.l10n.t('delivered')
    case 'failed':
      return vscode.l10n.t('failed')
    case 'read':
      return vscode.l10n.t('read')
    case 'received':
      return vscode.l10n.t('received')
    case 'removed':
      return vscode.l10n.t('removed')
    case 'unrecognised':
      return status
  }
}

const isFailed = ({ status, error }: MessageRecord): boolean =>
  error !== undefined || (status !== undefined && deliveryOf(status) === 'failed')

const outcome = ({ status, error }: MessageRecord): string | undefined => {
  const parts = [status === undefined ? undefined : deliveryText(status), error?.text ?? error?.code]
  const said = parts.filter((part) => part !== undefined).join(': ')
  return said === '' ? undefined : said
}

const senderOf = ({ name, queueName, purpose }: Participant): string => name ?? queueName ?? purpose

/** A row has one line. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/** What a message says, in a line; `undefined` as long as it has not been read. */
const wordsOf = (content: MessageContent | undefined): string | undefined => {
  if (content === undefined) return undefined
  const text = content.text === undefined ? '' : oneLine(content.text)
  if (text !== '') return `“${text}”`
  return content.attachments.length === 0 ? vscode.l10n.t('no text') : vscode.l10n.t('attached: {0}', content.attachments.join(', '))
}

/** The row of a message: when, which way, what it says as far as that was read, from whom, and what became of it. */
export const messageItem = (node: MessageNode, content: MessageContent | undefined, now: Instant): vscode.TreeItem => {
  const { message, of } = node
  const isOutbound = of.participant.party !== 'customer'
  const when = message.at === undefined ? vscode.l10n.t('time not given') : localTime(message.at, now)
  const item = new vscode.TreeItem(when, vscode.TreeItemCollapsibleState.None)
  item.id = `${node.connectionId}/message/${of.participant.id}/${of.leg.id}/${message.id}`
  const failed = isFailed(message) ? outcome(message) : undefined
  // A failure is what one looks for; that all went well can be cut off.
  const particulars = [failed, wordsOf(content), senderOf(of.participant), failed === undefined ? outcome(message) : undefined].filter(
    (part) => part !== undefined
  )
  item.description = particulars.join(' · ')
  item.iconPath = new vscode.ThemeIcon(
    isOutbound ? 'arrow-right' : 'arrow-left',
    failed === undefined ? undefined : new vscode.ThemeColor('charts.red')
  )
  item.accessibilityInformation = {
    label: [isOutbound ? vscode.l10n.t('to the customer') : vscode.l10n.t('from the customer'), when, ...particulars].join(', ')
  }
  item.contextValue = 'message'
  return item
}

/** Everything that is known of a message, for who points at its row. */
export const messageTooltip = ({ message, of }: MessageNode, content: MessageContent | undefined, now: Instant): vscode.MarkdownString => {
  const tooltip = new Tooltip()
  tooltip.line(vscode.l10n.t('From'), senderOf(of.participant))
  tooltip.line(vscode.l10n.t('At'), message.at === undefined ? undefined : localTime(message.at, now))
  tooltip.line(vscode.l10n.t('Text'), content?.text)
  tooltip.line(vscode.l10n.t('Attached'), content && content.attachments.length > 0 ? content.attachments.join(', ') : undefined)
  tooltip.line(vscode.l10n.t('Status'), message.status)
  tooltip.line(vscode.l10n.t('Error code'), message.error?.code)
  tooltip.line(vscode.l10n.t('Error'), message.error?.text)
  tooltip.id(vscode.l10n.t('Message ID'), message.id)
  tooltip.id(vscode.l10n.t('Communication ID'), of.leg.id === '' ? undefined : of.leg.id)
  return tooltip.markdown
}
