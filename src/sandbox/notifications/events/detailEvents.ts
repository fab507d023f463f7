import type { Models } from 'purecloud-platform-client-v2'
import type { Agent, Conversation, DisconnectType, Leg, Participant } from '../../conversations/conversation'
import { customerOf } from '../../conversations/reading'
import type { ConversationChange } from '../../conversations/conversationStore'
import type { Answer } from '../../http/answers'
import { provider } from '../../http/shapes/legFields'
import { divisionsOf } from '../../conversations/divisions'
import type { World } from '../../world'
import type { TopicEvent } from './event'

/** Detail events write the words of the conversation API in capitals. Source: the enums of the platform’s SDKs. */
const disconnectTypes: Readonly<Record<DisconnectType, string>> = {
  client: 'CLIENT',
  peer: 'PEER',
  transfer: 'TRANSFER',
  'transfer.noanswer': 'NO_ANSWER_TRANSFER',
  system: 'SYSTEM',
  inactivity: 'INACTIVITY',
  'session.expired': 'SESSION_EXPIRED'
}

const contactIdsOf = (conversation: Conversation): readonly string[] => {
  const contactId = customerOf(conversation)?.externalContactId
  return contactId === undefined ? [] : [contactId]
}

/** What all detail events of a communication say. */
const common = (conversation: Conversation, participant: Participant, leg: Leg, eventTime: number) => {
  const { businessAddress, customerAddress, messengerType } = conversation
  const inbound = leg.direction === 'inbound'
  return {
    eventTime,
    conversationId: conversation.id,
    participantId: participant.id,
    sessionId: leg.id,
    mediaType: 'MESSAGE',
    provider,
    direction: leg.direction.toUpperCase(),
    addressFrom: inbound ? customerAddress : businessAddress,
    addressTo: inbound ? businessAddress : customerAddress,
    messageType: messengerType.toUpperCase(),
    conversationExternalContactIds: contactIdsOf(conversation)
  }
}

/** The last part of the topic’s name, and the body. */
interface Told {
  readonly name: string
  readonly body: object
}

const divisionOf = ({ organisation }: World, conversation: Conversation): string =>
  divisionsOf(organisation, conversation)[0]?.id ?? organisation.division.id

/** A communication has begun. The platform has no such event for who sends without an agent. */
const started = (world: World, conversation: Conversation, participant: Participant, leg: Leg): Told | undefined => {
  const fields = { ...common(conversation, participant, leg, leg.startTime), divisionId: divisionOf(world, conversation) }
  switch (participant.purpose) {
    case 'customer': {
      const body = { ...fields, externalContactId: participant.externalContactId }
      return { name: 'customer.start', body: body satisfies Answer<Models.CustomerStartDetailEventTopicCustomerStartEvent> }
    }
    case 'botflow': {
      const body = { ...fields, flowId: participant.flowId }
      return { name: 'flow.start', body: body satisfies Answer<Models.FlowStartDetailEventTopicFlowStartEvent> }
    }
    case 'acd': {
      const body = { ...fields, queueId: participant.queueId }
      return { name: 'acd.start', body: body satisfies Answer<Models.AcdStartDetailEventTopicAcdStartEvent> }
    }
    case 'agent': {
      const body = { ...fields, userId: participant.userId, queueId: participant.queueId }
      return { name: 'user.start', body: body satisfies Answer<Models.UserStartDetailEventTopicUserStartEvent> }
    }
    case 'api':
      return undefined
  }
}

/** A communication has ended. */
const ended = (world: World, conversation: Conversation, participant: Participant, leg: Leg, state: Ended): Told | undefined => {
  const { connectedTime, disconnectedTime, disconnectType } = state
  const fields = {
    ...common(conversation, participant, leg, disconnectedTime),
    divisionId: divisionOf(world, conversation),
    disconnectType: disconnectTypes[disconnectType]
  }
  const connected = connectedTime === undefined ? undefined : disconnectedTime - connectedTime
  switch (participant.purpose) {
    case 'customer': {
      const body = { ...fields, externalContactId: participant.externalContactId, interactingDurationMs: connected }
      return { name: 'customer.end', body: body satisfies Answer<Models.CustomerEndDetailEventTopicCustomerEndEvent> }
    }
    case 'botflow': {
      const body = { ...fields, flowId: participant.flowId, connectedDurationMs: connected }
      return { name: 'flow.end', body: body satisfies Answer<Models.FlowEndDetailEventTopicFlowEndEvent> }
    }
    case 'acd': {
      const body = { ...fields, queueId: participant.queueId, connectedDurationMs: connected }
      return { name: 'acd.end', body: body satisfies Answer<Models.AcdEndDetailEventTopicAcdEndEvent> }
    }
    case 'agent': {
      const alertingDurationMs = (connectedTime ?? disconnectedTime) - leg.startTime
      const body = {
        ...fields,
        userId: participant.userId,
        queueId: participant.queueId,
        alertingDurationMs,
        interactingDurationMs: connected
      }
      return { name: 'user.end', body: body satisfies Answer<Models.UserEndDetailEventTopicUserEndEvent> }
    }
    case 'api':
      return undefined
  }
}

