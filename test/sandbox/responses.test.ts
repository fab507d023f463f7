import assert from 'node:assert/strict'
import type { Models } from 'purecloud-platform-client-v2'
import { fitting } from './support/fits'
import { idOf, leg } from './support/legs'
import { responseId } from './support/responses'
import { assertRefused, bodyOf } from './support/sdk'
import { eachTestWithSandbox } from './support/session'

const unknownId = '00000000-0000-4000-8000-000000000000'

describe('Canned responses', () => {
  const session = eachTestWithSandbox()
  const api = () => session().client.responses

  const libraryNamed = async (name: string): Promise<string> => {
    const { entities } = await bodyOf(api().getResponsemanagementLibraries({ libraryPrefix: name }))
    return idOf(entities?.[0] ?? {})
  }

  it('stand in libraries', async () => {
    const libraries = await fitting(api().getResponsemanagementLibraries(), 'LibraryEntityListing')
    assert.deepEqual(
      (libraries.entities ?? []).map(({ name }) => name),
      ['Service', 'Templates']
    )
    const withTemplates = await bodyOf(api().getResponsemanagementLibraries({ messagingTemplateFilter: 'whatsapp' }))
    assert.deepEqual(
      withTemplates.entities?.map(({ name }) => name),
      ['Templates']
    )

    const service = await libraryNamed('Service')
    await fitting(api().getResponsemanagementLibrary(service), 'Library')
    const responses = await fitting(api().getResponsemanagementResponses(service), 'ResponseEntityListing')
    assert.deepEqual(
      (responses.entities ?? []).map(({ name }) => name),
      ['Thank you', 'Delivery day']
    )
    await assertRefused(api().getResponsemanagementLibrary(unknownId), 404, 'rms.library.not.found')
    await assertRefused(api().getResponsemanagementResponse(unknownId), 404, 'rms.response.not.found')
    await assertRefused(
      session().client.call('GET', '/api/v2/responsemanagement/responses', undefined),
      400,
      'bad.request',
      'query.missing'
    )
  })

  it('are found by their words and by what they are', async () => {
    const query = async (body: Models.ResponseQueryRequest) => {
      const { results } = await fitting(api().postResponsemanagementResponsesQuery(body), 'ResponseQueryResults')
      return (results.entities ?? []).map(({ name }) => name)
    }
    assert.deepEqual(await query({ queryPhrase: 'arrives' }), ['Delivery day'])
    assert.deepEqual(await query({ filters: [{ name: 'responseType', operator: 'EQUALS', values: ['MessagingTemplate'] }] }), [
      'Order on its way',
      'Anything else',
      'Track your parcel',
      'New this week',
      'Confirm your visit'
    ])
    assert.deepEqual(
      await query({ filters: [{ name: 'libraryId', operator: 'IN', values: [await libraryNamed('Service')] }], pageSize: 1 }),
      ['Thank you']
    )
    await assertRefused(
      api().postResponsemanagementResponsesQuery({ filters: [{ name: 'colour', operator: 'EQUALS', values: ['red'] }] }),
      400,
      'rms.field.unexpected.value'
    )
  })

  describe('as templates', () => {
    const sendWhatsApp = async (name: string, bodyParameters: Models.TemplateParameter[]) => {
      const customer = leg(await session().conversation('ended-whatsapp'), 'customer')
      return session().client.conversations.postConversationsMessagesAgentless({
        fromAddress: customer.toAddress?.addressNormalized ?? '',
        toAddress: customer.fromAddress?.addressNormalized ?? '',
        toAddressMessengerType: 'whatsapp',
        messagingTemplate: { responseId: await responseId(session().client, name), bodyParameters }
      })
    }

    it('are filled in', async () => {
      const { message } = await bodyOf(
        sendWhatsApp('Order on its way', [
          { id: '1', value: 'Grace' },
          { id: '2', value: 'SB-20401' }
        ])
      )
      const template = message?.normalizedMessage?.content?.[0]?.template
      assert.equal(template?.body.text, 'Hello Grace, your order SB-20401 is on its way.')
      assert.deepEqual(template.body.parameters, [
        { name: '1', text: 'Grace' },
        { name: '2', text: 'SB-20401' }
      ])
    })

    it('have a header, a footer and buttons, which are filled in from lists of their own', async () => {
      const customer = leg(await session().conversation('ended-whatsapp'), 'customer')
      const { message } = await fitting(
        session().client.conversations.postConversationsMessagesAgentless({
          fromAddress: customer.toAddress?.addressNormalized ?? '',
          toAddress: customer.fromAddress?.addressNormalized ?? '',
          toAddressMessengerType: 'whatsapp',
          messagingTemplate: {
            responseId: await responseId(session().client, 'Track your parcel'),
            headerParameters: [{ id: 'parcel', value: 'P-7' }],
            bodyParameters: [{ id: '1', value: 'Grace' }],
            buttonUrlParameters: [{ id: 'code', value: 'x9' }]
          }
        }),
        'SendAgentlessOutboundMessageResponse'
      )
      const template = message?.normalizedMessage?.content?.[0]?.template
      assert.deepEqual(
        [
          template?.header?.text,
          template?.body.text,
          template?.footer?.text,
          template?.buttons?.map(({ text, url, payload }) => [text, url, payload])
        ],
        [
          'Parcel P-7',
          'Hello Grace, your parcel has left our house.',
          'The Shop',
          [
            ['Track it', 'https://shop.example/track/x9', undefined],
            ['Thank you', undefined, 'thanks']
          ]
        ]
      )
    })

    it('are not delivered by WhatsApp with a parameter missing', async () => {
      const { id, conversationId } = await bodyOf(sendWhatsApp('Order on its way', [{ id: '1', value: 'Grace' }]))
      session().clock.advance(2000)
      const conversation = await bodyOf(session().client.conversations.getConversation(conversationId ?? ''))
      const sent = conversation.participants
        .flatMap(({ messages }) => messages ?? [])
        .flatMap(({ messages }) => messages ?? [])
        .find(({ messageId }) => messageId === id)
      assert.deepEqual([sent?.messageStatus, sent?.errorInfo?.code], ['delivery-failed', '132000'])
    })

    it('must be templates of the channel', async () => {
      const { client, user, conversation, conversationId } = session()
      await assertRefused(sendWhatsApp('Thank you', []), 400, 'constraint.validation', 'content.template')
      const agentLeg = idOf(leg(await conversation('connected-web'), 'agent'))
      const send = (id: string) =>
        user.conversations.postConversationsMessageCommunicationMessages(conversationId('connected-web'), agentLeg, {
          messagingTemplate: { responseId: id }
        } as never)
      await assertRefused(send(unknownId), 400, 'invalid.value', 'content.template')
      const sent = await bodyOf(send(await responseId(client, 'Delivery day')))
      assert.equal(sent.normalizedMessage?.content?.[0]?.template?.body.text, 'Your order {{order}} arrives on Saturday.')
    })

    it('invite to Apple Messages, unless they have no invitation', async () => {
      const { client } = session()
      const { entities } = await bodyOf(client.conversations.getConversationsMessagingIntegrationsApple())
      const invite = async (name: string) =>
        client.conversations.postConversationsMessagesAgentless({
          fromAddress: idOf(entities?.[0] ?? {}),
          toAddress: '+13175550133',
          toAddressMessengerType: 'apple',
          messagingTemplate: { responseId: await responseId(client, name) }
        })
      await assertRefused(invite('Unfinished invitation'), 400, 'response.missing.apple.invitation')
      assert.equal((await bodyOf(invite('Write to us in Messages'))).messengerType, 'apple')
    })
  })
})
