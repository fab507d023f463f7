import * as vscode from 'vscode'
import { Connection } from '../../genesys/connection'
import { regionEndpoint } from '../../genesys/endpoint'
import { loadSdk } from '../../genesys/loadSdk'
import type { ConnectionSettings } from '../../genesys/signIn'
import type { Pace } from '../../genesys/traffic/pace'
import type { Sandbox } from '../../sandbox/index'
import type { Conversations } from '../../store/conversations'
import { setContext } from '../contextKeys'
import { ReportedError } from '../failures'
import type { Log } from '../log'
import type { SavedConnection, SavedConnections } from './savedConnection'

/** Which organisation is connected: a real one, or the sandbox, which this starts and stops. */
export class Session implements vscode.Disposable {
  #sandbox: Sandbox | undefined
  #restoring: Promise<void> | undefined

  constructor(
    private readonly conversations: Conversations,
    private readonly saved: SavedConnections,
    private readonly log: Log,
    private readonly pace: Pace
  ) {}

  get sandboxRuns(): boolean {
    return this.#sandbox !== undefined
  }

  /** Starts the sandbox if it does not run, and connects it. */
  async startSandbox(): Promise<void> {
    this.#sandbox ??= await (await import('../../sandbox/index')).startSandbox()
    await setContext('sandboxRunning', true)
    const { url, userToken, clientId, clientSecret } = this.#sandbox.address
    this.log.info('sandbox', `runs at ${url}`)
    await this.#open({
      id: 'sandbox',
      endpoint: { kind: 'loopback', port: Number(new URL(url).port) },
      userToken,
      client: { id: clientId, secret: clientSecret }
    })
  }

  /** Stops the sandbox. What is shown of it stays, and a read of it then says that it has stopped. */
  async stopSandbox(): Promise<void> {
    const sandbox = this.#sandbox
    this.#sandbox = undefined
    await sandbox?.stop()
    await setContext('sandboxRunning', false)
    if (this.conversations.connection?.isSandbox === true) await this.disconnect()
  }

  /** Connects a real organisation, and remembers it when it has accepted the credentials. */
  async connect(connection: SavedConnection): Promise<void> {
    await this.#openSaved(connection)
    await this.saved.save(connection)
  }

  /** Connects the organisation of the last time, once a session, if there is one. */
  restore(): Promise<void> {
    this.#restoring ??= (async () => {
      const connection = this.conversations.connection ? undefined : await this.saved.load()
      if (connection) await this.#openSaved(connection)
    })()
    return this.#restoring
  }

  /** Disconnects, and forgets the saved credentials of a real organisation. */
  async disconnect(): Promise<void> {
    if (this.conversations.connection?.isSandbox === false) await this.saved.forget()
    await this.conversations.connect(undefined)
    await setContext('connected', false)
  }

  dispose(): void {
    void this.#sandbox?.stop()
  }

  async #openSaved({ region, userToken, client }: SavedConnection): Promise<void> {
    const endpoint = regionEndpoint(region)
    if (!endpoint) throw new ReportedError(vscode.l10n.t('There is no region “{0}”.', region))
    await this.#open({ id: region, endpoint, userToken, client })
  }

  async #open(settings: ConnectionSettings): Promise<void> {
    await setContext('connecting', true)
    try {
      const connection = await Connection.open(settings, {
        sdk: await loadSdk(),
        pace: this.pace,
        random: Math.random,
        onSignedOut: () => undefined
      })
      this.log.info(
        'connection',
        `${connection.organisation} at ${connection.origin}, with ${connection.credentials.map(({ kind, name }) => `${kind} ${name}`).join(' and ')}`
      )
      await setContext('connected', true)
      await this.conversations.connect(connection)
    } finally {
      await setContext('connecting', false)
    }
  }
}
