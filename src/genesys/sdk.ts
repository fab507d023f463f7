/**
 * The one place that meets the SDK's manners: it rejects with plain objects, throws strings, and keeps settings in singletons. This file is
 * the entry of dist/sdk.js and is loaded at the first connection.
 */
import ApiClient from 'purecloud-platform-client-v2/src/purecloud-platform-client-v2/ApiClient.js'
import ConversationsApi from 'purecloud-platform-client-v2/src/purecloud-platform-client-v2/api/ConversationsApi.js'
import ExternalContactsApi from 'purecloud-platform-client-v2/src/purecloud-platform-client-v2/api/ExternalContactsApi.js'
import OrganizationApi from 'purecloud-platform-client-v2/src/purecloud-platform-client-v2/api/OrganizationApi.js'
import TokensApi from 'purecloud-platform-client-v2/src/purecloud-platform-client-v2/api/TokensApi.js'
import UsersApi from 'purecloud-platform-client-v2/src/purecloud-platform-client-v2/api/UsersApi.js'
import WebDeploymentsApi from 'purecloud-platform-client-v2/src/purecloud-platform-client-v2/api/WebDeploymentsApi.js'
import { AsyncLocalStorage } from 'node:async_hooks'
import * as z from 'zod/mini'
import type { Api, DetailsQuery, Reply, Sdk, TokenReply } from './api'
import type { Endpoint } from './endpoint'
import { openSocket } from './notifications/socket'
import { failureOf } from './sdkFailure'
import type { Call } from './traffic/caller'
import { quietMsOf } from './traffic/quiet'

const extendedAnswer = z.object({ status: z.number(), body: z.unknown(), headers: z.optional(z.unknown()) })

/** 100 rows are what a page of the platform’s listings has at most, wherever a number is known. */
const onePage = 'pageSize=100'

/** A client that looks at no settings file in the home folder. */
const bareClient = (): ApiClient => {
  const client = new ApiClient()
  client.config.setConfigPath('')
  return client
}

/** Which request is to be aborted by what: the SDK has no place for a signal of its own. */
const signals = new AsyncLocalStorage<AbortSignal>()

/** What the SDK’s HTTP client, axios, is about to send. */
interface HttpRequest {
  readonly headers: { readonly set: (name: string, value: string) => unknown }
}

/**
 * Completes every request, also those for a token, which the SDK’s own `setGenesysAppHeader` leaves out. `proxy: false` keeps axios from
 * choosing a proxy by environment variables: VS Code’s `http` does it, by the editor’s settings first.
 */
const beforeRequest = (request: HttpRequest): Promise<HttpRequest> => {
  request.headers.set('Genesys-App', 'messaging-inspector')
  return Promise.resolve({ ...request, signal: signals.getStore(), proxy: false })
}

const newClient = (endpoint: Endpoint): ApiClient => {
  const client = bareClient()
  client.setReturnExtendedResponses(true)
  client.getHttpClient().setPreHook(beforeRequest)
  direct(client, endpoint)
  return client
}

const direct = (client: ApiClient, endpoint: Endpoint): void => {
  const onThisMachine = (host: string, port: number): void => {
    client.setGateway({ protocol: 'http', host, port, path_params_login: '', path_params_api: '' })
  }
  switch (endpoint.kind) {
    case 'region':
      client.setEnvironment(endpoint.region.domain)
      return
    case 'domain':
      client.setEnvironment(endpoint.domain)
      return
    case 'loopback':
      onThisMachine('127.0.0.1', endpoint.port)
      return
    case 'localhost':
      onThisMachine(endpoint.host, endpoint.port)
  }
}

/** Runs a call of the SDK, which may throw at once, reject with anything, or answer. */
const calling = async (call: () => Promise<unknown>, signal: AbortSignal): Promise<Reply> => {
  try {
    const answer = extendedAnswer.safeParse(await signals.run(signal, call))
    return answer.success
      ? { ok: true, body: answer.data.body, quietMs: quietMsOf(answer.data.headers) }
      : { ok: false, failure: { kind: 'unexpected', why: 'it has no status' } }
  } catch (thrown) {
    return { ok: false, failure: failureOf(thrown) }
  }
}

const calledOff: Reply = { ok: false, failure: { kind: 'cancelled' } }

