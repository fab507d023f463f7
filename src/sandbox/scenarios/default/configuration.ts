// What the shop has configured beside its queues, deployments and addresses.
import type { Ids } from '../../ids'
import type { CannedResponse, ResponseLibrary } from '../../organisation/cannedResponse'
import type { ChannelDetails, Integration, SmsNumber } from '../../organisation/integration'
import type { MessagingSetting, SupportedContent, WithDefault } from '../../organisation/messagingConfiguration'
import {
  defaultMessenger,
  type Messenger,
  type MessengerConfiguration,
  type WebDeploymentConfiguration
} from '../../organisation/webDeployment'

const day = 24 * 60 * 60 * 1000

/** Where customers write to on every channel but web messaging. */
export interface ShopAddresses {
  readonly sms: string
  readonly whatsapp: string
  readonly open: string
  readonly facebook: string
}

/** Pictures and PDF from customers, pictures from the shop; and texts only, for whoever wants that. */
export const shopSupportedContent = (ids: Ids, now: number): WithDefault<SupportedContent> => {
  const created = now - 300 * day
  const profile = (name: string, inbound: readonly string[], outbound: readonly string[]): SupportedContent => ({
    id: ids.next('supported content'),
    name,
    created,
    modified: created,
    version: 1,
    inbound,
    outbound
  })
  const pictures = profile('Pictures', ['image/*', 'application/pdf'], ['image/jpeg', 'image/png', 'image/gif', 'application/pdf'])
  return { defaultId: pictures.id, profiles: [pictures, profile('Text only', [], [])] }
}

export const shopMessagingSettings = (ids: Ids, now: number): WithDefault<MessagingSetting> => {
  const created = now - 300 * day
  const setting = (name: string, both: 'Enabled' | 'Disabled'): MessagingSetting => ({
    id: ids.next('messaging setting'),
    name,
    created,
    modified: created,
    version: 1,
    typing: { inbound: both, outbound: both },
    storyMentions: both,
    storyReplies: both
  })
  const usual = setting('Usual', 'Enabled')
  return { defaultId: usual.id, profiles: [usual, setting('Quiet', 'Disabled')] }
}

/** One integration a channel. Those of WhatsApp, open messaging and Facebook have conversations. */
export const shopIntegrations = (
  ids: Ids,
  now: number,
  addresses: ShopAddresses,
  supportedContentId: string,
  messagingSettingId: string
): readonly Integration[] => {
  const created = now - 250 * day
  const integration = (id: string, name: string, details: ChannelDetails): Integration => ({
    ...details,
    id,
    name,
    status: 'Active',
    created,
    modified: created,
    version: 1,
    supportedContentId,
    messagingSettingId,
    resolvesIdentities: details.channel === 'whatsapp'
  })
  return [
    integration(addresses.whatsapp, 'Shop WhatsApp', {
      channel: 'whatsapp',
      phoneNumber: '+447700900100',
      businessAccountId: '104000000000001'
    }),
    integration(addresses.open, 'Shop app', {
      channel: 'open',
      webhookUrl: 'https://app.shop.example/messages',
      webhookSecret: 'not-a-secret',
      webhookHeaders: {}
    }),
    integration(addresses.facebook, 'Shop page', { channel: 'facebook', pageId: '104000000000002', pageName: 'The Shop' }),
    integration(ids.next('further integration'), 'Shop Instagram', {
      channel: 'instagram',
      pageId: '104000000000002',
      username: 'the.shop.example'
    }),
    integration(ids.next('further integration'), 'Shop on X', { channel: 'twitter' }),
    integration(ids.next('further integration'), 'Shop Messages', {
      channel: 'apple',
      businessId: 'a0000000-0000-4000-8000-00000000b1d5',
      businessName: 'The Shop'
    })
  ]
}

export const shopSmsNumbers = (ids: Ids, now: number, { sms }: ShopAddresses, supportedContentId: string): readonly SmsNumber[] => [
  {
    id: ids.next('sms number'),
    phoneNumber: sms,
    name: 'Shop SMS',
    countryCode: 'US',
    created: now - 250 * day,
    supportedContentId
  }
]

const shopMessenger: Messenger = {
  ...defaultMessenger,
  primaryColor: '#2A6F4E',
  conversations: { ...defaultMessenger.conversations, clear: true }
}

const settings = (name: string, messenger: Messenger): MessengerConfiguration => ({
  name,
  languages: ['en-us'],
  defaultLanguage: 'en-us',
  headless: false,
  messenger
})

const publishedOnce = (id: string, created: number, published: MessengerConfiguration): WebDeploymentConfiguration => ({
  id,
  created,
  draft: { settings: published, modified: created },
  versions: [{ version: '1', settings: published, created, published: created }]
})

