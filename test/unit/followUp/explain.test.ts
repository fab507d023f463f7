import assert from 'node:assert/strict'
import { explain } from '../../../src/followUp/explain'
import { confidenceText, exchangeTitle, verdictText } from '../../../src/followUp/words'
import { nothing } from '../support/attempt'
import { endedConversation } from '../support/conversation'
import { agentless, answering, exchangeOf, exchangeOfSeed, refusing } from '../support/exchange'
import { situationOf } from '../support/situation'

describe('the explanation of the thread’s request', () => {
  const alone = explain(exchangeOfSeed(), nothing)
  const withConversation = explain(exchangeOfSeed(), situationOf(endedConversation()))

  it('says that it failed because the endpoint does not exist', () => {
    assert.equal(alone.verdict, 'failed')
    assert.equal(alone.operation, undefined)
    assert.equal(alone.findings[0]?.rule, 'path.invented')
  })

  it('says that nothing re-opens a conversation, and that the answer’s text is not documented', () => {
    const rules = alone.findings.map(({ rule }) => rule)
    for (const rule of ['reopen.impossible', 'conflict.seed-text', 'body.unknown-fields', 'conversation.id'])
      assert.ok(rules.includes(rule), rule)
  })

  it('has agentless first or second of what is real', () => {
    const paths = alone.nearest.map(({ method, path }) => `${method} ${path}`)
    assert.ok(paths.slice(0, 2).includes('POST /api/v2/conversations/messages/agentless'))
  })

  it('shows how the customer is reached, though nothing of the conversation is known', () => {
    const [first] = alone.routes
    assert.equal(first?.id, 'agentless')
    assert.equal(first.verdict, 'cannot-tell')
  })

  it('says more when the conversation is at hand: it has ended, and the agentless message will work', () => {
    assert.ok(withConversation.findings.some(({ rule }) => rule === 'ended.webmessaging'))
    const [first] = withConversation.routes
    assert.equal(first?.id, 'agentless')
    assert.equal(first.verdict, 'will-work')
  })
})

describe('an exchange in a line', () => {
  it('is what was asked and what was answered', () => {
    assert.equal(exchangeTitle(exchangeOfSeed()), 'POST /api/v2/conversations/messaging/messages → 409')
    assert.equal(
      exchangeTitle({ request: agentless(), response: refusing(400, 'not.a.client') }),
      'POST /api/v2/conversations/messages/agentless → 400 not.a.client'
    )
    assert.equal(exchangeTitle({ request: agentless(), response: undefined }), 'POST /api/v2/conversations/messages/agentless')
    assert.equal(exchangeTitle({ request: undefined, response: answering(503) }), 'An error → 503')
    assert.equal(exchangeTitle(exchangeOf('{"code":"x","message":"y"}')), 'An error → x')
  })
})

describe('the words for a verdict and a confidence', () => {
  it('are words that people use', () => {
    assert.equal(verdictText('will-fail'), 'It will fail.')
    assert.equal(verdictText('cannot-tell'), 'Cannot tell.')
    assert.equal(confidenceText('not-documented'), 'not documented')
  })
})
