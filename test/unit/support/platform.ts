import type { Api, Reply, Sdk } from '../../../src/genesys/api'
import { Connection } from '../../../src/genesys/connection'
import type { ConnectionSettings } from '../../../src/genesys/signIn'
import type { Failure } from '../../../src/genesys/platformError'
import { now } from './conversation'
import { ids } from './ids'
import { fakePace } from './pace'

export const answer = (body: unknown): Promise<Reply> => Promise.resolve({ ok: true, body })

export const refusal = (status: number, code: string, correlationId = 'correlation-5'): Failure => ({
  kind: 'refused',
  status,
  code,
  message: 'No.',
  correlationId
})

export const failing = (failure: Failure): Promise<{ readonly ok: false; readonly failure: Failure }> =>
  Promise.resolve({ ok: false, failure })

/** The platform as a token sees it: an organisation without conversations, unless something else is given. */
export const fakeApi = (given: Partial<Api> = {}): Api => ({
  me: () => answer({ id: ids.agentUser, name: 'Nora Lind', authorization: { permissions: ['conversation:message:create'] } }),
  myRoutingStatus: () => answer({ id: ids.agentUser, routingStatus: { status: 'IDLE' } }),
  token: () => answer({ OAuthClient: { id: 'client-1', name: 'Notifier' } }),
  grants: () => answer({ grants: [{ role: { policies: [{ domain: 'conversation', entityName: 'message', actions: ['create'] }] } }] }),
  organisation: () => answer({ id: 'org-1', name: 'Berg & Co' }),
  conversation: () => failing(refusal(404, 'conversation.error.conversation.not.found')),
  myConversations: () => answer({ entities: [] }),
  conversationsIn: () => answer({ conversations: [] }),
  beginDetailsJob: () => answer({ jobId: 'job-1' }),
  detailsJob: () => answer({ state: 'FULFILLED' }),
  detailsJobResults: () => answer({}),
  message: () => failing(refusal(404, 'not.found')),
  messages: () => answer({ entities: [] }),
  messageDetails: () => failing(refusal(404, 'not.found')),
  analyticsConversation: () => failing(refusal(404, 'not.found')),
  conversationsOfContact: () => answer({ conversations: [] }),
  conversationsOfAddress: () => answer({ conversations: [] }),
  threadingTimeline: () => answer({ settings: [], defaultTimeoutMinutes: 4320 }),
  deployments: () => answer({ entities: [{ id: ids.deployment, name: 'Shop', status: 'Active' }] }),
  integrations: () => answer({ entities: [], total: 0 }),
  smsNumbers: () => answer({ entities: [], total: 0 }),
  queue: (id) => answer({ id, name: 'Web support' }),
  myQueues: () => answer({ entities: [{ id: ids.queue, name: 'Web support', joined: true }], total: 1 }),
  contact: (contactId) => answer({ id: contactId }),
  responses: () => answer({ results: { entities: [] } }),
  supportedContent: () => answer({ mediaTypes: { allow: { outbound: [{ type: 'image/*' }] } } }),
  announceMedia: () => failing(refusal(403, 'missing.permissions')),
  media: () => failing(refusal(404, 'not.found')),
  newChannel: () => failing(refusal(403, 'missing.permissions')),
  subscribe: () => answer({ entities: [] }),
  signOut: () => answer(undefined),
  send: () => failing(refusal(403, 'missing.permissions')),
  ...given
})

export const userToken = 'user-token-0123456789'
export const clientSecret = 'client-secret-0123456789'

export interface Organisation {
  readonly user?: Partial<Api>
  readonly client?: Partial<Api>
  readonly clientToken?: Sdk['clientToken']
  readonly settings?: Partial<ConnectionSettings>
  readonly now?: () => number
}

/** A connection with both credentials to an organisation in memory, of whose client there may be more to be read. */
export const open = ({ user, client, clientToken, settings, now: clock = () => now }: Organisation = {}): Promise<Connection> => {
  const given: ConnectionSettings = {
    id: 'c-1',
    endpoint: { kind: 'loopback', port: 8700 },
    userToken,
    client: { id: 'client-1', secret: clientSecret },
    ...settings
  }
  // A connection opens the user’s credential first.
  const apis = [...(given.userToken === undefined ? [] : [fakeApi(user)]), ...(given.client ? [fakeApi(client)] : [])]
  const sdk: Sdk = {
    openApi: () => apis.shift() ?? fakeApi(),
    clientToken: clientToken ?? (() => Promise.resolve({ ok: true, token: 'client-token-0123456789', lifeMs: undefined })),
    codeToken: () => failing(refusal(400, 'invalid_grant')),
    newPkce: () => Promise.resolve({ verifier: 'v'.repeat(128), challenge: 'c'.repeat(43) }),
    openSocket: () => failing({ kind: 'unreachable', why: 'there is none' })
  }
  return Connection.open(given, { sdk, pace: { ...fakePace(), now: clock }, random: () => 0, onSignedOut: () => undefined })
}

/** The same calls, whichever credential they go out with. */
export const organisation = (api: Partial<Api>): Organisation => ({ user: api, client: api })

/** The same, when all is known of its credentials. */
export const connect = async (given: Organisation = {}): Promise<Connection> => {
  const connection = await open(given)
  await connection.described
  return connection
}
