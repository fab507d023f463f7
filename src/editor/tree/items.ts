import * as vscode from 'vscode'
import { legName } from '../../diagnosis/evidence'
import { customerName, isAlive, legsOf, messengerTypeOf, queueOf, type Conversation } from '../../model/conversation'
import { deliveryOf } from '../../model/delivery'
import { formatDuration, type Instant } from '../../model/instant'
import type { ConversationState, StateKind } from '../../model/state'
import { channelLabel } from '../../platform/channels'
import { localTime } from '../times'
import { groupLabel, stateText } from '../words'
import type { ConversationNode, Node } from './nodes'

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

const channelIcons: ReadonlyMap<string, string> = new Map([
  ['webmessaging', 'globe'],
  ['sms', 'device-mobile'],
  ['whatsapp', 'comment-discussion'],
  ['open', 'plug'],
  ['facebook', 'thumbsup'],
  ['instagram', 'device-camera'],
  ['apple', 'comment']
])

const titleOf = (conversation: Conversation): string => customerName(conversation) ?? conversation.id

/** What is special about a conversation in its state, in a few words. */
const special = (state: ConversationState, now: Instant): string | undefined => {
  switch (state.kind) {
    case 'endedWindowOpen':
      return vscode.l10n.t('until {0}', localTime(state.until, now))
    case 'endedWindowOver':
      return vscode.l10n.t('ended {0}', localTime(state.endedAt, now))
    case 'ended':
      return state.endedAt === undefined ? undefined : vscode.l10n.t('ended {0}', localTime(state.endedAt, now))
    case 'queued': {
      const since = state.queue.leg.connectedAt ?? state.queue.leg.startedAt
      return since === undefined ? undefined : vscode.l10n.t('waiting for {0}', formatDuration(now - since))
    }
    case 'connected':
    case 'alerting':
    case 'parked':
      return state.agent.participant.name
    case 'automated':
      return state.automation.participant.name
    case 'wrapUpPending':
      return state.agentName
    case 'unknown':
      return undefined
  }
}

const deliveryFailed = (conversation: Conversation): boolean => {
  const last = legsOf(conversation)
    .filter(({ participant }) => participant.party !== 'customer')
    .flatMap(({ leg }) => leg.messages)
    .filter(({ at }) => at !== undefined)
    .sort((a, b) => (a.at ?? 0) - (b.at ?? 0))
    .at(-1)
  return last?.status !== undefined && deliveryOf(last.status) === 'failed'
}

const tooltipOf = (conversation: Conversation, state: ConversationState, now: Instant): vscode.MarkdownString => {
  const tooltip = new vscode.MarkdownString()
  const line = (label: string, value: string): void => {
    tooltip.appendMarkdown(`**${label}** `).appendText(value).appendMarkdown('\n\n')
  }
  line(vscode.l10n.t('State'), stateText(state, now))
  line(vscode.l10n.t('Channel'), channelLabel(messengerTypeOf(conversation)))
  const queue = queueOf(conversation)
  if (queue?.name !== undefined) line(vscode.l10n.t('Queue'), queue.name)
  line(vscode.l10n.t('Conversation ID'), conversation.id)
  line(
    conversation.reading === 'live' ? vscode.l10n.t('Read') : vscode.l10n.t('Read from analytics, which lags behind'),
    localTime(conversation.readAt, now)
  )
  return tooltip
}

const item = (label: string, collapsible: vscode.TreeItemCollapsibleState, id: string): vscode.TreeItem => {
  const made = new vscode.TreeItem(label, collapsible)
  made.id = id
  return made
}

const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState

/** The row of a conversation. */
export const conversationItem = (
  connectionId: string,
  conversation: Conversation,
  state: ConversationState,
  now: Instant
): vscode.TreeItem => {
  const messengerType = messengerTypeOf(conversation)
  const failed = deliveryFailed(conversation) ? vscode.l10n.t('delivery failed') : undefined
  // What is special comes first: a narrow side bar cuts the end off, and the icon says the channel as well.
  const description = [failed, special(state, now), channelLabel(messengerType)].filter((part) => part !== undefined).join(' · ')
  const made = item(titleOf(conversation), Collapsed, `${connectionId}/${conversation.id}`)
  made.description = description
  made.tooltip = tooltipOf(conversation, state, now)
  made.iconPath =
    failed === undefined
      ? new vscode.ThemeIcon(channelIcons.get(messengerType ?? '') ?? 'comment')
      : new vscode.ThemeIcon('warning', new vscode.ThemeColor('charts.red'))
  made.contextValue = 'conversation'
  made.accessibilityInformation = { label: `${titleOf(conversation)}, ${description}, ${stateText(state, now)}` }
  return made
}

/** Any row below a connection, but a conversation’s. */
export const itemOf = (node: Exclude<Node, ConversationNode | { readonly kind: 'connection' }>, now: Instant): vscode.TreeItem => {
  switch (node.kind) {
    case 'group': {
      const made = item(groupLabel(node.state), Expanded, `${node.connectionId}/group/${node.state}`)
      made.description = String(node.count)
      made.iconPath = stateIcons[node.state]
      made.contextValue = 'group'
      made.accessibilityInformation = { label: vscode.l10n.t('{0}, {1} conversations', groupLabel(node.state), node.count) }
      return made
    }
    case 'leg': {
      const { leg } = node.of
      const when = leg.disconnectedAt ?? leg.connectedAt ?? leg.startedAt
      const made = item(
        legName(node.of),
        leg.messages.length > 0 ? Collapsed : None,
        `${node.connectionId}/${node.conversationId}/leg/${leg.id}`
      )
      made.description = [
        leg.rawState,
        when === undefined ? undefined : localTime(when, now),
        leg.disconnectType && `(${leg.disconnectType})`
      ]
        .filter(Boolean)
        .join(' ')
      made.iconPath = new vscode.ThemeIcon(isAlive(leg) ? 'circle-filled' : 'circle-outline')
      made.tooltip = vscode.l10n.t('Communication {0}', leg.id)
      made.contextValue = 'leg'
      return made
    }
    case 'message': {
      const { message, of } = node
      const outbound = of.participant.party !== 'customer'
      const label = message.at === undefined ? message.id : localTime(message.at, now)
      const made = item(label, None, `${node.connectionId}/message/${of.leg.id}/${message.id}`)
      made.description = [message.status, message.error?.text].filter(Boolean).join(': ')
      made.iconPath = new vscode.ThemeIcon(outbound ? 'arrow-right' : 'arrow-left')
      made.accessibilityInformation = {
        label: `${outbound ? vscode.l10n.t('to the customer') : vscode.l10n.t('from the customer')}, ${label}, ${made.description}`
      }
      made.tooltip = vscode.l10n.t('Message {0}', message.id)
      made.contextValue = 'message'
      return made
    }
  }
}
