import * as vscode from 'vscode'
import type { Connections, OpenConnection } from '../store/connections'
import type { Disposable } from '../store/emitter'
import { markIcon, markOf, markText } from './connections/marks'

/** What the status bar says of the open connections: where a send would go. */
export interface StatusText {
  readonly text: string
  /** For a screen reader, which does not see the icon. */
  readonly spoken: string
  readonly isProduction: boolean
}

/** @returns `undefined` when none is open */
export const statusText = (open: readonly OpenConnection[]): StatusText | undefined => {
  const [first, ...others] = open
  if (!first) return undefined
  const isProduction = open.some((each) => markOf(each) === 'production')
  const production = vscode.l10n.t('production')
  if (others.length === 0) {
    const words = [first.name, ...(isProduction ? [production] : [])].join(' · ')
    return { text: `$(${markIcon(first)}) ${words}`, spoken: [first.name, markText(first) ?? ''].filter(Boolean).join(', '), isProduction }
  }
  const words = [vscode.l10n.t('{0} connections', open.length), ...(isProduction ? [production] : [])].join(' · ')
  return { text: `$(${isProduction ? 'shield' : 'cloud'}) ${words}`, spoken: open.map(({ name }) => name).join(', '), isProduction }
}

/** The item in the status bar that says which organisations are open. It is there as long as one is. */
export class StatusBar implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem('genesysMessaging.connections', vscode.StatusBarAlignment.Left)
  readonly #subscription: Disposable

  constructor(private readonly connections: Connections) {
    this.#item.name = vscode.l10n.t('Genesys Messaging: Connections')
    this.#item.command = 'genesysMessaging.showConnections'
    this.#subscription = connections.onDidChange((change) => {
      if (change.kind !== 'conversations') this.#show()
    })
    this.#show()
  }

  dispose(): void {
    this.#subscription.dispose()
    this.#item.dispose()
  }

  #show(): void {
    const open = this.connections.all()
    const said = statusText(open)
    if (!said) {
      this.#item.hide()
      return
    }
    this.#item.text = said.text
    this.#item.tooltip = open
      .map((each) => [each.name, markText(each), each.place].filter((part) => part !== undefined).join(' · '))
      .join('\n')
    this.#item.backgroundColor = said.isProduction ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined
    this.#item.accessibilityInformation = { label: vscode.l10n.t('Genesys Messaging: {0}', said.spoken) }
    this.#item.show()
  }
}
