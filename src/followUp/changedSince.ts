import { formatInstant, type Instant } from '../model/instant'
import type { ConversationState } from '../model/state'
import { isSameRequest, type PlannedRequest, type Route, type SendingRoute } from './route'

/** What a person saw, or would see, as they confirm a send. */
export interface Sight {
  readonly state: ConversationState
  /** Best first. */
  readonly routes: readonly Route[]
  /** The one that it is sent by. */
  readonly route: SendingRoute
}

const since = (verb: string, at: Instant | undefined): string => (at === undefined ? verb : `${verb} ${formatInstant(at)}`)

const by = (verb: string, name: string | undefined): string => (name === undefined ? verb : `${verb} ${name}`)

const stateWords = (state: ConversationState): string => {
  switch (state.kind) {
    case 'connected':
      return by('connected with', state.agent.participant.name ?? 'an agent')
    case 'alerting':
      return by('alerting', state.agent.participant.name ?? 'an agent')
    case 'parked':
      return by('parked by', state.agent.participant.name ?? 'an agent')
    case 'queued':
      return by('waiting in the queue', state.queue.participant.queueName ?? state.queue.participant.name)
    case 'automated':
      return by('with', state.automation.participant.name ?? 'a bot')
    case 'wrapUpPending':
      return `${since('ended', state.endedAt)}, with after-conversation work to do`
    case 'endedWindowOpen':
      return `${since('ended', state.endedAt)}, with the reply window open`
    case 'endedWindowOver':
      return `${since('ended', state.endedAt)}, with the reply window over`
    case 'ended':
      return since('ended', state.endedAt)
    case 'unknown':
      return 'in a state that is not known'
  }
}

const stateChange = (seen: ConversationState, now: ConversationState): readonly string[] => {
  const [before, after] = [stateWords(seen), stateWords(now)]
  return before === after ? [] : [`The conversation was ${before}, and is now ${after}.`]
}

/** Where a request goes: the fields, and the part of the path, that name who receives it and what it is sent from. */
const destinationFields = ['toAddress', 'externalContactId', 'fromAddress', 'toAddressMessengerType', 'queueId'] as const

const destinationOf = ({ path, body }: PlannedRequest): readonly (readonly [name: string, value: string])[] => [
  ['path', path],
  ...destinationFields.flatMap((name) => (typeof body[name] === 'string' ? [[name, body[name]] as const] : []))
]

/** What is different about where two requests go, a sentence each; nothing when both go to the same recipient in the same way. */
export const destinationChange = (seen: PlannedRequest, now: PlannedRequest): readonly string[] => {
  const [before, after] = [new Map(destinationOf(seen)), new Map(destinationOf(now))]
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const [from, to] = [before.get(name), after.get(name)]
    return from === to ? [] : [`${name} was ${from ?? 'not given'}, and is now ${to ?? 'not given'}.`]
  })
}

const verdictChange = (seen: SendingRoute, now: SendingRoute): readonly string[] => {
  if (seen.verdict === now.verdict) return []
  const works = { 'will-work': 'works', 'will-fail': 'would fail', 'cannot-tell': 'may or may not work' }[now.verdict]
  return [`${now.title} ${works} now: ${now.reason}`]
}

const betterRoute = (seen: Sight, now: Sight): readonly string[] => {
  const [best] = now.routes
  const isNew = best !== undefined && best.id !== seen.routes[0]?.id && best.id !== now.route.id
  return isNew ? [`${best.title} is the better way now: ${best.reason}`] : []
}

/**
 * Why a send that was confirmed must not go out as things are now, from what was seen to what is: its route would fail, another one is better, or it
 * would reach somebody else. `undefined` when nothing of that kind has changed.
 */
export const changedSince = (seen: Sight, now: Sight): string | undefined => {
  const reasons = [
    ...verdictChange(seen.route, now.route),
    ...betterRoute(seen, now),
    ...destinationChange(seen.route.request, now.route.request)
  ]
  if (reasons.length === 0 && isSameRequest(seen.route.request, now.route.request)) return undefined
  const otherwise = reasons.length === 0 ? ['The request would be another one than the one that you have confirmed.'] : reasons
  return [...stateChange(seen.state, now.state), ...otherwise].join(' ')
}
