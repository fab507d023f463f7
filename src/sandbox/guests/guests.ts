import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock'
import type { Conversation } from '../conversations/conversation'
import type { ConversationChange, ConversationStore } from '../conversations/conversationStore'
import { businessSide, customerOf, isActive, isPresent, lastDisconnect, messagesOf } from '../conversations/reading'
import { disconnectAll } from '../conversations/transitions'
import type { TypingEvents } from '../conversations/typing'
import type { Ids } from '../ids'
import type { OrganisationStore } from '../organisation/organisationStore'
import { defaultMessenger, messengerOf, type Messenger } from '../organisation/webDeployment'
import { Attachments } from './attachments'
import { GuestConnections, type Asker, type GuestConnection } from './guestConnections'
import { GuestJwts } from './guestJwt'
import { guestMessage, noExtras, presenceMessage, type GuestExtras, type GuestMessage } from './guestMessage'
import { expiryOf, isExpired, withMessage, type GuestSession } from './guestSession'
import { GuestSessions } from './guestSessions'
import { notice, structuredMessage } from './protocol/frames'
import { GuestRateExceeded } from './protocol/guestError'
import { RateLimit, type Rate } from './rateLimit'

/** What guests need of the world that they are a part of. */
export interface GuestsWorld {
  readonly configuration: OrganisationStore
  readonly conversations: ConversationStore
  readonly clock: Clock
  readonly ids: Ids
  readonly typing: TypingEvents
}

/** Whose message is being received, and what it carries beside its text. */
interface Writing {
  readonly token: string
  readonly asker: Asker
  readonly extras: GuestExtras
}

const agentTypingMilliseconds = 5000

/** Per session. Source: Genesys’ limits of web messaging. */
const messageRate: Rate = { most: 5, seconds: 1 }

/** An agentless message connects the program that sends it and lets it go: nobody has left by that. */
const onlyProgramIsPresent = (conversation: Conversation): boolean => {
  const present = businessSide(conversation).filter(isPresent)
  return present.length > 0 && present.every(({ purpose }) => purpose === 'api')
}

/** The guests of web messaging: their sessions, who of them is connected, and what each gets to know of its conversations. */
export class Guests {
  readonly sessions = new GuestSessions()
  readonly connections = new GuestConnections()
  readonly attachments: Attachments
  readonly jwts = new GuestJwts()
  readonly #conversationByUnusedToken = new Map<string, string>()
  readonly #messageRates = new Map<string, RateLimit>()
  readonly #expiryTimers = new Set<string>()
  #writing: Writing | undefined

  /** @param away the ids of the conversations whose guests are not there until they connect */
  constructor(
    private readonly world: GuestsWorld,
    private readonly away: ReadonlySet<string> = new Set()
  ) {
    this.attachments = new Attachments(world.clock)
    world.conversations.onChange((change) => {
      this.#follow(change)
    })
    world.typing.onTyping(({ by, conversationId }) => {
      if (by === 'agent') this.#showTyping(conversationId)
    })
  }

  /** A token for the guest of a conversation that is already there. Whoever resumes its session is that guest. */
  impersonate({ id }: Conversation): string {
    const token = randomUUID()
    this.#conversationByUnusedToken.set(token, id)
    return token
  }

  /**
   * Whether a message would reach the guest now. A guest who never connected through the websocket counts as online, so that conversations that
   * no program plays the guest of go on as if there was one.
   */
  isOnline(conversationId: string): boolean {
    const conversation = this.world.conversations.get(conversationId)
    const session = conversation && this.sessions.of(conversation)
    if (session?.connectedBefore !== true) return !this.away.has(conversationId)
    return !isExpired(session, this.world.clock.now()) && this.connections.of(session.token).length > 0
  }

  /**
   * Counts a message of this session.
   * @throws GuestRateExceeded
   */
  countMessage({ token }: GuestSession): void {
    const limit = this.#messageRates.get(token) ?? new RateLimit(messageRate, this.world.clock)
    this.#messageRates.set(token, limit)
    const wait = limit.take()
    // The words are those that Genesys’ mobile SDK has in its tests.
    if (wait !== undefined) throw new GuestRateExceeded('Message rate too high for this session', wait)
  }

