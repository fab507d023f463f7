import * as vscode from 'vscode'
import { Connection } from '../../genesys/connection'
import { loadSdk } from '../../genesys/loadSdk'
import type { Pace } from '../../genesys/traffic/pace'
import type { Sandbox } from '../../sandbox/index'
import type { Connections } from '../../store/connections'
import { sandboxId } from '../authentication/profile'
import { setContext } from '../contextKeys'
import { ReportedError, sentenceOf } from '../failures'
import type { Log } from '../log'
import { readConversations } from '../reading'

const notRunning = (): ReportedError =>
  new ReportedError(vscode.l10n.t('The sandbox does not run.'), {
    label: vscode.l10n.t('Start Sandbox'),
    command: 'genesysMessaging.startSandbox'
  })

/** The sandbox that this editor starts and stops, and the connection to it. */
export class SandboxConnection implements vscode.Disposable {
  #sandbox: Sandbox | undefined

  constructor(
    private readonly connections: Connections,
    private readonly log: Log,
    private readonly pace: Pace,
    /** Forgets what was sent to an organisation that is gone: the next one has the same conversations, and none of the messages. */
    private readonly forgetSends: () => Promise<void>
  ) {}

  get runs(): boolean {
    return this.#sandbox !== undefined
  }

  /** Starts the sandbox if it does not run, and connects it. */
  async start(): Promise<void> {
    await this.#connect(this.#sandbox ?? (await this.#begin()))
  }

  /**
   * Shows a scenario in the sandbox, which is started if it does not run, and connects it.
   * @returns the ids of the scenario’s conversations, by name
   */
  async loadScenario(scenario: string): Promise<Readonly<Record<string, string>>> {
    if (this.#sandbox) {
      this.#sandbox.loadScenario(scenario)
      await this.forgetSends()
    }
    const sandbox = this.#sandbox ?? (await this.#begin(scenario))
    await this.#connect(sandbox)
    return sandbox.address.conversations
  }

  /** Moves the sandbox’s clock ahead, and reads what became of its conversations. */
  async advanceClock(milliseconds: number): Promise<void> {
    if (!this.#sandbox) throw notRunning()
    this.#sandbox.advance(milliseconds)
    // Connected anew: nothing that was read before the clock moved counts any more.
    await this.#connect(this.#sandbox)
  }

  /** Does what shows the situation of the scenario, see `Sandbox.tryScenario`, and reads what became of the conversations. */
  async tryScenario(): Promise<string | undefined> {
    if (!this.#sandbox) throw notRunning()
    const exchange = await this.#sandbox.tryScenario()
    await this.connections.refresh(sandboxId)
    return exchange
  }

  /** Stops the sandbox and forgets its connection. */
  async stop(): Promise<void> {
    const sandbox = this.#sandbox
    this.#sandbox = undefined
    await sandbox?.stop()
    await setContext('sandboxRunning', false)
    this.connections.remove(sandboxId)
    await this.forgetSends()
  }

  dispose(): void {
    void this.#sandbox?.stop()
  }

  async #begin(scenario?: string): Promise<Sandbox> {
    const { startSandbox } = await import('../../sandbox/index')
    const sandbox = await startSandbox({ ...(scenario !== undefined && { scenario }) })
    this.#sandbox = sandbox
    this.log.info('sandbox', `runs at ${sandbox.address.url}`)
    await setContext('sandboxRunning', true)
    return sandbox
  }

  async #connect(sandbox: Sandbox): Promise<void> {
    const { url, userToken, clientId, clientSecret } = sandbox.address
    const facts = {
      id: sandboxId,
      name: vscode.l10n.t('Sandbox'),
      place: vscode.l10n.t('this machine'),
      isProduction: false,
      isSandbox: true
    }
    if (!this.connections.get(sandboxId)) {
      this.connections.know(facts)
      this.connections.close(sandboxId, { kind: 'opening' })
    }
    try {
      const connection = await Connection.open(
        {
          id: sandboxId,
          endpoint: { kind: 'loopback', port: Number(new URL(url).port) },
          userToken,
          client: { id: clientId, secret: clientSecret }
        },
        {
          sdk: await loadSdk(),
          pace: { ...this.pace, now: () => sandbox.now() },
          random: Math.random,
          onSignedOut: (kind) => {
            this.connections.signedOut(sandboxId, kind)
          }
        }
      )
      if (this.#sandbox !== sandbox) return // Stopped meanwhile.
      this.connections.add(facts, connection)
    } catch (error) {
      this.connections.close(sandboxId, { kind: 'failed', why: sentenceOf(error) })
      throw error
    }
    await readConversations(this.connections, [sandboxId])
  }
}
