import assert from 'node:assert/strict'
import type { Models } from 'purecloud-platform-client-v2'
import { fitting } from './support/fits'
import { idOf } from './support/legs'
import { answerOf, assertRefused, bodyOf } from './support/sdk'
import { eachTestWithSandbox } from './support/session'

const unknownId = '00000000-0000-4000-8000-000000000000'

const namesOf = ({ entities }: { readonly entities?: readonly { readonly name?: string }[] }): readonly string[] =>
  (entities ?? []).map(({ name }) => name ?? '')

describe('Integrations', () => {
  const session = eachTestWithSandbox()
  const api = () => session().client.conversations

  const webhook: Models.OpenIntegrationRequest = {
    name: 'Second app',
    outboundNotificationWebhookUrl: 'https://app.shop.example/second',
    outboundNotificationWebhookSignatureSecretToken: 'sixteen-letters!'
  }

  it('are listed, all of them and by channel', async () => {
    const all = await fitting(api().getConversationsMessagingIntegrations(), 'MessagingIntegrationEntityListing')
    assert.deepEqual(
      (all.entities ?? []).map(({ messengerType }) => messengerType),
      ['whatsapp', 'open', 'facebook', 'instagram', 'twitter', 'apple']
    )
    const open = await fitting(api().getConversationsMessagingIntegrationsOpen(), 'OpenIntegrationEntityListing')
    const whatsApp = await fitting(api().getConversationsMessagingIntegrationsWhatsapp(), 'WhatsAppIntegrationEntityListing')
    const facebook = await fitting(api().getConversationsMessagingIntegrationsFacebook(), 'FacebookIntegrationEntityListing')
    const instagram = await fitting(api().getConversationsMessagingIntegrationsInstagram(), 'InstagramIntegrationEntityListing')
    const twitter = await fitting(api().getConversationsMessagingIntegrationsTwitter(), 'TwitterIntegrationEntityListing')
    const apple = await fitting(api().getConversationsMessagingIntegrationsApple(), 'AppleIntegrationEntityListing')
    assert.deepEqual([open, whatsApp, facebook, instagram, twitter, apple].flatMap(namesOf), [
      'Shop app',
      'Shop WhatsApp',
      'Shop page',
      'Shop Instagram',
      'Shop on X',
      'Shop Messages'
    ])
    const [first] = open.entities ?? []
    assert.ok(first)
    await fitting(api().getConversationsMessagingIntegrationsOpenIntegrationId(first.id), 'OpenIntegration')
    await assertRefused(api().getConversationsMessagingIntegrationsWhatsappIntegrationId(first.id), 404, 'not.found')
  })

  it('are paged, and filled in on request', async () => {
    const page = await bodyOf(api().getConversationsMessagingIntegrations({ pageSize: 4, pageNumber: 2, expand: ['supportedContent'] }))
    assert.deepEqual([page.total, page.pageCount, page.entities?.length, page.nextUri], [6, 2, 2, undefined])
    assert.match(page.previousUri ?? '', /pageNumber=1/)
    assert.equal(page.entities?.[0]?.supportedContent?.name, 'Pictures')
    const plain = await bodyOf(api().getConversationsMessagingIntegrations({ pageSize: 1 }))
    assert.equal(plain.entities?.[0]?.supportedContent?.name, undefined)
    await assertRefused(
      api().getConversationsMessagingIntegrations({ expand: ['everything'] as never }),
      400,
      'invalid.query.param.value',
      'query.unknown-value'
    )
  })

  it('of open messaging can be made, changed and taken away; a new one can be sent from at once', async () => {
    const made = await fitting(api().postConversationsMessagingIntegrationsOpen(webhook), 'OpenIntegration')
    assert.equal(made.status, 'Active')
    const sent = await bodyOf(
      api().postConversationsMessagesAgentless({
        fromAddress: made.id,
        toAddress: 'member-1',
        toAddressMessengerType: 'open',
        textBody: 'Hello'
      })
    )
    assert.ok(sent.conversationId)

    const changed = await bodyOf(api().patchConversationsMessagingIntegrationsOpenIntegrationId(made.id, { name: 'Third app' }))
    assert.deepEqual([changed.name, changed.outboundNotificationWebhookUrl], ['Third app', webhook.outboundNotificationWebhookUrl])

    assert.equal((await answerOf(api().deleteConversationsMessagingIntegrationsOpenIntegrationId(made.id))).status, 204)
    await assertRefused(api().getConversationsMessagingIntegrationsOpenIntegrationId(made.id), 404, 'not.found')
    await assertRefused(
      api().postConversationsMessagesAgentless({
        fromAddress: made.id,
        toAddress: 'member-2',
        toAddressMessengerType: 'open',
        textBody: 'Hello'
      }),
      400,
      'invalid.value',
      'body.unknown-reference'
    )
  })

  it('of open messaging need a webhook over HTTPS and a long secret', async () => {
    const make = (more: Partial<Models.OpenIntegrationRequest>) => api().postConversationsMessagingIntegrationsOpen({ ...webhook, ...more })
    await assertRefused(make({ outboundNotificationWebhookUrl: 'http://app.shop.example' }), 400, 'invalid.outbound.webhook.url')
    await assertRefused(make({ outboundNotificationWebhookUrl: 'https://app.shop.example:8443' }), 400, 'invalid.outbound.webhook.url')
    await assertRefused(
      make({ outboundNotificationWebhookSignatureSecretToken: 'fifteen-letters' }),
      400,
      'notification.webhook.signature.secret.token.longer.than.15.characters'
    )
    await assertRefused(make({ name: ' ' }), 400, 'missing.required.field.value')
    await assertRefused(make({ supportedContent: { id: unknownId } }), 400, 'invalid.integration')
    const { reader } = session()
    await assertRefused(reader.conversations.postConversationsMessagingIntegrationsOpen(webhook), 403, 'missing.permissions')
  })

  it('tell whether customers become contacts, and can be told', async () => {
    const [open] = (await bodyOf(api().getConversationsMessagingIntegrationsOpen())).entities ?? []
    const id = idOf(open ?? {})
    const read = () =>
      fitting(api().getConversationsMessagingIdentityresolutionIntegrationsOpenIntegrationId(id), 'OpenMessagingIdentityResolutionConfig')
    assert.equal((await read()).resolveIdentities, false)
    await bodyOf(api().putConversationsMessagingIdentityresolutionIntegrationsOpenIntegrationId(id, { resolveIdentities: true }))
    assert.equal((await read()).resolveIdentities, true)
    await assertRefused(
      api().putConversationsMessagingIdentityresolutionIntegrationsOpenIntegrationId(id, {
        resolveIdentities: true,
        division: { id: unknownId }
      }),
      400,
      'division.not.found'
    )
    await assertRefused(
      api().getConversationsMessagingIdentityresolutionIntegrationsOpenIntegrationId(unknownId),
      404,
      'integration.not.found'
    )
  })
})

