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

const sandboxNotRunning = (): ReportedError =>
  new ReportedError(vscode.l10n.t('The sandbox does not run.'), {
    label: vscode.l10n.t('Start Sandbox'),
    command: 'genesysMessaging.startSandbox'
  })

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
    await this.#connectSandbox(this.#sandbox ?? (await this.#newSandbox()))
  }

  /**
   * Shows a scenario in the sandbox, which is started if it does not run, and connects it.
   * @returns the ids of the scenario’s conversations, by name
   */
  async loadScenario(scenario: string): Promise<Readonly<Record<string, string>>> {
    if (this.#sandbox) this.#sandbox.loadScenario(scenario)
    const sandbox = this.#sandbox ?? (await this.#newSandbox(scenario))
    await this.#connectSandbox(sandbox)
    return sandbox.address.conversations
  }

  /** Moves the sandbox’s clock ahead, and reads what became of its conversations. */
  async advanceSandboxClock(milliseconds: number): Promise<void> {
    if (!this.#sandbox) throw sandboxNotRunning()
    this.#sandbox.advance(milliseconds)
    // A token of the client may have expired on the way.
    await this.#connectSandbox(this.#sandbox)
  }

  /** Does what shows the situation of the scenario, see `Sandbox.tryScenario`, and reads what became of the conversations. */
  async tryScenario(): Promise<string | undefined> {
    if (!this.#sandbox) throw sandboxNotRunning()
    const exchange = await this.#sandbox.tryScenario()
    await this.conversations.refresh()
    return exchange
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

  async #newSandbox(scenario?: string): Promise<Sandbox> {
    const { startSandbox } = await import('../../sandbox/index')
    this.#sandbox = await startSandbox({ ...(scenario !== undefined && { scenario }) })
    this.log.info('sandbox', `runs at ${this.#sandbox.address.url}`)
    await setContext('sandboxRunning', true)
    return this.#sandbox
  }

  async #connectSandbox(sandbox: Sandbox): Promise<void> {
    const { url, userToken, clientId, clientSecret } = sandbox.address
    const endpoint = { kind: 'loopback', port: Number(new URL(url).port) } as const
    await this.#open({ id: 'sandbox', endpoint, userToken, client: { id: clientId, secret: clientSecret } }, () => sandbox.now())
  }

  async #openSaved({ region, userToken, client }: SavedConnection): Promise<void> {
    const endpoint = regionEndpoint(region)
    if (!endpoint) throw new ReportedError(vscode.l10n.t('There is no region “{0}”.', region))
    await this.#open({ id: region, endpoint, userToken, client })
  }

  async #open(settings: ConnectionSettings, now: () => number = Date.now): Promise<void> {
    await setContext('connecting', true)
    try {
      const connection = await Connection.open(settings, {
        sdk: await loadSdk(),
        pace: { ...this.pace, now },
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