interface SegmentFilter {
  readonly type: string
  readonly predicates: { dimension: string; value: string }[]
}

/** The newest messaging conversations of somebody. */
const newestOf = (interval: string, pageSize: number, whose: SegmentFilter) => ({
  interval,
  order: 'desc',
  orderBy: 'conversationStart',
  paging: { pageSize, pageNumber: 1 },
  segmentFilters: [{ type: 'and', predicates: [{ dimension: 'mediaType', value: 'message' }] }, whose]
})

/** The part that a query and a job share. */
const detailsQuery = ({ interval, onlyActive }: DetailsQuery) => ({
  interval,
  order: 'desc',
  orderBy: 'conversationStart',
  segmentFilters: [{ type: 'and', predicates: [{ dimension: 'mediaType', value: 'message' }] }],
  ...(onlyActive && { conversationFilters: [{ type: 'and', predicates: [{ dimension: 'conversationEnd', operator: 'notExists' }] }] })
})

const openApi: Sdk['openApi'] = (endpoint, caller) => {
  const client = newClient(endpoint)
  const conversations = new ConversationsApi(client)
  const withToken =
    (call: () => Promise<unknown>): Call =>
    (token, signal) => {
      // Read as the request is made, which is at once: calls with different tokens do not get in each other’s way.
      client.setAccessToken(token)
      return calling(call, signal)
    }
  const read = (signal: AbortSignal | undefined, call: () => Promise<unknown>): Promise<Reply> => caller.read(withToken(call), signal)
  const call = (method: string, path: string, body?: object): Promise<unknown> =>
    client.callApi(path, method, {}, {}, {}, {}, body ?? null, ['PureCloud OAuth'], ['application/json'], ['application/json'])
  /** A read whose API class is not worth its size in the bundle. */
  const get = (signal: AbortSignal | undefined, path: string): Promise<Reply> => read(signal, () => call('GET', path))

  const api: Api = {
    me: (signal) => read(signal, () => new UsersApi(client).getUsersMe({ expand: ['authorization'] })),
    myRoutingStatus: (signal) => read(signal, () => new UsersApi(client).getUsersMe({ expand: ['routingStatus'] })),
    token: (signal) => read(signal, () => new TokensApi(client).getTokensMe()),
    grants: (signal) => get(signal, '/api/v2/authorization/subjects/me'),
    organisation: (signal) => read(signal, () => new OrganizationApi(client).getOrganizationsMe()),
    conversation: (conversationId, signal) => read(signal, () => conversations.getConversation(conversationId)),
    myConversations: (signal) => read(signal, () => conversations.getConversationsMessages()),
    conversationsIn: (query, { size, number }, signal) =>
      read(signal, () =>
        conversations.postAnalyticsConversationsDetailsQuery({
          ...detailsQuery(query),
          paging: { pageSize: size, pageNumber: number }
        })
      ),
    // Asked again it would be a second job, which costs no more than the time of the platform.
    beginDetailsJob: (query, signal) => read(signal, () => conversations.postAnalyticsConversationsDetailsJobs(detailsQuery(query))),
    detailsJob: (jobId, signal) => read(signal, () => conversations.getAnalyticsConversationsDetailsJob(jobId)),
    detailsJobResults: (jobId, cursor, signal) =>
      read(signal, () =>
        conversations.getAnalyticsConversationsDetailsJobResults(jobId, { pageSize: 1000, ...(cursor !== undefined && { cursor }) })
      ),
    message: (conversationId, messageId, signal) =>
      read(signal, () => conversations.getConversationsMessageMessage(conversationId, messageId)),
    messages: (conversationId, messageIds, signal) =>
      read(signal, () => conversations.postConversationsMessageMessagesBulk(conversationId, { body: [...messageIds] })),
    messageDetails: (messageId, signal) => read(signal, () => conversations.getConversationsMessageDetails(messageId)),
    analyticsConversation: (conversationId, signal) => read(signal, () => conversations.getAnalyticsConversationDetails(conversationId)),
    conversationsOfContact: (contactId, interval, pageSize, signal) => {
      const whose = { type: 'and', predicates: [{ dimension: 'externalContactId', value: contactId }] }
      return read(signal, () => conversations.postAnalyticsConversationsDetailsQuery(newestOf(interval, pageSize, whose)))
    },
    conversationsOfAddress: (address, interval, pageSize, signal) => {
      const predicates = ['addressFrom', 'addressTo'].map((dimension) => ({ dimension, value: address }))
      return read(signal, () =>
        conversations.postAnalyticsConversationsDetailsQuery(newestOf(interval, pageSize, { type: 'or', predicates }))
      )
    },
    threadingTimeline: (signal) => read(signal, () => conversations.getConversationsMessagingThreadingtimeline()),
    deployments: (signal) => read(signal, () => new WebDeploymentsApi(client).getWebdeploymentsDeployments()),
    integrations: (signal) => get(signal, `/api/v2/conversations/messaging/integrations?${onePage}`),
    smsNumbers: (signal) => get(signal, `/api/v2/routing/sms/phonenumbers?${onePage}`),
    queue: (queueId, signal) => get(signal, `/api/v2/routing/queues/${encodeURIComponent(queueId)}`),
    myQueues: (signal) => get(signal, `/api/v2/routing/queues/me?${onePage}`),
    contact: (contactId, signal) => read(signal, () => new ExternalContactsApi(client).getExternalcontactsContact(contactId)),
    responses: (phrase, { size, number }, signal) =>
      read(signal, () =>
        call('POST', '/api/v2/responsemanagement/responses/query', { queryPhrase: phrase, pageSize: size, pageNumber: number })
      ),
    supportedContent: (id, signal) =>
      get(signal, `/api/v2/conversations/messaging/supportedcontent/${id === undefined ? 'default' : encodeURIComponent(id)}`),
    announceMedia: ({ method, path, body }, signal) =>
      caller.send(
        withToken(() => call(method, path, body)),
        signal
      ),
    media: (conversationId, communicationId, mediaId, signal) =>
      read(signal, () => conversations.getConversationsMessageCommunicationMessagesMediaMediaId(conversationId, communicationId, mediaId)),
    // Not asked again here: whoever listens does that, at longer intervals.
    newChannel: (signal) =>
      caller.send(
        withToken(() => call('POST', '/api/v2/notifications/channels')),
        signal
      ),
    subscribe: (channelId, topics, change, signal) => {
      const path = `/api/v2/notifications/channels/${encodeURIComponent(channelId)}/subscriptions?ignoreErrors=true`
      const body = topics.map((id) => ({ id }))
      return caller.send(
        withToken(() => call(change === 'replace' ? 'PUT' : 'POST', path, body)),
        signal
      )
    },
    signOut: () => caller.send(withToken(() => new TokensApi(client).deleteTokensMe())),
    send: ({ method, path, body }, mayLeave) => {
      const sending = withToken(() => call(method, path, body))
      return caller.send((token, signal) => (mayLeave() ? sending(token, signal) : Promise.resolve(calledOff)))
    }
  }
  return api
}

