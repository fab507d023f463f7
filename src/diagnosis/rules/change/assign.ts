import type { Participant } from '../../../model/conversation'
import { permits } from '../../../model/credential'
import { unknown } from '../../../model/fact'
import { sources } from '../../../platform/sources'
import type { Attempt } from '../../attempt'
import { answerEvidence, endEvidence } from '../../evidence'
import { cannotTell, fails, notes, undocumented, type Rule } from '../../rule'
import { answers } from '../answer/answerRule'
import { conversationToChange, userToChange } from './target'

const documented = { phase: 'response', confidence: 'documented', sources: [sources.openapi] } as const

const isAssignment = ({ change }: Attempt): boolean => change?.kind === 'assign'

/** The queue’s participant of a conversation that waits and is to be assigned; `undefined` in every other case. */
const waitingIn = (attempt: Attempt): Participant | undefined => {
  const { state } = attempt
  return isAssignment(attempt) && conversationToChange(attempt).known && state.known && state.value.kind === 'queued'
    ? state.value.queue.participant
    : undefined
}

/** Whether it is to go to the user whose credential is at hand. */
const isForOwnUser = ({ change, situation: { credentials } }: Attempt): boolean =>
  change?.kind === 'assign' && credentials.known && credentials.value.some(({ userId }) => userId !== undefined && userId === change.userId)

const readOfOwnUser = unknown('It is read of the connection’s own user only.')

const failedCodes = ['operation.failed'] as const

const notWaiting: Rule = {
  ...documented,
  id: 'assign.not-waiting',
  about: 'A conversation is assigned while it waits: 400 “operation.failed” is what a failed assignment answers. Read where it stands.',
  title: 'The conversation does not wait in a queue',
  refusedWith: failedCodes,
  confidence: 'inferred',
  look: (attempt) =>
    answers(attempt, { codes: failedCodes })
      ? fails(
          'The assignment was tried and failed. The code gives no reason.',
          'Read the conversation: it may have ended, or have gone to an agent in the meantime.',
          answerEvidence(attempt)
        )
      : undefined,
  foresee: (attempt) => {
    const { state } = attempt
    const conversation = conversationToChange(attempt)
    if (!isAssignment(attempt) || !conversation.known || !state.known) return undefined
    switch (state.value.kind) {
      case 'queued':
        return undefined
      case 'ended':
      case 'endedWindowOpen':
      case 'endedWindowOver':
      case 'wrapUpPending':
        return fails(
          'The conversation has ended, and nothing re-opens it: there is nothing to assign.',
          'Follow up without an agent (POST /api/v2/conversations/messages/agentless), or wait for the customer.',
          endEvidence(conversation)
        )
      case 'unknown':
        return cannotTell('whether the conversation waits', unknown(state.value.why), 'Read the conversation again.')
      case 'automated':
        return undocumented(
          'A flow holds the conversation, and it waits in no queue. Whether it can be assigned then is not documented.',
          'Wait until the flow hands it to a queue, or join it agentless.'
        )
      case 'connected':
      case 'alerting':
      case 'parked':
        return undocumented(
          'An agent has the conversation already, or is alerted. Whether it can be assigned to another then is not documented.',
          'Let that agent transfer it.'
        )
    }
  }
}

const statusCodes = ['invalid.status'] as const

