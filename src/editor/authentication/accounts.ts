import * as vscode from 'vscode'
import type { ConnectionProfile } from './profile'
import type { ConnectionProfiles } from './profiles'
import type { ConnectionSecrets } from './secrets'

/** What the accounts work with. */
export interface AccountsMeans {
  readonly profiles: ConnectionProfiles
  readonly secrets: ConnectionSecrets
  /** Makes a connection with a user; `undefined` when the person gives up. */
  readonly connectUser: () => Promise<ConnectionProfile | undefined>
  readonly signOutUser: (profile: ConnectionProfile) => Promise<void>
}

/** The signed-in users of all connections, as VS Code’s accounts. A session has the id of its connection. */
export class Accounts implements vscode.AuthenticationProvider, vscode.Disposable {
  readonly #means: AccountsMeans
  readonly #changed: vscode.EventEmitter<vscode.AuthenticationProviderAuthenticationSessionsChangeEvent>
  readonly #subscriptions: readonly vscode.Disposable[]
  /** As last told, so that a change can name what was added and what is gone. */
  #told = new Map<string, vscode.AuthenticationSession>()
  #telling: Promise<void> = Promise.resolve()

  readonly onDidChangeSessions

  constructor(means: AccountsMeans, changed: vscode.EventEmitter<vscode.AuthenticationProviderAuthenticationSessionsChangeEvent>) {
    this.#means = means
    this.#changed = changed
    this.onDidChangeSessions = changed.event
    const tell = (): void => {
      // One after another: each looks at what the one before has told.
      this.#telling = this.#telling.then(() => this.#tell())
    }
    this.#subscriptions = [means.secrets.onDidChangeUserToken(tell), means.profiles.onDidChange(tell)]
    tell()
  }

  async getSessions(
    scopes?: readonly string[],
    { account }: vscode.AuthenticationProviderSessionOptions = {}
  ): Promise<vscode.AuthenticationSession[]> {
    const sessions = await this.#sessions()
    return sessions.filter(
      (session) =>
        (scopes ?? []).every((scope) => session.scopes.includes(scope)) && (account === undefined || session.account.id === account.id)
    )
  }

  async createSession(): Promise<vscode.AuthenticationSession> {
    const profile = await this.#means.connectUser()
    const session = profile && (await this.#sessionOf(profile))
    if (!session) throw new Error(vscode.l10n.t('Nobody has signed in.'))
    return session
  }

  async removeSession(id: string): Promise<void> {
    const profile = this.#means.profiles.get(id)
    if (profile) await this.#means.signOutUser(profile)
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose()
  }

  async #sessions(): Promise<readonly vscode.AuthenticationSession[]> {
    const sessions = await Promise.all(this.#means.profiles.all().map((profile) => this.#sessionOf(profile)))
    return sessions.filter((session) => session !== undefined)
  }

  async #sessionOf({ id, name, user }: ConnectionProfile): Promise<vscode.AuthenticationSession | undefined> {
    const held = user && (await this.#means.secrets.userToken(id))
    if (!held) return undefined
    const label = `${held.user?.name ?? vscode.l10n.t('User')} (${name})`
    return { id, accessToken: held.token, account: { id, label }, scopes: held.scopes ?? [] }
  }

  async #tell(): Promise<void> {
    const before = this.#told
    const now = new Map((await this.#sessions()).map((session) => [session.id, session]))
    this.#told = now
    const added = [...now.values()].filter(({ id }) => !before.has(id))
    const removed = [...before.values()].filter(({ id }) => !now.has(id))
    const changed = [...now.values()].filter((session) => {
      const earlier = before.get(session.id)
      return earlier !== undefined && (earlier.accessToken !== session.accessToken || earlier.account.label !== session.account.label)
    })
    if (added.length + removed.length + changed.length > 0) this.#changed.fire({ added, removed, changed })
  }
}
