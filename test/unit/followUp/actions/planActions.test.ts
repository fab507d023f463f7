import assert from 'node:assert/strict'
import type { Action, ActionId } from '../../../../src/followUp/actions/action'
import { planActions } from '../../../../src/followUp/actions/planActions'
import type { Conversation } from '../../../../src/model/conversation'
import type { Situation } from '../../../../src/model/situation'
import { findMessagingOperation } from '../../../../src/platform/messagingOperations'
import { emptyDraft, type ContentKind } from '../../../../src/model/draft'
import {
  agent,
  automated,
  conversation,
  customer,
  ended,
  endedConversation,
  inState,
  inWrapUp,
  minutesAgo,
  message,
  queued,
  withAgent
} from '../../support/conversation'
import { having, twoAgents } from '../../support/changes'
import { ids } from '../../support/ids'
import { ben, granted, memberships, nora, notifier, notRead, queue, routingStatus, situationOf, windowMs } from '../../support/situation'

const draft = emptyDraft

const states = {
  connected: withAgent('connected'),
  alerting: withAgent('alerting'),
  parked: withAgent('parked'),
  queued: queued(),
  automated: automated(),
  wrapUp: inWrapUp(),
  windowOpen: endedConversation(),
  windowOver: endedConversation('webmessaging', ended - windowMs),
  unknown: withAgent('unrecognised')
} as const satisfies Readonly<Record<string, Conversation>>

type State = keyof typeof states

const sign = { 'will-work': '+', 'cannot-tell': '?', 'will-fail': '-' } as const

const actionsIn = (situation: Situation): readonly Action[] => planActions(situation, draft).actions

const inShort = (situation: Situation): string =>
  actionsIn(situation)
    .map(({ id, verdict }) => `${sign[verdict]}${id}`)
    .join(' ')

const actionIn = (id: ActionId, given: Conversation, facts: Partial<Situation> = {}): Action => {
  const found = actionsIn(situationOf(given, facts)).find((action) => action.id === id)
  assert.ok(found, `${id} is planned`)
  return found
}

/** `+` will work, `?` cannot tell, `-` will fail. */
const expected: Readonly<Record<State, { readonly own: string; readonly another: string; readonly clientOnly: string }>> = {
  connected: { own: '+leave +disconnect', another: '+disconnect', clientOnly: '?disconnect' },
  alerting: { own: '+accept +disconnect', another: '?accept +disconnect', clientOnly: '-accept ?disconnect' },
  parked: { own: '+resume +leave +disconnect', another: '-resume +disconnect', clientOnly: '-resume ?disconnect' },
  queued: { own: '+assign +disconnect', another: '+assign +disconnect', clientOnly: '-assign ?disconnect' },
  automated: { own: '?assign +disconnect', another: '?assign +disconnect', clientOnly: '-assign ?disconnect' },
  wrapUp: { own: '', another: '', clientOnly: '' },
  windowOpen: { own: '', another: '', clientOnly: '' },
  windowOver: { own: '', another: '', clientOnly: '' },
  unknown: { own: '', another: '', clientOnly: '' }
}

describe('The actions on a conversation', () => {
  for (const [name, { own, another, clientOnly }] of Object.entries(expected)) {
    const given = states[name as State]
    it(`of the user whose part it is, while it is ${name}: ${own || 'none'}`, () => {
      assert.equal(inShort(situationOf(given)), own)
    })
    it(`of another user, while it is ${name}: ${another || 'none'}`, () => {
      assert.equal(inShort(situationOf(given, having(ben, notifier))), another)
    })
    it(`with a client’s credential alone, while it is ${name}: ${clientOnly || 'none'}`, () => {
      assert.equal(inShort(situationOf(given, having(notifier))), clientOnly)
    })
  }

  it('are none while the conversation is not known', () => {
    assert.deepEqual(planActions(situationOf(undefined), draft), { actions: [], impossible: undefined })
  })

  it('cannot be told while the credentials are not known', () => {
    assert.equal(inShort(situationOf(states.alerting, { credentials: notRead })), '?accept ?disconnect')
  })

  it('fail without the permission', () => {
    const role = having({ ...nora, permissions: granted('conversation:message:create') })
    assert.equal(inShort(situationOf(states.parked, role)), '-resume -leave -disconnect')
    assert.match(actionIn('resume', states.parked, role).reason, /conversation:message:park/)
  })

  it('promise an assignment only where queue, routing status and membership speak for it, and call that inferred', () => {
    const { verdict, confidence, reason } = actionIn('assign', states.queued)
    assert.deepEqual([verdict, confidence], ['will-work', 'inferred'])
    assert.match(reason, /allows manual assignment, and you are on queue and free/)
    const verdictWith = (facts: Partial<Situation>): string => actionIn('assign', states.queued, facts).verdict
    assert.equal(verdictWith({ queue: queue({ manualAssignment: false }) }), 'will-fail')
    for (const facts of [
      { queue: notRead },
      { routingStatus: notRead },
      { routingStatus: routingStatus('OFF_QUEUE') },
      { routingStatus: routingStatus('INTERACTING') },
      { memberships: notRead },
      { memberships: memberships() }
    ])
      assert.equal(verdictWith(facts), 'cannot-tell')
  })

  for (const name of ['wrapUp', 'windowOpen', 'windowOver'] as const)
    it(`say that nothing re-opens a conversation that has ended (${name})`, () => {
      assert.match(planActions(situationOf(states[name]), draft).impossible ?? '', /No documented operation re-opens it/)
    })

  it('say why nothing is offered in a state that is not known', () => {
    assert.match(planActions(situationOf(states.unknown), draft).impossible ?? '', /“transmitting”/)
  })
})

