import * as vscode from 'vscode'
import { legName } from '../../diagnosis/evidence'
import { isAlive } from '../../model/conversation'
import type { Instant } from '../../model/instant'
import { localTime } from '../times'
import { pageRows, type Node } from './nodes'

const item = (label: string, collapsible: vscode.TreeItemCollapsibleState, id: string): vscode.TreeItem => {
  const made = new vscode.TreeItem(label, collapsible)
  made.id = id
  return made
}

const { None, Collapsed } = vscode.TreeItemCollapsibleState

/** The rows that are neither a connection’s, nor a group’s, nor a conversation’s. */
export const itemOf = (node: Extract<Node, { readonly kind: 'leg' | 'message' | 'more' | 'older' }>, now: Instant): vscode.TreeItem => {
  switch (node.kind) {
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
      // Else VS Code speaks the tooltip.
      made.accessibilityInformation = { label: `${legName(node.of)}, ${made.description}` }
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
    case 'more': {
      const made = item(vscode.l10n.t('Show {0} More', Math.min(pageRows, node.hidden)), None, `${node.connectionId}/more/${node.group}`)
      made.description = vscode.l10n.t('of {0}', node.hidden.toLocaleString())
      made.iconPath = new vscode.ThemeIcon('ellipsis')
      made.command = { command: 'genesysMessaging.showMore', title: vscode.l10n.t('Show More'), arguments: [node] }
      made.accessibilityInformation = {
        label: vscode.l10n.t('Show {0} more conversations', Math.min(pageRows, node.hidden))
      }
      return made
    }
    case 'older': {
      const made = item(vscode.l10n.t('Load Older Conversations…'), None, `${node.connectionId}/older`)
      made.iconPath = new vscode.ThemeIcon('history')
      made.command = { command: 'genesysMessaging.loadOlder', title: vscode.l10n.t('Load Older Conversations'), arguments: [node] }
      made.accessibilityInformation = { label: vscode.l10n.t('Load older conversations') }
      return made
    }
  }
}
