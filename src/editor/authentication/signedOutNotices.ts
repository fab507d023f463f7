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
export class SignedOutNotices implements vscode.Disposable {
  readonly #connections: Connections
  readonly #subscription: Disposable
  readonly #told = new Set<string>()

  constructor(connections: Connections) {
    this.#connections = connections
    this.#subscription = connections.onDidChange((change) => {
      const known = change.kind === 'connection' ? this.#connections.find(change.id) : undefined
      if (known) void this.#look(known)
    })
  }

  /** The person signs out by themselves: there is nothing to tell. */
  expect(id: string): void {
    this.#told.add(id)
  }

  dispose(): void {
    this.#subscription.dispose()
  }

  async #look(known: KnownConnection): Promise<void> {
    const { id, isSandbox } = known.facts
    const notice = isSandbox ? undefined : noticeOf(known)
    if (!notice) {
      // Not while it is being opened: what comes of that is not known yet.
      if (known.standing.kind === 'open') this.#told.delete(id)
      return
    }
    if (this.#told.has(id)) return
    this.#told.add(id)
    const chosen = await vscode.window.showWarningMessage(notice.text, notice.action)
    if (chosen !== undefined) await vscode.commands.executeCommand('genesysMessaging.signIn', { kind: 'connection', id })
  }
}
