import assert from 'node:assert/strict'
import { readSource } from '../../../../src/exchange/sourceCode/readSource'
import type { SourceCall } from '../../../../src/exchange/sourceCode/sourceCall'

/** The only request in a source text. */
const callIn = (text: string): SourceCall => {
  const [call, ...others] = readSource(text)
  assert.ok(call, 'a request is found')
  assert.deepEqual(others, [], 'one request is found')
  return call
}

/** `METHOD path`, with `?` for a method that is not shown and `…` behind a path that goes on. */
const lineOf = ({ request: { method, apiPath }, openEnded }: SourceCall): string => `${method ?? '?'} ${apiPath}${openEnded ? '…' : ''}`

const fieldsOf = ({ request: { body } }: SourceCall): unknown => (body?.kind === 'json' ? body.value : undefined)

const leg = '/api/v2/conversations/messages/{conversationId}/communications/{legId}/messages'

/** How a request is written → what it is. */
const written: Readonly<Record<string, readonly [text: string, line: string, fields?: unknown]>> = {
  'axios with a template': [
    'await axios.post(`${base}/api/v2/conversations/messages/${conversationId}/communications/${leg.legId}/messages`, { textBody: text })',
    `POST ${leg}`,
    { textBody: '{text}' }
  ],
  'axios with options': [
    "axios({ method: 'patch', url: `/api/v2/conversations/messages/${conversationId}`, data: { state: 'disconnected' } })",
    'PATCH /api/v2/conversations/messages/{conversationId}',
    { state: 'disconnected' }
  ],
  'axios with a typed call': [
    "axios.get<Answer>('/api/v2/conversations/messages/agentless')",
    'GET /api/v2/conversations/messages/agentless'
  ],
  'fetch with a body': [
    "fetch(host + '/api/v2/conversations/messages/agentless', { method: 'POST', headers, body: JSON.stringify({ textBody, fromAddress: from }) })",
    'POST /api/v2/conversations/messages/agentless',
    { textBody: '{textBody}', fromAddress: '{from}' }
  ],
  'fetch alone': ["fetch('/api/v2/conversations')", 'GET /api/v2/conversations'],
  'fetch with options that are held elsewhere': ["fetch('/api/v2/conversations', options)", '? /api/v2/conversations'],
  'a joined string': [
    "http.put('/api/v2/conversations/messages/' + conversationId + '/recordingstate', body)",
    'PUT /api/v2/conversations/messages/{conversationId}/recordingstate'
  ],
  'a joined string over lines': [
    "client.post(\n  '/api/v2/conversations/messages/' +\n    conversationId +\n    '/communications/' +\n    legId +\n    '/messages', x)",
    `POST ${leg}`
  ],
  'a body that a name was given': [
    "const message = { textBody: 'Hello' }\nawait client.post('/api/v2/conversations/messages/agentless', message)",
    'POST /api/v2/conversations/messages/agentless',
    { textBody: 'Hello' }
  ],
  'a name that is another function’s parameter': [
    "const message = { textBody: 'Hello' }\nconst send = (message) => {\n  client.post('/api/v2/conversations/messages/agentless', message)\n}",
    'POST /api/v2/conversations/messages/agentless'
  ],
  'Python requests': [
    'requests.post(f"https://api.{region}/api/v2/conversations/messages/agentless", headers=h, json={"textBody": text, "useExistingActiveConversation": True})',
    'POST /api/v2/conversations/messages/agentless',
    { textBody: '{text}', useExistingActiveConversation: true }
  ],
  'Python’s request with its method first': [
    'requests.request("DELETE", "https://api.mypurecloud.com/api/v2/conversations/%s" % conversation_id)',
    'DELETE /api/v2/conversations/{…}'
  ],
  'Python’s format': ['s.patch("/api/v2/conversations/messages/{}".format(cid))', 'PATCH /api/v2/conversations/messages/{…}'],
  'Python’s neighbouring strings': [
    'session.get("/api/v2/conversations/"\n            "messages/agentless")',
    'GET /api/v2/conversations/messages/agentless'
  ],
  'Java’s HttpRequest': [
    'HttpRequest.newBuilder().uri(URI.create("https://api.mypurecloud.ie/api/v2/conversations/messages/agentless")).POST(ofString(json)).build();',
    'POST /api/v2/conversations/messages/agentless'
  ],
  'Java’s HttpURLConnection': [
    'URL url = new URL("https://api.mypurecloud.ie/api/v2/conversations/messages/agentless");\nHttpURLConnection c = (HttpURLConnection) url.openConnection();\nc.setRequestMethod("POST");',
    'POST /api/v2/conversations/messages/agentless'
  ],
  'Apache HttpClient': [
    'new HttpPatch("/api/v2/conversations/messages/" + conversationId)',
    'PATCH /api/v2/conversations/messages/{conversationId}'
  ],
  'Spring’s RestTemplate': [
    'rest.postForObject("/api/v2/conversations/messages/{conversationId}/reopen", body, Answer.class, id);',
    'POST /api/v2/conversations/messages/{conversationId}/reopen'
  ],
  'Spring’s WebClient': [
    'client.post().uri("/api/v2/conversations/messages/agentless").bodyValue(b)',
    'POST /api/v2/conversations/messages/agentless'
  ],
  'C#’s HttpRequestMessage': [
    'new HttpRequestMessage(HttpMethod.Post, $"https://api.mypurecloud.de/api/v2/conversations/{conversationId}/participants")',
    'POST /api/v2/conversations/{conversationId}/participants'
  ],
  'C#’s PostAsJsonAsync': [
    'await client.PostAsJsonAsync("/api/v2/conversations/messages/agentless", new { textBody = text, fromAddress = "a" });',
    'POST /api/v2/conversations/messages/agentless',
    { textBody: '{text}', fromAddress: 'a' }
  ],
  'Go’s NewRequest': [
    'http.NewRequest(http.MethodPatch, fmt.Sprintf("https://api.mypurecloud.com/api/v2/conversations/messages/%s", id), nil)',
    'PATCH /api/v2/conversations/messages/{…}'
  ],
  'Go’s joined string': [
    'http.NewRequest("POST", base+"/api/v2/conversations/"+conversationId+"/participants", r)',
    'POST /api/v2/conversations/{conversationId}/participants'
  ],
  'PHP’s cURL': [
    "$ch = curl_init($base . '/api/v2/conversations/messages/' . $conversationId . '/x');",
    '? /api/v2/conversations/messages/{conversationId}/x'
  ],
  'Ruby’s Net::HTTP': [
    'Net::HTTP::Post.new("/api/v2/conversations/messages/#{conversation_id}")',
    'POST /api/v2/conversations/messages/{conversation_id}'
  ],
  PowerShell: [
    'Invoke-RestMethod -Method Patch `\n  -Uri "https://api.mypurecloud.com/api/v2/conversations/messages/$id" `\n  -Body (@{ state = \'open\'\n  held = $false } | ConvertTo-Json)',
    'PATCH /api/v2/conversations/messages/{id}',
    { state: 'open', held: false }
  ],
  'PowerShell with a body that a name was given': [
    '$body = @{\n  textBody = "Hello"\n  toAddress = $to\n} | ConvertTo-Json\nirm -Uri "$base/api/v2/conversations/messages/agentless" -Method Post -Body $body',
    'POST /api/v2/conversations/messages/agentless',
    { textBody: 'Hello', toAddress: '{to}' }
  ],
  'cURL over lines': [
    'curl -s https://api.mypurecloud.com/api/v2/conversations/messages/agentless \\\n  -H \'Content-Type: application/json\' \\\n  -d \'{\n  "textBody": "Hello"\n}\'',
    'POST /api/v2/conversations/messages/agentless',
    { textBody: 'Hello' }
  ],
  'cURL with escaped quotes': [
    'curl -X PATCH "$HOST/api/v2/conversations/messages/$CONVERSATION" -d "{\\"state\\": \\"$STATE\\"}"',
    'PATCH /api/v2/conversations/messages/{CONVERSATION}',
    { state: '{STATE}' }
  ],
  'cURL without a body': ['curl https://api.mypurecloud.com/api/v2/conversations', 'GET /api/v2/conversations'],
  'a .http file with Windows’ line ends': [
    '### Send\r\nPOST {{host}}/api/v2/conversations/messages/agentless\r\nAuthorization: Bearer {{token}}\r\n\r\n{\r\n  "textBody": "Hello"\r\n}\r\n',
    'POST /api/v2/conversations/messages/agentless',
    { textBody: 'Hello' }
  ],
  'a Postman collection': [
    '{ "request": { "method": "PATCH", "header": [], "url": { "raw": "{{base}}/api/v2/conversations/messages/{{id}}/reopen", "host": ["{{base}}"] } } }',
    'PATCH /api/v2/conversations/messages/{id}/reopen'
  ],
  OpenAPI: ['paths:\n  /api/v2/conversations/messages/agentless:\n    post: {}\n', '? /api/v2/conversations/messages/agentless'],
  YAML: ['- url: /api/v2/conversations/messages/agentless\n  method: POST\n', 'POST /api/v2/conversations/messages/agentless'],
  'a data action': [
    'request_type = "POST"\nrequest_url_template = "/api/v2/conversations/messages/${input.conversationId}"',
    'POST /api/v2/conversations/messages/{conversationId}'
  ],
  'a path whose next part is not told from the one behind it': [
    "get('/api/v2/conversations/messages/' + id + rest)",
    'GET /api/v2/conversations/messages…'
  ],
  'a path that something is added to': [
    "get('/api/v2/conversations/messages/' + id + '/' + rest)",
    'GET /api/v2/conversations/messages/{id}/{rest}'
  ],
  'a query behind a segment': ['axios.get(`/api/v2/conversations/${id}?expand=${what}`)', 'GET /api/v2/conversations/{id}'],
  'a base path': ["const base = '/api/v2/conversations/messages/'", '? /api/v2/conversations/messages…'],
  'an SDK in JavaScript': [
    "conversationsApi.postConversationsMessagesAgentless({ textBody: 'Hello', toAddressMessengerType: 'sms' }, { useNormalizedMessage: true })",
    'POST /api/v2/conversations/messages/agentless',
    { textBody: 'Hello', toAddressMessengerType: 'sms' }
  ],
  'an SDK with the path’s variables before the body': [
    "api.postConversationsMessageCommunicationMessages(conversationId, legId, { text: 'Hello' })",
    'POST /api/v2/conversations/messages/{conversationId}/communications/{communicationId}/messages',
    { text: 'Hello' }
  ],
  'an SDK in Python': [
    'body = {"text_body": "Hello"}\napi.post_conversations_messages_agentless(body)',
    'POST /api/v2/conversations/messages/agentless',
    { textBody: 'Hello' }
  ],
  'an SDK in C#': [
    'await api.PostConversationsMessagesAgentlessAsync(new SendAgentlessOutboundMessageRequest { TextBody = text });',
    'POST /api/v2/conversations/messages/agentless',
    { textBody: '{text}' }
  ],
  'an SDK in Go': [
    'api.PostConversationsMessagesAgentless(platformclientv2.Sendagentlessoutboundmessagerequest{ TextBody: &text })',
    'POST /api/v2/conversations/messages/agentless',
    { textBody: '{text}' }
  ],
  'an SDK’s method that is gone': [
    'chatApi.postWebchatGuestConversations(body)',
    'POST /api/v2/webchat/guest/conversations/{conversationId}'
  ]
}