const granted = z.object({ accessToken: z.string(), tokenExpiryTime: z.optional(z.number()) })

/** A token from one of the SDK’s sign-ins. */
const tokenFrom = async (login: () => Promise<unknown>): Promise<TokenReply> => {
  try {
    const read = granted.safeParse(await login())
    if (!read.success) return { ok: false, failure: { kind: 'unexpected', why: 'it has no access token' } }
    const { accessToken, tokenExpiryTime } = read.data
    return { ok: true, token: accessToken, lifeMs: tokenExpiryTime === undefined ? undefined : tokenExpiryTime - Date.now() }
  } catch (thrown) {
    return { ok: false, failure: failureOf(thrown) }
  }
}

const clientToken: Sdk['clientToken'] = (endpoint, clientId, clientSecret) =>
  tokenFrom(() => newClient(endpoint).loginClientCredentialsGrant(clientId, clientSecret))

const codeToken: Sdk['codeToken'] = (endpoint, { clientId, verifier, code, redirectUri }) =>
  tokenFrom(() => newClient(endpoint).authorizePKCEGrant(clientId, verifier, code, redirectUri))

/** The longest that RFC 7636 allows. */
const verifierLength = 128

const newPkce: Sdk['newPkce'] = async () => {
  const client = bareClient()
  const verifier = client.generatePKCECodeVerifier(verifierLength)
  return { verifier, challenge: await client.computePKCECodeChallenge(verifier) }
}

export const sdk: Sdk = { openApi, clientToken, codeToken, newPkce, openSocket }
