// What the two published shapes of a conversation say alike of a participant’s communication.
import type { Models } from 'purecloud-platform-client-v2'
import type { Conversation, Direction, Leg, LegState, Message, Participant } from '../../conversations/conversation'
import { divisionsOf } from '../../conversations/divisions'
import type { World } from '../../world'
import { isoTime, type Answer } from '../answers'
import { divisionRef } from './division'

export const provider = 'PureCloud Messaging'

/** The state in the platform’s word. */
export const stateName = (state: LegState): string => (state.name === 'unlisted' ? state.raw : state.name)

export const connectedTimeOf = (state: LegState): number | undefined => (state.name === 'alerting' ? undefined : state.connectedTime)

export const disconnectedTimeOf = (state: LegState): number | undefined =>
  state.name === 'disconnected' ? state.disconnectedTime : undefined

const address = (name: string, raw: string): Answer<Models.Address> => ({
  name,
  nameRaw: name,
  addressNormalized: raw,
  addressRaw: raw,
  addressDisplayable: raw
})

const businessName = ({ organisation }: World, { businessAddress }: Conversation): string =>
  [...organisation.senders.map((sender) => ({ id: sender.address, name: sender.name })), ...organisation.deployments].find(
    ({ id }) => id === businessAddress
  )?.name ?? businessAddress

export interface LegAddresses {
  readonly from: Answer<Models.Address>
  readonly to: Answer<Models.Address>
}

/** Who writes to whom on a leg of this direction. */
export const addressesOf = (world: World, conversation: Conversation, direction: Direction): LegAddresses => {
  const customer = address(
    conversation.participants.find(({ purpose }) => purpose === 'customer')?.name ?? '',
    conversation.customerAddress
  )
  const business = address(businessName(world, conversation), conversation.businessAddress)
  return direction === 'inbound' ? { from: customer, to: business } : { from: business, to: customer }
}

export const messageUri = (conversationId: string, messageId: string): string =>
  `/api/v2/conversations/messages/${conversationId}/messages/${messageId}`

const messageDetails = (conversation: Conversation, { id, time, status, failure }: Message): Answer<Models.MessageDetails> => ({
  messageId: id,
  messageURI: messageUri(conversation.id, id),
  messageStatus: status,
  messageSegmentCount: 1,
  messageTime: isoTime(time),
  errorInfo: failure && { code: failure.code, message: failure.words }
})

export const messageDetailsOf = (conversation: Conversation, legs: readonly Leg[]): readonly Answer<Models.MessageDetails>[] =>
  legs.flatMap(({ messages }) => messages.map((message) => messageDetails(conversation, message)))

export const divisionMemberships = (
  { organisation }: World,
  conversation: Conversation
): readonly Answer<Models.ConversationDivisionMembership>[] =>
  divisionsOf(organisation, conversation).map((division) => ({ division: divisionRef(division), entities: [] }))

/** When the participant joined, was first connected, and left (absent while any of its legs is there). */
export const timesOf = ({ legs }: Participant) => {
  const connected = legs.map(({ state }) => connectedTimeOf(state)).filter((time) => time !== undefined)
  const disconnected = legs.map(({ state }) => disconnectedTimeOf(state)).filter((time) => time !== undefined)
  return {
    start: legs[0]?.startTime,
    connected: connected[0],
    end: disconnected.length === legs.length ? disconnected.at(-1) : undefined
  }
}

/** What an agent participant says of after-conversation work. */
export const wrapUpOf = (participant: Participant) => {
  if (participant.purpose !== 'agent') return { wrapupRequired: false }
  const { wrapUp, wrapUpRequired } = participant
  return {
    wrapupRequired: wrapUpRequired,
    wrapupPrompt: wrapUpRequired ? 'mandatory' : 'optional',
    wrapupSkipped: wrapUp.kind === 'skipped' ? true : undefined,
    wrapup:
      wrapUp.kind === 'done' ? { code: wrapUp.code, name: wrapUp.name, notes: wrapUp.notes, endTime: isoTime(wrapUp.time) } : undefined
  }
}
