import assert from 'node:assert/strict'
import { readConversationEvent, type EventReading } from '../../../../src/genesys/notifications/conversationEvent'
import { readConversation } from '../../../../src/genesys/wire/conversation'
import { legsOf, type Conversation } from '../../../../src/model/conversation'
import { minutesAgo, now } from '../../support/conversation'
import { ids } from '../../support/ids'
import { conversationBody } from '../../support/wire'

const iso = (count: number): string => new Date(minutesAgo(count)).toISOString()
const read = readConversation(conversationBody, minutesAgo(1))

const customerTold = {
  id: ids.customer,
  purpose: 'customer',
  name: 'Ada Berg',
  address: 'guest-7',
  state: 'connected',
  type: 'webmessaging',
  startTime: iso(40),
  connectedTime: iso(40),
  externalContact: { id: ids.contact },
  messages: [{ message: { id: 'm-1' }, messageStatus: 'received', messageTime: iso(39) }]
}
const agentTold = {
  id: ids.agent,
  purpose: 'agent',
  name: 'Nora Lind',
  state: 'connected',
  type: 'webmessaging',
  startTime: iso(38),
  connectedTime: iso(37),
  user: { id: ids.agentUser },
  queue: { id: ids.queue, name: 'Web support' },
  wrapupRequired: true,
  messages: [{ message: { id: 'm-2' }, messageStatus: 'delivery-failed', messageTime: iso(36) }]
}
const told = (participants: readonly object[]): unknown => ({ id: ids.conversation, participants })

const hear = (body: unknown, known: Conversation | undefined): EventReading | undefined => readConversationEvent(body, () => known, now)

const conversationOf = (reading: EventReading | undefined): Conversation => {
  assert.ok(reading !== undefined && reading.kind !== 'doubtful', `it is told: ${reading?.kind ?? 'nothing'}`)
  return reading.conversation
}

const newMessage = { message: { id: 'm-3' }, messageStatus: 'received', messageTime: iso(0) }
const customerWrites = { ...customerTold, messages: [...customerTold.messages, newMessage] }

describe('an event of a conversation', () => {
  it('tells the whole of one that was read before, with the communications by their ids', () => {
    const reading = hear(told([customerWrites, agentTold]), read)
    assert.equal(reading?.kind, 'whole')
    const conversation = conversationOf(reading)
    assert.deepEqual(
      legsOf(conversation).map(({ leg }) => leg.id),
      [ids.customerLeg, ids.agentLeg]
    )
    assert.deepEqual(
      conversation.participants[0]?.legs[0]?.messages.map(({ id }) => id),
      ['m-1', 'm-3']
    )
    assert.equal(conversation.startedAt, read.startedAt)
    assert.equal(conversation.readAt, now)
    assert.equal(conversation.participants[1]?.queueName, 'Web support')
  })

  it('tells a part of one that nobody has read: everything but its communications’ ids', () => {
    const reading = hear(told([customerTold, agentTold]), undefined)
    assert.equal(reading?.kind, 'partial')
    const conversation = conversationOf(reading)
    assert.equal(conversation.startedAt, minutesAgo(40))
    assert.deepEqual(
      conversation.participants.map(({ party, legs }) => [party, legs[0]?.state]),
      [
        ['customer', 'connected'],
        ['agent', 'connected']
      ]
    )
  })

  it('does not tell when the conversation ended', () => {
    const gone = { state: 'disconnected', endTime: iso(0), disconnectType: 'client' }
    const reading = hear(
      told([
        { ...customerTold, ...gone },
        { ...agentTold, ...gone, wrapup: { code: 'x' } }
      ]),
      read
    )
    assert.equal(reading?.kind, 'partial')
    const conversation = conversationOf(reading)
    assert.equal(conversation.endedAt, undefined)
    assert.equal(legsOf(conversation)[0]?.leg.disconnectedAt, minutesAgo(0))
    assert.equal(conversation.participants[1]?.wrapUpPending, false)
  })

  it('follows a delivery', () => {
    const sent = conversationOf(
      hear(told([customerTold, { ...agentTold, messages: [...agentTold.messages, { ...newMessage, messageStatus: 'sent' }] }]), read)
    )
    const delivered = { ...agentTold, messages: [...agentTold.messages, { ...newMessage, messageStatus: 'delivery-success' }] }
    assert.equal(hear(told([customerTold, delivered]), sent)?.kind, 'whole')
  })

  const older: Readonly<Record<string, readonly object[]>> = {
    'a message is missing': [{ ...customerTold, messages: [] }, agentTold],
    'a participant is missing': [customerTold],
    'the agent alerts again': [customerTold, { ...agentTold, state: 'alerting' }],
    'a delivery is undone': [customerTold, { ...agentTold, messages: [{ message: { id: 'm-2' }, messageStatus: 'sent' }] }],
    'it is parked, which may be over': [customerTold, { ...agentTold, state: 'parked', parkTime: iso(1) }]
  }
  for (const [why, participants] of Object.entries(older))
    it(`may be older than what is known when ${why}`, () => {
      assert.deepEqual(hear(told(participants), read), { kind: 'doubtful', id: ids.conversation })
    })

  it('shows a state of the future as it is', () => {
    const conversation = conversationOf(hear(told([customerTold, { ...agentTold, state: 'transmitting' }]), read))
    assert.deepEqual(
      [conversation.participants[1]?.legs[0]?.state, conversation.participants[1]?.legs[0]?.rawState],
      ['unrecognised', 'transmitting']
    )
  })

  it('is none when it is not what the API describes', () => {
    for (const body of [undefined, null, {}, { id: 'x', participants: [] }, { id: ids.conversation }])
      assert.equal(hear(body, read), undefined)
  })
})
