import { unknown } from '../../model/fact'
import { isVariable } from '../../platform/operationUrl'
import { sources } from '../../platform/sources'
import type { Attempt } from '../attempt'
import { answerEvidence } from '../evidence'
import { cannotTell, fails, warns, type Rule } from '../rule'
import type { Send } from '../send'
import { answers } from './answer/answerRule'

type Outbound = Extract<Send, { readonly kind: 'outbound' }>

/** An outbound conversation that names its queue. */
const onBehalfOf = ({ send }: Attempt): (Outbound & { readonly queueId: string }) | undefined =>
  send?.kind === 'outbound' && send.queueId !== undefined && !isVariable(send.queueId) ? { ...send, queueId: send.queueId } : undefined

const missing: Rule = {
  id: 'queue.missing',
  about: 'An outbound conversation is opened on behalf of a queue. Name it in “queueId”.',
  phase: 'preflight',
  title: 'The queue is missing',
  refusedWith: 'not-documented',
  confidence: 'documented',
  sources: [sources.openapi, sources.onBehalfOfQueue],
  look: (attempt) =>
    attempt.send?.kind === 'outbound' && !onBehalfOf(attempt)
      ? fails('“queueId” is missing, and it is required.', 'Name the queue on whose behalf the conversation is opened.')
      : undefined
}

const membershipCodes = ['queue.membership.required'] as const
const joinQueue = 'Add the user to the queue and let them join it.'

const membership: Rule = {
  id: 'queue.membership',
  about: 'The user must be a member of the queue on whose behalf they open a conversation: 400 “queue.membership.required”.',
  phase: 'response',
  title: 'The user is not a member of the queue',
  refusedWith: membershipCodes,
  confidence: 'documented',
  sources: [sources.openapi],
  look: (attempt) =>
    answers(attempt, { codes: membershipCodes })
      ? fails('The user whose token was sent is not a member of the queue, or has not joined it.', joinQueue, answerEvidence(attempt))
      : undefined,
  foresee: (attempt) => {
    const send = onBehalfOf(attempt)
    if (!send) return undefined
    const { memberships } = attempt.situation
    const settle = 'GET /api/v2/routing/queues/me lists the user’s queues.'
    if (!memberships.known) return cannotTell('whether the user is a member of the queue', memberships, settle)
    const found = memberships.value.rows.find(({ queueId }) => queueId === send.queueId)
    if (found)
      return found.joined === false
        ? warns(
            `The user is a member of “${found.queueName}” and has not joined it. Whether that is enough is not documented.`,
            'Let the user join the queue.',
            [{ text: `joined is false for “${found.queueName}”.`, from: memberships.from.source }],
            'not-documented'
          )
        : undefined
    return memberships.value.isComplete
      ? fails('The user is not a member of the queue: the answer is 400 “queue.membership.required”.', joinQueue, [
          { text: `Queue ${send.queueId} is not among the user’s ${memberships.value.rows.length} queues.`, from: memberships.from.source }
        ])
      : cannotTell('whether the user is a member of the queue', unknown('The user has more queues than were read.'), settle)
  }
}

const addressCodes = ['queue.address.required'] as const
const setAddress = 'Set the queue’s outbound messaging address for the channel.'

const address: Rule = {
  id: 'queue.address',
  about: 'The queue needs an outbound messaging address for the channel: 400 “queue.address.required”.',
  phase: 'response',
  title: 'The queue has no outbound address',
  refusedWith: addressCodes,
  confidence: 'documented',
  sources: [sources.openapi],
  look: (attempt) =>
    answers(attempt, { codes: addressCodes })
      ? fails('The queue has no outbound messaging address for this channel.', setAddress, answerEvidence(attempt))
      : undefined,
  foresee: (attempt) => {
    const send = onBehalfOf(attempt)
    if (send?.messengerType === undefined) return undefined
    const { queue } = attempt.situation
    const asked = 'whether the queue has an outbound address for this channel'
    const settle = `Read GET /api/v2/routing/queues/${send.queueId}.`
    if (!queue.known) return cannotTell(asked, queue, settle)
    if (queue.value.id !== send.queueId) return cannotTell(asked, unknown('It is not the queue that the conversation was in.'), settle)
    return queue.value.outboundChannels.includes(send.messengerType)
      ? undefined
      : fails(
          `The queue “${queue.value.name}” has no outbound address for ${send.messengerType}: the answer is 400 “queue.address.required”.`,
          setAddress,
          [{ text: `outboundMessagingAddresses of “${queue.value.name}” has none for ${send.messengerType}.`, from: queue.from.source }]
        )
  }
}

export const queueRules: readonly Rule[] = [missing, membership, address]
