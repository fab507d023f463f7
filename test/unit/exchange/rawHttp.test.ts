import assert from 'node:assert/strict'
import { readPaste } from '../../../src/exchange/read'
import { exchangeOf, jsonIn, requestOf, responseIn } from '../support/exchange'
import { seedText } from '../support/seed'

const exact = `POST /api/v2/conversations/messages/agentless HTTP/1.1
Host: api.mypurecloud.com
Authorization: Bearer kJ3-aVeryOpaqueToken_00
Content-Type: application/json

{"textBody":"Hello"}

HTTP/1.1 400 Bad Request
Content-Type: application/json
ININ-Correlation-Id: c-1

{"message":"This request requires a non-user context.","code":"not.a.client","status":400}
`

const indent = (text: string, by = '    '): string => text.replace(/^/gm, by)

describe('a pasted HTTP request', () => {
  it('that is exact is read with host, path, scheme, body and answer', () => {
    for (const text of [exact, exact.replaceAll('\n', '\r\n'), indent(exact)]) {
      const { request, response } = exchangeOf(text)
      assert.ok(request && response)
      assert.equal(request.method, 'POST')
      assert.equal(request.url, 'https://api.mypurecloud.com/api/v2/conversations/messages/agentless')
      assert.equal(request.apiPath, '/api/v2/conversations/messages/agentless')
      assert.equal(request.authorisation, 'bearer')
      assert.deepEqual(jsonIn(request), { textBody: 'Hello' })
      assert.equal(response.status, 400)
      assert.deepEqual(response.error, {
        code: 'not.a.client',
        message: 'This request requires a non-user context.',
        correlationId: 'c-1'
      })
    }
  })

  it('takes no host from a line that has something else in it', () => {
    const { request } = exchangeOf('GET /api/v2/users/me HTTP/1.1\nHost: api.mypurecloud.deAccept: text/html\n\n')
    assert.equal(request?.url, '/api/v2/users/me')
  })

  it('of the thread is read as it stands there', () => {
    for (const text of [seedText, indent(seedText), `\n\n${seedText}\n\n`]) {
      const { request, response } = exchangeOf(text)
      assert.ok(request && response)
      assert.deepEqual([request.method, request.url], ['POST', '/api/v2/conversations/messaging/messages'])
      assert.equal(request.authorisation, 'not shown')
      assert.deepEqual(jsonIn(request), {
        from: { name: 'Support Bot', id: 'bot-id-123' },
        text: 'Is there anything else we can help you with?',
        conversationId: 'existing-closed-conversation-id'
      })
      assert.deepEqual(response, {
        status: 409,
        error: { code: undefined, message: 'Conversation is not in a state that allows adding messages', correlationId: undefined },
        body: undefined
      })
    }
  })

  it('without an empty line before its body has that body', () => {
    assert.deepEqual(jsonIn(requestOf('POST /api/v2/conversations/messages/agentless\n{"textBody":\n  "Hello"}')), { textBody: 'Hello' })
    assert.deepEqual(jsonIn(requestOf('POST /api/v2/x/y\nContent-Type: application/json\n{"textBody":"Hello"}')), { textBody: 'Hello' })
  })

  it('without a body has none', () => {
    for (const text of ['GET /api/v2/users/me', 'GET /api/v2/users/me HTTP/1.1\nHost: api.mypurecloud.com\n\n'])
      assert.equal(requestOf(text).body, undefined)
  })

  it('is read with a method in small letters', () => {
    assert.equal(requestOf('post /api/v2/conversations/messages/agentless').method, 'POST')
  })

  it('is found among words about it', () => {
    const { request, response } = exchangeOf(`Hi all,\nmy bot does this:\n\n${seedText}`)
    assert.equal(request?.apiPath, '/api/v2/conversations/messaging/messages')
    assert.equal(response?.status, 409)
  })

  const statusLines: Readonly<Record<string, string | undefined>> = {
    'HTTP/1.1 409 Conflict': 'Conflict',
    'HTTP/1.1 409': undefined,
    'HTTP/2 409': undefined,
    '< HTTP/2 409': undefined,
    '< HTTP/1.1 409 Conflict': 'Conflict',
    '→ 409 Conflict: not in the right state': 'not in the right state',
    '-> 409 Conflict - not in the right state': 'not in the right state',
    '=> 409': undefined,
    '409 Conflict: not in the right state': 'not in the right state',
    '409 Conflict': 'Conflict',
    'Status: 409 Conflict': 'Conflict',
    'status code: 409': undefined,
    'Response: 409 not in the right state': 'not in the right state',
    'Got 409 Conflict': 'Conflict'
  }
  for (const [line, said] of Object.entries(statusLines))
    it(`has the answer 409 in the line “${line}”`, () => {
      const { status, error } = responseIn(`POST /api/v2/conversations/messaging/messages\n{"text":"a"}\n${line}`)
      assert.equal(status, 409)
      assert.equal(error?.message, said)
    })

  it('has the error body under the status line, over what the line says', () => {
    const { error } = responseIn(
      'POST /api/v2/a/b\n\n→ 409 Conflict: hm\n{"code":"request.conflict","message":"It changed.","contextId":"c-2"}'
    )
    assert.deepEqual(error, { code: 'request.conflict', message: 'It changed.', correlationId: 'c-2' })
  })

  it('with an answer that succeeded has no error', () => {
    const { status, error, body } = responseIn('POST /api/v2/a/b\n\nHTTP/1.1 200 OK\n\n{"id":"m-1","code":"x","message":"y"}')
    assert.deepEqual([status, error], [200, undefined])
    assert.equal(body?.kind, 'json')
  })

  it('and more of them, each with its own answer, are as many exchanges', () => {
    const reading = readPaste('POST /api/v2/a/b\n{"n":1}\n409 Conflict\n\nPATCH /api/v2/a/c\n{"n":2}\n\nGET /api/v2/a/d\n404 Not Found')
    assert.ok(reading.kind === 'exchanges')
    assert.deepEqual(
      reading.exchanges.map(({ request, response }) => [request?.method, request?.apiPath, response?.status]),
      [
        ['POST', '/api/v2/a/b', 409],
        ['PATCH', '/api/v2/a/c', undefined],
        ['GET', '/api/v2/a/d', 404]
      ]
    )
  })

  it('is not seen in the numbers and words of a body', () => {
    const text = 'POST /api/v2/a/b\n{\n  "counts": [\n    409,\n    200\n  ],\n  "status": 409\n}'
    const { request, response } = exchangeOf(text)
    assert.deepEqual(request && jsonIn(request), { counts: [409, 200], status: 409 })
    assert.equal(response, undefined)
  })

  it('may be missing: an answer alone is read too', () => {
    const { request, response } = exchangeOf('HTTP/1.1 429 Too Many Requests\nRetry-After: 7\n\n{"code":"too.many.requests","status":429}')
    assert.equal(request, undefined)
    assert.deepEqual([response?.status, response?.error?.code], [429, 'too.many.requests'])
  })
})
