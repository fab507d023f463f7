import assert from 'node:assert/strict'
import type { Conversation } from '../../../src/model/conversation'
import { minutes } from '../../../src/model/instant'
import { deriveState, type ConversationState } from '../../../src/model/state'
import {
  agent,
  automated,
  conversation,
  customer,
  ended,
  endedConversation,
  flow,
  inState,
  inWrapUp,
  minutesAgo,
  now,
  participant,
  leg,
  queue,
  queued,
  withAgent
} from '../support/conversation'
import { ids } from '../support/ids'
import { notRead, threading, windowMs } from '../support/situation'

const stateOf = (given: Conversation, at = now): ConversationState => deriveState(given, threading(), at)
const kindOf = (given: Conversation): string => stateOf(given).kind

describe('the state of a conversation', () => {
  describe('while somebody is there', () => {
    it('is connected when an agent is', () => {
      const state = stateOf(withAgent('connected'))
      assert.ok(state.kind === 'connected')
      assert.equal(state.agent.leg.id, ids.agentLeg)
      assert.equal(state.agent.participant.name, 'Nora Lind')
    })

    it('is alerting when an agent has not accepted yet', () => {
      assert.equal(kindOf(withAgent('alerting')), 'alerting')
    })

    it('is parked when the agent has put it aside', () => {
      assert.equal(kindOf(withAgent('parked')), 'parked')
    })

    it('is queued when a queue holds it and no agent is there', () => {
      const state = stateOf(queued())
      assert.ok(state.kind === 'queued')
      assert.equal(state.queue.participant.queueName, 'Support')
    })

    it('is queued again after an agent has left it to the queue', () => {
      assert.equal(kindOf(conversation([customer(), agent(inState('disconnected')), queue()])), 'queued')
    })

    it('is automated when only a flow is there', () => {
      const state = stateOf(automated())
      assert.ok(state.kind === 'automated')
      assert.equal(state.automation.participant.name, 'Greeter')
    })

    it('takes the most that an agent allows: connected before alerting before parked', () => {
      const alerting = agent(inState('alerting'), { id: ids.otherAgent })
      const parked = agent(inState('parked'), { id: ids.otherAgent })
      assert.equal(kindOf(conversation([customer(), agent(), alerting])), 'connected')
      assert.equal(kindOf(conversation([customer(), alerting, agent()])), 'connected')
      assert.equal(kindOf(conversation([customer(), parked, agent(inState('alerting'))])), 'alerting')
    })

    it('takes an agent before a queue, and a queue before a flow', () => {
      assert.equal(kindOf(conversation([customer(), queue(), flow(), agent(inState('parked'))])), 'parked')
      assert.equal(kindOf(conversation([customer(), flow(), queue()])), 'queued')
    })

    it('takes the agent of the latest leg after a transfer', () => {
      const second = agent({ id: ids.otherAgentLeg }, { id: ids.otherAgent, name: 'Ben Ruiz' })
      const state = stateOf(conversation([customer(), agent(inState('disconnected')), second]))
      assert.ok(state.kind === 'connected')
      assert.equal(state.agent.leg.id, ids.otherAgentLeg)
    })
  })

  describe('after the end', () => {
    it('is the open reply window, from the end to the last millisecond before the window is over', () => {
      const until = ended + windowMs
      assert.deepEqual(stateOf(endedConversation()), { kind: 'endedWindowOpen', endedAt: ended, until })
      assert.equal(stateOf(endedConversation(), ended).kind, 'endedWindowOpen')
      assert.equal(stateOf(endedConversation(), until - 1).kind, 'endedWindowOpen')
    })

    it('is the window that is over, from the very moment on at which it ends', () => {
      const until = ended + windowMs
      assert.deepEqual(stateOf(endedConversation(), until), { kind: 'endedWindowOver', endedAt: ended, since: until })
    })

    it('uses the channel’s own window, and the default for a channel without one', () => {
      const own = deriveState(endedConversation('sms'), threading({ sms: 5 }), now)
      assert.deepEqual(own, { kind: 'endedWindowOver', endedAt: ended, since: ended + minutes(5) })
      assert.equal(deriveState(endedConversation('whatsapp'), threading({ sms: 5 }), now).kind, 'endedWindowOpen')
    })

    it('has no window where the organisation has set it to nothing', () => {
      assert.equal(deriveState(endedConversation('sms'), threading({ sms: 0 }), ended).kind, 'endedWindowOver')
    })

    it('is just ended, when the organisation’s window is not known', () => {
      assert.deepEqual(deriveState(endedConversation(), notRead, now), { kind: 'ended', endedAt: ended })
    })

    it('counts from the last disconnect where the platform has not set the end', () => {
      const { participants } = endedConversation()
      const later = agent({ state: 'disconnected', disconnectedAt: minutesAgo(4) })
      const state = stateOf(conversation([...participants, later]))
      assert.ok(state.kind === 'endedWindowOpen')
      assert.equal(state.endedAt, minutesAgo(4))
    })

    it('is just ended, when everybody is disconnected and nothing says since when', () => {
      const unsaid = agent({ state: 'disconnected', disconnectedAt: undefined })
      assert.deepEqual(stateOf(conversation([unsaid])), { kind: 'ended', endedAt: undefined })
    })

    it('holds against a leg that the record still shows as connected', () => {
      assert.equal(kindOf(conversation([customer(), agent()], { endedAt: ended })), 'endedWindowOpen')
    })

    it('is wrap-up pending while an agent owes the after-conversation work and the platform has set no end', () => {
      assert.deepEqual(stateOf(inWrapUp()), { kind: 'wrapUpPending', agentName: 'Nora Lind', endedAt: ended })
      assert.equal(kindOf({ ...inWrapUp(), endedAt: ended }), 'endedWindowOpen')
    })

    it('is not wrap-up pending while another agent is connected', () => {
      assert.equal(kindOf(conversation([...inWrapUp().participants, agent()])), 'connected')
    })
  })

  describe('when it cannot be told', () => {
    it('is unknown, with the platform’s own word, for an agent in a state that nobody knows here', () => {
      const state = stateOf(withAgent('unrecognised'))
      assert.ok(state.kind === 'unknown')
      assert.match(state.why, /“transmitting”/)
    })

    it('is not taken for queued because a queue is still there beside such an agent', () => {
      assert.equal(kindOf(conversation([customer(), queue(), agent(inState('unrecognised'))])), 'unknown')
    })

    it('is unknown for a record without communications', () => {
      const state = stateOf(conversation([participant({ purpose: 'agent', party: 'agent' })]))
      assert.ok(state.kind === 'unknown')
      assert.match(state.why, /no communications/)
    })

    it('is unknown when only the customer, or a party that nobody knows here, is left', () => {
      assert.equal(kindOf(conversation([customer()])), 'unknown')
      assert.equal(kindOf(conversation([customer(), participant({ purpose: 'station', legs: [leg()] })])), 'unknown')
    })

    it('is still ended for a record without communications that has an end', () => {
      assert.equal(kindOf(conversation([], { endedAt: ended })), 'endedWindowOpen')
    })
  })
})
