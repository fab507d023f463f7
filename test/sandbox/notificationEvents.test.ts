import assert from 'node:assert/strict'
import type { Models } from 'purecloud-platform-client-v2'
import { listen, type Frame, type Listener } from './support/listener'
import { idOf, leg, participant } from './support/legs'
import { bodyOf } from './support/sdk'
import { eachTestWithSandbox } from './support/session'

type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Checks that `record` says everything that `event` says, and lists as much. */
const assertSaysTheSame = (event: unknown, record: unknown, at = 'body'): void => {
  if (Array.isArray(event)) {
    assert.ok(Array.isArray(record) && record.length === event.length, `${at} is as long in both`)
    for (const [index, item] of event.entries()) assertSaysTheSame(item, record[index], `${at}[${index}]`)
  } else if (isObject(event)) {
    assert.ok(isObject(record), `${at} is in both`)
    for (const [key, value] of Object.entries(event)) assertSaysTheSame(value, record[key], `${at}.${key}`)
  } else assert.equal(event, record, at)
}

/** The message topic has a reference where REST has an id. */
const withMessageReferences = ({ participants, ...rest }: Models.MessageConversation): unknown => ({
  ...rest,
  participants: participants?.map(({ messages, ...others }) => ({
    ...others,
    messages: messages?.map(({ messageId, ...message }) => ({ ...message, message: { id: messageId } }))
  }))
})

const namesOf = (frames: readonly Frame[]): readonly string[] =>
  frames.map(({ topicName }) => topicName?.split('.').slice(5).join('.') ?? '')

