import assert from 'node:assert/strict'
import { diagnose, type Verdict } from '../../../src/diagnosis/diagnose'
import type { Attempt } from '../../../src/diagnosis/attempt'
import type { Finding } from '../../../src/diagnosis/finding'
import type { Conversation } from '../../../src/model/conversation'
import { attempt } from '../support/attempt'
import { agent, conversation, customer, ended, endedConversation, inState, inWrapUp, queued, withAgent } from '../support/conversation'
import { agentless, agentlessTo, agentSend, answering, asking, exchangeOfSeed, outbound, refusing } from '../support/exchange'
import { ids } from '../support/ids'
import { notRead, situationOf, windowMs } from '../support/situation'

const asAgent = (given: Conversation, legId: string = ids.agentLeg): Attempt =>
  attempt({ situation: situationOf(given), request: agentSend({ textBody: 'Hello' }, legId), credential: 'user' })
const asClient = (given: Conversation | undefined, request = agentless()): Attempt =>
  attempt({ situation: situationOf(given), request, credential: 'client' })

const verdict = (given: Attempt): Verdict => diagnose(given).verdict
const found = (given: Attempt, id: string): Finding | undefined => diagnose(given).findings.find(({ rule }) => rule === id)
const rulesOf = (given: Attempt): readonly string[] => diagnose(given).findings.map(({ rule }) => rule)
/** Everything that the findings say. */
const said = (given: Attempt): string =>
  diagnose(given)
    .findings.map(({ title, brief, cause, remedy }) => [title, brief, cause, remedy].join('\n'))
    .join('\n')

describe('a message to an ended web messaging conversation', () => {
  it('will fail as the agent’s, and says which leg ended when and why', () => {
    const given = asAgent(endedConversation())
    assert.equal(verdict(given), 'will-fail')
    const [first] = diagnose(given).findings
    assert.equal(first?.rule, 'ended.webmessaging')
    assert.equal(
      first.brief,
      'No communication is connected. Agent Nora Lind: disconnected at 2026-11-24T13:59:00Z (disconnectType “client”).'
    )
    assert.deepEqual(first.evidence[1], {
      text: `Agent Nora Lind: disconnected at 2026-11-24T13:59:00Z (disconnectType “client”). Communication ${ids.agentLeg}.`,
      from: 'GET /api/v2/conversations/{conversationId}',
      at: { id: ids.agentLeg, field: 'disconnectedTime' }
    })
  })

  it('will work as an agentless one, whether the reply window is open, over or not known', () => {
    assert.equal(verdict(asClient(endedConversation())), 'will-work')
    assert.equal(verdict(asClient(endedConversation('webmessaging', ended - windowMs))), 'will-work')
    const windowNotKnown = situationOf(endedConversation(), { threading: notRead })
    assert.equal(verdict(attempt({ situation: windowNotKnown, request: agentless(), credential: 'client' })), 'will-work')
  })

  it('names the agents in the order in which they left, the last first', () => {
    const early = { state: 'disconnected', disconnectedAt: ended - 60_000, disconnectType: 'transfer' } as const
    const given = conversation([customer(inState('disconnected')), agent(early, { name: 'Ben Ruiz' }), agent(inState('disconnected'))])
    const names = found(asAgent(given), 'ended.webmessaging')?.evidence.map(({ text }) => text.split(':')[0])
    assert.deepEqual(names, ['Every communication is disconnected.', 'Agent Nora Lind', 'Agent Ben Ruiz', 'The customer'])
  })

  it('will fail while after-conversation work is left', () => {
    assert.equal(verdict(asAgent(inWrapUp())), 'will-fail')
  })
})

describe('the verdict', () => {
  it('is “will work” for the agent’s send on the connected communication', () => {
    assert.equal(verdict(asAgent(withAgent('connected'))), 'will-work')
  })

  it('is “will fail” for it in every other state', () => {
    for (const given of [withAgent('alerting'), withAgent('parked'), queued(), endedConversation(), endedConversation('facebook')])
      assert.equal(verdict(asAgent(given)), 'will-fail')
  })

  it('is “cannot tell” as long as a fact is missing, and the finding says which', () => {
    assert.equal(verdict(asClient(undefined)), 'cannot-tell')
    assert.equal(verdict(asAgent(withAgent('unrecognised'))), 'cannot-tell')
    assert.equal(verdict(attempt({ situation: situationOf(withAgent('connected')), request: agentSend() })), 'cannot-tell')
  })

  it('is “will fail” when something fails for certain, whatever else is missing', () => {
    const empty = attempt({ request: agentless({ textBody: '' }) })
    assert.equal(verdict(empty), 'will-fail')
    assert.ok(diagnose(empty).findings.some(({ severity }) => severity === 'unknown'))
  })

  it('is “cannot tell” for a request that is no send: nothing was looked at', () => {
    assert.equal(verdict(attempt({ request: asking('GET /api/v2/users/me') })), 'cannot-tell')
    assert.equal(verdict(attempt({ request: asking(`PATCH /api/v2/users/${ids.agentUser}`, { state: 'inactive' }) })), 'cannot-tell')
    assert.equal(verdict(attempt({})), 'cannot-tell')
  })

  it('is “failed” for an answer that says so, and never “failed” for one that does not', () => {
    assert.equal(verdict(attempt({ request: agentless(), response: refusing(400, 'not.a.client') })), 'failed')
    assert.equal(verdict(attempt({ response: answering(500) })), 'failed')
    assert.equal(verdict(attempt({ request: agentless(), response: answering(202) })), 'cannot-tell')
  })

  it('is never “will work” for what has been sent already', () => {
    assert.equal(verdict(attempt({ request: outbound(), response: answering(200, { id: ids.otherConversation }) })), 'cannot-tell')
  })

  it('is not “will work” on the communication of an agent who has handed the conversation on', () => {
    const second = agent({ id: ids.otherAgentLeg }, { id: ids.otherAgent, name: 'Ben Ruiz' })
    assert.equal(verdict(asAgent(conversation([customer(), agent(inState('disconnected')), second]))), 'will-fail')
  })

  it('is “will fail” for an ended conversation on a channel that nobody has named, without a word on what its channel takes', () => {
    const noChannel = { ...inState('disconnected'), messengerType: undefined }
    const given = asAgent(conversation([customer(noChannel), agent(inState('disconnected'))], { endedAt: ended }))
    assert.equal(verdict(given), 'will-fail')
    assert.doesNotMatch(said(given), /channel not known|no send of the platform/)
  })
})

