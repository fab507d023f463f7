import { known, unknown, type Fact } from '../model/fact'
import { customerLeg, type Conversation } from '../model/conversation'
import type { Uuid } from '../model/ids'
import { hours, type Instant } from '../model/instant'
import type { ContactStanding, Credential, CredentialKind, Deployment, Situation } from '../model/situation'
import type { ThreadingTimeline } from '../model/threading'
import { outboundPath } from '../platform/messagingOperations'
import type { Api, ApiRequest, Sdk } from './api'
import { apiOrigin, type Endpoint } from './endpoint'
import { PlatformError } from './platformError'
import { bodyOf, NoCredentialError, signIn, type ConnectionSettings, type Opened } from './signIn'
import { readListing } from './wire/analytics'
import { readContact } from './wire/contact'
import { readConversation } from './wire/conversation'
import { readMessageStatus, readOpenedConversation, readSentIds, type SentIds } from './wire/message'
import { readDeployments, readThreadingTimeline } from './wire/settings'

/** A request, and which credential it goes out with. */
export interface OutgoingRequest extends ApiRequest {
  readonly credential: CredentialKind
}

const lookBackHours = 72
const pageSize = 100

/** A fact from a read that may be refused: what cannot be read is unknown, with the reason. */
const fact = async <Value>(source: string, now: () => Instant, read: () => Promise<Value>): Promise<Fact<Value>> => {
  try {
    return known(await read(), { source, readAt: now() })
  } catch (error) {
    if (error instanceof PlatformError) return unknown(error.message)
    throw error
  }
}

/** Reads a setting of the organisation that hardly ever changes: once, and again only while it could not be read. */
const onceKnown = <Value>(read: () => Promise<Fact<Value>>): (() => Promise<Fact<Value>>) => {
  let reading: Promise<Fact<Value>> | undefined
  return () => {
    reading ??= read().then((result) => {
      if (!result.known) reading = undefined
      return result
    })
    return reading
  }
}

/** One organisation, with a user credential, a client credential, or both. */
export class Connection {
  readonly #opened: readonly Opened[]
  readonly #now: () => Instant
  readonly #threading: () => Promise<Fact<ThreadingTimeline>>
  readonly #deployments: () => Promise<Fact<readonly Deployment[]>>

  private constructor(
    readonly id: string,
    readonly organisation: string,
    readonly endpoint: Endpoint,
    opened: readonly Opened[],
    now: () => Instant
  ) {
    this.#opened = opened
    this.#now = now
    this.#threading = onceKnown(() =>
      fact('GET /api/v2/conversations/messaging/threadingtimeline', now, async () =>
        readThreadingTimeline(bodyOf('Reading the threading timeline', await this.#reader().threadingTimeline()))
      )
    )
    this.#deployments = onceKnown(() =>
      fact('GET /api/v2/webdeployments/deployments', now, async () =>
        readDeployments(bodyOf('Reading the deployments', await this.#reader().deployments()))
      )
    )
  }

  /** Signs in with every credential of the settings, see `signIn`. */
  static async open(settings: ConnectionSettings, sdk: Sdk, now: () => Instant): Promise<Connection> {
    const { organisation, opened } = await signIn(settings, sdk)
    return new Connection(settings.id, organisation, settings.endpoint, opened, now)
  }

  /** The time at the organisation. A sandbox’s clock can be ahead of this machine’s. */
  now(): Instant {
    return this.#now()
  }

  get isSandbox(): boolean {
    return this.endpoint.kind === 'loopback'
  }

  get credentials(): readonly Credential[] {
    return this.#opened.map(({ credential }) => credential)
  }

  get origin(): string {
    return apiOrigin(this.endpoint)
  }

  /** Messaging conversations that started within the look-back, newest first, one page. Source: domain of POST /api/v2/analytics/conversations/details/query. */
  async list(): Promise<readonly Conversation[]> {
    const now = this.#now()
    const interval = `${new Date(now - hours(lookBackHours)).toISOString()}/${new Date(now).toISOString()}`
    return readListing(bodyOf('Listing conversations', await this.#reader().conversationsIn(interval, pageSize)), now)
  }

  /** The conversation as it is now. */
  async read(id: Uuid): Promise<Conversation> {
    return readConversation(await this.readRaw(id), this.#now())
  }

  /** The body of GET /api/v2/conversations/{conversationId}, as the platform sends it. */
  async readRaw(id: Uuid): Promise<unknown> {
    return bodyOf('Reading the conversation', await this.#reader().conversation(id))
  }

  /** Everything that a diagnosis needs of a conversation: two reads one after another, since only the conversation names the contact. */
  async situation(id: Uuid): Promise<Situation> {
    const conversation = fact('GET /api/v2/conversations/{conversationId}', this.#now, () => this.read(id))
    const [read, contact, threading, deployments] = await Promise.all([
      conversation,
      conversation.then((known) => this.#contactOf(known)),
      this.threading(),
      this.deployments()
    ])
    return {
      now: this.#now(),
      conversation: read,
      contact,
      threading,
      deployments,
      credentials: known(this.credentials, { source: 'this connection' })
    }
  }

  threading(): Promise<Fact<ThreadingTimeline>> {
    return this.#threading()
  }

  deployments(): Promise<Fact<readonly Deployment[]>> {
    return this.#deployments()
  }

  /** Sends a request once. It is never repeated: the platform has no idempotency key. */
  async send({ credential, ...request }: OutgoingRequest): Promise<SentIds> {
    const body = bodyOf('Sending', await this.#with(credential).send(request))
    return request.path === outboundPath ? readOpenedConversation(body) : readSentIds(body)
  }

  /** The status of a message, as the platform writes it. */
  async messageStatus(conversationId: string, messageId: string): Promise<string> {
    return readMessageStatus(bodyOf('Reading the message', await this.#reader().message(conversationId, messageId)))
  }

  async #contactOf(conversation: Fact<Conversation>): Promise<Fact<ContactStanding>> {
    if (!conversation.known) return conversation
    const contactId = customerLeg(conversation.value)?.participant.externalContactId
    if (contactId === undefined) return unknown('The conversation’s customer has no external contact.')
    return fact('GET /api/v2/externalcontacts/contacts/{contactId}', this.#now, async () => {
      const reply = await this.#reader().contact(contactId)
      const isMissing = !reply.ok && reply.failure.kind === 'refused' && reply.failure.status === 404
      return isMissing ? { kind: 'missing' } : readContact(bodyOf('Reading the external contact', reply))
    })
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
