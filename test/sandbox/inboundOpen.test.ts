import assert from 'node:assert/strict'
import type { Models } from 'purecloud-platform-client-v2'
import { idOf, leg, participant, states, statuses } from './support/legs'
import { differences, publishedApi } from './support/publishedApi'
import { answerOf, assertRefused, bodyOf } from './support/sdk'
import { eachTestWithSandbox } from './support/session'

const unknownId = '00000000-0000-4000-8000-000000000000'
const time = '2026-11-20T12:00:00.000Z'

describe('What comes in over open messaging', () => {
  const session = eachTestWithSandbox()
  const api = publishedApi()

  const fits = (body: unknown, model: string): void => {
    if (api) assert.deepEqual(differences(api, body, model), [])
  }

  const integration = async (): Promise<string> => (await session().conversation('connected-open')).address ?? ''

  const from = (id: string): Models.OpenMessagingFromRecipient => ({ id, idType: 'Opaque', firstName: 'Vera', lastName: 'Lopez' })

  const write = async (id: string, body: object, options: { prefetchConversationId?: boolean } = { prefetchConversationId: true }) =>
    session().client.conversations.postConversationsMessageInboundOpenMessage(
      await integration(),
      { channel: { from: from(id), time, messageId: 'their-1' }, ...body },
      options
    )

  it('starts a conversation, which waits for an agent', async () => {
    const { client, clock } = session()
    const { status, body, headers } = await answerOf(write('member-1', { text: 'Is anybody there?' }))
    assert.equal(status, 200)
    fits(body, 'OpenMessageNormalizedMessage')
    assert.match(headers['x-sandbox-assumption'] ?? '', /inbound\.entry/)
    const conversation = await bodyOf(client.conversations.getConversation(body.conversationId ?? ''))
    assert.deepEqual(states(conversation), ['customer connected', 'acd connected'])
    assert.equal(participant(conversation, 'customer').name, 'Vera Lopez')
    clock.advance(1000)
    const offered = await bodyOf(client.conversations.getConversation(body.conversationId ?? ''))
    assert.equal(leg(offered, 'agent').state, 'alerting')

    const message = await bodyOf(client.conversations.getConversationsMessageDetails(idOf(body)))
    fits(message, 'MessageData')
    assert.deepEqual([message.conversationId, message.direction, message.status], [body.conversationId, 'inbound', 'received'])
    assert.equal(message.normalizedMessage?.text, 'Is anybody there?')
  })

  it('goes on in the active conversation, and in an ended one while its window is open', async () => {
    const { user, clock, conversation, conversationId } = session()
    assert.equal((await bodyOf(write('member-58213', { text: 'And now?' }))).conversationId, conversationId('connected-open'))
    await user.conversations.patchConversationsMessage(conversationId('connected-open'), { state: 'disconnected' } as never)
    clock.advance(3_600_000)
    const { body, headers } = await answerOf(write('member-58213', { text: 'One more thing' }))
    assert.equal(body.conversationId, conversationId('connected-open'))
    assert.match(headers['x-sandbox-assumption'] ?? '', /reply\.end-time/)
    const continued = await conversation('connected-open')
    assert.equal(continued.endTime, undefined)
    assert.equal(participant(continued, 'acd').queueName, 'Web support')

    assert.notEqual((await bodyOf(write('member-33702', { text: 'Hello again' }))).conversationId, conversationId('ended-open-over'))
  })

  it('says which conversation only when asked', async () => {
    assert.equal((await bodyOf(write('member-1', { text: 'Hi' }, {}))).conversationId, undefined)
  })

  it('takes attachments', async () => {
    const { client } = session()
    const attachment = { mediaType: 'Image', url: 'https://shop.example/box.jpg', mime: 'image/jpeg' } as const
    const sent = await bodyOf(write('member-1', { content: [{ attachment }] }))
    fits(sent, 'OpenMessageNormalizedMessage')
    const message = await bodyOf(client.conversations.getConversationsMessageDetails(idOf(sent)))
    fits(message, 'MessageData')
    assert.equal(message.normalizedMessage?.content?.[0]?.attachment?.url, attachment.url)
  })

  it('takes a structured reply by its own operation only', async () => {
    const { client, conversation } = session()
    const reply = {
      buttonResponse: { type: 'QuickReply', text: 'Yes', payload: 'yes' },
      originatingMessageId: unknownId
    } as const
    await assertRefused(write('member-58213', reply), 400, 'constraint.validation', 'inbound.open-structured')
    const answered = await bodyOf(
      client.conversations.postConversationsMessageInboundOpenStructuredResponse(await integration(), {
        channel: { from: from('member-58213'), time },
        ...reply
      })
    )
    fits(answered, 'OpenStructuredResponseNormalizedMessage')
    const id = participant(await conversation('connected-open'), 'customer')
      .messages?.at(-1)
      ?.messages?.at(-1)?.messageId
    assert.equal(id, idOf(answered))
    fits(await bodyOf(client.conversations.getConversationsMessageDetails(idOf(answered))), 'MessageData')
  })

  it('tells who types', async () => {
    const { client } = session()
    const typed = await bodyOf(
      client.conversations.postConversationsMessageInboundOpenEvent(await integration(), {
        channel: { from: from('member-58213'), time },
        events: [{ eventType: 'Typing' }]
      })
    )
    fits(typed, 'OpenEventNormalizedMessage')
    assert.equal(typed.type, 'Event')
  })

  it('takes receipts for what the business sent', async () => {
    const { client, clock, conversation } = session()
    const sent = await bodyOf(
      client.conversations.postConversationsMessagesAgentless({
        fromAddress: await integration(),
        toAddress: 'member-77',
        toAddressMessengerType: 'open',
        textBody: 'Your order has left'
      })
    )
    const receipt = async (status: string, reasons?: Models.ConversationReason[]) =>
      client.conversations.postConversationsMessageInboundOpenReceipt(await integration(), {
        id: idOf(sent),
        channel: { to: { id: 'member-77' }, time },
        status,
        ...(reasons ? { reasons, isFinalReceipt: true } : {})
      })
    const read = async () => bodyOf(client.conversations.getConversationsMessageDetails(idOf(sent)))

    fits(await bodyOf(receipt('Sent')), 'OpenReceiptNormalizedMessage')
    assert.equal((await read()).status, 'sent')
    await receipt('Failed', [{ code: 'InvalidDestination', message: 'No such member' }])
    assert.equal((await read()).status, 'delivery-failed')
    clock.advance(60_000)
    await receipt('Delivered')
    assert.equal((await read()).status, 'delivery-failed', 'a failure stays')
    const record = await bodyOf(client.conversations.getConversation(sent.conversationId ?? ''))
    assert.deepEqual(leg(record, 'api').messages?.[0]?.errorInfo, { code: 'InvalidDestination', message: 'No such member' })

    const theirs = leg(await conversation('connected-open'), 'customer').messages?.[0]?.messageId ?? ''
    await assertRefused(
      client.conversations.postConversationsMessageInboundOpenReceipt(await integration(), {
        id: theirs,
        channel: { to: { id: 'member-58213' }, time },
        status: 'Delivered'
      }),
      400,
      'invalid.value',
      'receipt.status'
    )
  })

  it('still takes the deprecated operation', async () => {
    const { client, conversation } = session()
    const id = await integration()
    const channel = { to: { id }, from: from('member-58213'), time }
    const sent = await bodyOf(client.conversations.postConversationsMessagesInboundOpen({ channel, type: 'Text', text: 'Old way' }))
    fits(sent, 'OpenNormalizedMessage')
    const agents = leg(await conversation('connected-open'), 'agent').messages?.[0]?.messageId ?? ''
    await client.conversations.postConversationsMessagesInboundOpen({
      id: agents,
      channel: { ...channel, id },
      type: 'Receipt',
      status: 'Read'
    })
    assert.deepEqual(statuses(await conversation('connected-open'), 'agent'), ['read'])
  })

  it('refuses as documented', async () => {
    const { user, reader } = session()
    const message = { channel: { from: from('member-1'), time }, text: 'Hi' }
    await assertRefused(write('member-1', { channel: { from: from('member-1') }, text: 'Hi' }), 400, 'missing.open.channel.date')
    await assertRefused(
      user.conversations.postConversationsMessageInboundOpenMessage(await integration(), message, {}),
      400,
      'not.a.client'
    )
    await assertRefused(
      reader.conversations.postConversationsMessageInboundOpenMessage(await integration(), message, {}),
      403,
      'missing.permissions'
    )
    await assertRefused(session().client.conversations.postConversationsMessageInboundOpenMessage(unknownId, message, {}), 404, 'not.found')
    await assertRefused(write('member-1', {}), 400, 'constraint.validation', 'body.field-code')
  })
})
