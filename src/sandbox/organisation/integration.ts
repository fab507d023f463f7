import type { Flow } from './flow'

/** The channels that an integration connects, as the platform writes them. SMS has phone numbers, and web messaging has deployments. */
export type IntegrationChannel = 'open' | 'whatsapp' | 'facebook' | 'instagram' | 'twitter' | 'apple'

/** What an integration has by its channel. */
export type ChannelDetails =
  | {
      readonly channel: 'open'
      readonly webhookUrl: string
      readonly webhookSecret: string
      readonly webhookHeaders: Readonly<Record<string, string>>
    }
  | { readonly channel: 'whatsapp'; readonly phoneNumber: string; readonly businessAccountId: string }
  | { readonly channel: 'facebook'; readonly pageId: string; readonly pageName: string }
  | { readonly channel: 'instagram'; readonly pageId: string; readonly username: string }
  | { readonly channel: 'twitter' }
  | { readonly channel: 'apple'; readonly businessId: string; readonly businessName: string }

/** A connection to a messaging channel. Its id is the address that the organisation sends from. */
export type Integration = ChannelDetails & {
  readonly id: string
  readonly name: string
  readonly status: 'Active' | 'Inactive'
  readonly created: number
  readonly modified: number
  readonly version: number
  readonly supportedContentId: string
  readonly messagingSettingId: string
  /** Whether customers who write here become external contacts. */
  readonly resolvesIdentities: boolean
  /** The bot that answers customers who write here. */
  readonly flow?: Flow
}

export type IntegrationOn<Channel extends IntegrationChannel> = Extract<Integration, { readonly channel: Channel }>

/** A number that the organisation sends SMS from. */
export interface SmsNumber {
  readonly id: string
  /** In E.164 form. */
  readonly phoneNumber: string
  readonly name: string
  readonly countryCode: string
  readonly created: number
  readonly supportedContentId: string
  /** The bot that answers customers who write here. */
  readonly flow?: Flow
}
