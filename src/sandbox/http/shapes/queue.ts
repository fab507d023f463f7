import type { Models } from 'purecloud-platform-client-v2'
import type { MessengerType } from '../../conversations/messengerType'
import { hasJoined, type Organisation, type Queue, type User } from '../../organisation/organisation'
import type { Answer } from '../answers'
import { divisionRef } from './division'

const addressRef = (
  { senders }: Organisation,
  { outboundAddresses }: Queue,
  messengerType: MessengerType
): Answer<Models.DomainEntityRef> | undefined => {
  const address = outboundAddresses.get(messengerType)
  return address === undefined ? undefined : { id: address, name: senders.find((sender) => sender.address === address)?.name }
}

/** As `GET /api/v2/routing/queues/{queueId}` answers it. */
export const queueBody = (organisation: Organisation, queue: Queue): Answer<Models.Queue> => ({
  id: queue.id,
  name: queue.name,
  division: organisation.divisions.filter(({ id }) => id === queue.divisionId).map(divisionRef)[0],
  memberCount: queue.memberIds.size,
  userMemberCount: queue.memberIds.size,
  joinedMemberCount: [...queue.memberIds].filter((id) => hasJoined(queue, id)).length,
  acwSettings: { wrapupPrompt: queue.wrapUpRequired ? 'MANDATORY' : 'OPTIONAL' },
  enableManualAssignment: queue.manualAssignment,
  outboundMessagingAddresses: {
    smsAddress: addressRef(organisation, queue, 'sms'),
    openMessagingRecipient: addressRef(organisation, queue, 'open'),
    whatsAppRecipient: addressRef(organisation, queue, 'whatsapp')
  },
  selfUri: `/api/v2/routing/queues/${queue.id}`
})

/** As `GET …/queues/{queueId}/members` lists it. */
export const queueMemberBody = (queue: Queue, user: User): Answer<Models.QueueMember> => ({
  id: user.id,
  name: user.name,
  user: { id: user.id, name: user.name, email: user.email, username: user.email, version: 1, selfUri: `/api/v2/users/${user.id}` },
  ringNumber: 1,
  joined: hasJoined(queue, user.id),
  memberBy: 'user',
  selfUri: `/api/v2/routing/queues/${queue.id}/members/${user.id}`
})
