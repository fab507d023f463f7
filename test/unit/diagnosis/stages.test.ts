import assert from 'node:assert/strict'
import type { Attempt } from '../../../src/diagnosis/attempt'
import { diagnose, type Verdict } from '../../../src/diagnosis/diagnose'
import type { Finding, Phase } from '../../../src/diagnosis/finding'
import { explain } from '../../../src/followUp/explain'
import { isSending } from '../../../src/followUp/route'
import { asAgent, attempt, framed, nothing, reporting, sentByClient } from '../support/attempt'
import type { Response } from '../../../src/exchange/exchange'
import { hours } from '../../../src/model/instant'
import { agent, channelLeg, conversation, customer, endedConversation, message, now, withAgent } from '../support/conversation'
import { agentless, agentlessTo, agentSend, answering, exchangeOf, exchangeOfSeed, outbound, refusing } from '../support/exchange'
import { ids } from '../support/ids'
import { notRead, situationOf } from '../support/situation'

const verdict = (given: Attempt): Verdict => diagnose(given).verdict
const found = (given: Attempt, id: string): readonly Finding[] => diagnose(given).findings.filter(({ rule }) => rule === id)
const rulesOf = (given: Attempt): readonly string[] => diagnose(given).findings.map(({ rule }) => rule)
const phasesOf = (given: Attempt, id: string): readonly Phase[] => found(given, id).map(({ phase }) => phase)

/** An agentless message of which something is wrong for certain (its text is empty) and something is not known (its contact). */
const flawed = { situation: situationOf(endedConversation(), { contact: notRead }), request: agentless({ textBody: '' }) }

describe('before there is an answer', () => {
  it('what the answer would say is foreseen, as a finding of the phase before the send', () => {
    assert.deepEqual(phasesOf(attempt(flawed), 'text.webmessaging'), ['preflight'])
    assert.deepEqual(phasesOf(sentByClient(outbound(), withAgent('connected', 'sms')), 'agentless.active'), ['preflight'])
  })

  it('what is not known is said', () => {
    assert.deepEqual(
      found(attempt(flawed), 'contact.stale').map(({ severity }) => severity),
      ['unknown']
    )
  })

  it('nothing is said of an answer', () => {
    assert.ok(diagnose(attempt(flawed)).findings.every(({ phase }) => phase === 'preflight'))
  })
})

describe('after a refusal', () => {
  const refused = attempt({ ...flawed, response: refusing(400, 'not.a.client') })

  it('the answer is explained, in the phase of answers', () => {
    assert.deepEqual(phasesOf(refused, 'token.user-on-agentless'), ['response'])
  })

  it('what was wrong for certain is still said, in the phase before the send', () => {
    assert.deepEqual(phasesOf(refused, 'text.webmessaging'), ['preflight'])
  })

  it('what was not known before is not: there is an answer now', () => {
    assert.deepEqual(
      diagnose(refused).findings.filter(({ severity }) => severity === 'unknown'),
      []
    )
  })

  it('what the answer says and what was foreseen is said once, as the answer’s', () => {
    const both = attempt({
      situation: situationOf(withAgent('connected')),
      request: agentless(),
      response: refusing(400, 'active.conversation'),
      credential: 'client'
    })
    assert.deepEqual(phasesOf(both, 'agentless.active'), ['response'])
  })

  it('the conversation’s state is still the reason, where nothing in the answer is', () => {
    const given = attempt({
      situation: situationOf(endedConversation()),
      request: agentSend(),
      response: refusing(409, 'request.conflict'),
      credential: 'user'
    })
    assert.deepEqual(phasesOf(given, 'conflict.generic'), ['response'])
    assert.deepEqual(phasesOf(given, 'ended.webmessaging'), ['preflight'])
  })
})

