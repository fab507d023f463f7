import { known, unknown, type Fact } from '../model/fact'
import { customerLeg, messengerTypeOf, queueOf, waitingLeg, type Conversation } from '../model/conversation'
import type { CannedResponse } from '../model/cannedResponse'
import type { UploadedMedia } from '../model/draft'
import type { Uuid } from '../model/ids'
import type { Instant } from '../model/instant'
import type { Credential, CredentialKind } from '../model/credential'
import type { Deployment } from '../model/senders'
import type { Listing } from '../model/listing'
import type { Queue, QueueMembership } from '../model/queue'
import type { ContactStanding, Situation } from '../model/situation'
import type { ThreadingTimeline } from '../model/threading'
import { outboundChannels } from '../platform/channels'
import { outboundPath } from '../platform/messagingOperations'
import type { Api, ApiRequest } from './api'
import { apiOrigin, type Endpoint } from './endpoint'
import { readFact } from './fact'
import { listByJob, listConversations, listNewest, type ListingMeans, type TakeRows } from './listing'
import { uploadMedia, type OutgoingFile } from './media/uploadMedia'
import { readOutboundMedia } from './media/outboundMedia'
import { Notifications, type KeptChannel, type NotificationListener } from './notifications/notifications'
import { OrganisationFacts } from './organisationFacts'
import { bodyOf, NoCredentialError, signIn, type BegunRead, type ConnectionSettings, type Means, type Opened } from './signIn'
import { PlatformError } from './platformError'
import { Records } from './records'
import type { Pace } from './traffic/pace'
import { readContact } from './wire/contact'
import { readConversation } from './wire/conversation'
import { readMyConversations } from './wire/messageConversation'
import { readResponses } from './wire/cannedResponse'
import { readRoutingStatus } from './wire/routingStatus'
import { readMessageStatus, readOpenedConversation, readSentIds, type SentIds } from './wire/message'

/** A request, and which credential it goes out with. */
export interface OutgoingRequest extends ApiRequest {
  readonly credential: CredentialKind
}

/** Source of the size: `ResponseQueryRequest.pageSize`, at most 500. */
const responsePage = { size: 100, number: 1 } as const

/** So long what was asked for while signing in is as good as asked for now. */
const freshMs = 10_000

const notNeeded = unknown('It was not read: this channel does not need it.')

/** One organisation, with a user credential, a client credential, or both. */
export class Connection {
  readonly #opened: readonly Opened[]
  #credentials: readonly Credential[]
  #described: Promise<void> | undefined
  readonly #means: Means
  readonly #pace: Pace
  readonly #facts: OrganisationFacts
  #begunOwn: BegunRead | undefined
  readonly #channel: KeptChannel = { channel: undefined }
  /** What is read to be shown as it is, and to find a conversation by. */
  readonly records: Records