describe('the findings', () => {
  it('stand with what decides first: errors, then what is not known, then warnings, then what is worth knowing', () => {
    const order = ['error', 'unknown', 'warning', 'info']
    const many = [
      attempt(exchangeOfSeed()),
      attempt({ situation: situationOf(endedConversation()), ...exchangeOfSeed() }),
      attempt({ request: agentless({ textBody: 'x'.repeat(2500), extra: 1 }) })
    ]
    for (const given of many) {
      const ranks = diagnose(given).findings.map(({ severity }) => order.indexOf(severity))
      assert.ok(new Set(ranks).size > 2, 'there is something to put in order')
      assert.deepEqual(ranks, [...ranks].sort())
    }
  })

  it('are none where nothing is to be said', () => {
    assert.deepEqual(diagnose(asAgent(withAgent('connected'))).findings, [])
  })

  it('send nobody to an operation that does not take the channel', () => {
    for (const messengerType of ['facebook', 'instagram', 'twitter', 'line'])
      assert.doesNotMatch(found(asAgent(queued(messengerType)), 'no.agent.active')?.remedy ?? '', /agentless/, messengerType)
  })

  it('tell the agent to set the flag that the operation has', () => {
    assert.match(found(asClient(queued()), 'agentless.active')?.remedy ?? '', /“useExistingActiveConversation”/)
    assert.match(found(asClient(endedConversation('sms'), outbound()), 'outbound.existing')?.remedy ?? '', /“useExistingConversation”/)
  })

  it('say that an outbound conversation with somebody in after-conversation work needs the flag too', () => {
    assert.ok(rulesOf(asClient(inWrapUp('sms'), outbound())).includes('outbound.existing'))
  })

  it('warn of nothing that an SMS does not need', () => {
    assert.deepEqual(rulesOf(asClient(endedConversation('sms', ended - windowMs), agentlessTo('sms'))), [])
  })
})

/** Codes that the published API documents for every operation, or for a send, with their status. */
const documented: readonly (readonly [number, string])[] = [
  [400, 'bad.request'],
  [400, 'constraint.validation'],
  [400, 'invalid.value'],
  [400, 'invalid.property'],
  [400, 'client.failed.request'],
  [400, 'queue.address.required'],
  [400, 'queue.membership.required'],
  [400, 'invalid.phone.number'],
  [400, 'invalid.phone.numbers'],
  [400, 'invalid.whatsapp.address'],
  [400, 'response.missing.apple.invitation'],
  [400, 'conversation.message.limit.exceeded'],
  [400, 'media.too.large'],
  [400, 'not.found'],
  [401, 'authentication.required'],
  [401, 'bad.credentials'],
  [401, 'ip.not.authorized'],
  [403, 'missing.permissions'],
  [403, 'missing.any.permissions'],
  [403, 'missing.division.permission'],
  [403, 'missing.any.division.permissions'],
  [403, 'app.not.authorized.for.scope'],
  [403, 'authz.policy.denied'],
  [403, 'not.authorized'],
  [404, 'not.found'],
  [404, 'conversation.error.conversation.not.found'],
  [408, 'client.timeout'],
  [409, 'request.conflict'],
  [409, 'organization.outbound.usage.limit.exceeded'],
  [413, 'request.entity.too.large'],
  [415, 'unsupported.media.type'],
  [429, 'too.many.requests'],
  [429, 'too.many.requests.retry.after'],
  [500, 'internal.server.error'],
  [503, 'service.unavailable'],
  [504, 'request.timeout']
]

describe('an answer whose code the published API documents', () => {
  for (const [status, code] of documented)
    it(`is never called undocumented: ${status} ${code}`, () => {
      const { verdict: judged, findings } = diagnose(attempt({ request: agentSend(), response: refusing(status, code) }))
      assert.equal(judged, 'failed')
      for (const { cause } of findings) assert.doesNotMatch(cause, /not among those that the published API lists/)
    })
})
