import type { Integration, IntegrationChannel, SmsNumber } from './integration'
import type { Flow } from './flow'

/** An address that the organisation sends from, other than a web deployment: a phone number for SMS, else the id of the channel’s integration. */
export interface SenderAddress {
  readonly messengerType: 'sms' | IntegrationChannel
  readonly address: string
  readonly name: string
  /** The bot that answers first; without one, customers wait in the organisation’s first queue. */
  readonly flow?: Flow
}

const senderOf = (
  messengerType: SenderAddress['messengerType'],
  address: string,
  { name, flow }: { readonly name: string; readonly flow?: Flow }
): SenderAddress => ({ messengerType, address, name, ...(flow && { flow }) })

/** The addresses that these numbers and integrations give. One that is not active sends nothing. */
export const sendersOf = (smsNumbers: readonly SmsNumber[], integrations: readonly Integration[]): readonly SenderAddress[] => [
  ...smsNumbers.map((number) => senderOf('sms', number.phoneNumber, number)),
  ...integrations
    .filter(({ status }) => status === 'Active')
    .map((integration) => senderOf(integration.channel, integration.id, integration))
]
