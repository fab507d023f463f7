// The bodies of the operations that hand a conversation to somebody else, and whom they name. Source: SDK 262.
import * as z from 'zod/mini'
import { documented } from '../documentedErrors'
import type { Organisation, Queue, User } from '../organisation/organisation'
import { Refusal } from '../refusal'
import type { Destination } from '../routing/transfer'
import { unknownReference } from '../sending/references'

const common = {
  transferType: z.optional(z.enum(['Attended', 'Unattended'])),
  keepInternalMessageAlive: z.optional(z.boolean())
}

export const transferToAgent = z.strictObject({
  ...common,
  userId: z.optional(z.string()),
  userName: z.optional(z.string()),
  userDisplayName: z.optional(z.string()),
  voicemail: z.optional(z.boolean())
})

export const transferToQueue = z.strictObject({ ...common, queueId: z.optional(z.string()), queueName: z.optional(z.string()) })

export const transferToExternalContact = z.strictObject({
  ...common,
  contactId: z.string(),
  phoneType: z.enum(['WorkPhone', 'CellPhone', 'HomePhone', 'OtherPhone'])
})

export const transferToExternal = z.strictObject({ ...common, address: z.optional(z.string()) })

export const transferToAddress = z.strictObject({ ...common, address: z.optional(z.string()) })

export const transferRequest = z.strictObject({
  ...common,
  userId: z.optional(z.string()),
  address: z.optional(z.string()),
  userName: z.optional(z.string()),
  queueId: z.optional(z.string()),
  voicemail: z.optional(z.boolean())
})

/** Whom a request names, in any of the ways that some request has. */
interface Named {
  readonly userId?: string | undefined
  readonly userName?: string | undefined
  readonly userDisplayName?: string | undefined
  readonly queueId?: string | undefined
  readonly queueName?: string | undefined
  readonly address?: string | undefined
  readonly voicemail?: boolean | undefined
}

const same = (a: string, b: string | undefined): boolean => a.toLowerCase() === b?.toLowerCase()

const userOf = ({ users }: Organisation, { userId, userName, userDisplayName }: Named): User | undefined =>
  userId === undefined
    ? users.find(({ name, email }) => same(email, userName) || same(name, userDisplayName) || same(name, userName))
    : users.find(({ id }) => same(id, userId))

const queueOf = ({ queues }: Organisation, { queueId, queueName }: Named): Queue | undefined =>
  queueId === undefined ? queues.find(({ name }) => same(name, queueName)) : queues.find(({ id }) => same(id, queueId))

/** A user or a queue by id or name. Source: field `address` of `TransferRequest` and of `TransferToAddressRequest`. */
const addressee = (organisation: Organisation, address: string, queue: Queue): Destination => {
  const byAddress = { userId: address, queueId: address }
  const byName = { userName: address, queueName: address }
  const user = userOf(organisation, byAddress) ?? userOf(organisation, byName)
  if (user) return { kind: 'agent', user, queue }
  const named = queueOf(organisation, byAddress) ?? queueOf(organisation, byName)
  if (named) return { kind: 'queue', queue: named }
  throw new Refusal(documented.transferDisallowed, `${address} is no user and no queue; a message conversation goes nowhere else.`, {
    field: 'address',
    restsOn: ['transfer.message-target']
  })
}

/**
 * Where a conversation is to go.
 * @param queue the agent’s own queue, whose conversation it stays when it goes to another agent
 */
export const destinationOf = (organisation: Organisation, named: Named, queue: Queue): Destination => {
  if (named.voicemail === true) {
    throw new Refusal(documented.transferVoicemail, 'A message conversation cannot go to voicemail.', {
      field: 'voicemail',
      restsOn: ['transfer.message-target']
    })
  }
  const namesUser = named.userId ?? named.userName ?? named.userDisplayName
  const namesQueue = named.queueId ?? named.queueName
  if (namesUser !== undefined && namesQueue !== undefined) {
    throw new Refusal(documented.transferOneDestination, 'A transfer names a user or a queue, not both.')
  }
  if (namesUser !== undefined) {
    const user = userOf(organisation, named)
    if (user === undefined) throw unknownReference(`No user is ${namesUser}.`, 'userId')
    return { kind: 'agent', user, queue }
  }
  if (namesQueue !== undefined) {
    const found = queueOf(organisation, named)
    if (found === undefined) throw new Refusal(documented.transferQueueNotFound, `No queue is ${namesQueue}.`, { field: 'queueId' })
    return { kind: 'queue', queue: found }
  }
  if (named.address !== undefined && named.address !== '') return addressee(organisation, named.address, queue)
  throw new Refusal(documented.transferDestination, 'A transfer needs a user or a queue to go to.')
}
