import * as vscode from 'vscode'
import { legName } from '../../diagnosis/evidence'
import type { Leg, LegOf, LegState, Party } from '../../model/conversation'
import type { Instant } from '../../model/instant'
import { localTime } from '../times'
import type { LegNode } from './nodes'
import { Tooltip } from './tooltip'

const icons: Readonly<Record<Party, string>> = {
  customer: 'person',
  agent: 'account',
  queue: 'inbox',
  automation: 'hubot',
  other: 'circle'
}

/** A communication that is over is as pale as it can be and still be read. */
const colours: Readonly<Record<LegState, string | undefined>> = {
  connected: 'charts.green',
  alerting: 'charts.yellow',
  parked: 'charts.yellow',
  disconnected: 'disabledForeground',
  unrecognised: undefined
}

const nameOf = (of: LegOf): string => (of.participant.party === 'customer' ? vscode.l10n.t('Customer') : legName(of))

/** Since when a communication is in its state, or when and why it ended. */
const standing = ({ state, rawState, disconnectedAt, disconnectType, parkedAt, connectedAt, startedAt }: Leg, now: Instant): string => {
  if (state === 'disconnected')
    return [
      rawState,
      disconnectedAt === undefined ? undefined : localTime(disconnectedAt, now),
      disconnectType === undefined ? undefined : `(${disconnectType})`
    ]
      .filter((part) => part !== undefined)
      .join(' ')
  const since = state === 'parked' ? (parkedAt ?? connectedAt) : (connectedAt ?? startedAt)
  return since === undefined ? rawState : vscode.l10n.t('{0} since {1}', rawState, localTime(since, now))
}

/** The row of a communication: whose it is, its state in the platform’s word, since when, and why it ended. */
export const legItem = (node: LegNode, now: Instant): vscode.TreeItem => {
  const { leg, participant } = node.of
  const item = new vscode.TreeItem(nameOf(node.of), vscode.TreeItemCollapsibleState.None)
  item.id = `${node.connectionId}/${node.conversationId}/leg/${participant.id}/${leg.id}`
  const description = standing(leg, now)
  item.description = description
  const colour = colours[leg.state]
  item.iconPath = new vscode.ThemeIcon(icons[participant.party], colour === undefined ? undefined : new vscode.ThemeColor(colour))
  // Else VS Code speaks the tooltip.
  item.accessibilityInformation = { label: `${nameOf(node.of)}, ${description}` }
  item.contextValue = 'leg'
  return item
}

/** Everything that is known of a communication, for who points at its row. */
export const legTooltip = ({ of: { leg, participant } }: LegNode, now: Instant): vscode.MarkdownString => {
  const tooltip = new Tooltip()
  const time = (label: string, at: Instant | undefined): void => {
    tooltip.line(label, at === undefined ? undefined : localTime(at, now))
  }
  tooltip.line(vscode.l10n.t('State'), leg.rawState)
  time(vscode.l10n.t('Began'), leg.startedAt)
  time(vscode.l10n.t('Connected'), leg.connectedAt)
  time(vscode.l10n.t('Parked'), leg.state === 'parked' ? leg.parkedAt : undefined)
  time(vscode.l10n.t('Disconnected'), leg.disconnectedAt)
  tooltip.line(vscode.l10n.t('Why (disconnectType)'), leg.disconnectType)
  tooltip.line(vscode.l10n.t('From'), leg.fromAddress)
  tooltip.line(vscode.l10n.t('To'), leg.toAddress)
  tooltip.line(vscode.l10n.t('Queue'), participant.queueName)
  tooltip.id(vscode.l10n.t('Communication ID'), leg.id === '' ? undefined : leg.id)
  tooltip.id(vscode.l10n.t('Participant ID'), participant.id)
  tooltip.id(vscode.l10n.t('User ID'), participant.userId)
  return tooltip.markdown
}
