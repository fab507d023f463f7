import { AnalyticsRecords } from './analytics/records'
import { stoppable, systemClock, type Clock } from './clock'
import { ConversationStore } from './conversations/conversationStore'
import { TypingEvents } from './conversations/typing'
import { CredentialStore } from './credentials/credentialStore'
import { agentRole, notifierRole, readerRole } from './credentials/roles'
import { createApp } from './http/app'
import { serve } from './http/server'
import { socketsOf } from './http/sockets'
import { seededIds } from './ids'
import { MediaStore } from './media/mediaStore'
import { expireContacts } from './organisation/contactExpiry'
import { OrganisationStore } from './organisation/organisationStore'
import { everyGuestBut } from './receiving/guestPresence'
import { OptOuts } from './receiving/optOuts'
import { RoutingStatuses } from './routing/routingStatus'
import { findScenario } from './scenarios'
import { Life } from './life/life'
import { worldOf } from './world'

export type { Clock } from './clock'
export { SandboxPortUnavailable, UnknownScenario } from './errors'

export interface SandboxOptions {
  /** 0, the default, is any free port. */
  readonly port?: number
  /** How the organisation looks at the start: `default`. */
  readonly scenario?: string
  /** All ids follow from it; 1 unless given. */
  readonly seed?: number
  readonly clock?: Clock
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
  readonly deploymentId: string
  readonly queueId: string
  /** Conversation ids by what they show. */
  readonly conversations: Readonly<Record<string, string>>
}

export interface Sandbox {
  readonly address: SandboxAddress
  /** An OAuth client whose role may look and not send. */
  readonly reader: { readonly clientId: string; readonly clientSecret: string }
  /** Ends every connection and everything that waits, at once. */
  stop(): Promise<void>
}

/**
 * Starts a local organisation that speaks the platform’s REST protocol on 127.0.0.1.
 * Secrets and tokens are new at each start; everything else follows from the seed and the time of the start.
 * @throws SandboxPortUnavailable
 * @throws UnknownScenario
 */
export const startSandbox = async (options: SandboxOptions = {}): Promise<Sandbox> => {
  const { port = 0, scenario = 'default', seed = 1 } = options
  const clock = stoppable(options.clock ?? systemClock)
  const ids = seededIds(seed)
  const { organisation, user, conversations } = findScenario(scenario).open(ids.within(scenario), clock.now())

  const credentials = new CredentialStore()
  const notifier = { id: ids.next('client'), name: 'Notifier', role: notifierRole }
  const reader = { id: ids.next('client'), name: 'Reader', role: readerRole }
  const clientSecret = credentials.addClient(notifier)
  const readerSecret = credentials.addClient(reader)
  const userToken = credentials.signIn(user, agentRole)

  const store = new ConversationStore(conversations.values())
  const world = worldOf({
    configuration: new OrganisationStore(organisation),
    conversations: store,
    records: new AnalyticsRecords(store, clock, options.analyticsLagSeconds ?? 0),
    media: new MediaStore(),
    clock,
    ids: ids.within('live'),
    guests: everyGuestBut(new Set()),
    optOuts: new OptOuts(),
    routingStatuses: new RoutingStatuses(),
    typing: new TypingEvents()
  })
  expireContacts(world.configuration, world.conversations, clock)
  const life = new Life(world)
  const server = await serve(createApp(world, credentials).fetch, socketsOf([]), port)

  return {
    address: {
      url: `http://127.0.0.1:${server.port}`,
      guestUrl: `ws://127.0.0.1:${server.port}/v1`,
      region: 'sandbox',
      clientId: notifier.id,
      clientSecret,
      userToken,
      deploymentId: organisation.deployments[0]?.id ?? '',
      queueId: organisation.queues[0]?.id ?? '',
      conversations: Object.fromEntries([...conversations].map(([name, { id }]) => [name, id]))
    },
    reader: { clientId: reader.id, clientSecret: readerSecret },
    stop: async () => {
      life.stop()
      clock.stop()
      await server.stop()
    }
  }
}
