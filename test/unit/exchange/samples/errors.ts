import { errorBody, host, path, secret } from './parts'

export const axiosError = `AxiosError: Request failed with status code 400
    at settle (/app/node_modules/axios/dist/node/axios.cjs:2090:12)
    at IncomingMessage.handleStreamEnd (/app/node_modules/axios/dist/node/axios.cjs:3207:11)
    at process.processTicksAndRejections (node:internal/process/task_queues:95:5) {
  code: 'ERR_BAD_REQUEST',
  config: {
    transitional: { silentJSONParsing: true, forcedJSONParsing: true },
    adapter: [ 'xhr', 'http', 'fetch' ],
    transformRequest: [ [Function: transformRequest] ],
    validateStatus: [Function: validateStatus],
    headers: Object [AxiosHeaders] {
      Accept: 'application/json, text/plain, */*',
      Authorization: 'Bearer ${secret}',
      'Content-Type': 'application/json',
      'x-api-key': '${secret}'
    },
    method: 'post',
    url: '${host}${path}',
    data: '{"textBody":"It\\'s time","toAddressMessengerType":"sms"}'
  },
  request: <ref *1> ClientRequest {
    _events: [Object: null prototype] { error: [Function (anonymous)] },
    _header: 'POST ${path} HTTP/1.1\\r\\n' +
      'Authorization: Bearer ${secret}\\r\\n',
    method: 'POST',
    path: '${path}',
    [Symbol(kOutHeaders)]: [Object: null prototype] { authorization: [ 'Authorization', 'Bearer ${secret}' ] }
  },
  response: {
    status: 400,
    statusText: 'Bad Request',
    headers: Object [AxiosHeaders] {
      'inin-correlation-id': 'c0ffee00-1111-4222-8333-444455556666',
      'set-cookie': [ 'session=${secret}' ]
    },
    config: { url: '${host}${path}', method: 'post' },
    data: {
      message: 'This request requires a non-user context.',
      code: 'not.a.client',
      status: 400,
      details: [],
      errors: []
    }
  },
  status: 400
}`

export const sdkExtended = `Error: {
  status: 429,
  statusText: 'Too Many Requests',
  headers: {
    'retry-after': '12',
    'inin-correlation-id': 'c0ffee00-1111-4222-8333-444455556666',
    'set-cookie': [ 'session=${secret}' ]
  },
  body: {
    message: 'Rate limit exceeded the maximum [300] requests within [60] seconds',
    code: 'too.many.requests',
    status: 429,
    messageParams: { limit: '300' }
  },
  text: '{"token":"${secret}"}',
  error: null
}`

export const sdkPlain = `{
  message: 'An alerting or connected conversation is already in progress.',
  code: 'active.conversation',
  status: 400,
  contextId: 'c0ffee00-1111-4222-8333-444455556666',
  details: [],
  errors: []
}`

export const pythonException = `Traceback (most recent call last):
  File "/app/send.py", line 31, in <module>
    api.post_conversations_messages_agentless(body)
PureCloudPlatformClientV2.rest.ApiException: (400)
Reason: Bad Request
HTTP response headers: HTTPHeaderDict({'Content-Type': 'application/json', 'ININ-Correlation-Id': 'c0ffee00-1111-4222-8333-444455556666', 'Retry-After': '5', 'Set-Cookie': 'session=${secret}; HttpOnly'})
HTTP response body: {"message":"This request requires a non-user context.","code":"not.a.client","status":400}
`

export const pythonOneLine = pythonException.split('\n').slice(3).join(' ')

export const javaException = `Exception in thread "main" com.mypurecloud.sdk.v2.ApiException: This request requires a non-user context.
	at com.mypurecloud.sdk.v2.ApiClient.interpretResponse(ApiClient.java:412)
	at com.mypurecloud.sdk.v2.ApiClient.invoke(ApiClient.java:444)
	at com.example.Send.main(Send.java:21)`

export const csharpException = `Unhandled exception. PureCloudPlatform.Client.V2.Client.ApiException: Error calling PostConversationsMessagesAgentless: ${errorBody}
   at PureCloudPlatform.Client.V2.Api.ConversationsApi.PostConversationsMessagesAgentlessWithHttpInfo(SendAgentlessOutboundMessageRequest body)
   at Program.<Main>$(String[] args) in /app/Program.cs:line 14`

export const goError = `2026/11/24 10:15:02 send failed: API Error: 400 - This request requires a non-user context. (c0ffee00-1111-4222-8333-444455556666)`

export const powerShellError = `Invoke-RestMethod : The remote server returned an error: (409) Conflict.
At line:1 char:1
+ Invoke-RestMethod -Method Post -Uri ${host}/api/v2/conversations/messaging/messages -Headers @{Authorization="Bearer ${secret}"} -Body $body
+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    + CategoryInfo          : InvalidOperation: (System.Net.HttpWebRequest:HttpWebRequest) [Invoke-RestMethod], WebException
    + FullyQualifiedErrorId : WebCmdletWebResponseException,Microsoft.PowerShell.Commands.InvokeRestMethodCommand`

export const oauthError = '{"error":"invalid_client","description":"client not found: wrong secret","error_description":"client not found"}'

export const errorWithLimit = `{"message":"Rate limit exceeded the maximum. Retry the request in [30] seconds","code":"too.many.requests.retry.after","status":429,"contextId":"c-1","details":[],"errors":[],"limit":{"key":"token.rate.per.minute","namespace":"platform.api","value":300}}`

/** All of them, by name. */
