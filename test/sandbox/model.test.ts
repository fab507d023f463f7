import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Conversation } from '../../src/sandbox/conversations/conversation'
import type { ConversationChange } from '../../src/sandbox/conversations/conversationStore'
import { isLater } from '../../src/sandbox/conversations/messageStatus'
import {
  businessSide,
  customerOf,
  endTimeOf,
  isLive,
  isPresent,
  messagesOf,
  peerOf,
  wrapUpIsPending
} from '../../src/sandbox/conversations/reading'
import { actions, attempt } from './support/actions'
import { smallWorld, type SmallWorld } from './support/smallWorld'

const legIds = ({ participants }: Conversation): readonly string[] => participants.flatMap(({ legs }) => legs.map(({ id }) => id))

const idsOf = (conversation: Conversation): readonly string[] => [
  conversation.id,
  ...conversation.participants.map(({ id }) => id),
  ...legIds(conversation),
  ...messagesOf(conversation).map(({ message }) => message.id)
]

/** What was there stays, under its id; a message only ever gets further. */
const assertGrown = (before: Conversation, after: Conversation): void => {
  const ids = new Set(idsOf(after))
  for (const id of idsOf(before)) assert.ok(ids.has(id), `${id} is lost`)
  const earlier = new Map(messagesOf(before).map(({ message }) => [message.id, message.status]))
  for (const { message } of messagesOf(after)) {
    const was = earlier.get(message.id)
    assert.ok(was === undefined || was === message.status || isLater(message.status, was), `${String(was)} became ${message.status}`)
  }
}

const assertWhole = (conversation: Conversation): void => {
  const legs = conversation.participants.flatMap((participant) => participant.legs)
  const hasLiveLeg = legs.some(isLive)
  assert.equal(endTimeOf(conversation) !== undefined, !hasLiveLeg && !wrapUpIsPending(conversation), 'endTime is set iff it has ended')

  const customer = customerOf(conversation)
  const liveOfCustomer = customer?.legs.filter(isLive) ?? []
  assert.equal(liveOfCustomer.length, hasLiveLeg ? 1 : 0, 'the customer is there iff somebody is')
  assert.equal(businessSide(conversation).some(isPresent), hasLiveLeg, 'somebody is there for the customer iff the customer is')

  const customerLegs = new Set(customer?.legs.map(({ id }) => id))
  const all = new Set(legIds(conversation))
  for (const { legs: others } of businessSide(conversation))
    for (const { peerId } of others)
      assert.ok(peerId !== undefined && customerLegs.has(peerId), 'a leg of the business has the customer for its peer')
  for (const leg of customer?.legs ?? []) {
    const peer = peerOf(conversation, leg)
    assert.ok(peer === undefined ? !isLive(leg) : all.has(peer), 'the peer of a customer’s leg is there')
  }
  const agentsLegs = businessSide(conversation)
    .filter(({ purpose }) => purpose === 'agent')
    .flatMap(({ legs: others }) => others.filter(isLive))
  const alerting = agentsLegs.filter(({ state }) => state.name === 'alerting')
  assert.ok(alerting.length <= 1, 'one agent is alerted at a time')
  assert.ok(agentsLegs.length - alerting.length <= 1, 'one agent has it at a time')
}

/** A reader of the changes, who has nothing else to go by. */
const replaying = ({ world }: SmallWorld): ReadonlyMap<string, Conversation> => {
  const known = new Map<string, Conversation>()
  world.conversations.onChange(({ before, after }: ConversationChange) => {
    assert.equal(known.get(after.id), before, 'a change starts from where the last one ended')
    if (before) assertGrown(before, after)
    known.set(after.id, after)
  })
  return known
}

describe('Whatever happens in the sandbox', () => {
  it('keeps its conversations whole, and tells every change', function (this: Mocha.Context) {
    this.timeout(30_000)
    fc.assert(
      fc.property(fc.array(actions, { minLength: 1, maxLength: 40 }), (sequence) => {
        const small = smallWorld()
        const known = replaying(small)
        for (const action of sequence) {
          const before = new Map(known)
          const wasRefused = attempt(small, action)
          if (wasRefused) assert.deepEqual([...known], [...before], 'who is refused changes nothing')
          const conversations = [...small.world.conversations.all()]
          conversations.forEach(assertWhole)
          assert.deepEqual(new Set(known.values()), new Set(conversations), 'the changes lead to what is there')
          const ids = conversations.flatMap(idsOf)
          assert.equal(new Set(ids).size, ids.length, 'no id is used twice')
        }
      }),
      { numRuns: 1500 }
    )
  })
})
