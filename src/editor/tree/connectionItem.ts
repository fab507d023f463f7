import * as vscode from 'vscode'
import { needsSignIn, type KnownConnection, type Standing } from '../../store/connections'
import { markIcon, markOf, markText } from '../connections/marks'
import { standingText, updatesText } from '../connections/standing'
import { connectionTooltip } from '../connections/tooltip'

const iconOf = ({ facts, standing }: KnownConnection): vscode.ThemeIcon => {
  if (standing.kind === 'opening') return new vscode.ThemeIcon('loading~spin')
  if (standing.kind === 'failed' || (standing.kind === 'open' && standing.unread !== undefined))
    return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'))
  return markOf(facts) === 'production'
    ? new vscode.ThemeIcon(markIcon(facts), new vscode.ThemeColor('problemsWarningIcon.foreground'))
    : new vscode.ThemeIcon(markIcon(facts))
}

/** What the row’s menu asks for, in words: `connection-open-production-signIn`. */
const contextOf = ({ facts, standing }: KnownConnection): string =>
  [
    'connection',
    standing.kind === 'open' ? 'open' : standing.kind === 'opening' ? 'opening' : 'closed',
    markOf(facts),
    ...(needsSignIn(standing) ? ['signIn'] : [])
  ].join('-')

/** What a click on the row does. */
const commandOf = (id: string, standing: Standing): vscode.Command | undefined => {
  const node = { kind: 'connection', id } as const
  switch (standing.kind) {
    case 'closed':
    case 'failed':
      return { command: 'genesysMessaging.openConnection', title: vscode.l10n.t('Connect'), arguments: [node] }
    case 'signedOut':
      return { command: 'genesysMessaging.signIn', title: vscode.l10n.t('Sign In Again'), arguments: [node] }
    case 'opening':
    case 'open':
      return undefined
  }
}

/** The row of a connection. @param isHeading whether its conversations stand under it */
export const connectionItem = (known: KnownConnection, isHeading: boolean): vscode.TreeItem => {
  const { facts, standing } = known
  const isUnfolded = standing.kind === 'open' && isHeading
  const { Expanded, None } = vscode.TreeItemCollapsibleState
  const item = new vscode.TreeItem(facts.name, isUnfolded ? Expanded : None)
  // Another id when there is something to unfold: the view would keep the row as it was.
  item.id = isUnfolded ? `connection/${facts.id}` : `connection/${facts.id}/alone`
  const description = [standingText(standing), markText(facts), updatesText(standing)].filter((part) => part !== undefined).join(' · ')
  item.description = description
  item.iconPath = iconOf(known)
  item.contextValue = contextOf(known)
  item.tooltip = connectionTooltip(known)
  const command = commandOf(facts.id, standing)
  if (command) item.command = command
  item.accessibilityInformation = { label: [facts.name, description].filter((part) => part !== '').join(', ') }
  return item
}
