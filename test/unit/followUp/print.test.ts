import fc from 'fast-check'
import assert from 'node:assert/strict'
import type { PlannedRequest } from '../../../src/followUp/route'
import { printCurl } from '../../../src/followUp/snippets/curl'
import { printHttp } from '../../../src/followUp/snippets/http'
import { agentlessPath, agentMessagePath } from '../../../src/platform/messagingOperations'
import { StubCurl } from '../support/bash'
import { jsonIn, requestOf } from '../support/exchange'

const origin = 'https://api.mypurecloud.de'

const agentless = (textBody: string): PlannedRequest => ({
  method: 'POST',
  path: agentlessPath,
  body: { toAddressMessengerType: 'sms', textBody },
  credential: 'client'
})

const bodyOf = (args: readonly string[]): unknown => JSON.parse(args[args.indexOf('--data-raw') + 1] ?? '')

describe('a request printed for a shell', () => {
  const curl = new StubCurl()
  after(() => {
    curl.dispose()
  })

  const textsReceived = (texts: readonly string[]): readonly unknown[] =>
    curl.argumentsOf(texts.map((text) => printCurl(agentless(text), origin))).map((args) => {
      const body = bodyOf(args)
      assert.ok(typeof body === 'object' && body !== null && 'textBody' in body)
      return body.textBody
    })

  it('calls curl with method, URL, the two headers and the body, and nothing else', () => {
    const request = agentless("It's time")
    const [args] = curl.argumentsOf([printCurl(request, origin)])
    assert.deepEqual(args, [
      '--request',
      'POST',
      `${origin}${agentlessPath}`,
      '--header',
      'Authorization: Bearer <client token>',
      '--header',
      'Content-Type: application/json',
      '--data-raw',
      JSON.stringify(request.body, undefined, 2)
    ])
  })

  const texts: Readonly<Record<string, string>> = {
    'single quotes': "It's 'time', isn't it?''",
    'double quotes': 'She said "no" and ""',
    'line ends': 'one\ntwo\r\n\nthree\n',
    'a dollar': '$HOME ${PATH} $(date) $$ $1',
    'a backtick': '`date` and ``',
    backslashes: 'C:\\new\\table \\\\ \\',
    'an exclamation mark': 'Hi! !! !1 !$ "!"',
    'emoji and accents': '👋🏽 Ada, é ß 漢字 ‏عربى',
    'signs that a shell knows': '; & | > < * ? ~ # ( ) { } [ ] = % ^',
    'control characters': '\0 \x01 \x1b[31m \x7f',
    'half an emoji': 'a \ud83d b'
  }
  for (const [name, text] of Object.entries(texts))
    it(`brings a text with ${name} over as it is`, () => {
      assert.deepEqual(textsReceived([text]), [text])
    })

  it('brings any text over as it is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom("'", '"', '\\', '$', '`', '!', '\n', ' ') })), {
          minLength: 1,
          maxLength: 30
        }),
        (many) => {
          assert.deepEqual(textsReceived(many), many)
        }
      ),
      { numRuns: 20 }
    )
  })
})

describe('a printed request', () => {
  const agentMessage: PlannedRequest = { method: 'POST', path: agentMessagePath, body: { textBody: 'Hello' }, credential: 'user' }

  it('has a placeholder for the token of the right kind', () => {
    for (const printed of [printCurl(agentMessage, origin), printHttp(agentMessage, origin)])
      assert.match(printed, /Authorization: Bearer <user token>/)
    assert.match(printHttp(agentless('a'), origin), /Authorization: Bearer <client token>/)
  })

  it('as HTTP has its request line, its headers, an empty line and the body', () => {
    assert.equal(
      printHttp(agentMessage, origin),
      `POST ${agentMessagePath} HTTP/1.1\nHost: api.mypurecloud.de\nAuthorization: Bearer <user token>\nContent-Type: application/json\n\n{\n  "textBody": "Hello"\n}`
    )
  })

  it('can be pasted back, as either, with any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const printed of [printCurl(agentless(text), origin), printHttp(agentless(text), origin)]) {
          const request = requestOf(printed)
          assert.deepEqual([request.method, request.url, request.authorisation], ['POST', `${origin}${agentlessPath}`, 'bearer'])
          assert.deepEqual(jsonIn(request), { toAddressMessengerType: 'sms', textBody: text })
        }
      })
    )
  })
})