  private constructor(
    readonly id: string,
    readonly organisation: string,
    readonly endpoint: Endpoint,
    opened: readonly Opened[],
    means: Means
  ) {
    this.#opened = opened
    this.#credentials = opened.map(({ credential }) => credential)
    const described = opened.flatMap((one) => one.described ?? [])
    if (described.length > 0) this.#described = this.#describe(described)
    this.#begunOwn = opened.find(({ own }) => own)?.own
    this.#means = means
    this.#pace = means.pace
    this.records = new Records(this.#reader(), means.pace.now)
    this.#facts = new OrganisationFacts(this.#reader(), this.#user(), means.pace.now)
  }

  /** Signs in with every credential of the settings, see `signIn`. */
  static async open(settings: ConnectionSettings, means: Means): Promise<Connection> {
    const { organisation, opened } = await signIn(settings, means)
    return new Connection(settings.id, organisation, settings.endpoint, opened, means)
  }

  /** The time at the organisation. A sandbox’s clock can be ahead of this machine’s. */
  now(): Instant {
    return this.#pace.now()
  }

  get isSandbox(): boolean {
    return this.endpoint.kind === 'loopback'
  }

  /** As far as they are known, see `described`. */
  get credentials(): readonly Credential[] {
    return this.#credentials
  }

  /** Resolves when all is known of the credentials; `undefined` when it is. */
  get described(): Promise<void> | undefined {
    return this.#described
  }

  /** The credential that reads go out with. */
  get readsWith(): CredentialKind {
    return this.credentials.some(({ kind }) => kind === 'client') ? 'client' : 'user'
  }

  get origin(): string {
    return apiOrigin(this.endpoint)
  }

  /** See `listConversations`. */
  list(lookBackDays: number, take: TakeRows, signal?: AbortSignal): Promise<void> {
    return listConversations(this.#listingMeans(), lookBackDays, take, signal)
  }

  /** See `listNewest`. */
  listNewest(take: TakeRows, signal?: AbortSignal): Promise<void> {
    return listNewest(this.#listingMeans(), take, signal)
  }

  /** See `listByJob`. */
  listByJob(lookBackDays: number, take: TakeRows, signal?: AbortSignal): Promise<void> {
    return listByJob(this.#listingMeans(), lookBackDays, take, signal)
  }

  /** The conversation as it is now. */
  async read(id: Uuid, signal?: AbortSignal): Promise<Conversation> {
    // Of the moment before it was asked for: what happens while the answer is on its way may not be in it.
    const readAt = this.now()
    return readConversation(await this.readRaw(id, signal), readAt)
  }

  /** The body of GET /api/v2/conversations/{conversationId}, as the platform sends it. */
  async readRaw(id: Uuid, signal?: AbortSignal): Promise<unknown> {
    return bodyOf('Reading the conversation', await this.#reader().conversation(id, signal))
  }

  /**
   * Everything that a diagnosis needs of a conversation: two reads one after another, since only the conversation says what else matters. What
   * cannot be read is unknown. Rejects with a `PlatformError` (`cancelled`) when the signal aborts: half a situation would pass for a whole one.
   */
  async situation(id: Uuid, signal?: AbortSignal): Promise<Situation> {
    const conversation = readFact('GET /api/v2/conversations/{conversationId}', this.#pace.now, () => this.read(id, signal))
    const [read, threading, deployments, others] = await Promise.all([
      conversation,
      this.threading(signal),
      this.deployments(signal),
      conversation.then((known) => this.#factsFor(known, signal)),
      this.described
    ])
    if (signal?.aborted === true) throw new PlatformError('Reading the conversation', { kind: 'cancelled' })
    return {
      now: this.now(),
      conversation: read,
      threading,
      deployments,
      ...others,
      outboundMedia: unknown('It is read when a file is to be sent.'),
      cannedResponse: unknown('No template has been chosen.'),
      credentials: known(this.credentials, { source: 'this connection' })
    }
  }

  threading(signal?: AbortSignal): Promise<Fact<ThreadingTimeline>> {
    return this.#facts.threading(signal)
  }

  deployments(signal?: AbortSignal): Promise<Fact<readonly Deployment[]>> {
    return this.#facts.deployments(signal)
  }

  /** The queues of the user whose token this connection has. */
  memberships(signal?: AbortSignal): Promise<Fact<Listing<QueueMembership>>> {
    return this.#facts.memberships(signal)
  }

  /** What happens in the organisation, as the user is told it, else as the OAuth client is. It listens once it is given topics. */
  notifications(listener: NotificationListener): Notifications {
    const [first] = this.#opened
    if (!first) throw new NoCredentialError(undefined)
    const api = this.#user() ?? first.api
    const { sdk, pace, random } = this.#means
    return new Notifications(
      { api, openSocket: sdk.openSocket, pace, random, kept: this.#channel, mayBePlain: this.#mayBePlain() },
      listener
    )
  }

  queue(id: string, signal?: AbortSignal): Promise<Fact<Queue>> {
    return this.#facts.queue(id, signal)
  }

  /** The user’s own active messaging conversations, as they are now. */
  async ownConversations(signal?: AbortSignal): Promise<readonly Conversation[]> {
    const user = this.#user()
    if (!user) throw new NoCredentialError('user')
    return readMyConversations(bodyOf('Reading the user’s conversations', await user.myConversations(signal)), this.now())
  }

  /** Canned responses with a phrase in their name or text, as far as they fit one page. Rejects with `PlatformError`. */
  async responses(phrase: string, signal?: AbortSignal): Promise<Listing<CannedResponse>> {
    return readResponses(bodyOf('Reading the canned responses', await this.#reader().responses(phrase, responsePage, signal)))
  }

  /** The media types that may be sent to the customer of a conversation, by the supported content of what it is sent from. */
  outboundMedia(conversation: Conversation, signal?: AbortSignal): Promise<Fact<readonly string[]>> {
    return readOutboundMedia(this.#reader(), this.#facts, conversation, this.#pace.now, signal)
  }

  /** See `uploadMedia`: as the user, on a communication of theirs. */
  upload(file: OutgoingFile, progress: (sent: number) => void, signal: AbortSignal): Promise<UploadedMedia> {
    return uploadMedia({ api: this.#with('user'), pace: this.#pace, mayBePlain: this.#mayBePlain() }, file, progress, signal)
  }

  /**
   * Sends a request once. It is never repeated: the platform has no idempotency key.
   * @param leaveBy the moment after which it does not go out any more, though it may have waited: it is `cancelled` then
   */
  async send({ credential, ...request }: OutgoingRequest, leaveBy: Instant = Infinity): Promise<SentIds> {
    const body = bodyOf('Sending', await this.#with(credential).send(request, () => this.now() <= leaveBy))
    return request.path === outboundPath ? readOpenedConversation(body) : readSentIds(body)
  }

  /** Makes a request that changes a conversation, once. Its answer is not read: the conversation is, afterwards. */
  async change({ credential, ...request }: OutgoingRequest): Promise<void> {
    bodyOf('Changing the conversation', await this.#with(credential).send(request, () => true))
  }

  /** The status of a message, as the platform writes it. */
  async messageStatus(conversationId: string, messageId: string): Promise<string> {
    return readMessageStatus(bodyOf('Reading the message', await this.#reader().message(conversationId, messageId)))
  }

  /** What the routes of this conversation rest on beside the conversation. What its channel does not need is not read. */
  async #factsFor(
    conversation: Fact<Conversation>,
    signal: AbortSignal | undefined
  ): Promise<Pick<Situation, 'contact' | 'integrations' | 'smsNumbers' | 'queue' | 'memberships' | 'routingStatus'>> {
    if (!conversation.known)
      return {
        contact: conversation,
        integrations: conversation,
        smsNumbers: conversation,
        queue: conversation,
        memberships: conversation,
        routingStatus: conversation
      }
    const channel = messengerTypeOf(conversation.value)
    const sendsFromIntegration = channel === 'open' || channel === 'whatsapp' || channel === 'apple'
    const opensConversations = channel !== undefined && outboundChannels.includes(channel)
    const waiting = waitingLeg(conversation.value)
    const queueId = waiting ? waiting.participant.queueId : queueOf(conversation.value)?.id
    const needsQueue = opensConversations || waiting !== undefined
    // What keeps a waiting conversation from being assigned is what a person changes next: it is read as it is now.
    const anew = waiting && 'anew'
    const [contact, integrations, smsNumbers, readQueue, memberships, routingStatus] = await Promise.all([
      this.#contactOf(conversation.value, signal),
      sendsFromIntegration ? this.#facts.integrations(signal) : notNeeded,
      channel === 'sms' ? this.#facts.smsNumbers(signal) : notNeeded,
      !needsQueue
        ? notNeeded
        : queueId !== undefined
          ? this.#facts.queue(queueId, signal, anew)
          : unknown('The conversation was in no queue.'),
      needsQueue ? this.#facts.memberships(signal, anew) : notNeeded,
      waiting ? this.#routingStatus(signal) : unknown('It was not read: the conversation waits in no queue.')
    ])
    return { contact, integrations, smsNumbers, queue: readQueue, memberships, routingStatus }
  }

  async #routingStatus(signal: AbortSignal | undefined): Promise<Fact<string>> {
    const user = this.#user()
    if (!user) return unknown('This connection has no user credential.')
    return readFact('GET /api/v2/users/me?expand=routingStatus', this.#pace.now, async () =>
      readRoutingStatus(bodyOf('Reading the user’s routing status', await user.myRoutingStatus(signal)))
    )
  }

  async #contactOf(conversation: Conversation, signal: AbortSignal | undefined): Promise<Fact<ContactStanding>> {
    const contactId = customerLeg(conversation)?.participant.externalContactId
    if (contactId === undefined) return unknown('The conversation’s customer has no external contact.')
    return readFact('GET /api/v2/externalcontacts/contacts/{contactId}', this.#pace.now, async () => {
      const reply = await this.#reader().contact(contactId, signal)
      const isMissing = !reply.ok && reply.failure.kind === 'refused' && reply.failure.status === 404
      return isMissing ? { kind: 'missing' } : readContact(bodyOf('Reading the external contact', reply))
    })
  }

  /** Whether it is on this machine, where connections need no encryption. */
  #mayBePlain(): boolean {
    return this.endpoint.kind === 'loopback' || this.endpoint.kind === 'localhost'
  }

  #listingMeans(): ListingMeans {
    const user = this.#user()
    return { reader: this.#reader(), own: user && ((signal) => this.#readOwn(user, signal)), pace: this.#pace }
  }

  async #describe(described: readonly Promise<Credential>[]): Promise<void> {
    const known = await Promise.all(described)
    this.#credentials = this.#credentials.map((credential) => known.find(({ kind }) => kind === credential.kind) ?? credential)
    this.#described = undefined
  }

  /** What was asked for while signing in, the first time; it is too old when the list was not looked at for a while. */
  #readOwn(user: Api, signal: AbortSignal | undefined): BegunRead {
    const begunAt = this.now()
    const begun = this.#begunOwn
    this.#begunOwn = undefined
    return begun && begunAt - begun.begunAt <= freshMs ? begun : { begunAt, reply: user.myConversations(signal) }
  }

  #user(): Api | undefined {
    return this.#opened.find(({ credential }) => credential.kind === 'user')?.api
  }

  #with(kind: CredentialKind): Api {
    const found = this.#opened.find(({ credential }) => credential.kind === kind)
    if (!found) throw new NoCredentialError(kind)
    return found.api
  }

  /** Reads go out with the client credential where there is one: what it sees does not depend on a person's queues and divisions. */
  #reader(): Api {
    const found = this.#opened.find(({ credential }) => credential.kind === 'client') ?? this.#opened[0]
    if (!found) throw new NoCredentialError(undefined)
    return found.api
  }
}
