import type { Agent, Conversation, Leg } from '../conversations/conversation'
import { businessSide, isActive, isLive, owesWrapUp } from '../conversations/reading'
import { systemWrapUps } from '../conversations/systemWrapUps'
import { disconnectAll, finishWrapUp, resume } from '../conversations/transitions'
import { usualLife, type LifeSettings } from '../organisation/life'
import { awaitsBot, takeBotTurn } from '../routing/botTurn'
import { alertRanOut, offer, waitingIn } from '../routing/offer'
import type { World } from '../world'

/** Something that will happen to a conversation by itself, unless the occasion for it passes first. */
export interface Pending {
  /** The occasion. A conversation that has changed and still has it goes on waiting where it was. */
  readonly occasion: string
  /** Milliseconds from the occasion’s beginning, or the moment itself in milliseconds since 1970. */
  readonly due: { readonly after: number } | { readonly at: number }
  readonly happen: () => void
}

const seconds = (count: number): number => count * 1000
const minutes = (count: number): number => count * 60_000

type Rule = (world: World, conversation: Conversation, settings: LifeSettings) => readonly Pending[]

const liveLegs = (conversation: Conversation): readonly { readonly participantId: string; readonly leg: Leg }[] =>
  businessSide(conversation).flatMap(({ id, legs }) => legs.filter(isLive).map((leg) => ({ participantId: id, leg })))

const alertsRunOut: Rule = (world, conversation, { alertingSeconds }) =>
  liveLegs(conversation)
    .filter(({ leg }) => leg.state.name === 'alerting')
    .map(({ leg }) => ({
      occasion: `alert ${leg.id}`,
      due: { after: seconds(alertingSeconds) },
      happen: () => {
        alertRanOut(world, conversation.id, leg.id)
      }
    }))

const parkedOnesResume: Rule = (world, conversation) =>
  liveLegs(conversation).flatMap(({ participantId, leg: { id, state } }) =>
    state.name === 'parked' && state.resumeTime !== undefined
      ? [
          {
            occasion: `parked ${id} until ${state.resumeTime}`,
            due: { at: state.resumeTime },
            happen: () => {
              world.conversations.change(conversation.id, (before) => resume(before, participantId))
            }
          }
        ]
      : []
  )

const owing = (conversation: Conversation): readonly Agent[] =>
  businessSide(conversation).filter((participant): participant is Agent => participant.purpose === 'agent' && owesWrapUp(participant))

const wrapUpRunsOut: Rule = (world, conversation, { wrapUpSeconds }) =>
  wrapUpSeconds === undefined
    ? []
    : owing(conversation).map(({ id }) => ({
        occasion: `wrap-up ${id}`,
        due: { after: seconds(wrapUpSeconds) },
        happen: () => {
          const time = world.clock.now()
          world.conversations.change(conversation.id, (before) =>
            finishWrapUp(before, id, { kind: 'done', code: systemWrapUps.timedOut, name: undefined, notes: undefined, time })
          )
        }
      }))

const queueOffers: Rule = (world, conversation, { offerSeconds }) => {
  const waiting = waitingIn(conversation)
  if (waiting === undefined) return []
  return [
    {
      occasion: `queue ${waiting.leg.id}`,
      due: { after: seconds(offerSeconds) },
      happen: () => {
        offer(world, conversation.id)
      }
    }
  ]
}

const botAnswers: Rule = (world, conversation, { botSeconds }) => {
  const asked = awaitsBot(conversation)
  if (asked === undefined) return []
  return [
    {
      occasion: `bot ${asked.id}`,
      due: { after: seconds(botSeconds) },
      happen: () => {
        takeBotTurn(world, conversation.id)
      }
    }
  ]
}

/** Whether an agent has parked it. */
export const isParked = (conversation: Conversation): boolean => liveLegs(conversation).some(({ leg }) => leg.state.name === 'parked')

const messageCount = ({ participants }: Conversation): number =>
  participants.flatMap(({ legs }) => legs).reduce((count, { messages }) => count + messages.length, 0)

const inactivityEnds: Rule = (world, conversation, { inactivityMinutes }) => {
  if (inactivityMinutes === undefined || !isActive(conversation) || isParked(conversation)) return []
  return [
    {
      occasion: `inactive after ${messageCount(conversation)} messages`,
      due: { after: minutes(inactivityMinutes) },
      happen: () => {
        world.conversations.change(conversation.id, (before) => disconnectAll(before, world.clock.now(), 'inactivity'))
      }
    }
  ]
}

const rules: readonly Rule[] = [alertsRunOut, parkedOnesResume, wrapUpRunsOut, queueOffers, botAnswers, inactivityEnds]

/** All that is pending for a conversation as it is. */
export const pendingOf = (world: World, conversation: Conversation): readonly Pending[] => {
  const settings = { ...usualLife, ...world.organisation.life }
  return rules.flatMap((rule) => rule(world, conversation, settings))
}
