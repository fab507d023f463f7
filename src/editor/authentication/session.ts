import * as vscode from 'vscode'
import type { Connection } from '../../genesys/connection'
import { regions } from '../../platform/regions'
import type { ConnectionFacts, Connections, OpenConnection } from '../../store/connections'
import type { Disposable } from '../../store/emitter'
import { ReportedError, sentenceOf, SignedOutError } from '../failures'
import type { Log } from '../log'
import { readConversations } from '../reading'
import type { Connector, Reopened } from './connector'
import type { ConnectionProfile } from './profile'
import type { ConnectionProfiles } from './profiles'

/** What is kept of a connection beside its profile and its secrets. */
export interface Belongings {
  readonly forget: (connectionId: string) => Promise<void>
}

const placeOf = ({ endpoint }: ConnectionProfile): string => {
  if (endpoint.kind === 'host') return endpoint.host
  const region = regions.find(({ name }) => name === endpoint.region)
  return region ? `${region.place}, ${region.name}` : endpoint.region
}

const factsOf = (profile: ConnectionProfile): ConnectionFacts => ({
  id: profile.id,
  name: profile.name,
  place: placeOf(profile),
  isProduction: profile.isProduction,
  isSandbox: false
})

/** Resolves when there is something to see; the rest of a long list comes later. */
const firstRows = ({ conversations }: OpenConnection): Promise<void> =>
  new Promise((resolve) => {
    const subscription = conversations.onDidChange(() => {
      if (conversations.rows().length === 0) return
      subscription.dispose()
      resolve()
    })
  })

/** The organisations that a person has connected: which are known, and which are open. */
export class Session implements vscode.Disposable {
  readonly #subscription: Disposable
  readonly #opening = new Map<string, Promise<OpenConnection>>()
  #knowing: Promise<void> | undefined
  #restoring: Promise<void> | undefined

  constructor(
    private readonly profiles: ConnectionProfiles,
    private readonly connector: Connector,
    private readonly connections: Connections,
    private readonly belongings: Belongings,
    /** Brings what an earlier version kept into the form of this one. */
    private readonly migrate: () => Promise<void>,
    private readonly log: Log
  ) {
    this.#subscription = profiles.onDidChange(() => {
      this.#know()
    })
  }

  /** Makes the saved connections known, and opens none. */
  know(): Promise<void> {
    this.#knowing ??= this.migrate().then(() => {
      this.#know()
    })
    return this.#knowing
  }

  /** Makes the saved connections known and, once a session, begins to open them. What fails stands on the connection’s row. */
  restore(): Promise<void> {
    this.#restoring ??= this.#restore()
    return this.#restoring
  }

  /** Restores, and waits until something can be read: at once where a connection is open, else when those that are being opened are or cannot be. */
  async ready(): Promise<void> {
    await this.restore()
    if (this.connections.all().length === 0) await Promise.allSettled(this.#opening.values())
  }

  /** Restores, and waits until a connection is open or cannot be opened. */
  async restored(id: string): Promise<void> {
    await this.restore()
    await this.#opening.get(id)?.catch(() => undefined) // Told where it began.
  }

  /**
   * Opens a saved connection and begins to read its conversations; joins in where it is being opened already. Rejects when it cannot be opened. That its
   * conversations cannot be read stands on its row.
   */
  open(id: string, signal?: AbortSignal): Promise<OpenConnection> {
    const running = this.#opening.get(id)
    if (running) return running
    const opening = this.#open(id, signal).finally(() => this.#opening.delete(id))
    this.#opening.set(id, opening)
    return opening
  }

  /** Keeps a connection that has just been made and opened, and reads its conversations. */
  async adopt(profile: ConnectionProfile, connection: Connection): Promise<void> {
    await this.profiles.save(profile)
    await this.#show(profile, { connection, signedOut: [] })
  }

  /** Opens a connection anew, because something that it was opened with is another one. */
  async reopen(id: string): Promise<void> {
    await this.#opening.get(id)?.catch(() => undefined) // Told where it began.
    await this.open(id)
  }

  /** Signs the user of a connection out. Without an OAuth client nothing is left to be connected with. */
  async signOutUser(profile: ConnectionProfile): Promise<void> {
    await this.connector.signOutUser(profile)
    if (profile.client) await this.reopen(profile.id)
    else this.connections.close(profile.id)
  }

  /** Closes a connection. It stays known, with its secrets. */
  close(id: string): void {
    this.connections.close(id)
  }

  async rename(id: string, name: string): Promise<void> {
    await this.#change(id, (profile) => ({ ...profile, name }))
  }

  async mark(id: string, isProduction: boolean): Promise<void> {
    await this.#change(id, (profile) => ({ ...profile, isProduction }))
  }

  /** Signs a connection out, and forgets everything of it. */
  async remove(id: string): Promise<void> {
    const profile = this.profiles.get(id)
    this.connections.remove(id)
    if (profile) await this.connector.signOut(profile)
    await this.profiles.remove(id)
    await this.belongings.forget(id)
  }

  dispose(): void {
    this.#subscription.dispose()
  }

  async #restore(): Promise<void> {
    await this.know()
    for (const { id } of this.profiles.all())
      if (!this.connections.get(id))
        this.open(id).catch((error: unknown) => {
          this.log.error('connecting', sentenceOf(error))
        })
  }

  #know(): void {
    for (const profile of this.profiles.all()) this.connections.know(factsOf(profile))
  }

  async #change(id: string, change: (profile: ConnectionProfile) => ConnectionProfile): Promise<void> {
    const profile = this.profiles.get(id)
    if (profile) await this.profiles.save(change(profile))
  }

  async #open(id: string, signal: AbortSignal | undefined): Promise<OpenConnection> {
    const profile = this.profiles.get(id)
    if (!profile) throw new Error(`There is no connection ${id}.`)
    this.connections.know(factsOf(profile))
    this.connections.close(id, { kind: 'opening' })
    let reopened: Reopened
    try {
      reopened = await this.connector.open(profile)
    } catch (error) {
      this.connections.close(id, error instanceof SignedOutError ? { kind: 'signedOut' } : { kind: 'failed', why: sentenceOf(error) })
      throw error
    }
    // Disconnected or removed meanwhile: what came late is not shown.
    if (this.connections.find(id)?.standing.kind !== 'opening')
      throw new ReportedError(vscode.l10n.t('{0} was disconnected before it was open.', profile.name))
    return this.#show(this.profiles.get(id) ?? profile, reopened, signal)
  }

  async #show(profile: ConnectionProfile, { connection, signedOut }: Reopened, signal?: AbortSignal): Promise<OpenConnection> {
    const { id } = profile
    this.log.info('connection', `${profile.name} at ${connection.origin}`)
    const open = this.connections.add(factsOf(profile), connection, signedOut)
    const reading = readConversations(this.connections, [id], signal).catch((error: unknown) => {
      this.log.error('reading the conversations', sentenceOf(error))
    })
    await Promise.race([reading, firstRows(open)])
    return open
  }
}