describe('The settings of messaging', () => {
  const session = eachTestWithSandbox()
  const api = () => session().client.conversations

  it('have a reply window per channel, which a change makes shorter or longer', async () => {
    const set = (settings: Models.ConversationThreadingWindow['settings']) => api().putConversationsMessagingThreadingtimeline({ settings })
    const changed = await fitting(
      set([
        { messengerType: 'webmessaging', timeoutInMinutes: 0 },
        { messengerType: 'instagram', timeoutInMinutes: 4320 }
      ]),
      'ConversationThreadingWindow'
    )
    assert.deepEqual([changed.settings.length, changed.defaultTimeoutMinutes], [2, 4320])
    assert.deepEqual((await bodyOf(api().getConversationsMessagingThreadingtimeline())).settings, changed.settings)

    const ended = await session().conversation('ended-web')
    const contactId = ended.participants[0]?.externalContactId ?? ''
    const sent = await bodyOf(
      api().postConversationsMessagesAgentless({
        fromAddress: session().sandbox.address.deploymentId,
        toAddressMessengerType: 'webmessaging',
        externalContactId: contactId,
        textBody: 'Hello'
      })
    )
    assert.notEqual(sent.conversationId, ended.id)

    await assertRefused(set([{ messengerType: 'sms', timeoutInMinutes: 4321 }]), 400, 'invalid.threading.window.timeout')
    await assertRefused(set([{ messengerType: 'pigeon', timeoutInMinutes: 1 }]), 400, 'invalid.value')
    await assertRefused(
      session().reader.conversations.putConversationsMessagingThreadingtimeline({ settings: [] }),
      403,
      'missing.permissions'
    )
  })

  it('are listed, the default among them', async () => {
    const all = await fitting(api().getConversationsMessagingSettings(), 'MessagingConfigListing')
    const usual = await fitting(api().getConversationsMessagingSettingsDefault(), 'MessagingSetting')
    assert.deepEqual(namesOf(all), ['Usual', 'Quiet'])
    assert.equal(usual.name, 'Usual')
    assert.deepEqual(await bodyOf(api().getConversationsMessagingSetting(usual.id)), usual)
    await assertRefused(api().getConversationsMessagingSetting(unknownId), 404, 'not.found')
  })

  it('have profiles of supported content, which can be made, changed, chosen and taken away', async () => {
    const all = await fitting(api().getConversationsMessagingSupportedcontent(), 'SupportedContentListing')
    assert.deepEqual(namesOf(all), ['Pictures', 'Text only'])
    const usual = await fitting(api().getConversationsMessagingSupportedcontentDefault(), 'SupportedContent')
    await assertRefused(api().deleteConversationsMessagingSupportedcontentSupportedContentId(usual.id), 400, 'supported.content.in.use')

    const body = { name: 'Films', mediaTypes: { allow: { inbound: [{ type: 'video/*' }], outbound: [{ type: 'video/mp4' }] } } }
    const made = await answerOf(api().postConversationsMessagingSupportedcontent(body as Models.SupportedContent))
    assert.equal(made.status, 201)
    const { id } = made.body
    const changed = await fitting(
      api().patchConversationsMessagingSupportedcontentSupportedContentId(id, { name: 'Short films' } as Models.SupportedContent),
      'SupportedContent'
    )
    assert.deepEqual([changed.name, changed.version, changed.mediaTypes], ['Short films', 2, body.mediaTypes])
    await assertRefused(
      api().postConversationsMessagingSupportedcontent({
        name: 'Wrong',
        mediaTypes: { allow: { outbound: [{ type: 'films' }] } }
      } as Models.SupportedContent),
      400,
      'invalid.media.type'
    )

    await bodyOf(api().putConversationsMessagingSupportedcontentDefault({ id }))
    assert.equal((await bodyOf(api().getConversationsMessagingSupportedcontentDefault())).id, id)
    await assertRefused(
      api().deleteConversationsMessagingSupportedcontentSupportedContentId(id),
      400,
      'supported.content.in.use',
      'supported-content.default'
    )
    await bodyOf(api().putConversationsMessagingSupportedcontentDefault({ id: usual.id }))
    assert.equal((await answerOf(api().deleteConversationsMessagingSupportedcontentSupportedContentId(id))).status, 204)
    await assertRefused(api().getConversationsMessagingSupportedcontentSupportedContentId(id), 404, 'not.found')
  })
})
