import assert from 'node:assert/strict'
import { PlatformError } from '../../../src/genesys/platformError'
import { readConversation } from '../../../src/genesys/wire/conversation'
import type { Conversation, Leg, Participant } from '../../../src/model/conversation'
import { ended, minutesAgo, now } from '../support/conversation'
import { ids } from '../support/ids'
import { conversationBody, endedConversationBody } from '../support/wire'

const read = (body: unknown): Conversation => readConversation(body, now)

/** The only participant of a conversation whose record has this one. */
const participantOf = (raw: unknown): Participant => {
  const [participant] = read({ id: ids.conversation, participants: [raw] }).participants
  assert.ok(participant)
  return participant
}

const legOf = (raw: unknown): Leg => {
  const [leg] = participantOf({ purpose: 'agent', messages: [raw] }).legs
  assert.ok(leg)
  return leg
}

describe('the record of a conversation', () => {
  it('is read with its parties, their legs and their messages', () => {
    const { id, startedAt, endedAt, participants, reading, readAt } = read(conversationBody)
    assert.deepEqual([id, startedAt, endedAt, reading, readAt], [ids.conversation, minutesAgo(40), undefined, 'live', now])
    const [customer, agent] = participants
    assert.deepEqual(
      [customer?.party, customer?.name, customer?.externalContactId, customer?.wrapUpPending],
      ['customer', 'Ada Berg', ids.contact, false]
    )
    assert.deepEqual(customer?.legs, [
      {
        id: ids.customerLeg,
        state: 'connected',
        rawState: 'connected',
        messengerType: 'webmessaging',
        startedAt: minutesAgo(40),
        connectedAt: minutesAgo(40),
        parkedAt: undefined,
        disconnectedAt: undefined,
        disconnectType: undefined,
        peerId: ids.agentLeg,
        fromAddress: 'guest-7',
        toAddress: ids.deployment,
        messages: [{ id: 'm-1', status: 'received', at: minutesAgo(39), error: undefined }]
      }
    ])
    assert.deepEqual([agent?.party, agent?.userId, agent?.queueId], ['agent', ids.agentUser, ids.queue])
    assert.deepEqual([agent?.legs[0]?.startedAt, agent?.legs[0]?.connectedAt], [minutesAgo(38), minutesAgo(37)])
  })

  it('shows why a message was not delivered', () => {
    assert.deepEqual(read(conversationBody).participants[1]?.legs[0]?.messages[0]?.error, { code: 'RecipientOptedOut', text: 'No.' })
  })

  it('shows the end, and who ended it', () => {
    const { endedAt, participants } = read(endedConversationBody)
    assert.equal(endedAt, ended)
    const leg = participants[1]?.legs[0]
    assert.deepEqual([leg?.state, leg?.disconnectedAt, leg?.disconnectType], ['disconnected', ended, 'client'])
  })

  it('keeps a word that is not known here as it is written', () => {
    const leg = legOf({ id: 'l', state: 'transmitting', type: 'carrier-pigeon', disconnectType: 'boredom' })
    assert.deepEqual(
      [leg.state, leg.rawState, leg.messengerType, leg.disconnectType],
      ['unrecognised', 'transmitting', 'carrier-pigeon', 'boredom']
    )
    const participant = participantOf({ purpose: 'Archivist' })
    assert.deepEqual([participant.purpose, participant.party], ['Archivist', 'other'])
  })

  it('is read though fields are missing, or null', () => {
    const bare = { id: ids.conversation, participants: [{}, { messages: null, name: null, purpose: null }, { messages: [{}] }] }
    const [first, second, third] = read(bare).participants
    assert.deepEqual([first?.purpose, first?.party, first?.legs], ['not given', 'other', []])
    assert.deepEqual([second?.name, second?.legs], [undefined, []])
    assert.deepEqual([third?.legs[0]?.state, third?.legs[0]?.rawState, third?.legs[0]?.messages], ['unrecognised', 'not given', []])
  })

  it('is read though it has fields that nobody knows here', () => {
    assert.equal(read({ ...conversationBody, divisions: [], novelty: { a: 1 } }).id, ids.conversation)
  })

  it('leaves out a message without an id, and a time that is none', () => {
    const leg = legOf({ messages: [{ messageStatus: 'sent' }, { messageId: 'm', messageTime: 'soon' }], connectedTime: 'later' })
    assert.deepEqual(leg.messages, [{ id: 'm', status: undefined, at: undefined, error: undefined }])
    assert.equal(leg.connectedAt, undefined)
  })

  it('takes the raw address where no normalised one is', () => {
    assert.equal(legOf({ fromAddress: { addressRaw: '079 000 00 01' } }).fromAddress, '079 000 00 01')
    assert.equal(legOf({ fromAddress: {} }).fromAddress, undefined)
  })

  it('takes the participant’s start for their first leg, and for no later one', () => {
    const { legs } = participantOf({ startTime: new Date(minutesAgo(9)).toISOString(), messages: [{ id: 'a' }, { id: 'b' }] })
    assert.deepEqual(
      legs.map(({ startedAt }) => startedAt),
      [minutesAgo(9), undefined]
    )
  })

  it('says whether an agent still owes after-conversation work', () => {
    const pending = (given: object): boolean => participantOf({ purpose: 'agent', ...given }).wrapUpPending
    assert.equal(pending({ wrapupRequired: true }), true)
    assert.equal(pending({ wrapupRequired: true, wrapup: null }), true)
    assert.equal(pending({ wrapupRequired: true, wrapup: { code: 'x' } }), false)
    assert.equal(pending({ wrapupRequired: true, wrapupSkipped: true }), false)
    assert.equal(pending({ wrapupRequired: false }), false)
    assert.equal(pending({}), false)
    assert.equal(pending({ purpose: 'customer', wrapupRequired: true }), false)
  })

  it('is refused in words when it is none', () => {
    for (const body of [
      undefined,
      null,
      '',
      'x',
      [],
      {},
      { id: ids.conversation },
      { id: 'no-uuid', participants: [] },
      { id: 7, participants: [] }
    ])
      assert.throws(
        () => read(body),
        (error: unknown) =>
          PlatformError.is(error) && error.message.startsWith('Reading the conversation: the answer is not what the API describes')
      )
  })
})
