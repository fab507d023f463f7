import assert from 'node:assert/strict'
import type { Conversation, Leg, Participant } from '../../../src/model/conversation'
import { deriveState } from '../../../src/model/state'
import { timelineOf, type MarkKind, type Timeline } from '../../../src/model/timeline'
import {
  agent,
  conversation,
  customer,
  ended,
  endedConversation,
  flow,
  inState,
  message,
  minutesAgo,
  now,
  queue
} from '../support/conversation'
import { ids } from '../support/ids'
import { notRead, threading, windowMs } from '../support/situation'

const timeline = (given: Conversation): Timeline => timelineOf(given, deriveState(given, threading(), now), now)

describe('the picture of a conversation over time', () => {
  it('has a lane for each party that was there, the customer first and the agents last', () => {
    const given = conversation([agent(), queue(), customer(), flow()])
    assert.deepEqual(
      timeline(given).lanes.map(({ label }) => label),
      ['Customer', 'Bot or API', 'Queue', 'Agent']
    )
  })

  it('gives each of several agents a lane of their own, also when one comes back', () => {
    const [nora, ben, noraAgain] = [
      agent(inState('disconnected')),
      agent(inState('disconnected'), { name: 'Ben Ruiz', userId: ids.nobody }),
      agent()
    ]
    const { lanes } = timeline(conversation([customer(), nora, ben, noraAgain]))
    assert.deepEqual(
      lanes.map(({ label, bars }) => [label, bars.length]),
      [
        ['Customer', 1],
        ['Nora Lind', 2],
        ['Ben Ruiz', 1]
      ]
    )
  })

  it('shows since when a communication is parked', () => {
    const [lane] = timeline(conversation([agent(inState('parked'))])).lanes
    assert.deepEqual(
      lane?.bars.map(({ from, to, state, ongoing }) => [from, to, state, ongoing]),
      [
        [minutesAgo(40), minutesAgo(2), 'connected', false],
        [minutesAgo(2), now, 'parked', true]
      ]
    )
  })

  it('shows the after-conversation work that an agent still owes, from the end of the communication on', () => {
    const [lane] = timeline(conversation([agent(inState('disconnected'), { wrapUpPending: true })])).lanes
    assert.deepEqual(lane?.bars.at(-1), {
      from: ended,
      to: now,
      state: 'wrapUp',
      label: 'Nora Lind, after-conversation work',
      ongoing: true
    })
  })

  it('draws a communication that goes on up to now, and one that is over up to its end', () => {
    const [customerLane, agentLane] = timeline(conversation([customer(), agent(inState('disconnected'))])).lanes
    assert.deepEqual(customerLane?.bars, [{ from: minutesAgo(40), to: now, state: 'connected', label: 'Ada Berg', ongoing: true }])
    assert.deepEqual(agentLane?.bars, [{ from: minutesAgo(40), to: ended, state: 'disconnected', label: 'Nora Lind', ongoing: false }])
  })

  it('shows how long it took the agent to accept', () => {
    const [lane] = timeline(conversation([agent({ startedAt: minutesAgo(20), connectedAt: minutesAgo(18) })])).lanes
    assert.deepEqual(lane?.bars, [
      { from: minutesAgo(20), to: minutesAgo(18), state: 'alerting', label: 'Nora Lind, alerting', ongoing: false },
      { from: minutesAgo(18), to: now, state: 'connected', label: 'Nora Lind', ongoing: true }
    ])
  })

  it('marks each message with its status, and the failed ones as failed', () => {
    const sent = [message({ status: 'delivery-failed' }), message({ status: undefined }), message({ at: undefined })]
    const [lane] = timeline(conversation([agent({ messages: sent })])).lanes
    assert.deepEqual(lane?.marks, [
      { at: minutesAgo(30), kind: 'failed', label: 'Message from Nora Lind: delivery-failed' },
      { at: minutesAgo(30), kind: 'plain', label: 'Message from Nora Lind' }
    ])
  })

  const kindOf = (from: (onLeg: Partial<Leg>) => Participant, messengerType: string, status: string): MarkKind | undefined => {
    const participants = [customer({ messengerType }), from({ messengerType, messages: [message({ status })] })]
    const marks = timeline(conversation(participants)).lanes.flatMap((lane) => lane.marks)
    return marks[0]?.kind
  }

  it('marks as pending what is queued, and what is sent where a channel reports the delivery', () => {
    for (const channel of ['sms', 'whatsapp', 'webmessaging', 'WhatsApp'])
      assert.deepEqual(
        ['queued', 'sent', 'Sent', 'delivery-success', 'published', 'read', 'removed'].map((status) => kindOf(agent, channel, status)),
        ['pending', 'pending', 'pending', 'plain', 'plain', 'plain', 'plain'],
        channel
      )
  })

  it('marks nothing as pending of which it is not documented that more will come', () => {
    for (const channel of ['open', 'facebook', 'instagram', 'apple', 'a channel of the future'])
      assert.deepEqual(
        ['queued', 'sent'].map((status) => kindOf(agent, channel, status)),
        ['pending', 'plain'],
        channel
      )
    assert.equal(kindOf(agent, 'sms', 'delivery-pushed'), 'plain')
    assert.equal(kindOf(customer, 'sms', 'sent'), 'plain', 'what the customer wrote has arrived')
  })

  it('begins with the first thing that happened', () => {
    const early = flow({ startedAt: minutesAgo(55), connectedAt: undefined })
    assert.equal(timeline(conversation([customer(), early])).from, minutesAgo(55))
    assert.equal(timeline(conversation([], { startedAt: undefined })).from, now)
  })

  it('shows the end and the reply window, whether it is open or over', () => {
    const open = timeline(endedConversation())
    assert.equal(open.endedAt, ended)
    assert.equal(open.windowUntil, ended + windowMs)

    const longAgo = ended - windowMs
    const over = timeline(endedConversation('sms', longAgo))
    assert.deepEqual([over.endedAt, over.windowUntil], [longAgo, longAgo + windowMs])
  })

  it('shows the end without a window, when the window is not known', () => {
    const given = endedConversation()
    const { endedAt, windowUntil } = timelineOf(given, deriveState(given, notRead, now), now)
    assert.deepEqual([endedAt, windowUntil], [ended, undefined])
  })

  it('shows no end for a conversation that goes on', () => {
    const { endedAt, windowUntil } = timeline(conversation([customer(), agent()]))
    assert.deepEqual([endedAt, windowUntil], [undefined, undefined])
  })
})
