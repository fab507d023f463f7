import assert from 'node:assert/strict'
import { readFrame } from '../../../../src/genesys/notifications/frame'
import { isOfMany, mostTopics, topicsFor } from '../../../../src/genesys/notifications/topics'
import { ids, uuid } from '../../support/ids'

const frame = (topicName: string, eventBody: unknown = {}): string => JSON.stringify({ topicName, version: '2', eventBody })

describe('a frame of the notification websocket', () => {
  it('is a conversation, from the user’s topic and from a queue’s', () => {
    for (const topic of [`v2.users.${ids.agentUser}.conversations.messages`, `v2.routing.queues.${ids.queue}.conversations.messages`])
      assert.deepEqual(readFrame(frame(topic, { id: 'x' })), { kind: 'conversation', body: { id: 'x' } })
  })

  it('says of a detail event only which conversation it is about', () => {
    assert.deepEqual(readFrame(frame(`v2.detail.events.conversation.${ids.conversation}.user.start`)), {
      kind: 'changed',
      id: ids.conversation
    })
  })

  it('tells when the platform is about to close', () => {
    assert.deepEqual(readFrame(frame('v2.system.socket_closing')), { kind: 'closing' })
  })

  it('is nothing to act on when it is a heartbeat, an answer, of another topic, or not understood', () => {
    for (const text of [
      frame('channel.metadata', { message: 'WebSocket Heartbeat' }),
      frame('v2.users.x.presence'),
      frame('v2.detail.events.conversation.not-an-id.user.start'),
      '{"result":"200"}',
      'no JSON',
      '[]'
    ])
      assert.deepEqual(readFrame(text), { kind: 'other' }, text)
  })
})

describe('the topics that are listened to', () => {
  it('are the user’s, the open conversations’ and the queues’', () => {
    const topics = topicsFor({ userId: ids.agentUser, queueIds: [ids.queue], openConversations: [ids.conversation] })
    assert.equal(topics[0], `v2.users.${ids.agentUser}.conversations.messages`)
    assert.ok(topics.includes(`v2.detail.events.conversation.${ids.conversation}.wrapup`))
    assert.equal(topics.at(-1), `v2.routing.queues.${ids.queue}.conversations.messages`)
    assert.deepEqual(topics.filter(isOfMany), [topics[0], topics.at(-1)])
  })

  it('are none for an OAuth client without queues', () => {
    assert.deepEqual(topicsFor({ userId: undefined, queueIds: [], openConversations: [] }), [])
  })

  it('are never more than a channel can have, each once, with the user’s among them', () => {
    const queueIds = Array.from({ length: 1200 }, (_, index) => uuid(index + 1))
    const topics = topicsFor({ userId: ids.agentUser, queueIds: [ids.queue, ids.queue, ...queueIds], openConversations: [] })
    assert.equal(topics.length, mostTopics)
    assert.equal(new Set(topics).size, mostTopics)
    assert.ok(topics[0]?.startsWith('v2.users.'))
  })
})
