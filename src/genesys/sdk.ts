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
  const api: Api = {
    me: () => calling(() => new UsersApi(client).getUsersMe()),
    token: () => calling(() => new TokensApi(client).getTokensMe()),
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
    contact: (contactId) => calling(() => new ExternalContactsApi(client).getExternalcontactsContact(contactId)),
    send: ({ method, path, body }) =>
      calling(() => client.callApi(path, method, {}, {}, {}, {}, body, ['PureCloud OAuth'], ['application/json'], ['application/json']))
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
