// PATCH of a participant, which two operations offer: one for messages, one for conversations of any media.
import * as z from 'zod/mini'
import type { Agent, Conversation, LegState, Participant } from '../conversations/conversation'
import { isPresent } from '../conversations/reading'
import { accept, finishWrapUp, leave } from '../conversations/transitions'
import { documented } from '../documentedErrors'
import { notImplemented, Refusal } from '../refusal'
import type { World } from '../world'
import { requestingUser } from './authentication'
import type { RequestContext } from './environment'
import { readBody } from './requestBody'
import { wrapUpInput, wrapUpOfInput } from './wrapUpInput'

/** `MediaParticipantRequest` as SDK 262 has it. */
export const mediaParticipantRequest = z.strictObject({
  state: z.optional(z.string()),
  wrapup: z.optional(wrapUpInput),
  wrapupSkipped: z.optional(z.boolean()),
  recording: z.optional(z.boolean()),
  muted: z.optional(z.boolean()),
  confined: z.optional(z.boolean()),
  held: z.optional(z.boolean()),
  resumeTime: z.optional(z.iso.datetime({ offset: true }))
})

/** What an operation answers to a wrap-up without a code. */
type WithoutCode = Parameters<typeof wrapUpOfInput>[2]

const liveState = (participant: Participant): LegState | undefined =>
  participant.legs.map(({ state }) => state).findLast(({ name }) => name !== 'disconnected')

const cannotTake = (words: string): Refusal =>
  new Refusal(documented.participantUpdateInvalid, words, { field: 'state', restsOn: ['participant.patch'] })

/** `state: connected`: the alerted agent takes the conversation. */
const takeConversation = (c: RequestContext, world: World, conversation: Conversation, participant: Participant): void => {
  const user = requestingUser(c)
  const state = liveState(participant)
  if (state?.name === 'connected') return
  if (state?.name !== 'alerting') throw cannotTake('Only a communication that is alerting can be connected in this way.')
  if (participant.purpose !== 'agent' || participant.userId !== user.id) {
    throw cannotTake(`${user.name} is not the agent who is being alerted.`)
  }
  world.conversations.change(conversation.id, (before) => accept(before, participant.id, world.clock.now()))
}

const changeState = (c: RequestContext, world: World, conversation: Conversation, participant: Participant, state: string): void => {
  if (!isPresent(participant)) {
    throw new Refusal(documented.participantNotActive, `${participant.name} has no active communication in this conversation.`)
  }
  switch (state) {
    case 'connected':
      takeConversation(c, world, conversation, participant)
      return
    case 'disconnected':
      world.conversations.change(conversation.id, (before) => leave(before, participant.id, world.clock.now(), 'client'))
      return
    default:
      throw cannotTake(`A participant’s state can be set to connected and disconnected, not to ${state}.`)
  }
}

/** Only an agent has after-conversation work. */
export const wrappingAgent = (participant: Participant): Agent => {
  if (participant.purpose !== 'agent') throw cannotTake('Only an agent has after-conversation work.')
  return participant
}

/** Does what the request’s body asks of the participant. */
export const updateParticipant = (
  c: RequestContext,
  world: World,
  conversation: Conversation,
  participant: Participant,
  withoutCode: WithoutCode
): void => {
  const { state, wrapup, wrapupSkipped, ...others } = readBody(c, mediaParticipantRequest, 'MediaParticipantRequest')
  const [other] = Object.keys(others)
  if (other !== undefined) {
    throw new Refusal(notImplemented, `The sandbox does not simulate ${other} of a participant.`, { field: other })
  }

  const time = world.clock.now()
  const wrapUp = wrapup
    ? wrapUpOfInput(wrapup, time, withoutCode)
    : wrapupSkipped === true
      ? ({ kind: 'skipped', time } as const)
      : undefined
  const agent = wrapUp && wrappingAgent(participant)
  if (state !== undefined) changeState(c, world, conversation, participant, state)
  if (wrapUp && agent) world.conversations.change(conversation.id, (before) => finishWrapUp(before, agent.id, wrapUp))
}