describe('after an acceptance', () => {
  it('nothing is foreseen, and nothing of before is said', () => {
    const given = attempt({ ...flawed, response: answering(200, { id: ids.message }), credential: 'user' })
    assert.deepEqual(rulesOf(given), ['accepted.202'])
  })

  it('the conversation’s end says nothing against a message that was taken', () => {
    const given = attempt({
      situation: situationOf(endedConversation()),
      request: agentSend(),
      response: answering(202),
      credential: 'user'
    })
    assert.deepEqual(rulesOf(given), ['accepted.202'])
    assert.equal(verdict(given), 'cannot-tell')
  })

  it('a delivery report is what decides', () => {
    const given = reporting(
      { messengerType: 'sms', code: 'RecipientOptedOut' },
      { request: agentlessTo('sms'), response: answering(200, { id: ids.message }) }
    )
    assert.equal(diagnose(given).findings[0]?.rule, 'sms.optout')
    assert.equal(verdict(given), 'failed')
  })
})

describe('the error codes of a finding', () => {
  const refusalsOf = (given: Attempt, id: string): readonly unknown[] => found(given, id).map(({ refusedWith }) => refusedWith)

  it('are those that the answer will have, before it is there', () => {
    assert.deepEqual(refusalsOf(attempt(flawed), 'text.webmessaging'), [['invalid.webmessaging.text.body']])
  })

  it('are the answer’s own, of all that mean the same', () => {
    const limited = attempt({ request: agentless(), response: refusing(429, 'too.many.requests') })
    assert.deepEqual(refusalsOf(limited, 'rate.429'), [['too.many.requests']])
  })

  it('are none where the answer has none', () => {
    assert.deepEqual(refusalsOf(attempt({ request: agentless(), response: answering(429) }), 'rate.429'), [undefined])
  })

  it('are called not documented where nothing says with which code it is refused', () => {
    assert.deepEqual(refusalsOf(asAgent(endedConversation()), 'ended.webmessaging'), ['not-documented'])
  })

  it('are none of what the platform takes and does not deliver, and of what is only worth knowing', () => {
    assert.deepEqual(refusalsOf(reporting({ messengerType: 'sms', code: 'RecipientOptedOut' }), 'sms.optout'), [undefined])
    assert.deepEqual(refusalsOf(attempt(exchangeOfSeed()), 'reopen.impossible'), [undefined])
  })

  it('of a warning make it uncertain that the send works', () => {
    const given = (more: Readonly<Record<string, unknown>>): Attempt => sentByClient(agentless(more))
    assert.equal(verdict(given({})), 'will-work')
    assert.deepEqual(refusalsOf(given({ sender: 'Nora' }), 'body.unknown-fields'), [['invalid.property']])
    assert.equal(verdict(given({ sender: 'Nora' })), 'cannot-tell')
  })
})

describe('a rule that goes with the time', () => {
  const lateReply = (response?: Response): Attempt => {
    const late = conversation([
      customer({ ...channelLeg('whatsapp'), messages: [message({ at: now - hours(41), status: 'received' })] }),
      agent()
    ])
    return attempt({ situation: situationOf(late), request: agentSend(), response, credential: 'user' })
  }

  it('is asked before there is an answer', () => {
    assert.equal(found(lateReply(), 'whatsapp.window').length, 1)
  })

  it('is not asked afterwards: it may have been otherwise when the request was sent', () => {
    assert.deepEqual(found(lateReply(refusing(400, 'bad.request')), 'whatsapp.window'), [])
  })
})

describe('a rule for what no other rule explains', () => {
  it('is silent where another of its phase has spoken', () => {
    assert.deepEqual(rulesOf(attempt({ response: refusing(400, 'queue.address.required') })), ['queue.address'])
    assert.deepEqual(rulesOf(reporting({ messengerType: 'sms', code: 'RecipientOptedOut' })), ['sms.optout'])
    assert.deepEqual(rulesOf(framed({ code: 4006 })), ['guest.session-expired'])
  })

  it('speaks where none has', () => {
    assert.deepEqual(rulesOf(attempt({ response: refusing(400, 'made.up') })), ['response.other'])
    assert.deepEqual(rulesOf(reporting({ messengerType: 'sms', text: 'Unreachable destination' })), ['delivery.other'])
    assert.deepEqual(rulesOf(framed({ code: 4011 })), ['guest.other'])
  })

  it('speaks of an answer although something was wrong before the send: that need not be why', () => {
    const given = rulesOf(attempt({ ...flawed, response: refusing(400, 'made.up') }))
    assert.ok(given.includes('text.webmessaging'))
    assert.ok(given.includes('response.other'))
  })

  it('is silent where there is nothing of its kind', () => {
    const given = rulesOf(asAgent(endedConversation()))
    for (const id of ['response.other', 'delivery.other', 'guest.other']) assert.ok(!given.includes(id), id)
  })
})

