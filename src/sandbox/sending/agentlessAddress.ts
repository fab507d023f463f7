import type { MessengerType } from '../conversations/messengerType'
import { documented } from '../documentedErrors'
import { contactName, type Organisation } from '../organisation/organisation'
import { Refusal } from '../refusal'
import { addressFault } from './addressForms'
import type { OutboundCustomer } from './newConversation'
import { referencedContact, referencedDeployment, unknownReference } from './references'

/** The parts of an agentless send’s body that say from where and to whom. */
export interface AgentlessAddressFields {
  readonly fromAddress: string
  readonly toAddress: string | undefined
  readonly externalContactId: string | undefined
}

const channelField = (message: string, field: keyof AgentlessAddressFields): Refusal =>
  new Refusal(documented.constraint, message, { field, restsOn: ['body.channel-fields'] })

/** Source: platform-client-sdk-dotnet 270.0.0: for web messaging `fromAddress` is the deployment’s id, and `externalContactId` stands in for `toAddress`. */
const webMessagingCustomer = (
  organisation: Organisation,
  { fromAddress, toAddress, externalContactId }: AgentlessAddressFields
): OutboundCustomer => {
  const deployment = referencedDeployment(organisation, fromAddress)
  if (toAddress !== undefined) throw channelField('Web messaging takes no toAddress; externalContactId names the customer.', 'toAddress')
  if (externalContactId === undefined) throw channelField('Web messaging needs externalContactId.', 'externalContactId')
  const contact = referencedContact(organisation, externalContactId)
  return {
    recipient: { messengerType: 'webmessaging', businessAddress: deployment.id, customer: contact.id },
    customerAddress: undefined,
    customerName: contactName(contact),
    externalContactId: contact.id
  }
}

/** Checks from where and to whom an agentless message goes. */
export const agentlessCustomer = (
  organisation: Organisation,
  messengerType: MessengerType,
  fields: AgentlessAddressFields
): OutboundCustomer => {
  if (messengerType === 'webmessaging') return webMessagingCustomer(organisation, fields)
  const { fromAddress, toAddress, externalContactId } = fields
  const sender = organisation.senders.find((candidate) => candidate.messengerType === messengerType && candidate.address === fromAddress)
  if (sender === undefined) {
    throw unknownReference(`The organisation has no ${messengerType} address ${fromAddress} to send from.`, 'fromAddress')
  }
  if (toAddress === undefined || toAddress === '') throw channelField('This channel needs toAddress.', 'toAddress')
  const fault = addressFault(messengerType, toAddress)
  if (fault) {
    // The code for a phone number is documented for POST /conversations/messages only.
    throw new Refusal(fault.error, fault.words, { field: 'toAddress', restsOn: messengerType === 'sms' ? ['body.channel-fields'] : [] })
  }
  const contact = externalContactId === undefined ? undefined : referencedContact(organisation, externalContactId)
  return {
    recipient: { messengerType, businessAddress: sender.address, customer: toAddress },
    customerAddress: toAddress,
    customerName: contact ? contactName(contact) : toAddress,
    externalContactId: contact?.id
  }
}