const userStatus: Rule = {
  ...documented,
  id: 'assign.user-status',
  about:
    'The user’s routing status must allow new conversations: 400 “invalid.status”. Which statuses do is not documented. Let the user go on queue.',
  title: 'The user’s routing status decides',
  refusedWith: statusCodes,
  look: (attempt) =>
    answers(attempt, { codes: statusCodes })
      ? fails('The routing status of the user does not allow new conversations.', 'Let the user go on queue.', answerEvidence(attempt))
      : undefined,
  foresee: (attempt) => {
    if (!waitingIn(attempt)) return undefined
    const { routingStatus } = attempt.situation
    const asked = 'whether the user’s routing status allows new conversations'
    const settle =
      'GET /api/v2/users/{userId}/routingstatus says which it is: one that does not allow it is answered with 400 “invalid.status”.'
    if (!isForOwnUser(attempt)) return cannotTell(asked, readOfOwnUser, settle)
    if (!routingStatus.known) return cannotTell(asked, routingStatus, settle)
    const { value: status, from } = routingStatus
    const evidence = [{ text: `The user’s routingStatus is ${status}.`, from: from.source }]
    switch (status) {
      case 'IDLE':
        return notes(
          'The user is on queue and free (IDLE). No document says which statuses allow an assignment: that this one does is inferred.',
          'There is nothing to do.',
          evidence,
          'inferred'
        )
      case 'INTERACTING':
      case 'COMMUNICATING':
        return undocumented(
          `The user is busy already (${status}). Whether this status, and the utilisation that is left, allow another conversation is not documented.`,
          'Try it: a status that does not allow it is answered with 400 “invalid.status”.',
          evidence
        )
      default:
        return undocumented(
          `The user’s routing status is ${status}. There are statuses that allow no new conversations, and which they are is not documented.`,
          'Let the user go on queue.',
          evidence
        )
    }
  }
}

const manualCodes = ['feature.not.enabled'] as const
const switchOn = 'Switch it on in the queue’s configuration.'

const manualAssignment: Rule = {
  ...documented,
  id: 'assign.not-enabled',
  about:
    'The queue must allow manual assignment (enableManualAssignment): 400 “feature.not.enabled”. Switch it on in the queue’s configuration.',
  title: 'The queue does not allow manual assignment',
  refusedWith: manualCodes,
  look: (attempt) =>
    answers(attempt, { codes: manualCodes })
      ? fails('Manual assignment is not enabled for the queue.', switchOn, answerEvidence(attempt))
      : undefined,
  foresee: (attempt) => {
    const waiting = waitingIn(attempt)
    if (!waiting) return undefined
    const { queue } = attempt.situation
    const asked = 'whether the queue allows manual assignment'
    const settle =
      'GET /api/v2/routing/queues/{queueId} has it as enableManualAssignment: without it the answer is 400 “feature.not.enabled”.'
    if (!queue.known) return cannotTell(asked, queue, settle)
    const { id, name, manualAssignment } = queue.value
    if (id !== waiting.queueId) return cannotTell(asked, unknown('It was read of another queue.'), settle)
    if (manualAssignment === undefined) return cannotTell(asked, unknown('The record of the queue does not say it.'), settle)
    return manualAssignment
      ? undefined
      : fails(`The queue “${name}” does not allow manual assignment: 400 “${manualCodes[0]}”.`, switchOn, [
          { text: `enableManualAssignment of “${name}” is false.`, from: queue.from.source }
        ])
  }
}

const membership: Rule = {
  ...documented,
  id: 'assign.membership',
  about: 'Whether the user must be a member of the queue that the conversation waits in is not documented. Let the user join it.',
  phase: 'preflight',
  title: 'The user does not work in the queue',
  refusedWith: 'not-documented',
  confidence: 'not-documented',
  look: (attempt) => {
    const waiting = waitingIn(attempt)
    if (!waiting) return undefined
    const { memberships } = attempt.situation
    const asked = 'whether the user is a member of the queue'
    const settle = 'GET /api/v2/routing/queues/{queueId}/members lists those of the queue.'
    if (!isForOwnUser(attempt)) return cannotTell(asked, readOfOwnUser, settle)
    if (!memberships.known) return cannotTell(asked, memberships, settle)
    const { rows, isComplete } = memberships.value
    const found = rows.find(({ queueId }) => queueId === waiting.queueId)
    if (found && found.joined !== false) return undefined
    const queue = waiting.queueName ?? waiting.queueId ?? 'the queue'
    const from = memberships.from.source
    if (found)
      return undocumented(
        `The user is a member of “${queue}” and has not joined it. Whether that is enough for an assignment is not documented.`,
        'Let the user join the queue.',
        [{ text: `joined is false for “${queue}”.`, from }]
      )
    return isComplete
      ? undocumented(
          `The user is not a member of “${queue}”. Whether a conversation that waits there can be assigned to them all the same is not documented.`,
          'Add the user to the queue and let them join it.',
          [{ text: `“${queue}” is not among the user’s ${rows.length} queues.`, from }]
        )
      : cannotTell(asked, unknown('The user has more queues than were read.'), settle)
  }
}

