import type { Ids } from '../../ids'
import type { MessengerType } from '../../conversations/messengerType'
import { observedContactLife } from '../../organisation/contactExpiry'
import { contactName, mergedContact, type ContactIdentifier, type ExternalContact } from '../../organisation/externalContact'
import type { Flow } from '../../organisation/flow'
import type { Division, Organisation, Queue, User, WebDeployment } from '../../organisation/organisation'
import { sendersOf } from '../../organisation/senders'
import {
  shopDeploymentConfigurations,
  shopIntegrations,
  shopMessagingSettings,
  shopResponses,
  shopSmsNumbers,
  shopSupportedContent,
  type ShopAddresses
} from './configuration'

const day = 24 * 60 * 60 * 1000

/** The organisation with the parts that its conversations refer to by name. */
export interface Shop {
  readonly organisation: Organisation
  readonly nora: User
  readonly tomas: User
  readonly webSupport: Queue
  readonly mobileSupport: Queue
  readonly orderStatus: Flow
  readonly deployment: WebDeployment
  /** Where customers write to on every channel but web messaging. */
  readonly addresses: ShopAddresses
  contactOf(name: string): ExternalContact
}

/** Customers that the organisation knows as external contacts. */
const contactNames = [
  'Jamie Rivera',
  'Priya Raman',
  'Hannah Weiss',
  'Sam Okafor',
  'Ines Duarte',
  'Oskar Nyberg',
  'Chloe Martin',
  'Daniel Kim',
  'Grace Obi',
  'Amara Diallo',
  'Rafael Costa',
  'Mateo Silva'
] as const

const nameOf = (name: string): Pick<ExternalContact, 'firstName' | 'lastName'> => {
  const [firstName = name, ...rest] = name.split(' ')
  return { firstName, lastName: rest.join(' ') }
}

/** Customers who have no conversation: two records of one person, merged by now, and one whom nobody has heard of for almost 60 days. */
const furtherContacts = (ids: Ids, now: number): readonly ExternalContact[] => {
  const contact = (
    name: string,
    type: ExternalContact['type'],
    created: number,
    ...known: readonly ContactIdentifier[]
  ): ExternalContact => ({
    id: ids.next('further contact'),
    ...nameOf(name),
    type,
    created,
    identifiers: known
  })
  const email = contact('Elin Sandberg', 'Identified', now - 40 * day, {
    type: 'Email',
    value: 'elin.sandberg@mail.example',
    created: now - 40 * day
  })
  const phone = contact('E Sandberg', 'Identified', now - 15 * day, { type: 'Phone', value: '+13175550171', created: now - 15 * day })
  const merged = mergedContact(ids.next('further contact'), [phone, email], now - 2 * day)
  return [
    ...[email, phone].map((source) => ({ ...source, modified: now - 2 * day, mergedInto: merged.id })),
    merged,
    contact('Aino Laine', 'Ephemeral', now - observedContactLife + day)
  ]
}

/** A small shop: two agents, two queues, a bot that knows about orders, two web deployments and one address per other channel. */
export const openShop = (ids: Ids, now: number): Shop => {
  const nora: User = { id: ids.next('user'), name: 'Nora Lind', email: 'nora.lind@sandbox.example' }
  const tomas: User = { id: ids.next('user'), name: 'Tomás Weber', email: 'tomas.weber@sandbox.example' }
  const home: Division = { id: ids.next('division'), name: 'Home', description: 'Everything that is in no other division' }
  const north: Division = { id: ids.next('division'), name: 'North', description: 'The stores in the north' }
  const orderStatus: Flow = { id: ids.next('flow'), name: 'Order status' }
  const addresses = {
    sms: '+13175550100',
    whatsapp: ids.next('integration'),
    open: ids.next('integration'),
    facebook: ids.next('integration')
  }
  const webSupport: Queue = {
    id: ids.next('queue'),
    name: 'Web support',
    divisionId: home.id,
    memberIds: new Set([nora.id, tomas.id]),
    wrapUpRequired: false,
    manualAssignment: true,
    outboundAddresses: new Map<MessengerType, string>([
      ['sms', addresses.sms],
      ['whatsapp', addresses.whatsapp],
      ['open', addresses.open]
    ])
  }
  const mobileSupport: Queue = {
    id: ids.next('queue'),
    name: 'Mobile support',
    divisionId: north.id,
    memberIds: new Set([tomas.id]),
    wrapUpRequired: true,
    manualAssignment: true,
    outboundAddresses: new Map<MessengerType, string>([
      ['sms', addresses.sms],
      ['whatsapp', addresses.whatsapp]
    ])
  }
  const deployment: WebDeployment = {
    id: ids.next('deployment'),
    name: 'Shop',
    status: 'Active',
    configurationId: ids.next('configuration'),
    flow: orderStatus,
    created: now - 200 * day
  }
  const contacts = contactNames.map((name): ExternalContact => ({
    id: ids.next('contact'),
    ...nameOf(name),
    type: 'Identified',
    created: now - 20 * day
  }))
  const outlet: WebDeployment = {
    id: ids.next('outlet deployment'),
    name: 'Outlet',
    description: 'Closed for the season',
    status: 'Inactive',
    configurationId: ids.next('outlet configuration'),
    flow: orderStatus,
    created: now - 90 * day
  }
  const supportedContent = shopSupportedContent(ids, now)
  const messagingSettings = shopMessagingSettings(ids, now)
  const integrations = shopIntegrations(ids, now, addresses, supportedContent.defaultId, messagingSettings.defaultId)
  const smsNumbers = shopSmsNumbers(ids, now, addresses, supportedContent.defaultId)
  const contactsByName = new Map(contacts.map((contact) => [contactName(contact), contact]))
  return {
    nora,
    tomas,
    webSupport,
    mobileSupport,
    orderStatus,
    deployment,
    addresses,
    contactOf: (name) => {
      const contact = contactsByName.get(name)
      if (contact === undefined) throw new Error(`${name} is not among the contacts.`)
      return contact
    },
    organisation: {
      id: ids.next('organisation'),
      name: 'Sandbox',
      division: home,
      divisions: [home, north],
      users: [nora, tomas],
      flows: [orderStatus],
      queues: [webSupport, mobileSupport],
      deployments: [deployment, outlet],
      deploymentConfigurations: shopDeploymentConfigurations(deployment.configurationId, outlet.configurationId, now),
      smsNumbers,
      integrations,
      senders: sendersOf(smsNumbers, integrations),
      supportedContent,
      messagingSettings,
      ...shopResponses(ids, now, addresses),
      contacts: [...contacts, ...furtherContacts(ids, now)],
      wrapUpCodes: ['Delivery', 'Products', 'Other'].map((name) => ({ id: ids.next('wrap-up code'), name })),
      threading: {
        id: ids.next('threading'),
        defaultMinutes: 72 * 60,
        minutes: new Map([
          ['sms', 24 * 60],
          ['open', 12 * 60]
        ])
      }
    }
  }
}