/** Of the shop’s pages, where an ended conversation tells nothing, and of its outlet, where it takes no more messages. */
export const shopDeploymentConfigurations = (shopId: string, outletId: string, now: number): readonly WebDeploymentConfiguration[] => [
  publishedOnce(shopId, now - 200 * day, settings('Shop messenger', shopMessenger)),
  publishedOnce(
    outletId,
    now - 90 * day,
    settings('Outlet messenger', {
      ...shopMessenger,
      conversations: { ...shopMessenger.conversations, disconnect: 'ReadOnly', sessionDurationSeconds: 24 * 60 * 60 }
    })
  )
]

interface Responses {
  readonly libraries: readonly ResponseLibrary[]
  readonly responses: readonly CannedResponse[]
}

/**
 * Two texts; WhatsApp templates: two with a body alone, one with parameters everywhere, one with cards, one that no send can fill in; and two Apple
 * invitations, of which the second was set up wrongly.
 */
export const shopResponses = (ids: Ids, now: number, { whatsapp }: ShopAddresses): Responses => {
  const created = now - 120 * day
  const library = (name: string): ResponseLibrary => ({ id: ids.next('library'), name, created })
  const service = library('Service')
  const templates = library('Templates')
  const response = (
    name: string,
    { id: libraryId }: ResponseLibrary,
    parts: Pick<CannedResponse, 'text' | 'use'> & Partial<CannedResponse>
  ): CannedResponse => ({ id: ids.next('response'), name, libraryIds: [libraryId], substitutions: [], created, version: 1, ...parts })
  const text = { kind: 'text' } as const
  return {
    libraries: [service, templates],
    responses: [
      response('Thank you', service, { text: 'Thank you for writing to us. Have a good day!', use: text }),
      response('Delivery day', service, {
        text: 'Your order {{order}} arrives on {{day}}.',
        substitutions: [
          { id: 'order', description: 'The order’s number', defaultValue: undefined },
          { id: 'day', description: 'The day of the week', defaultValue: 'Saturday' }
        ],
        use: text
      }),
      response('Order on its way', templates, {
        text: 'Hello {{1}}, your order {{2}} is on its way.',
        substitutions: [
          { id: '1', description: 'First name', defaultValue: undefined },
          { id: '2', description: 'The order’s number', defaultValue: undefined }
        ],
        use: { kind: 'whatsAppTemplate', name: 'order_on_its_way', language: 'en_GB', integrationId: whatsapp }
      }),
      response('Anything else', templates, {
        text: 'Is there anything else that we can do for you? Just answer this message.',
        use: { kind: 'whatsAppTemplate', name: 'anything_else', language: 'en_GB', integrationId: whatsapp }
      }),
      response('Track your parcel', templates, {
        text: 'Hello {{1}}, your parcel has left our house.',
        substitutions: [
          { id: '1', description: 'First name', defaultValue: undefined },
          { id: 'parcel', description: 'The parcel’s number', defaultValue: undefined },
          { id: 'code', description: 'The tracking code', defaultValue: undefined }
        ],
        use: {
          kind: 'whatsAppTemplate',
          name: 'track_your_parcel',
          language: 'en_GB',
          integrationId: whatsapp,
          header: { type: 'Text', content: 'Parcel {{parcel}}' },
          footer: 'The Shop',
          buttons: [
            { type: 'Url', label: 'Track it', content: 'https://shop.example/track/{{code}}' },
            { type: 'QuickReply', label: 'Thank you', payload: 'thanks' }
          ]
        }
      }),
      response('New this week', templates, {
        text: 'Hello {{1}}, this is new in the shop.',
        substitutions: [{ id: '1', description: 'First name', defaultValue: undefined }],
        use: {
          kind: 'whatsAppTemplate',
          name: 'new_this_week',
          language: 'en_GB',
          integrationId: whatsapp,
          cards: ['tent', 'stove'].map((thing) => ({
            header: { type: 'Image', content: `https://shop.example/${thing}.png` },
            text: 'For {{price}}.',
            buttons: [{ type: 'Url', label: 'See it', content: 'https://shop.example/{{page}}' }]
          }))
        }
      }),
      response('Confirm your visit', templates, {
        text: 'Hello {{1}}, shall we expect you?',
        substitutions: [{ id: '1', description: 'First name', defaultValue: undefined }],
        use: {
          kind: 'whatsAppTemplate',
          name: 'confirm_your_visit',
          language: 'en_GB',
          integrationId: whatsapp,
          buttons: [{ type: 'QuickReply', label: 'Yes', payload: 'yes-{{visit}}' }]
        }
      }),
      response('Write to us in Messages', templates, {
        text: 'You can write to The Shop here.',
        use: {
          kind: 'appleInvitation',
          invitation: {
            businessName: 'The Shop',
            transcriptMessage: 'You can write to The Shop here.',
            templateType: 'WithoutImage',
            locale: 'en_GB'
          }
        }
      }),
      response('Unfinished invitation', templates, {
        text: 'You can write to us here.',
        use: { kind: 'appleInvitation', invitation: undefined }
      })
    ]
  }
}
