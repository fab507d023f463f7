import * as vscode from 'vscode'
import { pageRows, type EarlierNode, type MoreNode, type OlderNode } from './nodes'

/** The row that shows more of what is there, or reads what is older. */
export const moreItem = (node: MoreNode | EarlierNode | OlderNode): vscode.TreeItem => {
  switch (node.kind) {
    case 'more': {
      const next = Math.min(pageRows, node.hidden)
      return made(vscode.l10n.t('Show {0} More', next), vscode.l10n.t('Show {0} more conversations', next), {
        id: `${node.connectionId ?? ''}/more/${node.group}`,
        description: vscode.l10n.t('of {0}', node.hidden.toLocaleString()),
        icon: 'ellipsis',
        command: { command: 'genesysMessaging.showMore', title: vscode.l10n.t('Show More'), arguments: [node] }
      })
    }
    case 'earlier': {
      const next = Math.min(pageRows, node.hidden)
      return made(vscode.l10n.t('Show {0} Earlier Messages', next), vscode.l10n.t('Show {0} earlier messages', next), {
        id: `${node.connectionId}/${node.conversationId}/earlier`,
        description: vscode.l10n.t('of {0}', node.hidden.toLocaleString()),
        icon: 'ellipsis',
        command: { command: 'genesysMessaging.showMore', title: vscode.l10n.t('Show More'), arguments: [node] }
      })
    }
    case 'older':
      return made(vscode.l10n.t('Load Older Conversations…'), vscode.l10n.t('Load older conversations'), {
        id: `${node.connectionId}/older`,
        description: node.connection,
        icon: 'history',
        command: { command: 'genesysMessaging.loadOlder', title: vscode.l10n.t('Load Older Conversations'), arguments: [node] }
      })
  }
}

interface Particulars {
  readonly id: string
  readonly description: string | undefined
  readonly icon: string
  readonly command: vscode.Command
}

const made = (label: string, spoken: string, { id, description, icon, command }: Particulars): vscode.TreeItem => {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.None)
  item.id = id
  if (description !== undefined) item.description = description
  item.iconPath = new vscode.ThemeIcon(icon)
  item.command = command
  item.accessibilityInformation = { label: [spoken, description].filter((part) => part !== undefined).join(', ') }
  return item
}
