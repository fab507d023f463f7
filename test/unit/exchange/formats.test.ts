import assert from 'node:assert/strict'
import { exchangeOf, exchangesOf, inShort, jsonIn, requestOf, responseIn } from '../support/exchange'
import * as errors from './samples/errors'
import * as http from './samples/http'
import * as logs from './samples/logs'
import { correlationId } from './samples/parts'

const url = 'https://api.mypurecloud.de/api/v2/conversations/messages/agentless'
const conversation = '/api/v2/conversations/messages/00000000-0000-4000-8000-000000000001'

describe('pasted HTTP is read', () => {
  it('exactly, with the correlation id of its headers', () => {
    const { request, response } = exchangeOf(http.httpExact)
    assert.deepEqual([request?.authorisation, response?.status, response?.error?.correlationId], ['bearer', 400, correlationId])
  })

  it('with the pseudo headers of HTTP/2, in one line or in two', () => {
    const inTwoLines = http.httpTwo.replaceAll(/^(:\w+): /gm, '$1\n')
    for (const text of [http.httpTwo, inTwoLines]) {
      const { request, response } = exchangeOf(text)
      assert.ok(request)
      assert.deepEqual([request.method, request.url, request.authorisation], ['POST', url, 'bearer'])
      assert.deepEqual(jsonIn(request), { textBody: 'Hello' })
      assert.deepEqual([response?.status, response?.error?.code], [409, 'request.conflict'])
    }
  })

  it('as OkHttp logs it', () => {
    const { request, response } = exchangeOf(http.okHttp)
    assert.ok(request)
    assert.deepEqual([request.method, request.url], ['POST', url])
    assert.deepEqual(jsonIn(request), { textBody: 'Hello' })
    assert.deepEqual(response?.error, { code: 'request.conflict', message: 'No.', correlationId })
  })

  it('from a .http file, with its variables and without its comments and scripts', () => {
    const [send, read, me] = exchangesOf(http.httpFile)
    assert.ok(send?.request && read?.request && me?.request)
    assert.equal(send.request.url, url)
    assert.deepEqual(jsonIn(send.request), { textBody: 'Hello' })
    assert.deepEqual(
      [read.request.method, read.request.url, read.request.body],
      ['GET', `https://api.mypurecloud.de${conversation}?useNormalizedMessage=true&x=1`, undefined]
    )
    assert.deepEqual([me.request.method, me.request.apiPath], ['GET', '/api/v2/users/me'])
  })

  it('with a body that something is said behind', () => {
    assert.deepEqual(jsonIn(requestOf('POST /api/v2/a/b\n\n{"textBody":"a"}\n\nWhat is wrong?')), { textBody: 'a' })
  })

  it('between the fences of Markdown, and in the colours of a terminal', () => {
    const text = '```http\n\u001b[32mPOST\u001b[0m /api/v2/a/b\n\n{"textBody":"a"}\n```'
    assert.deepEqual(jsonIn(requestOf(text)), { textBody: 'a' })
  })
})

describe('a pasted HAR is read', () => {
  it('with the entries of the platform alone, and the frames of a guest', () => {
    const [sent, guest, ...others] = exchangesOf(http.har)
    assert.deepEqual(others, [])
    assert.deepEqual([sent?.request?.method, sent?.request?.authorisation, sent?.response?.status], ['POST', 'bearer', 429])
    assert.deepEqual([sent?.response?.retryAfter, sent?.response?.error?.code], [3, 'too.many.requests'])
    assert.deepEqual(guest?.guest?.code, 409)
  })

  it('when it is one entry, or a list of them', () => {
    const { entries } = (JSON.parse(http.har) as { log: { entries: readonly unknown[] } }).log
    assert.equal(exchangeOf(JSON.stringify(entries[1])).response?.status, 429)
    assert.equal(exchangesOf(JSON.stringify(entries)).length, 2)
  })

  it('up to 200 entries', () => {
    const { log } = JSON.parse(http.har) as { log: { entries: readonly unknown[] } }
    const many = { log: { ...log, entries: Array.from({ length: 300 }, () => log.entries[1]) } }
    assert.equal(exchangesOf(JSON.stringify(many)).length, 200)
  })
})

