import type { Ids } from '../../ids'
import type { MessengerType } from '../../conversations/messengerType'
import {
  contactName,
  type ExternalContact,
  type Flow,
  type Organisation,
  type Queue,
  type User,
  type WebDeployment
} from '../../organisation/organisation'

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
  readonly addresses: Readonly<Record<'sms' | 'whatsapp' | 'open' | 'facebook', string>>
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

/** A small shop: two agents, two queues, a bot that knows about orders, one web deployment and one address per other channel. */
export const openShop = (ids: Ids, now: number): Shop => {
  const nora: User = { id: ids.next('user'), name: 'Nora Lind', email: 'nora.lind@sandbox.example' }
  const tomas: User = { id: ids.next('user'), name: 'Tomás Weber', email: 'tomas.weber@sandbox.example' }
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
    memberIds: new Set([nora.id, tomas.id]),
    wrapUpRequired: false,
    outboundAddresses: new Map<MessengerType, string>([
      ['sms', addresses.sms],
      ['whatsapp', addresses.whatsapp],
      ['open', addresses.open]
    ])
  }
  const mobileSupport: Queue = {
    id: ids.next('queue'),
    name: 'Mobile support',
    memberIds: new Set([tomas.id]),
    wrapUpRequired: true,
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
      division: { id: ids.next('division'), name: 'Home' },
      users: [nora, tomas],
      queues: [webSupport, mobileSupport],
      deployments: [deployment],
      senders: [
        { messengerType: 'sms', address: addresses.sms, name: 'Shop SMS' },
        { messengerType: 'whatsapp', address: addresses.whatsapp, name: 'Shop WhatsApp' },
        { messengerType: 'open', address: addresses.open, name: 'Shop app' },
        { messengerType: 'facebook', address: addresses.facebook, name: 'Shop page' }
      ],
      contacts,
      wrapUpCodes: ['Delivery', 'Products', 'Other'].map((name) => ({ id: ids.next('wrap-up code'), name })),
      threading: {
        id: ids.next('threading'),
        defaultMinutes: 72 * 60,
        minutes: new Map<MessengerType, number>([
          ['sms', 24 * 60],
          ['open', 12 * 60]
        ])
      }
    }
  }
}
