import * as vscode from 'vscode'
import type { KnownConnection } from '../../store/connections'

/** What a person reads of a connection that takes a credential no more, and the button under it. */
const wordsOf = ({ facts, standing }: KnownConnection): { readonly text: string; readonly action: string } => {
  const isClientAlone = standing.kind === 'open' && !standing.signedOut.includes('user')
  return isClientAlone
    ? {
        text: vscode.l10n.t('“{0}” does not take the secret of its OAuth client any more.', facts.name),
        action: vscode.l10n.t('Connect Again')
      }
    : { text: vscode.l10n.t('“{0}” has signed you out.', facts.name), action: vscode.l10n.t('Sign In Again') }
}

/** Tells a person that a connection takes a credential no more, with a button that mends it. */
export const showSignedOut = async (known: KnownConnection): Promise<void> => {
  const { text, action } = wordsOf(known)
  const chosen = await vscode.window.showWarningMessage(text, action)
  if (chosen !== undefined) await vscode.commands.executeCommand('genesysMessaging.signIn', { kind: 'connection', id: known.facts.id })
}
