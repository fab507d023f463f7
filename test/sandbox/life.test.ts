import assert from 'node:assert/strict'
import type { Agent, Conversation } from '../../src/sandbox/conversations/conversation'
import { businessSide, customerOf, endTimeOf, isLive, messagesOf } from '../../src/sandbox/conversations/reading'
import { accept, disconnectAll, leave } from '../../src/sandbox/conversations/transitions'
import { customerLeaves } from '../../src/sandbox/receiving/receive'
import { textOf } from '../../src/sandbox/http/shapes/messageData'
import { smallWorld, type SmallWorld } from './support/smallWorld'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

const live = (conversation: Conversation): readonly string[] =>
  conversation.participants.flatMap(({ purpose, legs }) => legs.filter(isLive).map(({ state }) => `${purpose} ${state.name}`))

const agentsOf = (conversation: Conversation): readonly Agent[] =>
  businessSide(conversation).filter((participant): participant is Agent => participant.purpose === 'agent')

const lastAgent = (conversation: Conversation): Agent => {
  const agent = agentsOf(conversation).at(-1)
  assert.ok(agent, 'an agent has been alerted')
  return agent
}

const accepts = ({ world, now }: SmallWorld, conversation: { readonly id: string }): void => {
  const { id } = lastAgent(now(conversation))
  world.conversations.change(conversation.id, (before) => accept(before, id, world.clock.now()))
}

/** A customer’s SMS, taken by an agent. */
const connected = (small: SmallWorld): Conversation => {
  const { conversation } = small.writes('sms', '+13175550150', 'Hello')
  small.clock.advance(second)
  accepts(small, conversation)
  return small.now(conversation)
}

