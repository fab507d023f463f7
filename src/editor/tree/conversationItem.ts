import * as vscode from 'vscode'
import { legBrief } from '../../diagnosis/evidence'
import { legsOf } from '../../model/conversation'
import type { ConversationRow, LastMessage } from '../../model/conversationRow'
import { formatDuration, minutes, type Instant } from '../../model/instant'
import type { StateKind } from '../../model/state'
import { isOver, type StateSummary } from '../../model/stateSummary'
import { channelLabel } from '../../platform/channels'
import type { OpenConnection } from '../../store/connections'
import type { Grouping } from '../../store/listing/arrangement'
import { localTime, withLocalTimes } from '../times'
import { groupLabel, stateText } from '../words'
import { channelIcon } from './icons'

const titleOf = ({ customer, id }: ConversationRow): string => customer ?? id

/** What is special about a conversation in its state, in a few words. */
const special = (state: StateSummary, now: Instant): string | undefined => {
  switch (state.kind) {
    case 'endedWindowOpen':
      return vscode.l10n.t('until {0}', localTime(state.until, now))
    case 'endedWindowOver':
      return vscode.l10n.t('ended {0}', localTime(state.endedAt, now))
    case 'ended':
      return state.endedAt === undefined ? undefined : vscode.l10n.t('ended {0}', localTime(state.endedAt, now))
    case 'queued':
      return state.since === undefined ? undefined : vscode.l10n.t('waiting for {0}', formatDuration(now - state.since))
    case 'connected':
    case 'alerting':
    case 'parked':
    case 'automated':
    case 'wrapUpPending':
      return state.who
    case 'unknown':
      return undefined
  }
}

const lastWord = ({ from, at }: LastMessage, now: Instant): string => {
  const when = localTime(at, now)
  switch (from) {
    case 'customer':
      return vscode.l10n.t('customer wrote {0}', when)
    case 'agent':
      return vscode.l10n.t('agent wrote {0}', when)
    case 'automation':
      return vscode.l10n.t('bot or API wrote {0}', when)
    case 'queue':
    case 'other':
      return vscode.l10n.t('last message {0}', when)
  }
}

const failedDelivery = ({ lastMessage }: ConversationRow): string | undefined =>
  lastMessage?.failed === true && lastMessage.from !== 'customer' ? vscode.l10n.t('delivery failed') : undefined

/** From when what is shown is, where it may be another by now. */
const asOf = (row: ConversationRow, now: Instant): string | undefined =>
  row.reading === 'analytics' && !isOver(row.state) && now - row.readAt >= minutes(1)
    ? vscode.l10n.t('as of {0}', localTime(row.readAt, now))
    : undefined

const colours: Readonly<Partial<Record<StateKind, string>>> = {
  connected: 'charts.green',
  alerting: 'charts.yellow',
  parked: 'charts.yellow',
  queued: 'charts.yellow',
  automated: 'charts.purple',
  wrapUpPending: 'charts.blue',
  endedWindowOpen: 'charts.blue'
}

const iconOf = (row: ConversationRow, kind: StateKind): vscode.ThemeIcon => {
  if (failedDelivery(row) !== undefined) return new vscode.ThemeIcon('warning', new vscode.ThemeColor('charts.red'))
  const colour = colours[kind]
  return new vscode.ThemeIcon(channelIcon(row.messengerType), colour === undefined ? undefined : new vscode.ThemeColor(colour))
}

const joined = (parts: readonly (string | undefined)[], separator: string): string =>
  parts.filter((part) => part !== undefined).join(separator)

/** The row of a conversation. */
export const conversationItem = (
  { id, conversations, connection }: OpenConnection,
  row: ConversationRow,
  grouping: Grouping
): vscode.TreeItem => {
  const now = connection.now()
  const state = conversations.stateOfRow(row, now)
  const item = new vscode.TreeItem(titleOf(row), vscode.TreeItemCollapsibleState.Collapsed)
  item.id = `${id}/${row.id}`
  const particulars = [
    failedDelivery(row),
    special(state, now),
    row.lastMessage && lastWord(row.lastMessage, now),
    channelLabel(row.messengerType),
    asOf(row, now)
  ]
  // What is special comes first: a narrow side bar cuts the end off, and the icon says the channel as well.
  item.description = joined([grouping === 'state' ? undefined : groupLabel(state.kind), ...particulars], ' · ')
  item.iconPath = iconOf(row, state.kind)
  item.contextValue = 'conversation'
  item.accessibilityInformation = { label: joined([titleOf(row), groupLabel(state.kind), ...particulars], ', ') }
  return item
}

/** Everything that is known of a conversation, for who points at its row. */
export const conversationTooltip = ({ conversations, connection }: OpenConnection, row: ConversationRow): vscode.MarkdownString => {
  const now = connection.now()
  const state = conversations.stateOfRow(row, now)
  const tooltip = new vscode.MarkdownString()
  const line = (label: string, value: string | undefined): void => {
    if (value !== undefined) tooltip.appendMarkdown(`**${label}** `).appendText(value).appendMarkdown('\n\n')
  }
  const id = (label: string, value: string | undefined): void => {
    if (value !== undefined) tooltip.appendMarkdown(`**${label}** `).appendMarkdown(`\`${value.replaceAll('`', '')}\`\n\n`)
  }
  line(vscode.l10n.t('State'), state.kind === 'unknown' ? state.why : stateText(state, now))
  if (state.kind === 'endedWindowOpen') line(vscode.l10n.t('Reply window until'), localTime(state.until, now))
  line(vscode.l10n.t('Channel'), channelLabel(row.messengerType))
  line(vscode.l10n.t('Queue'), conversations.queueOf(row))
  line(vscode.l10n.t('Began'), row.startedAt === undefined ? undefined : localTime(row.startedAt, now))
  const conversation = conversations.get(row.id)
  if (conversation) {
    tooltip.appendMarkdown(`**${vscode.l10n.t('Communications')}**\n\n`)
    for (const of of legsOf(conversation))
      tooltip
        .appendMarkdown('- ')
        .appendText(withLocalTimes(legBrief(of), now))
        .appendMarkdown('\n')
    tooltip.appendMarkdown('\n')
  }
  id(vscode.l10n.t('Conversation ID'), row.id)
  id(vscode.l10n.t('External contact ID'), row.externalContactId)
  line(vscode.l10n.t('Read with'), connection.credentials.map(({ name }) => name).join(', '))
  line(readLabel(row), localTime(row.readAt, now))
  return tooltip
}

const readLabel = ({ reading }: ConversationRow): string => {
  switch (reading) {
    case 'live':
      return vscode.l10n.t('Read')
    case 'analytics':
      return vscode.l10n.t('Read from analytics, which lags behind')
  }
}
