// The platform's own SDK, pointed at a sandbox.
import assert from 'node:assert/strict'
import * as platformClient from 'purecloud-platform-client-v2'

type ApiClient = typeof platformClient.ApiClient

/** A client of its own: the SDK hands out one for everybody. */
export const newClient = (url: string): ApiClient => {
  const Client = platformClient.ApiClient.constructor as new () => ApiClient
  const client = new Client()
  // The SDK watches a file in the home directory for settings.
  client.config.setConfigPath('')
  const { hostname, port } = new URL(url)
  client.setGateway({ protocol: 'http', host: hostname, port: Number(port), path_params_login: '', path_params_api: '' })
  client.setReturnExtendedResponses(true)
  return client
}

export interface Sdk {
  readonly conversations: platformClient.ConversationsApi
  readonly analytics: platformClient.AnalyticsApi
  readonly users: platformClient.UsersApi
  readonly tokens: platformClient.TokensApi
  readonly organization: platformClient.OrganizationApi
  readonly routing: platformClient.RoutingApi
  readonly webDeployments: platformClient.WebDeploymentsApi
  readonly externalContacts: platformClient.ExternalContactsApi
  readonly responses: platformClient.ResponseManagementApi
  readonly webMessaging: platformClient.WebMessagingApi
  readonly authorization: platformClient.AuthorizationApi
  readonly oauth: platformClient.OAuthApi
  readonly notifications: platformClient.NotificationsApi
  /** Any method and path. */
  call(method: string, path: string, body: unknown): Promise<unknown>
}

const apisOf = (client: ApiClient): Sdk => ({
  conversations: new platformClient.ConversationsApi(client),
  analytics: new platformClient.AnalyticsApi(client),
  users: new platformClient.UsersApi(client),
  tokens: new platformClient.TokensApi(client),
  organization: new platformClient.OrganizationApi(client),
  routing: new platformClient.RoutingApi(client),
  webDeployments: new platformClient.WebDeploymentsApi(client),
  externalContacts: new platformClient.ExternalContactsApi(client),
  responses: new platformClient.ResponseManagementApi(client),
  webMessaging: new platformClient.WebMessagingApi(client),
  authorization: new platformClient.AuthorizationApi(client),
  oauth: new platformClient.OAuthApi(client),
  notifications: new platformClient.NotificationsApi(client),
  call: (method, path, body) =>
    client.callApi(path, method, {}, {}, {}, {}, body, ['PureCloud OAuth'], ['application/json'], ['application/json']) as Promise<unknown>
})

export const sdkWithToken = (url: string, token: string): Sdk => {
  const client = newClient(url)
  client.setAccessToken(token)
  return apisOf(client)
}

export const sdkAsClient = async (url: string, clientId: string, clientSecret: string): Promise<Sdk> => {
  const client = newClient(url)
  await client.loginClientCredentialsGrant(clientId, clientSecret)
  return apisOf(client)
}

export interface Answer<Body> {
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: Body
}

/** The SDK types an answer as its body; with extended responses it is the whole answer. */
export const answerOf = async <Body>(call: Promise<Body>): Promise<Answer<Body>> => (await call) as unknown as Answer<Body>

/** The body of an answer. */
export const bodyOf = async <Body>(call: Promise<Body>): Promise<Body> => (await answerOf(call)).body

export interface ErrorBody {
  readonly code: string
  readonly status: number
  readonly message: string
  readonly contextId: string
}

/** The refusal that a call must end with. */
export const refusalOf = async (call: Promise<unknown>): Promise<Answer<ErrorBody>> => {
  try {
    await call
  } catch (thrown) {
    return thrown as Answer<ErrorBody>
  }
  assert.fail('The call was not refused.')
}

/** Checks that a call is refused with this status and code, and, where it rests on one, this assumption. */
export const assertRefused = async (call: Promise<unknown>, status: number, code: string, assumption?: string): Promise<void> => {
  const { body, headers, status: actual } = await refusalOf(call)
  assert.deepEqual({ status: actual, code: body.code, bodyStatus: body.status }, { status, code, bodyStatus: status })
  assert.equal(headers['x-sandbox-assumption'], assumption)
  assert.equal(headers['inin-correlation-id'], body.contextId)
  assert.notEqual(body.message, '')
}