describe('a pasted error of a library is read', () => {
  it('of axios, as Node shows it', () => {
    const { request, response } = exchangeOf(errors.axiosError)
    assert.ok(request && response)
    assert.deepEqual([request.method, request.url, request.authorisation], ['POST', url, 'bearer'])
    assert.deepEqual(jsonIn(request), { textBody: "It's time", toAddressMessengerType: 'sms' })
    assert.equal(response.status, 400)
    assert.deepEqual(response.error, { code: 'not.a.client', message: 'This request requires a non-user context.', correlationId })
  })

  it('of the platform’s SDK for JavaScript, extended or plain', () => {
    const { response } = exchangeOf(errors.sdkExtended)
    assert.deepEqual([response?.status, response?.retryAfter, response?.error?.code], [429, 12, 'too.many.requests'])
    assert.deepEqual(inShort(errors.sdkPlain), [[undefined, 400, 'active.conversation']])
  })

  for (const [name, text] of Object.entries({ 'several lines': errors.pythonException, 'one line': errors.pythonOneLine }))
    it(`of the SDK for Python, in ${name}`, () => {
      const { request, response } = exchangeOf(text)
      assert.equal(request, undefined)
      assert.deepEqual([response?.status, response?.retryAfter], [400, 5])
      assert.deepEqual(response?.error, { code: 'not.a.client', message: 'This request requires a non-user context.', correlationId })
    })

  it('of the SDK for Java', () => {
    assert.equal(responseIn(errors.javaException).error?.message, 'This request requires a non-user context.')
  })

  it('of the SDK for C#', () => {
    assert.deepEqual(inShort(errors.csharpException), [[undefined, 400, 'not.a.client']])
  })

  it('of the SDK for Go', () => {
    const { status, error } = responseIn(errors.goError)
    assert.equal(status, 400)
    assert.deepEqual(error, { code: undefined, message: 'This request requires a non-user context.', correlationId })
  })

  it('of PowerShell, with the request in the line that failed', () => {
    assert.deepEqual(inShort(errors.powerShellError), [
      ['POST https://api.mypurecloud.de/api/v2/conversations/messaging/messages', 409, undefined]
    ])
    assert.deepEqual(inShort('Invoke-RestMethod: {"message":"No.","code":"request.conflict","status":409}'), [
      [undefined, 409, 'request.conflict']
    ])
    assert.equal(responseIn('Invoke-RestMethod: Response status code does not indicate success: 409 (Conflict).').status, 409)
  })
})

