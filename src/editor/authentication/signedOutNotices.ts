import * as vscode from 'vscode'
import type { Connections, KnownConnection } from '../../store/connections'
import type { Disposable } from '../../store/emitter'

/** What a person reads of a connection that takes a credential no more, and the button under it. */
const noticeOf = ({ facts, standing }: KnownConnection): { readonly text: string; readonly action: string } | undefined => {
  const user = { text: vscode.l10n.t('“{0}” has signed you out.', facts.name), action: vscode.l10n.t('Sign In Again') }
  if (standing.kind === 'signedOut') return user
  if (standing.kind !== 'open') return undefined
  if (standing.signedOut.includes('user')) return user
  return standing.signedOut.includes('client')
    ? {
        text: vscode.l10n.t('“{0}” does not take the secret of its OAuth client any more.', facts.name),
        action: vscode.l10n.t('Connect Again')
      }
    : undefined
}

/** Tells once that a connection has signed somebody out, however many requests are refused, until it works again. */
export const signedOutNotices = (connections: Connections): Disposable => {
  const told = new Set<string>()
  const notice = async (known: KnownConnection): Promise<void> => {
    const { id, isSandbox } = known.facts
    const said = isSandbox ? undefined : noticeOf(known)
    if (!said) {
      // Not while it is being opened: what comes of that is not known yet.
      if (known.standing.kind === 'open') told.delete(id)
      return
    }
    if (told.has(id)) return
    told.add(id)
    const chosen = await vscode.window.showWarningMessage(said.text, said.action)
    if (chosen !== undefined) await vscode.commands.executeCommand('genesysMessaging.signIn', { kind: 'connection', id })
  }
  return connections.onDidChange((change) => {
    if (change.kind !== 'connection') return
    const known = connections.find(change.id)
    if (known) void notice(known)
  })
}
