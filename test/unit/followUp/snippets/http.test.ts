import fc from 'fast-check'
import assert from 'node:assert/strict'
import { printHttp } from '../../../../src/followUp/snippets/http'
import { agentlessPath, agentMessagePath } from '../../../../src/platform/messagingOperations'
import { jsonIn, requestOf } from '../../support/exchange'
import { agentless, agentMessage, region, sandbox } from './routes'
import { anyText, hardTexts } from './texts'

describe('a request printed as HTTP', () => {
  it('has its request line, its headers, an empty line and the body', () => {
    assert.equal(
      printHttp(agentMessage('Hello', agentMessagePath).request, region),
      `POST ${agentMessagePath} HTTP/1.1\nHost: api.mypurecloud.de\nAuthorization: Bearer <user token>\nContent-Type: application/json\n\n{\n  "textBody": "Hello"\n}`
    )
  })

  it('names the port of a host that has one', () => {
    assert.match(printHttp(agentless().request, sandbox), /^Host: 127\.0\.0\.1:4567$/m)
  })

  const assertPastedBack = (text: string): void => {
    const { request } = agentless(text)
    const read = requestOf(printHttp(request, region))
    assert.deepEqual([read.method, read.url, read.authorisation], ['POST', `${region}${agentlessPath}`, 'bearer'])
    assert.deepEqual(jsonIn(read), request.body)
  }

  for (const [name, text] of Object.entries(hardTexts))
    it(`can be pasted back with ${name}`, () => {
      assertPastedBack(text)
    })

  it('can be pasted back with any text', () => {
    fc.assert(fc.property(anyText, assertPastedBack))
  })
})
