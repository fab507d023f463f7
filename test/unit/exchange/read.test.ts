import assert from 'node:assert/strict'
import { readPaste } from '../../../src/exchange/read'
import { pasteProblem } from '../../../src/followUp/pasteProblem'
import { exchangeOf, responseIn } from '../support/exchange'
import { seedText } from '../support/seed'

const kindOf = (text: string): string => readPaste(text).kind
const problem = (text: string): string => pasteProblem(readPaste(text)) ?? ''

describe('a pasted error body', () => {
  it('of the platform is read with code, message, status and correlation id', () => {
    const text = '{"message":"No.","code":"active.conversation","status":400,"contextId":"c-1","details":[],"errors":[]}'
    for (const pasted of [text, `\n  ${text}\n`, JSON.stringify(JSON.parse(text), undefined, 2), `The API says: ${text}`]) {
      const { request, response } = exchangeOf(pasted)
      assert.equal(request, undefined)
      assert.equal(response?.status, 400)
      assert.deepEqual(response.error, { code: 'active.conversation', message: 'No.', correlationId: 'c-1' })
    }
  })

  it('of the OAuth endpoints is read with what it says', () => {
    assert.deepEqual(responseIn('{"error":"invalid_client","error_description":"client not found"}').error, {
      code: 'invalid_client',
      message: 'client not found',
      correlationId: undefined
    })
    assert.equal(responseIn('{"error":"invalid_client","description":"client not found"}').error?.message, 'client not found')
  })

  it('is read when it has only some of the fields', () => {
    assert.equal(responseIn('{"code":"request.conflict","message":"No."}').error?.code, 'request.conflict')
    assert.equal(responseIn('{"code":"request.conflict","status":409}').status, 409)
    assert.equal(responseIn('{"message":"No.","status":409}').error?.message, 'No.')
    assert.equal(responseIn('{"message":"No.","contextId":"c-1"}').error?.correlationId, 'c-1')
  })

  it('that is cut short says so', () => {
    const reading = readPaste('{"message":"No.","code":"active.conv')
    assert.ok(reading.kind === 'incomplete')
    assert.match(problem('{"message":"No.","code":"active.conv'), /looks like JSON.*\. Paste the whole of it\.$/)
  })

  it('is not seen in JSON that says nothing of an error', () => {
    for (const text of ['{}', '[]', '[1,2]', '{"textBody":"Hello"}', '{"message":"Hello"}', '{"code":7,"message":8}', '"not.found"'])
      assert.equal(kindOf(text), 'unrecognised', text)
  })
})

describe('a paste', () => {
  it('of nothing says what can be pasted', () => {
    for (const text of ['', ' ', '\n\t\r\n']) {
      assert.equal(kindOf(text), 'empty')
      assert.match(problem(text), /^There is nothing to explain\. It takes cURL commands, /)
    }
  })

  it('of prose says what can be pasted', () => {
    for (const text of [
      'Why does my message fail?',
      'My chat is closed. Please help!\nI tried everything.',
      'We got the error [sic] when we sent a message {see above}.',
      'const conversation = await api.getConversation(id)',
      'Conversation 8f14e45f-ceea-467f-9a3b-0c1d2e3f4a5b',
      '409'
    ]) {
      assert.equal(kindOf(text), 'unrecognised', text)
      assert.match(problem(text), /^No request or error was found in the text\. It takes cURL commands, /)
    }
  })

  it('that is half a command says that it is, and what is missing', () => {
    assert.match(problem("curl -X POST 'https://api.mypurecloud.com/api/v2/conv"), /cut short: a quote \('\).*Paste the whole of it\.$/)
  })

  it('that was read has no problem', () => {
    assert.equal(pasteProblem(readPaste(seedText)), undefined)
  })
})