type Ended = Extract<Leg['state'], { readonly name: 'disconnected' }>

/** An agent has finished after-conversation work, or skipped it. */
const wrappedUp = (conversation: Conversation, agent: Agent): readonly Told[] => {
  const leg = agent.legs.at(-1)
  const { wrapUp } = agent
  if (leg === undefined || wrapUp.kind === 'notDone') return []
  const left = leg.state.name === 'disconnected' ? leg.state.disconnectedTime : undefined
  const fields = {
    ...common(conversation, agent, leg, wrapUp.time),
    queueId: agent.queueId,
    wrapupCode: wrapUp.kind === 'done' ? wrapUp.code : undefined,
    wrapupNotes: wrapUp.kind === 'done' ? wrapUp.notes : undefined,
    wrapupDurationMs: left === undefined ? undefined : wrapUp.time - left
  }
  const acw = { ...fields, userId: agent.userId } satisfies Answer<Models.AcwDetailEventTopicAfterCallWorkEvent>
  const told = { name: 'acw', body: acw }
  if (wrapUp.kind === 'skipped') return [told]
  return [{ name: 'wrapup', body: fields satisfies Answer<Models.WrapupDetailEventTopicWrapupEvent> }, told]
}

const legChanges = function* (world: World, before: Conversation | undefined, after: Conversation): Generator<Told> {
  const known = new Map(before?.participants.flatMap(({ legs }) => legs).map((leg) => [leg.id, leg]))
  for (const participant of after.participants) {
    for (const leg of participant.legs) {
      const was = known.get(leg.id)
      if (was === leg) continue
      const begun = was === undefined ? started(world, after, participant, leg) : undefined
      if (begun) yield begun
      if (leg.state.name === 'disconnected' && was?.state.name !== 'disconnected') {
        const gone = ended(world, after, participant, leg, leg.state)
        if (gone) yield gone
      }
    }
  }
}

const wrapUps = function* (before: Conversation | undefined, after: Conversation): Generator<Told> {
  for (const participant of after.participants) {
    if (participant.purpose !== 'agent') continue
    const was = before?.participants.find(({ id }) => id === participant.id)
    const wasDone = was?.purpose === 'agent' && was.wrapUp.kind !== 'notDone'
    if (!wasDone) yield* wrappedUp(after, participant)
  }
}

/** The customer is now known as another external contact. */
const contactChange = function* (world: World, before: Conversation | undefined, after: Conversation, now: number): Generator<Told> {
  const [was, is] = [before && customerOf(before), customerOf(after)]
  const leg = is?.legs.at(-1)
  if (was === undefined || is === undefined || leg === undefined || was.externalContactId === is.externalContactId) return
  const body = { ...common(after, is, leg, now), divisionId: divisionOf(world, after), externalContactId: is.externalContactId }
  yield { name: 'contact', body: body satisfies Answer<Models.ContactDetailEventTopicContactUpdateEvent> }
}

/** A program has noted something on a participant. */
const attributeChanges = function* (before: Conversation | undefined, after: Conversation, eventTime: number): Generator<Told> {
  for (const participant of after.participants) {
    const { attributes } = participant
    const was = before?.participants.find(({ id }) => id === participant.id)
    if (attributes === undefined || attributes === was?.attributes) continue
    const body: Answer<Models.AttributeDetailEventTopicAttributeUpdateEvent> = {
      eventTime,
      conversationId: after.id,
      participantId: participant.id,
      attributes,
      conversationExternalContactIds: contactIdsOf(after),
      communications: participant.legs.map(({ id }) => ({ id, mediaType: 'MESSAGE' }))
    }
    yield { name: 'attributes', body }
  }
}

/**
 * The detail events of a change: who came, who left, after-conversation work, the external contact, attributes.
 * Source: the `…DetailEventTopic…` models of SDK 262. When each is fired is an assumption: `notifications.events`.
 */
export const detailEvents = (world: World, { before, after }: ConversationChange): readonly TopicEvent[] => {
  const now = world.clock.now()
  const told = [
    ...legChanges(world, before, after),
    ...wrapUps(before, after),
    ...contactChange(world, before, after, now),
    ...attributeChanges(before, after, now)
  ]
  return told.map(({ name, body }) => ({
    topic: `v2.detail.events.conversation.${after.id}.${name}`,
    body: () => JSON.stringify(body)
  }))
}
