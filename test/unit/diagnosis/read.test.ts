import assert from 'node:assert/strict'
import { conversationIdOf } from '../../../src/diagnosis/conversationId'
import { intentOf, type Intent } from '../../../src/diagnosis/intent'
import { asking, agentless, agentSend, exchangeOfSeed } from '../support/exchange'
import { ids } from '../support/ids'

const idIn = (line: string, body?: unknown): string | undefined => conversationIdOf({ request: asking(line, body), response: undefined })

describe('the conversation that a request is about', () => {
  it('is the one in the operation’s path', () => {
    assert.equal(conversationIdOf({ request: agentSend(), response: undefined }), ids.conversation)
    assert.equal(idIn(`GET /api/v2/conversations/${ids.conversation.toUpperCase()}`), ids.conversation)
  })

  it('is not another id of the path', () => {
    assert.equal(idIn(`GET /api/v2/users/${ids.agentUser}`), undefined)
  })

  it('is the one in the body, where the path has none', () => {
    assert.equal(idIn('POST /api/v2/conversations/messaging/messages', { conversationId: ids.conversation }), ids.conversation)
  })

  it('is the UUID in a path that does not exist', () => {
    assert.equal(idIn(`POST /api/v2/conversations/${ids.conversation}/participants`), ids.conversation)
    assert.equal(idIn(`PATCH /api/v2/conversations/messaging/conversations/${ids.conversation}`, { status: 'open' }), ids.conversation)
  })

  it('is not known where the id is no UUID, or there is none', () => {
    assert.equal(conversationIdOf(exchangeOfSeed()), undefined)
    assert.equal(conversationIdOf({ request: agentless(), response: undefined }), undefined)
    assert.equal(conversationIdOf({ request: undefined, response: undefined }), undefined)
  })
})

describe('what a request is after', () => {
  const cases: readonly (readonly [Intent, string, unknown?])[] = [
    ['send', 'POST /api/v2/conversations/messaging/messages', { text: 'a' }],
    ['send', 'POST /api/v2/webmessaging/sendProactiveMessage'],
    ['send', 'POST /api/v2/conversations/messages/agentless', { textBody: 'a' }],
    ['reopen', 'PATCH /api/v2/conversations/messaging/conversations/{id}', { status: 'open' }],
    ['reopen', 'POST /api/v2/conversations/{id}/reopen'],
    ['reopen', 'PUT /api/v2/conversations/{id}', { state: 'connected' }],
    ['reopen', 'PATCH /api/v2/conversations/{id}/x'],
    ['addParticipant', 'POST /api/v2/conversations/{id}/participants', { purpose: 'agent' }],
    ['addParticipant', 'POST /api/v2/conversations/webmessaging/guests'],
    ['read', 'GET /api/v2/conversations/messaging/messages'],
    ['other', 'POST /api/v2/routing/queues', { name: 'a' }],
    ['other', 'DELETE /api/v2/conversations/{id}']
  ]
  for (const [intent, line, body] of cases)
    it(`is “${intent}” for ${line}`, () => {
      assert.equal(intentOf(asking(line, body)), intent)
    })
})