const userCodes = ['invalid.id'] as const

const invalidUser: Rule = {
  ...documented,
  id: 'assign.user',
  about: 'The body’s “id” names the user who gets the conversation: 400 “invalid.id” where it names none.',
  title: 'The user’s id is missing or wrong',
  refusedWith: userCodes,
  look: (attempt) =>
    answers(attempt, { codes: userCodes })
      ? fails(
          'The id of the user is missing or not valid.',
          'Name the user in “id”: GET /api/v2/users/me says one’s own.',
          answerEvidence(attempt)
        )
      : undefined,
  foresee: (attempt) => {
    const { change } = attempt
    const user = userToChange(attempt)
    if (change?.kind !== 'assign' || (user?.known === true && user.value.userId === change.userId)) return undefined
    return cannotTell(
      'whether “id” is a user of this organisation',
      unknown(change.userId === undefined ? 'It is not filled in.' : 'It is not the token’s own user.'),
      'GET /api/v2/users/{userId} says it.'
    )
  }
}

const forbiddenCodes = ['forbidden'] as const
const pull = 'conversation:message:pull'
const assign = 'conversation:message:assign'

const permission: Rule = {
  ...documented,
  id: 'assign.permission',
  about: `Assigning a message conversation needs ${pull} or ${assign}: 403 “forbidden”. Add it to the role.`,
  title: 'The permission to assign messages decides',
  refusedWith: forbiddenCodes,
  confidence: 'inferred',
  look: (attempt) =>
    answers(attempt, { codes: forbiddenCodes })
      ? fails(
          'The role may not do this to this conversation, or for this user.',
          `Add ${pull} to the role for one’s own assignments, and ${assign} for those of others.`,
          answerEvidence(attempt)
        )
      : undefined,
  foresee: (attempt) => {
    const { credential, situation } = attempt
    if (!isAssignment(attempt) || !credential.known || !situation.credentials.known) return undefined
    const held = situation.credentials.value.find(({ kind }) => kind === credential.value)?.permissions
    // Permissions that are not known are said once, by the rule on those of every operation.
    if (!held?.known) return undefined
    const [first, second] = [pull, assign].filter((name) => !permits(held.value, name))
    if (first === undefined) return undefined
    const evidence = [{ text: `The roles grant ${held.value.length} permissions, and not ${first}.`, from: held.from.source }]
    if (second === undefined && first === assign && isForOwnUser(attempt))
      return notes(
        `The role has ${pull}. The operation asks for one of both: that this one is enough to take a conversation oneself is inferred from its name.`,
        'There is nothing to do.',
        evidence,
        'inferred'
      )
    return second === undefined
      ? undocumented(
          `The role has one of ${pull} and ${assign}. Which of them an assignment needs is not documented.`,
          `Add ${first} to the role.`,
          evidence
        )
      : fails(`The role has neither ${pull} nor ${assign}.`, `Add ${pull} to the role.`, evidence)
  }
}

/** Assigning a conversation to a user. Source of the codes: published OpenAPI, `POST /api/v2/conversations/{conversationId}/assign`. */
export const assignRules: readonly Rule[] = [notWaiting, userStatus, manualAssignment, membership, invalidUser, permission]