describe('the verdict on what was reported', () => {
  it('is “failed” for a message that was not delivered', () => {
    assert.equal(verdict(reporting({ messengerType: 'sms', code: 'RecipientOptedOut' })), 'failed')
    assert.equal(verdict(reporting({ messengerType: 'whatsapp', code: '131049' })), 'failed')
    assert.equal(verdict(reporting({ messengerType: 'sms' })), 'failed')
  })

  it('is “failed” for it however the status is written: as messages, receipts and analytics have it', () => {
    for (const status of ['delivery-failed', 'failed', 'Failed', 'DeliveryFailed'])
      assert.equal(verdict(reporting({ status, messengerType: 'sms' })), 'failed', status)
  })

  it('is “failed” for a reason without a status, and not for a report with neither', () => {
    assert.equal(verdict(reporting({ status: undefined, code: 'GeneralError', messengerType: 'open' })), 'failed')
    assert.equal(verdict(reporting({ status: undefined, messengerType: 'sms' })), 'cannot-tell')
  })

  it('is “failed” for it also where nobody knows the provider’s code: what is not known is why', () => {
    assert.equal(verdict(reporting({ messengerType: 'whatsapp', code: '199999' })), 'failed')
  })

  it('is “cannot tell” for a web message whose guest is away: it waits', () => {
    assert.equal(verdict(reporting({ messengerType: 'webmessaging' })), 'cannot-tell')
  })

  it('is “cannot tell” for a message that is on its way', () => {
    assert.equal(verdict(reporting({ status: 'queued', messengerType: 'sms' })), 'cannot-tell')
  })

  it('is never “failed” for one that was delivered', () => {
    for (const status of ['delivery-success', 'read', 'published', 'Delivered', 'DeliverySuccess', 'DeliveryPushed'])
      for (const messengerType of ['sms', 'whatsapp', 'open', 'webmessaging', 'twitter'])
        assert.notEqual(verdict(reporting({ status, messengerType })), 'failed', `${status} on ${messengerType}`)
  })

  it('is “failed” for an error of the guest’s websocket, and not for a good frame', () => {
    assert.equal(verdict(framed({ code: 409 })), 'failed')
    assert.equal(verdict(framed({ code: 4011 })), 'failed')
    assert.equal(verdict(framed({ frameClass: 'SessionResponse', code: 200 })), 'cannot-tell')
  })
})

describe('the answer {"code":"not.a.client","status":400}, with nothing else', () => {
  const given = attempt(exchangeOf('{"code":"not.a.client","status":400}'))
  const { findings } = diagnose(given)

  it('has one finding, and failed', () => {
    assert.equal(verdict(given), 'failed')
    assert.deepEqual(rulesOf(given), ['token.user-on-agentless'])
  })

  it('says what happened, and why', () => {
    assert.match(findings[0]?.evidence[0]?.text ?? '', /^The answer has status 400, code “not\.a\.client”\.$/)
    assert.match(findings[0]?.cause ?? '', /takes a client’s token only, and a user’s token was sent/)
  })

  it('says what to send instead: the same with a client’s token, or the agent’s send with this one', () => {
    assert.match(findings[0]?.remedy ?? '', /client credential .*conversation:message:create/)
    const ways = explain(given.exchange, nothing).routes.filter(isSending)
    assert.deepEqual(
      ways.slice(0, 2).map(({ request, operation }) => `${request.credential}: ${operation.method} ${operation.path}`),
      [
        'client: POST /api/v2/conversations/messages/agentless',
        'user: POST /api/v2/conversations/messages/{conversationId}/communications/{communicationId}/messages'
      ]
    )
  })
})
