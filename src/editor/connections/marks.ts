import * as vscode from 'vscode'
import type { ConnectionFacts } from '../../store/connections'
import type { ConnectionMark } from '../../webview/protocol'

/** How careful one has to be with a connection. */
export const markOf = ({ isSandbox, isProduction }: ConnectionFacts): ConnectionMark =>
  isSandbox ? 'sandbox' : isProduction ? 'production' : 'organisation'

const icons: Readonly<Record<ConnectionMark, string>> = { sandbox: 'beaker', organisation: 'cloud', production: 'shield' }

/** The codicon of a connection. */
export const markIcon = (facts: ConnectionFacts): string => icons[markOf(facts)]

/** What is said beside the name, so that the icon and its colour are not alone with it. */
export const markText = (facts: ConnectionFacts): string | undefined => {
  switch (markOf(facts)) {
    case 'sandbox':
      return vscode.l10n.t('local, no account')
    case 'production':
      return vscode.l10n.t('production')
    case 'organisation':
      return undefined
  }
}
