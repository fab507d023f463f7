import { stoppable, systemClock, type Clock } from './clock'
import { ConversationStore } from './conversations/conversationStore'
import { AuthorizationCodes } from './credentials/authorizationCodes'
import { CredentialStore } from './credentials/credentialStore'
import { registerClients, type ClientLogin } from './credentials/registeredClients'
import { createApp } from './http/app'
import { rateLimit } from './http/rateLimit'
import { serve } from './http/server'
import { socketsOf } from './http/sockets'
import { seededIds } from './ids'
import { findScenario } from './scenarios'

export type { Clock } from './clock'
export { SandboxPortUnavailable, TokenLifeOutOfRange, UnknownScenario } from './errors'

export interface SandboxOptions {
  /** 0, the default, is any free port. */
  readonly port?: number
  /** How the organisation looks at the start: `default`. */
  readonly scenario?: string
  /** All ids follow from it; 1 unless given. */
  readonly seed?: number
  readonly clock?: Clock
  /** How many seconds an access token lives: 5 minutes to 48 hours, 24 hours unless given. `userToken` is not bound by it. */
  readonly tokenLifeSeconds?: number
  /** Refuses requests of a token that makes too many in a minute; false unless given. */
  readonly rateLimits?: boolean
}

/** Where the sandbox is, what to sign in with, and the ids to start from. */
export interface SandboxAddress {
  /** Login host and API host in one. */
  readonly url: string
  readonly guestUrl: string
  readonly region: string
  readonly clientId: string
  readonly clientSecret: string
  /** Of an agent. It needs no signing in. */
  readonly userToken: string
  /** The OAuth app with which the editor signs users in (authorization code with PKCE). It has no secret. */
  readonly pkceClientId: string
  readonly deploymentId: string
  readonly queueId: string
  /** Conversation ids by what they show. */
  readonly conversations: Readonly<Record<string, string>>
}

export interface Sandbox {
  readonly address: SandboxAddress
  /** An OAuth client whose role may look and not send. */
  readonly reader: ClientLogin
  /** An OAuth client that may send, in the home division only. */
  readonly homeNotifier: ClientLogin
  /** An OAuth app that signs users in and has a secret. */
  readonly desktop: ClientLogin
  /** The id of an OAuth app that signs users in with PKCE and has the scopes for reading conversations only. */
  readonly viewerId: string
  /** A token that another region would have issued. */
  readonly foreignToken: string
  /** Ends every connection and everything that waits, at once. */
  stop(): Promise<void>
}

/**
 * Starts a local organisation that speaks the platform’s REST protocol on 127.0.0.1.
 * Secrets and tokens are new at each start; everything else follows from the seed and the time of the start.
 * @throws SandboxPortUnavailable
 * @throws UnknownScenario
 * @throws TokenLifeOutOfRange
 */
export const startSandbox = async (options: SandboxOptions = {}): Promise<Sandbox> => {
  const { port = 0, scenario = 'default', seed = 1 } = options
  const clock = stoppable(options.clock ?? systemClock)
  const ids = seededIds(seed)
  const { organisation, user, conversations } = findScenario(scenario).open(ids.within(scenario), clock.now())

  const credentials = new CredentialStore()
  const { notifier, reader, homeNotifier, inspector, desktop, viewer } = registerClients(credentials, ids, options.tokenLifeSeconds)
  const userToken = credentials.signIn(user, inspector, clock.now())

  const world = { organisation, conversations: new ConversationStore(conversations.values()), clock, ids: ids.within('live') }
  const access = { credentials, codes: new AuthorizationCodes(), countRequest: rateLimit(clock, options.rateLimits ?? false) }
  const server = await serve(createApp(world, access).fetch, socketsOf([]), port)

  return {
    address: {
      url: `http://127.0.0.1:${server.port}`,
      guestUrl: `ws://127.0.0.1:${server.port}/v1`,
      region: 'sandbox',
      ...notifier,
      userToken,
      pkceClientId: inspector.id,
      deploymentId: organisation.deployments[0]?.id ?? '',
      queueId: organisation.queues[0]?.id ?? '',
      conversations: Object.fromEntries([...conversations].map(([name, { id }]) => [name, id]))
    },
    reader,
    homeNotifier,
    desktop,
    viewerId: viewer.id,
    foreignToken: credentials.issueForeign(),
    stop: async () => {
      clock.stop()
      await server.stop()
    }
  }
}
