import type { Flow } from './organisation'
import type { IntegrationChannel, Integration, SmsNumber } from './integration'

/** An address that the organisation sends from, other than a web deployment: a phone number for SMS, else the id of the channel’s integration. */
export interface SenderAddress {
  readonly messengerType: 'sms' | IntegrationChannel
  readonly address: string
  readonly name: string
  /** The bot that answers first; without one, customers wait in the organisation’s first queue. */
  readonly flow?: Flow
}

/** The addresses that these numbers and integrations give. One that is not active sends nothing. */
export const sendersOf = (smsNumbers: readonly SmsNumber[], integrations: readonly Integration[]): readonly SenderAddress[] => [
  ...smsNumbers.map(({ phoneNumber, name }): SenderAddress => ({ messengerType: 'sms', address: phoneNumber, name })),
  ...integrations
    .filter(({ status }) => status === 'Active')
    .map(({ channel, id, name }): SenderAddress => ({ messengerType: channel, address: id, name }))
]
