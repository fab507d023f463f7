import assert from 'node:assert/strict'
import { readPaste } from '../../../src/exchange/read'
import { exchangeOf, exchangesOf, inShort, jsonIn, requestOf } from '../support/exchange'
import * as commands from './samples/commands'
import { correlationId } from './samples/parts'

const url = 'https://api.mypurecloud.de/api/v2/conversations/messages/agentless'
const conversation = '/api/v2/conversations/messages/00000000-0000-4000-8000-000000000001'

describe('a pasted cURL command is read as its shell means it', () => {
  it('in bash, with the answer that -i printed, and how long to wait', () => {
    const { request, response } = exchangeOf(commands.curlBash)
    assert.ok(request && response)
    assert.deepEqual(jsonIn(request), { textBody: "It's time", toAddressMessengerType: 'sms' })
    assert.deepEqual([response.status, response.retryAfter, response.error?.correlationId], [429, 7, correlationId])
  })

  it('in PowerShell, with its backticks, prompts and doubled quotes', () => {
    const { request, response } = exchangeOf(commands.curlPowerShell)
    assert.ok(request)
    assert.deepEqual([request.method, request.url, request.authorisation], ['POST', url, 'bearer'])
    assert.deepEqual(jsonIn(request), { textBody: "It's é" })
    assert.equal(response?.error?.code, 'not.a.client')
  })

  it('in PowerShell, with a here-string', () => {
    assert.deepEqual(jsonIn(requestOf(commands.curlPowerShellHereString)), { textBody: 'It\'s "here"' })
  })

  it('in PowerShell, with escapes and variables inside double quotes', () => {
    const request = requestOf('curl.exe -X POST "$base/api/v2/a/b" `\n -d "{`"textBody`": `"5 `$ ""now""`"}"')
    assert.equal(request.apiPath, '/api/v2/a/b')
    assert.equal(request.body?.kind === 'malformed' && request.body.text, '{"textBody": "5 $ "now""}')
  })

  it('in cmd, as a browser copies it', () => {
    const request = requestOf(commands.curlCmd)
    assert.deepEqual([request.method, request.url, request.authorisation], ['POST', url, 'bearer'])
    assert.deepEqual(jsonIn(request), { textBody: "It's 50% & more", toAddressMessengerType: 'sms' })
  })

  it('in cmd, with quotes that are escaped or doubled', () => {
    assert.deepEqual(jsonIn(requestOf(commands.curlCmdPlain)), { textBody: "It's ^ here" })
    assert.deepEqual(jsonIn(requestOf(`curl -d "{""textBody"":""a""}" ${url}`)), { textBody: 'a' })
  })

  it('in cmd, with a text that has quotes and backslashes, as a browser copies it', () => {
    const request = requestOf(
      `curl ^"${url}^" ^\n  --data-raw ^"^{^\\^"textBody^\\^":^\\^"C:^\\^\\^\\^\\x ^\\^\\^\\^"y^\\^\\^\\^"^\\^"^}^"`
    )
    assert.deepEqual(jsonIn(request), { textBody: 'C:\\\\x "y"' })
  })

  it('with each of several, and the answer behind each', () => {
    assert.deepEqual(inShort(commands.curlSeveral), [
      ['POST https://login.mypurecloud.de/oauth/token', undefined, undefined],
      [`POST ${url}`, 400, 'not.a.client'],
      [`GET https://api.mypurecloud.de${conversation}`, undefined, undefined]
    ])
    assert.deepEqual(
      exchangesOf(commands.curlSeveral).map(({ response }) => response?.body?.kind),
      ['json', 'json', 'json']
    )
  })

  it('with all that -v shows around the answer', () => {
    const { request, response } = exchangeOf(commands.curlVerbose)
    assert.ok(request && response)
    assert.deepEqual(jsonIn(request), { textBody: 'a' })
    assert.deepEqual(response.error, { code: 'request.conflict', message: 'No.', correlationId: 'c-9' })
  })

  it('with its data in the query when -G says so', () => {
    const request = requestOf(`curl -sG ${url} -d expand=true --data-urlencode 'name=a b&c' --data-urlencode '=x y'`)
    assert.deepEqual([request.method, request.url, request.body], ['GET', `${url}?expand=true&name=a%20b%26c&x%20y`, undefined])
  })

  it('with its form, and files left alone', () => {
    const form = requestOf(`curl ${url} -F file=@photo.png -F 'name=Ada'`)
    assert.deepEqual([form.method, form.body], ['POST', { kind: 'text', text: 'file=@photo.png\nname=Ada' }])
    assert.deepEqual(requestOf(`curl ${url} -d @body.json`).body, { kind: 'text', text: '@body.json' })
    assert.deepEqual(requestOf(`curl ${url} --data-urlencode text@body.txt`).body, { kind: 'text', text: 'text@body.txt' })
    assert.deepEqual(requestOf(`curl ${url} -d @- <<EOF\n{"textBody":"a"}\nEOF`).body, { kind: 'text', text: '@-' })
  })

  it('with the methods that options stand for', () => {
    assert.equal(requestOf(`curl -I ${url}`).method, 'HEAD')
    assert.equal(requestOf(`curl -T body.json ${url}`).method, 'PUT')
  })

  it('and is no command in a sentence about it', () => {
    assert.equal(readPaste('I tried curl and Postman.').kind, 'unrecognised')
    assert.equal(readPaste('Then curl is used, and it fails.').kind, 'unrecognised')
  })
})
