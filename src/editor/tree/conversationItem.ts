import * as vscode from 'vscode'
import type { ConversationRow, LastMessage } from '../../model/conversationRow'
import { formatDuration, minutes, type Instant } from '../../model/instant'
import type { StateKind } from '../../model/state'
import { isOver, type StateSummary } from '../../model/stateSummary'
import { channelLabel } from '../../platform/channels'
import type { OpenConnection } from '../../store/connections'
import type { Grouping } from '../../store/listing/arrangement'
import { localTime } from '../times'
import { groupLabel } from '../words'
import { goneText } from '../gone'
import { channelIcon } from './icons'

const titleOf = ({ customer, id }: ConversationRow): string => customer ?? id

/** What is special about a conversation in its state, in a few words. */
const special = (state: StateSummary, now: Instant): string | undefined => {
  switch (state.kind) {
    case 'endedWindowOpen':
      return vscode.l10n.t('{0} left to reply', formatDuration(state.until - now))
    case 'endedWindowOver':
      return vscode.l10n.t('ended {0}', localTime(state.endedAt, now))
    case 'ended':
      return state.endedAt === undefined ? undefined : vscode.l10n.t('ended {0}', localTime(state.endedAt, now))
    case 'queued':
      return state.since === undefined ? undefined : vscode.l10n.t('waiting for {0}', formatDuration(now - state.since))
    case 'alerting':
      if (state.since === undefined) return state.who
      return state.who === undefined
        ? vscode.l10n.t('for {0}', formatDuration(now - state.since))
        : vscode.l10n.t('{0} for {1}', state.who, formatDuration(now - state.since))
    case 'connected':
    case 'parked':
    case 'automated':
    case 'wrapUpPending':
      return state.who
    case 'unknown':
      return undefined
  }
}

/** Whether what is special names the state as well, so that a row which stands under no heading of its state need not. */
const saysState = (state: StateSummary): boolean => {
  switch (state.kind) {
    case 'endedWindowOpen':
    case 'endedWindowOver':
      return true
    case 'ended':
      return state.endedAt !== undefined
    case 'queued':
      return state.since !== undefined
    case 'connected':
    case 'alerting':
    case 'parked':
    case 'automated':
    case 'wrapUpPending':
    case 'unknown':
      return false
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
  row.gone !== undefined || (row.reading === 'analytics' && !isOver(row.state) && now - row.readAt >= minutes(1))
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
  if (row.gone !== undefined) return new vscode.ThemeIcon('question', new vscode.ThemeColor('list.warningForeground'))
  if (failedDelivery(row) !== undefined) return new vscode.ThemeIcon('warning', new vscode.ThemeColor('charts.red'))
  const colour = colours[kind]
  return new vscode.ThemeIcon(channelIcon(row.messengerType), colour === undefined ? undefined : new vscode.ThemeColor(colour))
}

const joined = (parts: readonly (string | undefined)[], separator: string): string =>
  parts.filter((part) => part !== undefined).join(separator)

/** Where a row stands. */
export interface RowPlace {
  readonly grouping: Grouping
  /** The connection’s name, where the row stands among those of other connections. */
  readonly connection: string | undefined
  /** Whether it was unfolded where it stood before. */
  readonly isUnfolded: boolean
}

/** The row of a conversation. */
export const conversationItem = (
  { id, conversations, connection }: OpenConnection,
  row: ConversationRow,
  place: RowPlace
): vscode.TreeItem => {
  const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState
  const now = connection.now()
  const state = conversations.stateOfRow(row, now)
  const item = new vscode.TreeItem(titleOf(row), place.isUnfolded ? Expanded : Collapsed)
  item.id = `${id}/${row.id}`
  const alarm = (row.gone && goneText(row.gone, now)) ?? failedDelivery(row)
  const particulars = [
    special(state, now),
    row.lastMessage && lastWord(row.lastMessage, now),
    channelLabel(row.messengerType),
    place.connection,
    asOf(row, now)
  ]
  // What is special comes first: a narrow side bar cuts the end off, and the icon says the channel as well.
  const stateName = place.grouping === 'state' || saysState(state) ? undefined : groupLabel(state.kind)
  item.description = joined([alarm, stateName, ...particulars], ' · ')
  item.iconPath = iconOf(row, state.kind)
  // The menu offers what the state has a use for.
  item.contextValue = `conversation-${state.kind}`
  item.accessibilityInformation = { label: joined([titleOf(row), alarm, groupLabel(state.kind), ...particulars], ', ') }
  return item
}