describe('The request of an action', () => {
  const conversationAt = `/api/v2/conversations/messages/${ids.conversation}`
  const requests: readonly (readonly [ActionId, Conversation, string, unknown])[] = [
    ['accept', states.alerting, `PATCH ${conversationAt}/participants/${ids.agent}`, { state: 'connected' }],
    ['resume', states.parked, `PATCH ${conversationAt}/participants/${ids.agent}/parkingstate`, { state: 'connected' }],
    ['assign', states.queued, `POST /api/v2/conversations/${ids.conversation}/assign`, { id: ids.agentUser }],
    ['leave', states.connected, `PATCH ${conversationAt}/participants/${ids.agent}`, { state: 'disconnected' }],
    ['disconnect', states.connected, `PATCH ${conversationAt}`, { state: 'disconnected' }]
  ]
  for (const [id, given, line, body] of requests)
    it(`${id} is ${line.replaceAll(/[0-9a-f-]{36}/g, '…')}`, () => {
      const { operation, request } = actionIn(id, given)
      assert.equal(`${request.method} ${request.path}`, line)
      assert.deepEqual(request.body, body)
      assert.equal(request.credential, 'user')
      assert.ok(findMessagingOperation(operation.method, operation.path), 'it is a documented operation')
    })

  it('names the user’s own participant where several agents are alerted', () => {
    const both = twoAgents('alerting')
    assert.match(actionIn('accept', both, having(ben)).request.path, new RegExp(ids.otherAgent))
    assert.match(actionIn('accept', both).request.path, new RegExp(`${ids.agent}$`))
  })

  it('to disconnect goes out as the client where there is no user', () => {
    assert.equal(actionIn('disconnect', states.connected, having(notifier)).request.credential, 'client')
  })
})

describe('What an action opens', () => {
  it('is the agent’s message, once the alert is accepted or the conversation resumed', () => {
    for (const opens of [actionIn('accept', states.alerting).opens, actionIn('resume', states.parked).opens]) {
      assert.ok(opens.kind === 'route')
      assert.deepEqual([opens.title, opens.verdict], ['Agent message', 'will-work'])
    }
  })

  it('is no working route where the channel would still refuse what is to be sent', () => {
    const late = message({ status: 'received', at: minutesAgo(25 * 60) })
    const given = conversation([customer({ messengerType: 'whatsapp', messages: [late] }), agent(inState('alerting'))])
    const opened = (kind: ContentKind): string | undefined => {
      const accept = planActions(situationOf(given), { ...emptyDraft, agentMessage: { kind } }).actions.find(({ id }) => id === 'accept')
      return accept?.opens.kind === 'route' ? accept.opens.verdict : undefined
    }
    assert.deepEqual([opened('text'), opened('template')], ['will-fail', 'will-work'])
  })

  it('is agentless, once everybody is disconnected', () => {
    const { opens } = actionIn('disconnect', states.connected)
    assert.ok(opens.kind === 'route')
    assert.deepEqual([opens.title, opens.verdict], ['Agentless message, web messaging', 'will-work'])
  })

  it('is a condition where the state afterwards is not documented', () => {
    const { opens } = actionIn('assign', states.queued)
    assert.ok(opens.kind === 'condition')
    assert.match(opens.text, /not documented/)
  })
})

describe('What an action does', () => {
  it('names the customer and the agent', () => {
    assert.match(actionIn('accept', states.alerting).effect, /^Nora Lind gets the conversation with Ada Berg\.$/)
    assert.match(actionIn('disconnect', states.connected).effect, /ends for Ada Berg and for every agent/)
  })

  it('is said with the credential that is missing', () => {
    const { lacks, reason } = actionIn('accept', states.alerting, having(notifier))
    assert.equal(lacks, 'user')
    assert.equal(reason, 'It needs a user credential, and this connection has none.')
  })
})