describe('The life of a conversation', () => {
  it('starts with the bot where the address has one; it answers once and then hands over', () => {
    const small = smallWorld()
    const { clock, writes, now } = small
    const { conversation, how } = writes('webmessaging', 'guest', 'Where is my order?')
    assert.equal(how, 'started')
    assert.deepEqual(live(conversation), ['customer connected', 'botflow connected'])
    clock.advance(second)
    assert.deepEqual(
      messagesOf(now(conversation)).map(({ participant }) => participant.purpose),
      ['customer', 'botflow']
    )
    clock.advance(minute)
    assert.equal(messagesOf(now(conversation)).length, 2, 'it says nothing more by itself')

    writes('webmessaging', 'guest', 'SB-1')
    clock.advance(second)
    assert.deepEqual(live(now(conversation)), ['customer connected', 'acd connected'])
    clock.advance(second)
    assert.deepEqual(live(now(conversation)), ['customer connected', 'acd connected', 'agent alerting'])
  })

  it('goes to a person at once when the customer asks the bot for one', () => {
    const { clock, writes, now } = smallWorld()
    const { conversation } = writes('webmessaging', 'guest', 'I want to talk to a person')
    clock.advance(second)
    assert.deepEqual(live(now(conversation)), ['customer connected', 'acd connected'])
    assert.match(textOf(messagesOf(now(conversation)).at(-1)?.message.content ?? { kind: 'text', text: '' }), /colleague/)
  })

  it('connects both sides, each the other’s peer', () => {
    const small = smallWorld()
    const conversation = connected(small)
    assert.deepEqual(live(conversation), ['customer connected', 'agent connected'])
    assert.equal(lastAgent(conversation).legs.at(-1)?.peerId, customerOf(conversation)?.legs.at(-1)?.id)
  })

  it('alerts the next agent when one does not answer, and waits when nobody does', () => {
    const { clock, writes, now, world } = smallWorld()
    const { conversation } = writes('sms', '+13175550150', 'Hello')
    clock.advance(second)
    const first = lastAgent(now(conversation)).userId
    clock.advance(30 * second)
    assert.equal(lastAgent(now(conversation)).legs[0]?.state.name, 'disconnected')
    assert.equal(world.routingStatuses.of(first), 'notResponding')
    clock.advance(second)
    const other = lastAgent(now(conversation)).userId
    assert.notEqual(other, first)
    clock.advance(hour)
    assert.deepEqual(live(now(conversation)), ['customer connected', 'acd connected'])
    assert.deepEqual(
      agentsOf(now(conversation)).map(({ legs }) => legs[0]?.state.name === 'disconnected' && legs[0].state.disconnectType),
      ['transfer.noanswer', 'transfer.noanswer']
    )

    world.routingStatuses.set(first, 'onQueue', clock.now())
    clock.advance(second)
    assert.deepEqual(live(now(conversation)), ['customer connected', 'acd connected', 'agent alerting'])
    assert.equal(lastAgent(now(conversation)).userId, first)
  })

  it('is offered to nobody who is off queue', () => {
    const { clock, writes, now, world, shop } = smallWorld()
    for (const { id } of [shop.nora, shop.tomas]) world.routingStatuses.set(id, 'offQueue', clock.now())
    const { conversation } = writes('sms', '+13175550150', 'Hello')
    clock.advance(hour)
    assert.deepEqual(live(now(conversation)), ['customer connected', 'acd connected'])
  })

  it('stops ringing when the customer leaves', () => {
    const { clock, writes, now, world } = smallWorld()
    const { conversation } = writes('sms', '+13175550150', 'Hello')
    clock.advance(second)
    customerLeaves(world, conversation.id)
    assert.deepEqual(live(now(conversation)), [])
    const ended = endTimeOf(now(conversation))
    clock.advance(hour)
    assert.equal(endTimeOf(now(conversation)), ended)
    assert.equal(agentsOf(now(conversation)).length, 1)
  })

  it('continues with the same agent first when the customer replies inside the window', () => {
    const small = smallWorld()
    const { clock, writes, now, world } = small
    const before = connected(small)
    const { userId } = lastAgent(before)
    world.conversations.change(before.id, (conversation) => disconnectAll(conversation, clock.now(), 'client'))
    assert.ok(endTimeOf(now(before)))

    clock.advance(24 * hour - 1)
    const { conversation, how } = writes('sms', '+13175550150', 'One more thing')
    assert.deepEqual([how, conversation.id], ['continued', before.id])
    assert.equal(endTimeOf(conversation), undefined)
    assert.equal(customerOf(conversation)?.legs.length, 2)
    clock.advance(second)
    assert.equal(lastAgent(now(conversation)).userId, userId)
  })

  it('starts anew when the window is over', () => {
    const small = smallWorld()
    const { clock, writes, now, world } = small
    const before = connected(small)
    world.conversations.change(before.id, (conversation) => disconnectAll(conversation, clock.now(), 'client'))
    clock.advance(24 * hour)
    const { conversation, how } = writes('sms', '+13175550150', 'One more thing')
    assert.equal(how, 'started')
    assert.notEqual(conversation.id, before.id)
    assert.ok(endTimeOf(now(before)))
  })

  it('ends when nobody says anything, unless an agent has parked it', () => {
    const small = smallWorld((organisation) => ({ ...organisation, life: { inactivityMinutes: 60 } }))
    const { clock, writes, now } = small
    const conversation = connected(small)
    clock.advance(50 * minute)
    writes('sms', '+13175550150', 'Still there?')
    clock.advance(50 * minute)
    assert.deepEqual(live(now(conversation)), ['customer connected', 'agent connected'])
    clock.advance(10 * minute)
    const ended = now(conversation)
    assert.deepEqual(live(ended), [])
    const state = lastAgent(ended).legs[0]?.state
    assert.equal(state?.name === 'disconnected' && state.disconnectType, 'inactivity')
  })

  it('ends after-conversation work that takes too long', () => {
    const small = smallWorld((organisation) => ({
      ...organisation,
      life: { wrapUpSeconds: 120 },
      queues: organisation.queues.map((queue) => ({ ...queue, wrapUpRequired: true }))
    }))
    const { clock, now, world } = small
    const conversation = connected(small)
    world.conversations.change(conversation.id, (before) => leave(before, lastAgent(before).id, clock.now(), 'client'))
    assert.equal(endTimeOf(now(conversation)), undefined)
    clock.advance(120 * second)
    assert.equal(lastAgent(now(conversation)).wrapUp.kind, 'done')
    assert.ok(endTimeOf(now(conversation)))
  })

  it('stands still when it is stopped', () => {
    const { clock, writes, now, life } = smallWorld()
    const { conversation } = writes('sms', '+13175550150', 'Hello')
    life.stop()
    clock.advance(hour)
    assert.deepEqual(live(now(conversation)), ['customer connected', 'acd connected'])
  })
})