  /** Shows the guest that an agent types. */
  #showTyping(conversationId: string): void {
    const conversation = this.world.conversations.get(conversationId)
    const session = conversation && this.sessions.of(conversation)
    if (session === undefined) return
    const typing = { eventType: 'Typing', typing: { type: 'On', duration: agentTypingMilliseconds } } as const
    const body = { type: 'Event', direction: 'Outbound', id: this.world.ids.next('guest event'), events: [typing], metadata: {} } as const
    this.connections.broadcast(session.token, notice({ class: 'StructuredMessage', body }))
  }

  /** The session with this token; the one of a conversation that was there before begins when it is first asked for. */
  session(token: string): GuestSession | undefined {
    const conversationId = this.#conversationByUnusedToken.get(token)
    if (conversationId === undefined) return this.sessions.get(token)
    this.#conversationByUnusedToken.delete(token)
    const conversation = this.world.conversations.get(conversationId)
    return conversation && this.sessions.put(this.#sessionFrom(token, conversation))
  }

  /** The conversation that the guest’s next message would go into if it may be continued. */
  conversationOf({ deploymentId, customerAddress, externalContactId, startsNew }: GuestSession): Conversation | undefined {
    if (startsNew) return undefined
    const customer = externalContactId ?? customerAddress
    return this.world.conversations.latestWith({ messengerType: 'webmessaging', businessAddress: deploymentId, customer })
  }

  /** Connects a guest to the session, and keeps watch over its end from then on. */
  connect(token: string, connection: GuestConnection): void {
    this.sessions.change(token, (session) => ({ ...session, connectedBefore: true }))
    this.connections.add(token, connection)
    this.#watchExpiry(token)
  }

  /** Runs `receive`, the reception of a message that this guest wrote, so that its echo has what the guest sent along. */
  writing<Result>(writing: Writing, receive: () => Result): Result {
    this.#writing = writing
    try {
      return receive()
    } finally {
      this.#writing = undefined
    }
  }

  /** Adds to the history and tells every connection. */
  tell(token: string, message: GuestMessage, asker?: Asker): void {
    this.sessions.change(token, (session) => withMessage(session, message))
    this.connections.broadcast(token, notice({ class: 'StructuredMessage', body: structuredMessage(message) }), asker)
  }

  /** What guests of this deployment meet. A deployment may be gone while its sessions are still there. */
  messengerOf(deploymentId: string): Messenger {
    const { deployments, deploymentConfigurations } = this.world.configuration.current
    const deployment = deployments.find(({ id }) => id === deploymentId)
    return deployment ? messengerOf(deploymentConfigurations, deployment) : defaultMessenger
  }

  #follow({ before, after }: ConversationChange): void {
    if (after.messengerType !== 'webmessaging') return
    const session = this.sessions.of(after)
    if (session === undefined || isExpired(session, this.world.clock.now())) return
    const old = new Set(before === undefined ? [] : messagesOf(before).map(({ message }) => message.id))
    for (const found of messagesOf(after)) {
      if (old.has(found.message.id)) continue
      const own = found.participant.purpose === 'customer' && this.#writing?.token === session.token ? this.#writing : undefined
      this.tell(session.token, guestMessage(found, own?.extras ?? noExtras), own?.asker)
    }
    if (before && isActive(before) && !isActive(after) && !onlyProgramIsPresent(before)) this.#signalEnd(session, after)
  }

  /** Source of the signals: the Messenger setting “conversation disconnect”, and genesys-messenger-transport-mobile-sdk, which reads them. */
  #signalEnd(session: GuestSession, ended: Conversation): void {
    const { disconnect } = this.messengerOf(session.deploymentId).conversations
    if (disconnect === 'off' || session.access === 'readOnly') return
    const readOnly = disconnect === 'ReadOnly'
    if (readOnly) this.sessions.change(session.token, (before) => ({ ...before, access: 'readOnly' }))
    this.tell(session.token, this.#endSignal(readOnly, lastDisconnect(ended) ?? this.world.clock.now()))
  }

  #endSignal(readOnly: boolean, time: number): GuestMessage {
    return presenceMessage(this.world.ids.next('guest event'), time, 'Outbound', 'Disconnect', readOnly ? { readOnly: 'true' } : {})
  }

  #sessionFrom(token: string, conversation: Conversation): GuestSession {
    const customer = customerOf(conversation)
    const history = messagesOf(conversation).map((found) => guestMessage(found))
    const { disconnect, sessionDurationSeconds } = this.messengerOf(conversation.businessAddress).conversations
    const session: GuestSession = {
      token,
      deploymentId: conversation.businessAddress,
      customerAddress: conversation.customerAddress,
      customerName: customer?.name ?? 'Guest',
      externalContactId: customer?.externalContactId,
      access: 'open',
      startsNew: false,
      connectedBefore: false,
      lastActivity: history.at(-1)?.time ?? conversation.startTime,
      durationSeconds: sessionDurationSeconds,
      history
    }
    const ended = lastDisconnect(conversation)
    if (ended === undefined || disconnect === 'off') return session
    const readOnly = disconnect === 'ReadOnly'
    return { ...session, access: readOnly ? 'readOnly' : 'open', history: [...history, this.#endSignal(readOnly, ended)] }
  }

  /** Waits for the session’s end, which each message puts off. */
  #watchExpiry(token: string): void {
    const session = this.sessions.get(token)
    if (session === undefined || this.#expiryTimers.has(token)) return
    this.#expiryTimers.add(token)
    this.world.clock.after(Math.max(0, expiryOf(session) - this.world.clock.now()), () => {
      this.#expiryTimers.delete(token)
      const now = this.sessions.get(token)
      if (now === undefined) return
      if (isExpired(now, this.world.clock.now())) this.#expire(now)
      else this.#watchExpiry(token)
    })
  }

  #expire(session: GuestSession): void {
    this.connections.broadcast(session.token, notice({ class: 'SessionExpiredEvent', body: {} }))
    const conversation = this.conversationOf(session)
    if (conversation === undefined || !isActive(conversation)) return
    this.world.conversations.change(conversation.id, (before) => disconnectAll(before, this.world.clock.now(), 'session.expired'))
  }
}
