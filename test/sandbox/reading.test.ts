import assert from 'node:assert/strict'
import { idOf, leg, participant, states } from './support/legs'
import { answerOf, assertRefused, bodyOf } from './support/sdk'
import { eachTestWithSandbox } from './support/session'

const unknownId = '00000000-0000-4000-8000-000000000000'

describe('Reading conversations from the sandbox', () => {
  const session = eachTestWithSandbox()

  it('has at least one conversation in every state, each with a dialogue', async () => {
    const { sandbox, conversation } = session()
    const live: Record<string, readonly string[]> = {}
    for (const name of Object.keys(sandbox.address.conversations)) {
      const record = await conversation(name)
      live[name] = states(record).filter((state) => !state.endsWith(' disconnected'))
      const count = record.participants.flatMap(({ messages }) =>
        (messages ?? []).flatMap((communication) => communication.messages ?? [])
      ).length
      assert.ok(count >= 2 && count <= 10, `${name} has ${count} messages`)
    }
    assert.deepEqual(live, {
      'connected-web': ['customer connected', 'agent connected'],
      'connected-sms': ['customer connected', 'agent connected'],
      'connected-whatsapp': ['customer connected', 'agent connected'],
      'connected-open': ['customer connected', 'agent connected'],
      'connected-facebook': ['customer connected', 'agent connected'],
      'parked-whatsapp': ['customer connected', 'agent parked'],
      'unknown-state': ['customer connected', 'agent recovering'],
      'alerting-web': ['customer connected', 'acd connected', 'agent alerting'],
      'alerting-open': ['customer connected', 'acd connected', 'agent alerting'],
      'queued-sms': ['customer connected', 'acd connected'],
      'queued-web': ['customer connected', 'acd connected'],
      'automated-web': ['customer connected', 'botflow connected'],
      'wrapup-web': [],
      'ended-web': [],
      'ended-sms': [],
      'ended-whatsapp': [],
      'ended-facebook': [],
      'ended-open-over': [],
      'ended-web-over': [],
      'ended-delivery-failed': []
    })
  })

  it('has no message and no change of state in the future', async () => {
    const { sandbox, clock, conversation } = session()
    for (const name of Object.keys(sandbox.address.conversations)) {
      const record = await conversation(name)
      for (const { messages } of record.participants) {
        for (const { connectedTime, disconnectedTime, messages: sent = [] } of messages ?? []) {
          for (const time of [connectedTime, disconnectedTime, ...sent.map(({ messageTime }) => messageTime)]) {
            assert.ok(time === undefined || Date.parse(time) <= clock.now(), `${name}: ${time ?? ''}`)
          }
        }
      }
    }
  })

  it('sets endTime when the last participant has left, and not while an agent owes after-conversation work', async () => {
    const { conversation } = session()
    const ended = await conversation('ended-web')
    assert.equal(ended.endTime, leg(ended, 'agent').disconnectedTime)
    assert.equal((await conversation('connected-web')).endTime, undefined)
    const pending = await conversation('wrapup-web')
    assert.equal(pending.endTime, undefined)
    assert.equal(participant(pending, 'agent').wrapupRequired, true)
    assert.equal(participant(pending, 'agent').wrapup, undefined)
  })

  it('tells the story of the ended web messaging conversation', async () => {
    const { conversation, clock, sandbox } = session()
    const ended = await conversation('ended-web')
    assert.deepEqual(
      ended.participants.map(({ purpose, name }) => [purpose, name]),
      [
        ['customer', 'Jamie Rivera'],
        ['botflow', 'Order status'],
        ['acd', 'Web support'],
        ['agent', 'Nora Lind']
      ]
    )
    const hoursAgo = (clock.now() - Date.parse(ended.endTime ?? '')) / 3_600_000
    assert.equal(hoursAgo, 31)
    assert.equal(leg(ended, 'customer').disconnectType, 'client')
    assert.equal(leg(ended, 'customer').toAddress?.addressNormalized, sandbox.address.deploymentId)
    assert.ok(participant(ended, 'customer').externalContactId)
  })

  it('names the agent’s communication as the customer’s peer, in both shapes', async () => {
    const { user, conversation, conversationId } = session()
    const record = await conversation('connected-web')
    const agentLeg = idOf(leg(record, 'agent'))
    assert.equal(leg(record, 'customer').peerId, agentLeg)
    const messageConversation = await bodyOf(user.conversations.getConversationsMessage(conversationId('connected-web')))
    const customer = messageConversation.participants?.find(({ purpose }) => purpose === 'customer')
    assert.equal(customer?.peer, agentLeg)
    assert.equal(customer.state, 'connected')
    assert.equal(customer.type, 'webmessaging')
  })

  it('has no time of its own in the message shape', async () => {
    const { user, conversationId } = session()
    const body = await bodyOf(user.conversations.getConversationsMessage(conversationId('ended-web')))
    assert.deepEqual(Object.keys(body).sort(), ['divisions', 'id', 'otherMediaUris', 'participants', 'selfUri'])
  })

  it('lists the user’s active conversations, after-conversation work and alerts included', async () => {
    const { user, conversationId } = session()
    const { entities } = await bodyOf(user.conversations.getConversationsMessages())
    const mine = ['connected-web', 'connected-sms', 'connected-facebook', 'parked-whatsapp', 'alerting-web']
    assert.deepEqual(new Set((entities ?? []).map(({ id }) => id)), new Set(mine.map(conversationId)))
  })

  it('reads one message and several, with their text', async () => {
    const { client, conversation, conversationId } = session()
    const id = conversationId('ended-web')
    const sent = leg(await conversation('ended-web'), 'agent').messages ?? []
    const ids = sent.map(({ messageId }) => messageId ?? '')
    const message = await bodyOf(client.conversations.getConversationsMessageMessage(id, ids[0] ?? ''))
    assert.match(message.normalizedMessage?.text ?? '', /^Hello Jamie, this is Nora/)
    assert.equal(message.createdBy?.name, 'Nora Lind')

    const { body, headers } = await answerOf(client.conversations.postConversationsMessageMessagesBulk(id, { body: [...ids, unknownId] }))
    assert.deepEqual(
      (body.entities ?? []).map((entity) => entity.id),
      ids
    )
    assert.match(headers['x-sandbox-assumption'] ?? '', /messages\.bulk-unknown/)
    await assertRefused(client.conversations.getConversationsMessageMessage(id, unknownId), 404, 'not.found')
    await assertRefused(
      client.conversations.postConversationsMessageMessagesBulk(id, { body: Array.from({ length: 1001 }, () => unknownId) }),
      400,
      'bad.request',
      'messages.bulk-limit'
    )
  })

  it('says why a message could not be delivered', async () => {
    const { conversation } = session()
    const failed = leg(await conversation('ended-delivery-failed'), 'agent').messages?.at(-1)
    assert.equal(failed?.messageStatus, 'delivery-failed')
    assert.match(failed.errorInfo?.message ?? '', /not connected/)
  })

  it('answers for a conversation that is not there as each operation documents it', async () => {
    const { user } = session()
    await assertRefused(user.conversations.getConversation(unknownId), 404, 'not.found')
    await assertRefused(user.conversations.getConversationsMessage(unknownId), 404, 'conversation.error.conversation.not.found')
    await assertRefused(user.conversations.getConversation('existing-closed-conversation-id'), 400, 'invalid.value', 'path.id-format')
  })

  it('reads the configuration', async () => {
    const { client, sandbox, conversation } = session()
    const timeline = await bodyOf(client.conversations.getConversationsMessagingThreadingtimeline())
    assert.equal(timeline.defaultTimeoutMinutes, 4320)
    assert.deepEqual(timeline.settings, [
      { messengerType: 'sms', timeoutInMinutes: 1440 },
      { messengerType: 'open', timeoutInMinutes: 720 }
    ])

    const deployments = await bodyOf(client.webDeployments.getWebdeploymentsDeployments())
    assert.deepEqual(
      (deployments.entities ?? []).map(({ name, status }) => [name, status]),
      [
        ['Shop', 'Active'],
        ['Outlet', 'Inactive']
      ]
    )
    assert.equal(deployments.entities?.[0]?.id, sandbox.address.deploymentId)
    assert.equal((await bodyOf(client.webDeployments.getWebdeploymentsDeployment(sandbox.address.deploymentId))).name, 'Shop')
    await assertRefused(client.webDeployments.getWebdeploymentsDeployment(unknownId), 404, 'not.found')

    const queues = await bodyOf(client.routing.getRoutingQueues({ pageSize: 1, pageNumber: 2 }))
    assert.deepEqual([queues.total, queues.pageCount, queues.entities?.[0]?.name], [2, 2, 'Mobile support'])
    assert.equal((await bodyOf(client.routing.getRoutingQueue(sandbox.address.queueId))).name, 'Web support')
    await assertRefused(client.routing.getRoutingQueue(unknownId), 404, 'resource.not.found')

    const contactId = participant(await conversation('ended-web'), 'customer').externalContactId ?? ''
    const contact = await bodyOf(client.externalContacts.getExternalcontactsContact(contactId))
    assert.deepEqual([contact.firstName, contact.lastName, contact.type], ['Jamie', 'Rivera', 'Identified'])
    await assertRefused(client.externalContacts.getExternalcontactsContact(unknownId), 404, 'entity.not.found')
  })
})
