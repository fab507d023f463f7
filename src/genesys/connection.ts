import { known, unknown, type Fact } from '../model/fact'
import { customerLeg, type Conversation } from '../model/conversation'
import type { Uuid } from '../model/ids'
import { hours, type Instant } from '../model/instant'
import type { ContactStanding, Credential, CredentialKind, Deployment, Situation } from '../model/situation'
import type { ThreadingTimeline } from '../model/threading'
import { outboundPath } from '../platform/messagingOperations'
import type { Api, ApiRequest, Reply, Sdk, TokenReply } from './api'
import { apiOrigin, type Endpoint } from './endpoint'
import { PlatformError } from './platformError'
import { readListing } from './wire/analytics'
import { readContact } from './wire/contact'
import { readConversation } from './wire/conversation'
import { readClientName, readMessageStatus, readNamed, readOpenedConversation, readSentIds, type SentIds } from './wire/message'
import { readDeployments, readThreadingTimeline } from './wire/settings'

/** What a connection is made of. The secrets in it are kept by who made it, and in no other place. */
export interface ConnectionSettings {
  readonly id: string
  readonly endpoint: Endpoint
  readonly userToken: string | undefined
  readonly client: { readonly id: string; readonly secret: string } | undefined
}

/** A request, and which credential it goes out with. */
export interface OutgoingRequest extends ApiRequest {
  readonly credential: CredentialKind
}

export class NoCredentialError extends Error {
  override readonly name = 'NoCredentialError'

  constructor(kind: CredentialKind | undefined) {
    super(
      kind === undefined
        ? 'This connection has no credential. Connect again, with a user token or an OAuth client.'
        : `This connection has no ${kind} credential. Connect again with one.`
    )
  }
}

interface Opened {
  readonly credential: Credential
  readonly api: Api
}

const lookBackHours = 72
const pageSize = 100

/** The body of an answer; throws `PlatformError` for a failure. */
const bodyOf = (what: string, reply: Reply): unknown => {
  if (!reply.ok) throw new PlatformError(what, reply.failure)
  return reply.body
}

const tokenOf = (what: string, reply: TokenReply): string => {
  if (!reply.ok) throw new PlatformError(what, reply.failure)
  return reply.token
}

const openUser = async (sdk: Sdk, endpoint: Endpoint, token: string): Promise<Opened> => {
  const api = sdk.openApi(endpoint, token)
  const { id, name } = readNamed('Reading the user', bodyOf('Reading the user', await api.me()))
  return { api, credential: { kind: 'user', name, userId: id } }
}

const openClient = async (sdk: Sdk, endpoint: Endpoint, client: { readonly id: string; readonly secret: string }): Promise<Opened> => {
  const api = sdk.openApi(endpoint, tokenOf('Signing in as the OAuth client', await sdk.clientToken(endpoint, client.id, client.secret)))
  const name = readClientName(bodyOf('Reading the token’s details', await api.token())) ?? client.id
  return { api, credential: { kind: 'client', name, userId: undefined } }
}

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

  /** Signs in with every credential of the settings. Rejects with `PlatformError` when one is refused, and with `NoCredentialError` when there is none. */
  static async open(settings: ConnectionSettings, sdk: Sdk, now: () => Instant): Promise<Connection> {
    const { endpoint, userToken, client } = settings
    const opened = await Promise.all([
      ...(userToken === undefined ? [] : [openUser(sdk, endpoint, userToken)]),
      ...(client === undefined ? [] : [openClient(sdk, endpoint, client)])
    ])
    const [first] = opened
    if (!first) throw new NoCredentialError(undefined)
    const { name } = readNamed('Reading the organisation', bodyOf('Reading the organisation', await first.api.organisation()))
    return new Connection(settings.id, name, endpoint, opened, now)
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
