import assert from 'node:assert/strict'
import { plan } from '../../../src/followUp/plan'
import { fieldFindings } from '../../../src/followUp/fieldFindings'
import { type Draft, textDraft } from '../../../src/model/draft'
import { isSending, type Route, type RouteId, type SendingRoute } from '../../../src/followUp/route'
import { known } from '../../../src/model/fact'
import type { Situation } from '../../../src/model/situation'
import { ended, endedConversation, inWrapUp, queued, withAgent } from '../support/conversation'
import { nothing } from '../support/attempt'
import { ids } from '../support/ids'
import { ben, deployment, nora, notifier, notRead, situationOf, windowMs } from '../support/situation'

const draft: Draft = textDraft('Hello')

const route = (situation: Situation, id: RouteId, own: Draft = draft): Route => {
  const found = plan(situation, own).find((candidate) => candidate.id === id)
  assert.ok(found, `there is a route ${id}`)
  return found
}

const sending = (situation: Situation, id: SendingRoute['id'], own: Draft = draft): SendingRoute => {
  const found = route(situation, id, own)
  assert.ok(isSending(found))
  return found
}

const reason = (situation: Situation, id: RouteId): string => route(situation, id).reason
const credentials = (...list: readonly (typeof nora)[]): Partial<Situation> => ({ credentials: known(list, { source: 'this connection' }) })

describe('the reason of a route', () => {
  const over = situationOf(endedConversation())

  it('names what an agentless message uses, and what is not documented of it', () => {
    assert.equal(
      reason(over, 'agentless'),
      'Sent from the deployment “Shop” to the guest’s external contact, with the client credential “Notifier”. Whether it continues the ended conversation is not documented. How the guest sees it is not documented.'
    )
    assert.equal(
      reason(situationOf(endedConversation('sms', ended - windowMs)), 'agentless'),
      'Sent from +41440000002 to +41790000001, with the client credential “Notifier”.'
    )
  })

  it('names the agent on whose communication a message goes out', () => {
    assert.equal(
      reason(situationOf(withAgent('connected')), 'agentMessage'),
      'Sent on the connected communication of Nora Lind, with the user credential “Nora Lind”.'
    )
  })

  it('says which leg ended when, of an agent’s message that cannot be sent any more', () => {
    assert.equal(
      reason(over, 'agentMessage'),
      'No communication is connected. Agent Nora Lind: disconnected at 2026-11-24T13:59:00Z (disconnectType “client”).'
    )
  })

  it('says in which state the agent’s leg is, of one that cannot be sent yet', () => {
    assert.equal(
      reason(situationOf(withAgent('alerting')), 'agentMessage'),
      'The agent has not accepted yet. Agent Nora Lind: alerting since 2026-11-24T13:25:00Z.'
    )
    assert.equal(
      reason(situationOf(queued()), 'agentMessage'),
      'No agent is in the conversation. Queue Support: connected since 2026-11-24T13:25:00Z.'
    )
  })

  it('says which channels an outbound conversation takes, of one that it does not', () => {
    assert.match(reason(over, 'outbound'), /takes “sms”, “whatsapp”, “open”\. It does not take web messaging\.$/)
  })

  it('says that a credential is missing', () => {
    assert.equal(
      reason(situationOf(endedConversation(), credentials(nora)), 'agentless'),
      'It would work with a client credential, and this connection has none.'
    )
    assert.equal(route(situationOf(withAgent('connected'), credentials(notifier)), 'agentMessage').verdict, 'will-fail')
  })

  it('says that the token is another user’s', () => {
    const found = route(situationOf(withAgent('connected'), credentials(ben, notifier)), 'agentMessage')
    assert.equal(found.verdict, 'cannot-tell')
    assert.equal(found.confidence, 'not-documented')
    assert.match(found.reason, /^The connected communication is of Agent Nora Lind, and the token is of Ben Ruiz: /)
  })

  it('says until when waiting continues the conversation', () => {
    assert.equal(
      reason(over, 'wait'),
      'A message from them until 2026-11-27T13:59:00Z continues this conversation; later it starts a new one.'
    )
    assert.equal(
      reason(situationOf(endedConversation('sms', ended - windowMs)), 'wait'),
      'The reply window was over at 2026-11-24T13:59:00Z: their next message starts a new conversation.'
    )
    assert.match(reason(situationOf(endedConversation(), { threading: notRead }), 'wait'), /while the reply window is open \(72 h unless/)
  })

  it('says under which condition a route works, where nothing is known, agentless first', () => {
    const all = plan(nothing, draft)
    assert.deepEqual(
      all.map(({ id, verdict }) => `${id} ${verdict}`),
      ['agentless cannot-tell', 'agentMessage cannot-tell', 'outbound cannot-tell']
    )
    for (const { reason: condition } of all) assert.match(condition, /^(?:Works|Opens) .*token\./)
  })

  it('is a sentence, always', () => {
    for (const situation of [over, nothing, situationOf(withAgent('parked', 'facebook')), situationOf(inWrapUp('open'))])
      for (const { reason: text, title } of plan(situation, draft)) {
        assert.match(text, /^[A-Z“].*\.$/)
        assert.notEqual(title, '')
      }
  })

  it('does not weigh the text: a route works or not, whatever is written', () => {
    for (const text of ['', 'x'.repeat(5000)]) assert.equal(route(over, 'agentless', { ...draft, text }).verdict, 'will-work')
  })
})

describe('a text that is to be sent', () => {
  const over = situationOf(endedConversation())
  const problem = (text: string, situation = over, id: SendingRoute['id'] = 'agentless'): string | undefined => {
    const written = { ...draft, text }
    const finding = fieldFindings(situation, written, sending(situation, id, written)).get('text')
    return finding?.severity === 'error' ? finding.rule : undefined
  }

  it('is in order', () => {
    for (const text of ['Hello', 'x'.repeat(3999)]) assert.equal(problem(text), undefined)
  })

  it('has a problem when it is empty', () => {
    for (const text of ['', '  \n']) assert.equal(problem(text), 'text.webmessaging')
  })

  it('has a problem when it is longer than its channel takes', () => {
    assert.equal(problem('x'.repeat(4000)), 'text.webmessaging')
    const sms = situationOf(endedConversation('sms'))
    assert.equal(problem('x'.repeat(765), sms), undefined)
    assert.equal(problem('x'.repeat(766), sms), 'text.too-long')
    assert.equal(problem('x'.repeat(766), situationOf(withAgent('connected', 'sms')), 'agentMessage'), 'text.too-long')
  })

  it('has none for a route that sends no text', () => {
    assert.equal(problem('', situationOf(endedConversation('sms')), 'outbound'), undefined)
  })

  it('is not judged by what is wrong with something else', () => {
    const noContact = situationOf(endedConversation(), {
      deployments: known([deployment({ id: ids.nobody, status: 'Inactive' })], { source: 'x' })
    })
    assert.equal(problem('Hello', noContact), undefined)
  })
})
