import { customerLeg, disconnects, endedSource, type Conversation, type Leg, type LegOf } from '../model/conversation'
import type { Known } from '../model/fact'
import { formatInstant, type Instant } from '../model/instant'
import type { Attempt } from './attempt'
import type { Evidence } from './finding'

const partyWord = { customer: 'The customer', agent: 'Agent', queue: 'Queue', automation: 'Flow', other: 'Participant' } as const

/** A leg as people speak of it: `Agent Nora Lind`. */
export const legName = ({ participant }: LegOf): string => {
  const word = participant.party === 'other' ? participant.purpose : partyWord[participant.party]
  const name = participant.name ?? participant.queueName
  return name === undefined || participant.party === 'customer' ? word : `${word} ${name}`
}

/** Since when a leg is in its state, as far as the record says. */
const sinceOf = ({ state, startedAt, connectedAt, parkedAt }: Leg): Instant | undefined => {
  switch (state) {
    case 'alerting':
      return startedAt
    case 'connected':
      return connectedAt
    case 'parked':
      return parkedAt
    case 'disconnected':
    case 'unrecognised':
      return undefined
  }
}

/** A leg's state, since when, and why it ended, in a line. */
export const legBrief = (of: LegOf): string => {
  const { leg } = of
  const at = leg.disconnectedAt === undefined ? '' : ` at ${formatInstant(leg.disconnectedAt)}`
  const why = leg.disconnectType === undefined ? '' : ` (disconnectType “${leg.disconnectType}”)`
  const since = sinceOf(leg)
  return `${legName(of)}: ${leg.state === 'disconnected' ? `disconnected${at}${why}` : `${leg.rawState}${since === undefined ? '' : ` since ${formatInstant(since)}`}`}.`
}

/** What a leg's record says, with its id. */
export const legEvidence = (of: LegOf, from: string): Evidence => ({
  text: `${legBrief(of)} Communication ${of.leg.id}.`,
  from,
  at: { id: of.leg.id, field: of.leg.disconnectedAt === undefined ? 'state' : 'disconnectedTime' }
})

/** That nobody is connected, and the last agent's (else the customer's) leg as the fact for it. */
export const endBrief = (conversation: Conversation): string => {
  const last = disconnects(conversation).findLast(({ participant }) => participant.party === 'agent') ?? customerLeg(conversation)
  return `No communication is connected.${last ? ` ${legBrief(last)}` : ''}`
}

/** What shows that a conversation has ended: its end, and which leg ended when and why, latest first. */
export const endEvidence = ({ value: conversation, from }: Known<Conversation>): readonly Evidence[] => {
  const end: Evidence = {
    text:
      conversation.endedAt === undefined
        ? 'Every communication is disconnected.'
        : `${endedSource(conversation)} is ${formatInstant(conversation.endedAt)}.`,
    from: from.source,
    ...(conversation.endedAt === undefined ? {} : { at: { id: conversation.id, field: endedSource(conversation) } })
  }
  const agents = disconnects(conversation).filter(({ participant }) => participant.party === 'agent')
  const customer = customerLeg(conversation)
  return [
    end,
    ...[...agents].reverse().map((of) => legEvidence(of, from.source)),
    ...(customer ? [legEvidence(customer, from.source)] : [])
  ]
}

/** What the request itself shows. */
export const requestEvidence = ({ exchange: { request } }: Attempt): readonly Evidence[] =>
  request ? [{ text: `The request is ${request.method} ${request.apiPath ?? request.url}.` }] : []

/** What the answer says: status, code, message and correlation id. */
export const answerEvidence = ({ exchange: { response } }: Attempt): readonly Evidence[] => {
  if (!response) return []
  const { status, error } = response
  const parts = [
    status === undefined ? undefined : `status ${status}`,
    error?.code && `code “${error.code}”`,
    error?.message && `message “${error.message}”`
  ]
  const said: Evidence = { text: `The answer has ${parts.filter((part) => part !== undefined && part !== '').join(', ') || 'no content'}.` }
  return error?.correlationId === undefined ? [said] : [said, { text: `Correlation id ${error.correlationId}: support asks for it.` }]
}