describe('requests in source code', () => {
  for (const [name, [text, line, fields]] of Object.entries(written))
    it(`reads ${name}`, () => {
      const call = callIn(text)
      assert.equal(lineOf(call), line)
      assert.deepEqual(fieldsOf(call), fields)
      assert.equal(call.place, 'code')
    })

  it('says where the path stands', () => {
    const text = 'const url = `https://api.mypurecloud.com/api/v2/conversations/${id}`\n'
    const { start, end } = callIn(text)
    assert.equal(text.slice(start, end), 'https://api.mypurecloud.com/api/v2/conversations/${id}')
  })

  it('says where the SDK’s method stands', () => {
    const text = 'await api.postConversationsMessagesAgentless(body)'
    const { start, end } = callIn(text)
    assert.equal(text.slice(start, end), 'postConversationsMessagesAgentless')
  })

  it('takes no body from another request in the same block', () => {
    const [first, second] = readSource(
      "const f = async () => {\n  await http.post('/api/v2/conversations/messages/agentless')\n  await http.patch('/api/v2/conversations/messages/x', { body: { state: 'open' } })\n}"
    )
    assert.ok(first && second)
    assert.equal(fieldsOf(first), undefined)
    assert.equal(lineOf(second), 'PATCH /api/v2/conversations/messages/x')
  })

  it('takes neither method nor body from a block that a path stands in', () => {
    const call = callIn(
      "const f = async () => {\n  const url = '/api/v2/conversations/messages/agentless'\n\n  await other({ method: 'PATCH', body: { state: 'open' } })\n}"
    )
    assert.equal(lineOf(call), '? /api/v2/conversations/messages/agentless')
    assert.equal(fieldsOf(call), undefined)
  })

  const comments = {
    'a line comment': "// axios.post('/api/v2/conversations/x/y')",
    'a comment behind code': 'send() // POST /api/v2/conversations/x/y',
    'a Python comment': '# POST /api/v2/conversations/x/y',
    'a doc comment': '/**\n * POST /api/v2/conversations/x/y\n */',
    'a block comment': '/*\nPOST /api/v2/conversations/x/y\n*/',
    'an HTML comment': '<!-- /api/v2/conversations/x/y -->',
    'a sentence in a string': "log('It failed: POST /api/v2/conversations/x/y.')",
    prose: 'In the end we call /api/v2/conversations/x/y. That works.'
  }
  for (const [name, text] of Object.entries(comments))
    it(`takes ${name} for a hint`, () => {
      const call = callIn(text)
      assert.equal(call.place, 'comment')
      assert.equal(call.request.apiPath, '/api/v2/conversations/x/y')
    })

  const passedOver = {
    'another product’s host': "fetch('https://acme.zendesk.com/api/v2/conversations/5')",
    'another product’s resource': "fetch('/api/v2/tickets.json')",
    'a path in a text that has nothing to do with the platform': "fetch('/api/v2/users/5')",
    'an import': "import { send } from './api/v2/conversations'",
    'a folder': "readFile('src/api/v2/conversations/send')",
    'a longer word': "x('SWAGGER_api/v2/conversations')",
    'the prefix alone': "const prefix = '/api/v2/'",
    'a method of our own': 'const postConversationsMessagesAgentless = (body) => send(body)',
    'a method that is no SDK’s': 'api.postConversationsToSlack(body)'
  }
  for (const [name, text] of Object.entries(passedOver))
    it(`passes over ${name}`, () => {
      assert.deepEqual(readSource(text), [])
    })

  it('reads any path of the platform where the text names it', () => {
    assert.equal(lineOf(callIn("// Genesys Cloud\nfetch('/api/v2/users/me')")), 'GET /api/v2/users/me')
    assert.equal(lineOf(callIn("fetch('https://api.euw2.pure.cloud/api/v2/users/me')")), 'GET /api/v2/users/me')
  })

  it('lets no secret out', () => {
    const text =
      "axios.post('https://api.mypurecloud.com/api/v2/conversations/messages/agentless', { textBody: 'x', token: 'hidden-5', clientSecret: 'hidden-6' })"
    assert.doesNotMatch(JSON.stringify(readSource(text)), /hidden/)
  })
})
