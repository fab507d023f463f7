import { AnalyticsRecords } from './analytics/records'
import { randomBytes } from 'node:crypto'
import { movable, stoppable, systemClock, type Clock } from './clock'
import type { Control, NamedConversations } from './control/control'
import { ConversationStore } from './conversations/conversationStore'
import { TypingEvents } from './conversations/typing'
import { AuthorizationCodes } from './credentials/authorizationCodes'
import { CredentialStore } from './credentials/credentialStore'
import { everywhere } from './credentials/grants'
import { registerClients, type ClientLogin } from './credentials/registeredClients'
import { agentRole, notifierRole } from './credentials/roles'
import { UnknownConversation } from './errors'
import { Faults } from './faults/faults'
import { Guests } from './guests/guests'
import { guestSocket } from './guests/guestSocket'
import { createApp } from './http/app'
import { rateLimit } from './http/rateLimit'
import { serve } from './http/server'
import { socketsOf, type SocketRoute } from './http/sockets'
import { seededIds } from './ids'
import { Ledger } from './ledger/ledger'
import { Life } from './life/life'
import { MediaStore } from './media/mediaStore'
import { channelSocketRoute } from './notifications/channelSocket'
import { ChannelStore } from './notifications/channelStore'
import { notifyOfChanges } from './notifications/notifier'
import { expireContacts } from './organisation/contactExpiry'
import { OrganisationStore } from './organisation/organisationStore'
import { OptOuts } from './receiving/optOuts'
import { RoutingStatuses } from './routing/routingStatus'
import { findScenario } from './scenarios'
import type { Opening } from './scenarios/scenario'
import { carryOut } from './trials/carryOut'
import { ClientUsage } from './usage/clientUsage'
import { worldOf } from './world'

export type { Clock } from './clock'
export type { Control } from './control/control'
export { SandboxPortUnavailable, TokenLifeOutOfRange, UnknownConversation, UnknownOperation, UnknownScenario } from './errors'
export type { FaultRequest } from './faults/fault'
export type { LedgerEntry } from './ledger/ledger'
export { scenarios, type ScenarioSummary } from './scenarios'

export interface SandboxOptions {
  /** 0, the default, is any free port. */
  readonly port?: number
  /** How the organisation looks at the start: `default` unless given. */
  readonly scenario?: string
  /** How many conversations a scenario makes that makes any number of them. */
  readonly conversations?: number
  /** All ids follow from it; 1 unless given. */
  readonly seed?: number
  readonly clock?: Clock
  /** How many seconds an access token lives: 5 minutes to 48 hours, 24 hours unless given. `userToken` is not bound by it. */
  readonly tokenLifeSeconds?: number
  /** Refuses requests of a token that makes too many in a minute; false unless given. */
  readonly rateLimits?: boolean
  /** How far analytics is behind what happens: 0 unless given. */
  readonly analyticsLagSeconds?: number
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
  /** What the control API takes, and nothing else. */
  readonly controlToken: string
  readonly conversations: NamedConversations
}

export interface Sandbox extends Control {
  /** As it is now: loading a scenario changes the conversations. */
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
  /**
   * Does at once what shows the situation of the scenario.
   * @returns what was sent and what came back, without a token; `undefined` for a scenario that has nothing to try at once
   */
  tryScenario(): Promise<string | undefined>
  /** Ends every connection and everything that waits, at once. */
  stop(): Promise<void>
}

const tokensOfGuests = (guests: Guests, conversations: Opening['conversations']): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...conversations]
      .filter(([, { messengerType }]) => messengerType === 'webmessaging')
      .map(([name, conversation]) => [name, guests.impersonate(conversation)])
  )

/**
 * Starts a local organisation that speaks the platform’s REST protocol on 127.0.0.1.
 * Secrets and tokens are new at each start; everything else follows from the seed and the time of the start.
 * @throws SandboxPortUnavailable
 * @throws UnknownScenario
 * @throws TokenLifeOutOfRange
 */
