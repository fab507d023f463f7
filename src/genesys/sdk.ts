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
import * as z from 'zod/mini'
import type { Api, Reply, Sdk } from './api'
import type { Endpoint } from './endpoint'
import { failureOf } from './sdkFailure'

const extendedAnswer = z.object({ status: z.number(), body: z.unknown() })

/** 100 rows are what a page of the platform’s listings has at most, wherever a number is known. */
const onePage = 'pageSize=100'

const newClient = (endpoint: Endpoint): ApiClient => {
  const client = new ApiClient()
  client.config.setConfigPath('')
  client.setReturnExtendedResponses(true)
  client.setGenesysAppHeader('messaging-inspector')
  if (endpoint.kind === 'region') client.setEnvironment(endpoint.region.domain)
  else client.setGateway({ protocol: 'http', host: '127.0.0.1', port: endpoint.port, path_params_login: '', path_params_api: '' })
  return client
}

/** Runs a call of the SDK, which may throw at once, reject with anything, or answer. */
const calling = async (call: () => Promise<unknown>): Promise<Reply> => {
  try {
    const answer = extendedAnswer.safeParse(await call())
    return answer.success ? { ok: true, body: answer.data.body } : { ok: false, failure: { kind: 'unexpected', why: 'it has no status' } }
  } catch (thrown) {
    return { ok: false, failure: failureOf(thrown) }
  }
}

const openApi: Sdk['openApi'] = (endpoint, accessToken) => {
  const client = newClient(endpoint)
  client.setAccessToken(accessToken)
  const conversations = new ConversationsApi(client)
  const call = (method: string, path: string, body?: Readonly<Record<string, unknown>>): Promise<unknown> =>
    client.callApi(path, method, {}, {}, {}, {}, body ?? null, ['PureCloud OAuth'], ['application/json'], ['application/json'])
  /** A read whose API class is not worth its size in the bundle. */
  const get = (path: string): Promise<Reply> => calling(() => call('GET', path))
  const api: Api = {
    me: () => calling(() => new UsersApi(client).getUsersMe({ expand: ['authorization'] })),
    token: () => calling(() => new TokensApi(client).getTokensMe()),
    grants: () => get('/api/v2/authorization/subjects/me'),
    organisation: () => calling(() => new OrganizationApi(client).getOrganizationsMe()),
    conversation: (conversationId) => calling(() => conversations.getConversation(conversationId)),
    conversationsIn: (interval, pageSize) =>
      calling(() =>
        conversations.postAnalyticsConversationsDetailsQuery({
          interval,
          order: 'desc',
          orderBy: 'conversationStart',
          paging: { pageSize, pageNumber: 1 },
          segmentFilters: [{ type: 'and', predicates: [{ dimension: 'mediaType', value: 'message' }] }]
        })
      ),
    message: (conversationId, messageId) => calling(() => conversations.getConversationsMessageMessage(conversationId, messageId)),
    threadingTimeline: () => calling(() => conversations.getConversationsMessagingThreadingtimeline()),
    deployments: () => calling(() => new WebDeploymentsApi(client).getWebdeploymentsDeployments()),
    integrations: () => get(`/api/v2/conversations/messaging/integrations?${onePage}`),
    smsNumbers: () => get(`/api/v2/routing/sms/phonenumbers?${onePage}`),
    queue: (queueId) => get(`/api/v2/routing/queues/${encodeURIComponent(queueId)}`),
    myQueues: () => get(`/api/v2/routing/queues/me?${onePage}`),
    contact: (contactId) => calling(() => new ExternalContactsApi(client).getExternalcontactsContact(contactId)),
    send: ({ method, path, body }) => calling(() => call(method, path, body))
  }
  return api
}

const clientToken: Sdk['clientToken'] = async (endpoint, clientId, clientSecret) => {
  try {
    const { accessToken } = await newClient(endpoint).loginClientCredentialsGrant(clientId, clientSecret)
    return { ok: true, token: accessToken }
  } catch (thrown) {
    return { ok: false, failure: failureOf(thrown) }
  }
}

export const sdk: Sdk = { openApi, clientToken }
