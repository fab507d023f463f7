import * as vscode from 'vscode'
import type { ConversationRow } from '../../model/conversationRow'
import type { StateKind } from '../../model/state'
import { channelLabel } from '../../platform/channels'
import type { Conversations } from '../../store/conversations'
import type { Division } from '../../store/listing/arrangement'
import { groupLabel } from '../words'
import { channelIcon } from './icons'
import { stateOrder, type GroupNode } from './nodes'

const stateIcons: Readonly<Record<StateKind, vscode.ThemeIcon>> = {
  connected: new vscode.ThemeIcon('circle-filled', new vscode.ThemeColor('charts.green')),
  alerting: new vscode.ThemeIcon('bell-dot', new vscode.ThemeColor('charts.yellow')),
  parked: new vscode.ThemeIcon('debug-pause', new vscode.ThemeColor('charts.yellow')),
  queued: new vscode.ThemeIcon('watch', new vscode.ThemeColor('charts.yellow')),
  automated: new vscode.ThemeIcon('hubot', new vscode.ThemeColor('charts.purple')),
  wrapUpPending: new vscode.ThemeIcon('note', new vscode.ThemeColor('charts.blue')),
  endedWindowOpen: new vscode.ThemeIcon('history', new vscode.ThemeColor('charts.blue')),
  endedWindowOver: new vscode.ThemeIcon('circle-slash'),
  ended: new vscode.ThemeIcon('circle-slash'),
  unknown: new vscode.ThemeIcon('question')
}

interface Heading {
  readonly label: string
  readonly icon: vscode.ThemeIcon
}

const queueName = (queueId: string, conversations: Conversations): string =>
  queueId === '' ? vscode.l10n.t('In no queue') : conversations.queueNamed(queueId)

const headingOf = ({ division, key }: GroupNode, conversations: Conversations): Heading => {
  switch (division) {
    case 'state': {
      const kind = stateOrder.find((state) => state === key) ?? 'unknown'
      return { label: groupLabel(kind), icon: stateIcons[kind] }
    }
    case 'channel':
      return { label: channelLabel(key === '' ? undefined : key), icon: new vscode.ThemeIcon(channelIcon(key)) }
    case 'queue':
      return { label: queueName(key, conversations), icon: new vscode.ThemeIcon('inbox') }
  }
}

/** So many groups are unfolded at once. */
const fewGroups = 12

/** The heading of a group. */
export const groupItem = (
  node: GroupNode,
  conversations: Conversations,
  rows: readonly ConversationRow[],
  groupCount: number
): vscode.TreeItem => {
  const { label, icon } = headingOf(node, conversations)
  const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState
  const item = new vscode.TreeItem(label, groupCount <= fewGroups ? Expanded : Collapsed)
  item.id = `${node.connectionId}/group/${node.division}/${node.key}`
  item.description = rows.length.toLocaleString()
  item.iconPath = icon
  item.contextValue = 'group'
  item.accessibilityInformation = {
    label:
      rows.length === 1
        ? vscode.l10n.t('{0}, 1 conversation', label)
        : vscode.l10n.t('{0}, {1} conversations', label, rows.length.toLocaleString())
  }
  return item
}

/** The keys of groups in the order in which they are shown: states by what can be acted on, others by name, what has none last. */
export const inOrder = (keys: readonly string[], division: Division, conversations: Conversations): readonly string[] => {
  if (division === 'state') return stateOrder.filter((state) => keys.includes(state))
  const nameOf = (key: string): string => (division === 'queue' ? queueName(key, conversations) : channelLabel(key))
  return [...keys].sort((a, b) => Number(a === '') - Number(b === '') || nameOf(a).localeCompare(nameOf(b)))
}