describe('a pasted log is read', () => {
  it('with each request, its body and its answer, once', () => {
    assert.deepEqual(inShort(logs.log), [
      [`POST ${url}`, 400, 'not.a.client'],
      ['GET https://api.mypurecloud.de/api/v2/users/me', 200, undefined]
    ])
    const [first] = exchangesOf(logs.log)
    assert.deepEqual(first?.request && jsonIn(first.request), { textBody: 'Hello', toAddressMessengerType: 'sms' })
  })

  it('when its lines are JSON', () => {
    const { request, response } = exchangeOf(logs.logJson)
    assert.deepEqual([request?.method, request?.url, request?.authorisation, request?.body], ['POST', url, 'bearer', undefined])
    assert.deepEqual([response?.status, response?.retryAfter, response?.error?.code], [400, 9, 'not.a.client'])
  })

  it('when JSON is escaped in it', () => {
    const { request, response } = exchangeOf(logs.logEscaped)
    assert.deepEqual([request?.method, response?.status, response?.error?.code], ['POST', 400, 'not.a.client'])
  })

  it('when it is written as names and values', () => {
    const { request, response } = exchangeOf(logs.logFmt)
    assert.deepEqual([request?.method, request?.url], ['POST', `${url}?token=‹removed›`])
    assert.equal(response?.status, 409)
    assert.deepEqual(response.error, { code: 'request.conflict', message: 'It has changed.', correlationId })
  })

  it('of the .NET client', () => {
    const text = `info: System.Net.Http.HttpClient.Default.ClientHandler[100]
      Sending HTTP request POST ${url}
info: System.Net.Http.HttpClient.Default.ClientHandler[101]
      Received HTTP response headers after 110.3ms - 409`
    assert.deepEqual(inShort(`10:15:01 ${text}`), [[`POST ${url}`, 409, undefined]])
  })

  it('of a web server', () => {
    const text = '192.0.2.7 - - [24/Nov/2026:10:15:01 +0000] "POST /api/v2/conversations/messages/agentless HTTP/1.1" 429 123 "-" "curl/8"'
    assert.deepEqual(inShort(text), [['POST /api/v2/conversations/messages/agentless', 429, undefined]])
  })

  it('with the numbers of stack traces and times in it, which are no statuses', () => {
    const text = `2026-11-24 10:15:01,409 INFO POST ${url} took 500 ms at Client.java:404`
    assert.deepEqual(inShort(text), [[`POST ${url}`, undefined, undefined]])
  })

  it('with the words behind a status', () => {
    const text = `10:15:01 ERROR POST ${url} -> 409 Conflict: Conversation is not in a state that allows adding messages`
    const { status, error } = responseIn(text)
    assert.deepEqual([status, error?.message], [409, 'Conversation is not in a state that allows adding messages'])
  })

  it('with a request that has no answer, before another that has one', () => {
    assert.deepEqual(inShort(`10:15:01 POST ${url}\n10:15:02 GET ${url}/x\n10:15:02 <- 404`), [
      [`POST ${url}`, undefined, undefined],
      [`GET ${url}/x`, 404, undefined]
    ])
  })

  it('and a sentence that names a request is read as well', () => {
    assert.deepEqual(inShort('When I POST to /api/v2/conversations/messages/agentless, I get a 409. Why?'), [
      ['POST /api/v2/conversations/messages/agentless', 409, undefined]
    ])
  })
})

describe('a pasted error body is read', () => {
  it('with the seconds to wait that its message names', () => {
    const { retryAfter, error } = responseIn(errors.errorWithLimit)
    assert.deepEqual([retryAfter, error?.code], [30, 'too.many.requests.retry.after'])
  })

  it('with the code of the error inside it, when it has none itself', () => {
    const inside = '{"status":400,"errors":[{"code":"invalid.value","message":"No.","status":400}]}'
    assert.deepEqual(responseIn(inside).error, { code: 'invalid.value', message: 'No.', correlationId: undefined })
    const detailed = '{"message":"No.","status":400,"details":[{"errorCode":"invalid.value","fieldName":"toAddress"}]}'
    assert.equal(responseIn(detailed).error?.code, 'invalid.value')
  })

  it('with each of several', () => {
    assert.deepEqual(inShort(`${errors.sdkPlain}\n${errors.sdkPlain}`).length, 2)
    assert.equal(exchangesOf(`${errors.errorWithLimit}\n\n${errors.oauthError}`).length, 2)
  })
})

describe('pasted source code is read', () => {
  it('with the call in it, and the answer that is written behind', () => {
    const text = `const answer = await fetch(\`\${host}/api/v2/conversations/messaging/messages\`, {
  method: 'POST',
  body: JSON.stringify({ text: 'Hello', conversationId: id })
})
// 409 Conflict`
    const { request, response } = exchangeOf(text)
    assert.deepEqual([request?.method, request?.apiPath, response?.status], ['POST', '/api/v2/conversations/messaging/messages', 409])
  })

  it('in PowerShell', () => {
    const { request } = exchangeOf(
      '$answer = Invoke-RestMethod -Method Post -Uri "https://api.mypurecloud.de/api/v2/conversations/messages/agentless" -Body $body'
    )
    assert.deepEqual([request?.method, request?.apiPath], ['POST', '/api/v2/conversations/messages/agentless'])
  })
})