describe('Notification events', () => {
  const session = eachTestWithSandbox()
  const listeners: Listener[] = []
  afterEach(() => {
    for (const listener of listeners.splice(0)) listener.close()
  })

  const hear = async (...topics: readonly string[]): Promise<Listener> => {
    const listener = await listen(session().user, topics)
    listeners.push(listener)
    return listener
  }

  const myId = async (): Promise<string> => idOf(await bodyOf(session().user.users.getUsersMe()))

  const patchAgent = async (name: string, body: object): Promise<void> => {
    const { user, conversation, conversationId } = session()
    const agentId = idOf(participant(await conversation(name), 'agent'))
    await user.conversations.patchConversationsMessageParticipant(conversationId(name), agentId, { body })
  }

  const sendText = async (name: string, textBody: string): Promise<string> => {
    const { user, conversation, conversationId } = session()
    const legId = idOf(leg(await conversation(name), 'agent'))
    return idOf(await bodyOf(user.conversations.postConversationsMessageCommunicationMessages(conversationId(name), legId, { textBody })))
  }

  it('tell a conversation from accepting to the end, in order, to the same state that REST has', async () => {
    const { user, clock, sandbox, conversation, conversationId } = session()
    const me = await myId()
    const userTopics = [`v2.users.${me}.conversations`, `v2.users.${me}.conversations.messages`]
    const queueTopics = [
      `v2.routing.queues.${sandbox.address.queueId}.conversations`,
      `v2.routing.queues.${sandbox.address.queueId}.conversations.messages`
    ]
    const listener = await hear(...userTopics, ...queueTopics)
    await patchAgent('alerting-web', { state: 'connected' })
    await sendText('alerting-web', 'Hello Hannah')
    clock.advance(2000)
    await patchAgent('alerting-web', { state: 'disconnected' })

    const frames = await listener.all()
    const [record, messageRecord] = [
      await conversation('alerting-web'),
      await bodyOf(user.conversations.getConversationsMessage(conversationId('alerting-web')))
    ]
    for (const [topics, expected] of [
      [userTopics, record],
      [queueTopics, record]
    ] as const) {
      const [wholeTopic, messageTopic] = topics
      const events = frames.filter(({ topicName }) => topicName === wholeTopic).map(({ eventBody }) => eventBody as Models.Conversation)
      assert.deepEqual(
        events.map((event) => [
          leg(event, 'agent').state,
          leg(event, 'agent')
            .messages?.map(({ messageStatus }) => messageStatus)
            .join()
        ]),
        [
          ['connected', ''],
          ['connected', 'queued'],
          ['connected', 'sent'],
          ['connected', 'delivery-success'],
          ['disconnected', 'delivery-success']
        ]
      )
      assertSaysTheSame(events.at(-1), expected)
      const messageEvents = frames.filter(({ topicName }) => topicName === messageTopic)
      assert.equal(messageEvents.length, events.length)
      assertSaysTheSame(messageEvents.at(-1)?.eventBody, withMessageReferences(messageRecord))
    }
    assert.equal(frames.length, 20)
  })

  it('come in the published envelope, each with a correlation id of its own', async () => {
    const listener = await hear(`v2.users.${await myId()}.conversations`)
    await patchAgent('connected-web', { state: 'disconnected' })
    await patchAgent('alerting-web', { state: 'connected' })
    const frames = await listener.all()
    assert.deepEqual(
      frames.map((frame) => [Object.keys(frame), frame.version]),
      [
        [['topicName', 'version', 'eventBody', 'metadata'], '2'],
        [['topicName', 'version', 'eventBody', 'metadata'], '2']
      ]
    )
    assert.equal(new Set(frames.map(({ metadata }) => metadata?.CorrelationId)).size, 2)
  })

  it('go to those who are in the conversation and to nobody else', async () => {
    const { user, conversation } = session()
    const tomas = participant(await conversation('alerting-open'), 'agent').userId ?? ''
    const listener = await hear(`v2.users.${tomas}.conversations`)
    await patchAgent('connected-web', { state: 'disconnected' })
    assert.deepEqual(await listener.all(), [])
    await user.conversations.patchConversationsMessage(session().conversationId('alerting-open'), { state: 'disconnected' } as never)
    assert.equal((await listener.all()).length, 1)
  })

  it('go to the queue for which an agent writes first', async () => {
    const { user, sandbox } = session()
    const { queueId } = sandbox.address
    const listener = await hear(`v2.routing.queues.${queueId}.conversations`)
    const request = { queueId, toAddress: '+13175550123', toAddressMessengerType: 'sms' }
    const { id } = await bodyOf(user.conversations.postConversationsMessages(request))
    const frames = await listener.all()
    assert.ok(frames.length > 0)
    assert.ok(frames.every(({ eventBody }) => (eventBody as Models.Conversation).id === id))
  })

  it('stop when the channel no longer subscribes to the topic', async () => {
    const { user } = session()
    const topic = `v2.users.${await myId()}.conversations`
    const listener = await hear(topic)
    const [channel] = (await bodyOf(user.notifications.getNotificationsChannels())).entities ?? []
    await user.notifications.putNotificationsChannelSubscriptions(channel?.id ?? '', [{ id: `${topic}.messages` }])
    await patchAgent('connected-web', { state: 'disconnected' })
    assert.deepEqual(
      (await listener.all()).map(({ topicName }) => topicName),
      [`${topic}.messages`]
    )
  })

  it('tell in detail who comes, who goes, and the work after', async () => {
    const { clock, conversation, conversationId } = session()
    const details = (name: string): readonly string[] =>
      ['acd.end', 'user.start', 'user.end', 'customer.start', 'customer.end', 'wrapup', 'acw'].map(
        (part) => `v2.detail.events.conversation.${conversationId(name)}.${part}`
      )
    const accepting = await hear(...details('alerting-web'))
    await patchAgent('alerting-web', { state: 'connected' })
    assert.deepEqual(namesOf(await accepting.all()), ['acd.end'])

    const ending = await hear(...details('connected-whatsapp'))
    const before = await conversation('connected-whatsapp')
    await patchAgent('connected-whatsapp', { state: 'disconnected' })
    clock.advance(5000)
    await patchAgent('connected-whatsapp', { wrapup: { code: '00000000-0000-4000-8000-000000000000', notes: 'Adapter sent' } })
    const frames = await ending.all()
    assert.deepEqual(namesOf(frames), ['customer.end', 'user.end', 'wrapup', 'acw'])
    const [, gone, wrapup] = frames.map(({ eventBody }) => eventBody as Json)
    assert.equal(gone?.['sessionId'], idOf(leg(before, 'agent')))
    assert.deepEqual(
      [gone['mediaType'], gone['messageType'], gone['direction'], gone['disconnectType']],
      ['MESSAGE', 'WHATSAPP', 'INBOUND', 'CLIENT']
    )
    assert.deepEqual([wrapup?.['wrapupNotes'], wrapup?.['wrapupDurationMs']], ['Adapter sent', 5000])
  })

  it('tell of an agentless message that starts a customer’s leg and ends it again', async () => {
    const { client, clock, conversation, conversationId, sandbox } = session()
    const listener = await hear(
      ...['customer.start', 'customer.end', 'user.start'].map(
        (part) => `v2.detail.events.conversation.${conversationId('ended-web')}.${part}`
      )
    )
    const externalContactId = participant(await conversation('ended-web'), 'customer').externalContactId ?? ''
    await client.conversations.postConversationsMessagesAgentless({
      fromAddress: sandbox.address.deploymentId,
      toAddressMessengerType: 'webmessaging',
      externalContactId,
      textBody: 'Your parcel is here'
    })
    clock.advance(2000)
    const frames = await listener.all()
    assert.deepEqual(namesOf(frames), ['customer.start', 'customer.end'])
    assert.equal((frames[0]?.eventBody as Json)['externalContactId'], externalContactId)
  })
})