export const startSandbox = async (options: SandboxOptions = {}): Promise<Sandbox> => {
  const { port = 0, seed = 1 } = options
  const clock = movable(options.clock ?? systemClock)
  const ids = seededIds(seed)
  const liveIds = ids.within('live')
  const faults = new Faults(seed)
  const ledger = new Ledger()
  const controlToken = randomBytes(32).toString('base64url')
  const credentials = new CredentialStore()
  const { notifier, reader, homeNotifier, inspector, desktop, viewer } = registerClients(credentials, ids, options.tokenLifeSeconds)

  /** An organisation as a scenario opens it, and what answers for it. */
  const open = (name: string) => {
    // The same in every scenario, so that an organisation keeps its users, addresses and contacts when another is loaded.
    const opening = findScenario(name).open(seededIds(seed).within('default'), clock.now(), options)
    const time = stoppable(clock)
    const { organisation, user, conversations, others = [], roles, offlineGuests = new Set(), optedOut = [] } = opening
    const stores = {
      configuration: new OrganisationStore(organisation),
      conversations: new ConversationStore([...conversations.values(), ...others]),
      clock: time,
      ids: liveIds,
      typing: new TypingEvents()
    }
    const world = worldOf({
      ...stores,
      guests: new Guests(stores, offlineGuests),
      channels: new ChannelStore(time),
      media: new MediaStore(),
      records: new AnalyticsRecords(stores.conversations, time, options.analyticsLagSeconds ?? 0),
      optOuts: new OptOuts(),
      routingStatuses: new RoutingStatuses()
    })
    // Before whoever reacts to a change with another: events go out in the order of the changes.
    notifyOfChanges(world)
    const life = new Life(world)
    expireContacts(world.configuration, world.conversations, time)
    for (const { businessAddress, customerAddress } of optedOut) world.optOuts.optOut(businessAddress, customerAddress)
    credentials.giveRoles(user.id, everywhere(roles?.agent ?? agentRole))
    credentials.giveRoles(notifier.clientId, everywhere(roles?.notifier ?? notifierRole))
    faults.set(opening.faults ?? [])
    const socketRoutes: readonly SocketRoute[] = [guestSocket(world), channelSocketRoute(world)]
    const guestTokens = tokensOfGuests(world.guests, conversations)
    return { name, opening, world, life, time, app: createApp(world, surroundings), socketRoutes, guestTokens }
  }

  const namedConversations = (): NamedConversations =>
    Object.fromEntries([...current.opening.conversations].map(([name, { id }]) => [name, id]))

  const control: Control = {
    now: () => clock.now(),
    advance: (milliseconds) => {
      clock.advance(milliseconds)
    },
    scenario: () => current.name,
    conversationCount: () => current.world.conversations.size,
    loadScenario: (name) => {
      const before = current
      current = open(name)
      before.life.stop()
      before.time.stop()
      sockets.restart()
      return namedConversations()
    },
    forgetConversation: (id) => {
      if (!current.world.conversations.remove(id)) throw new UnknownConversation(id)
    },
    guestTokens: () => current.guestTokens,
    ledger: () => ledger.entries(),
    clearLedger: () => {
      ledger.clear()
    },
    faults: () => faults.list(),
    setFaults: (requested) => {
      faults.set(requested)
    }
  }

  const surroundings = {
    credentials,
    codes: new AuthorizationCodes(),
    countRequest: rateLimit(clock, options.rateLimits ?? false),
    clock,
    faults,
    ledger,
    usage: new ClientUsage(),
    control,
    controlToken
  }
  let current = open(options.scenario ?? 'default')
  const userToken = credentials.signIn(current.opening.user, inspector, clock.now())
  const sockets = socketsOf(() => current.socketRoutes, faults, clock)
  const server = await serve((request, environment) => current.app.fetch(request, environment), sockets, port)

  const sandbox: Sandbox = {
    ...control,
    get address() {
      const { organisation } = current.world
      return {
        url: `http://127.0.0.1:${server.port}`,
        guestUrl: `ws://127.0.0.1:${server.port}/v1`,
        region: 'sandbox',
        ...notifier,
        userToken,
        pkceClientId: inspector.id,
        controlToken,
        deploymentId: organisation.deployments[0]?.id ?? '',
        queueId: organisation.queues[0]?.id ?? '',
        conversations: namedConversations()
      }
    },
    reader,
    homeNotifier,
    desktop,
    viewerId: viewer.id,
    foreignToken: credentials.issueForeign(),
    tryScenario: async () => {
      const { trial } = findScenario(current.name)
      if (trial === undefined) return undefined
      const { conversations } = current.opening
      return carryOut(trial, {
        ...sandbox.address,
        userId: current.opening.user.id,
        conversation: (name) => {
          const opened = conversations.get(name)
          const now = opened && current.world.conversations.get(opened.id)
          if (now === undefined) throw new Error(`The scenario has no conversation ${name}.`)
          return now
        },
        guestToken: (name) => current.guestTokens[name] ?? ''
      })
    },
    stop: async () => {
      current.life.stop()
      clock.stop()
      await server.stop()
    }
  }
  return sandbox
}
