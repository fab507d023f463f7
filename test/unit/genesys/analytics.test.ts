import assert from 'node:assert/strict'
import { PlatformError } from '../../../src/genesys/platformError'
import { readListing } from '../../../src/genesys/wire/analytics'
import type { Conversation, Leg } from '../../../src/model/conversation'
import { deriveState } from '../../../src/model/state'
import { ended, minutesAgo, now } from '../support/conversation'
import { ids } from '../support/ids'
import { threading } from '../support/situation'
import { analyticsRow } from '../support/wire'

const iso = (instant: number): string => new Date(instant).toISOString()

const only = (row: unknown): Conversation => {
  const [conversation, ...others] = readListing({ conversations: [row] }, now).conversations
  assert.ok(conversation)
  assert.deepEqual(others, [])
  return conversation
}

/** The leg that an agent's session with these segments is taken for. */
const legWith = (...segments: readonly object[]): Leg => {
  const sessions = [{ sessionId: ids.agentLeg, mediaType: 'message', segments }]
  const [leg] = only({ conversationId: ids.conversation, participants: [{ purpose: 'agent', sessions }] }).participants[0]?.legs ?? []
  assert.ok(leg)
  return leg
}

const at = (count: number): string => iso(minutesAgo(count))

describe('a row of analytics', () => {
  it('is read with its parties, channel and addresses', () => {
    const { id, startedAt, endedAt, reading, participants } = only(analyticsRow)
    assert.deepEqual([id, startedAt, endedAt, reading], [ids.conversation, minutesAgo(40), undefined, 'analytics'])
    const [customer, agent] = participants
    assert.deepEqual([customer?.party, customer?.name, customer?.externalContactId], ['customer', 'Ada Berg', ids.contact])
    const [leg] = customer?.legs ?? []
    assert.deepEqual([leg?.messengerType, leg?.fromAddress, leg?.toAddress], ['webmessaging', 'guest-7', ids.deployment])
    assert.equal(leg?.peerId, ids.agentLeg)
    assert.deepEqual([agent?.userId, agent?.queueId], [ids.agentUser, ids.queue])
    assert.deepEqual([agent?.legs[0]?.startedAt, agent?.legs[0]?.connectedAt], [minutesAgo(38), minutesAgo(37)])
  })

  it('is connected as long as its agent’s last segment goes on', () => {
    assert.equal(deriveState(only(analyticsRow), threading(), now).kind, 'connected')
  })

  it('has ended when it says so', () => {
    const conversation = only({ ...analyticsRow, conversationEnd: iso(ended) })
    assert.equal(conversation.endedAt, ended)
    assert.equal(deriveState(conversation, threading(), now).kind, 'endedWindowOpen')
  })

  const going = { segmentStart: at(9) }
  const states: Readonly<Record<string, string>> = {
    interact: 'connected',
    hold: 'connected',
    delay: 'connected',
    ivr: 'connected',
    system: 'connected',
    alert: 'alerting',
    contacting: 'alerting',
    dialing: 'alerting',
    parked: 'parked',
    wrapup: 'disconnected'
  }
  for (const [segmentType, state] of Object.entries(states))
    it(`has a leg that is ${state} while its last segment is “${segmentType}”`, () => {
      assert.equal(legWith({ ...going, segmentType }).state, state)
    })

  it('has a leg that is disconnected once its last segment is over, with when and why', () => {
    const leg = legWith(
      { segmentStart: at(9), segmentEnd: at(8), segmentType: 'alert' },
      { segmentStart: at(8), segmentEnd: at(3), segmentType: 'interact', disconnectType: 'sessionExpired' }
    )
    assert.deepEqual([leg.state, leg.disconnectedAt, leg.disconnectType], ['disconnected', minutesAgo(3), 'sessionExpired'])
  })

  it('has a leg that ended before the after-conversation work, and that work is pending as long as it goes on', () => {
    const segments = [
      { segmentStart: at(9), segmentEnd: at(3), segmentType: 'interact', disconnectType: 'client' },
      { segmentStart: at(3), segmentType: 'wrapup' }
    ]
    const leg = legWith(...segments)
    assert.deepEqual([leg.state, leg.disconnectedAt, leg.disconnectType], ['disconnected', minutesAgo(3), 'client'])
    const pending = (given: readonly object[]): boolean | undefined =>
      only({
        conversationId: ids.conversation,
        participants: [{ purpose: 'agent', sessions: [{ mediaType: 'message', segments: given }] }]
      }).participants[0]?.wrapUpPending
    assert.equal(pending(segments), true)
    assert.equal(pending([...segments, { segmentStart: at(3), segmentEnd: at(1), segmentType: 'wrapup' }]), false)
  })

  it('has a leg with the platform’s own word where the segment is not known here', () => {
    const leg = legWith({ ...going, segmentType: 'daydream' })
    assert.deepEqual([leg.state, leg.rawState], ['unrecognised', 'daydream'])
    assert.deepEqual([legWith().state, legWith().rawState], ['unrecognised', 'not given'])
  })

  it('has no legs of calls and e-mails', () => {
    const sessions = [
      { mediaType: 'voice', segments: [] },
      { mediaType: 'email' },
      { mediaType: 'message', sessionId: 's' },
      { sessionId: 't' }
    ]
    const [participant] = only({ conversationId: ids.conversation, participants: [{ purpose: 'agent', sessions }] }).participants
    assert.deepEqual(
      participant?.legs.map(({ id }) => id),
      ['s', 't']
    )
  })

  it('is read though fields are missing, or null', () => {
    const bare = only({ conversationId: ids.conversation, participants: null, conversationEnd: null })
    assert.deepEqual([bare.participants, bare.endedAt, bare.startedAt], [[], undefined, undefined])
    const [participant] = only({ conversationId: ids.conversation, participants: [{ sessions: null }] }).participants
    assert.deepEqual([participant?.purpose, participant?.legs], ['not given', []])
  })
})

describe('a listing of analytics', () => {
  it('is empty when it has no rows', () => {
    for (const body of [{}, { conversations: null }, { conversations: [] }, { totalHits: 0 }])
      assert.deepEqual(readListing(body, now).conversations, [])
  })

  it('is read without a row whose id is no UUID', () => {
    const rows = [{ conversationId: 'x' }, analyticsRow]
    assert.deepEqual(
      readListing({ conversations: rows }, now).conversations.map(({ id }) => id),
      [ids.conversation]
    )
  })

  it('is refused in words when it is none', () => {
    for (const body of [undefined, null, 'x', [], { conversations: 'x' }])
      assert.throws(
        () => readListing(body, now),
        (error: unknown) =>
          PlatformError.is(error) && error.message.startsWith('Listing conversations: the answer is not what the API describes')
      )
  })
})
