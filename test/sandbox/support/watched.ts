// A sandbox’s conversations as the editor holds them, kept true by what happens there.
import assert from 'node:assert/strict'
import { Connection } from '../../../src/genesys/connection'
import { loadSdk } from '../../../src/genesys/loadSdk'
import type { Api, Sdk } from '../../../src/genesys/api'
import { parseUuid, type Uuid } from '../../../src/model/ids'
import { Connections, type OpenConnection } from '../../../src/store/connections'
import { usualLookBackDays, type Conversations } from '../../../src/store/conversations'
import { LiveConnections } from '../../../src/store/live/liveConnections'
import type { Updates } from '../../../src/store/live/updates'
import { clockPace } from './clockPace'
import type { Session } from './session'

export interface WatchOptions {
  /** With whose credentials: the agent’s and the program’s unless given. */
  readonly as?: 'user' | 'client' | 'both'
  readonly openSocket?: (openSocket: Sdk['openSocket']) => Sdk['openSocket']
  /** The platform, with something else in the place of some of its answers. */
  readonly api?: (api: Api) => Api
}

/** The connections of an editor, of which the only one is the sandbox. */
export class Watched {
  readonly live: LiveConnections
  readonly failures: string[] = []

  private constructor(
    readonly connections: Connections,
    readonly open: OpenConnection,
    private readonly session: Session
  ) {
    this.live = new LiveConnections(connections, {
      pace: clockPace(session.clock),
      pollSeconds: () => 30,
      lookBackDays: () => usualLookBackDays,
      chosenQueues: () => [],
      onFailure: (doing, error) => {
        this.failures.push(`${doing}: ${String(error)}`)
      }
    })
  }

  static async open(
    session: Session,
    { as = 'both', openSocket = (same) => same, api = (same) => same }: WatchOptions = {}
  ): Promise<Watched> {
    const { url, userToken, clientId, clientSecret } = session.sandbox.address
    const sdk = await loadSdk()
    const connection = await Connection.open(
      {
        id: 'sandbox',
        endpoint: { kind: 'loopback', port: Number(new URL(url).port) },
        userToken: as === 'client' ? undefined : userToken,
        client: as === 'user' ? undefined : { id: clientId, secret: clientSecret }
      },
      {
        sdk: { ...sdk, openSocket: openSocket(sdk.openSocket), openApi: (...given) => api(sdk.openApi(...given)) },
        pace: clockPace(session.clock),
        random: () => 0,
        onSignedOut: () => undefined
      }
    )
    await connection.described
    const connections = new Connections()
    const facts = { id: 'sandbox', name: 'Sandbox', place: 'this machine', isProduction: false, isSandbox: true }
    const open = connections.add(facts, connection)
    await open.conversations.refresh()
    return new Watched(connections, open, session)
  }

  get conversations(): Conversations {
    return this.open.conversations
  }

  get updates(): Updates | undefined {
    const standing = this.connections.find('sandbox')?.standing
    assert.ok(standing?.kind === 'open')
    return standing.updates
  }

  id(name: string): Uuid {
    const id = parseUuid(this.session.conversationId(name))
    assert.ok(id)
    return id
  }

  /** Shows the view, and waits until it is told how it is kept true. */
  async show(): Promise<void> {
    this.live.showView(true)
    await this.until(() => this.updates !== undefined)
  }

  /** Waits for something to be so; looked at after every change. */
  until(isSo: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!isSo()) return
        subscription.dispose()
        resolve()
      }
      const subscription = this.connections.onDidChange(look)
      look()
    })
  }

  /** Waits for something that takes its time: the clock goes on by a step whenever the organisation has answered a request. */
  async untilInTime(isSo: () => boolean, stepMs = 250): Promise<void> {
    while (!isSo()) {
      await this.session.conversation('connected-web')
      this.session.clock.advance(stepMs)
    }
  }
}
