import type { Attempt } from '../../../../../src/diagnosis/attempt'
import type { Situation } from '../../../../../src/model/situation'
import { attempt } from '../../../support/attempt'
import { accepting, assigning, changing, conversationNotRead, having } from '../../../support/changes'
import { automated, endedConversation, inWrapUp, queued, withAgent } from '../../../support/conversation'
import { answering, refusing } from '../../../support/exchange'
import { ids } from '../../../support/ids'
import { cut, granted, memberships, nora, notRead, queue, routingStatus } from '../../../support/situation'
import type { CasesByRule, Firing, Silence } from '../../../support/ruleCases'

/** The answer that a rule reads. */
const answered = (status: number, code: string, remedy: RegExp): Firing => ({
  when: `the answer is ${status} “${code}”`,
  attempt: attempt({ request: assigning(), response: refusing(status, code) }),
  severity: 'error',
  evidence: new RegExp(code.replaceAll('.', '\\.')),
  remedy
})

const wasAccepted: Silence = { when: 'it was accepted', attempt: attempt({ request: assigning(), response: answering(202) }) }
const isAcceptance: Silence = { when: 'an agent accepts', attempt: changing(withAgent('alerting'), accepting()) }

/** A conversation that waits in a queue is assigned to the user whose credential is at hand. */
const waiting = (facts: Partial<Situation> = {}): Attempt => changing(queued(), assigning(), facts)
const isHeld: Silence = { when: 'a flow holds the conversation, which waits in no queue', attempt: changing(automated(), assigning()) }

const withRole = (...permissions: readonly string[]): Partial<Situation> => having({ ...nora, permissions: granted(...permissions) })

export const assignCases: CasesByRule = {
  'assign.not-waiting': {
    fires: [
      { ...answered(400, 'operation.failed', /^Read the conversation/), confidence: 'inferred' },
      {
        when: 'the conversation has ended',
        attempt: changing(endedConversation(), assigning()),
        severity: 'error',
        foreseen: true,
        evidence: /^endTime is /,
        remedy: /agentless/
      },
      {
        when: 'after-conversation work is all that is left',
        attempt: changing(inWrapUp(), assigning()),
        severity: 'error',
        foreseen: true,
        evidence: /^Every communication is disconnected/
      },
      {
        when: 'a flow holds it',
        attempt: changing(automated(), assigning()),
        severity: 'unknown',
        confidence: 'not-documented',
        foreseen: true,
        cause: /^A flow holds the conversation/
      },
      {
        when: 'an agent has it',
        attempt: changing(withAgent('connected'), assigning()),
        severity: 'unknown',
        confidence: 'not-documented',
        foreseen: true,
        cause: /^An agent has the conversation already/
      }
    ],
    silent: [{ when: 'it waits in a queue', attempt: changing(queued(), assigning()) }, wasAccepted, isAcceptance],
    unknown: [
      conversationNotRead(assigning()),
      {
        when: 'its state is not known',
        attempt: changing(withAgent('unrecognised'), assigning()),
        says: /^Not known: whether the conversation waits\./
      }
    ]
  },

  'assign.user-status': {
    fires: [
      answered(400, 'invalid.status', /on queue/),
      {
        when: 'the user is on queue and free: it allows it, and that is inferred',
        attempt: waiting(),
        severity: 'info',
        confidence: 'inferred',
        foreseen: true,
        evidence: /^The user’s routingStatus is IDLE\.$/
      },
      ...(['INTERACTING', 'COMMUNICATING'] as const).map((status): Firing => ({
        when: `the user is ${status}`,
        attempt: waiting({ routingStatus: routingStatus(status) }),
        severity: 'unknown',
        confidence: 'not-documented',
        foreseen: true,
        evidence: new RegExp(status),
        remedy: /invalid\.status/
      })),
      ...(['OFF_QUEUE', 'NOT_RESPONDING', 'SOMETHING_NEW'] as const).map((status): Firing => ({
        when: `the user is ${status}`,
        attempt: waiting({ routingStatus: routingStatus(status) }),
        severity: 'unknown',
        confidence: 'not-documented',
        foreseen: true,
        evidence: new RegExp(status),
        remedy: /go on queue/
      }))
    ],
    silent: [isHeld, wasAccepted, isAcceptance],
    unknown: [
      {
        when: 'the status was not read',
        attempt: waiting({ routingStatus: notRead }),
        says: /^Not known: whether the user’s routing status allows new conversations\. It was not read\.$/
      },
      { when: 'it is for somebody else', attempt: changing(queued(), assigning(ids.nobody)), says: /of the connection’s own user only\.$/ },
      conversationNotRead(assigning())
    ]
  },

  'assign.not-enabled': {
    fires: [
      answered(400, 'feature.not.enabled', /Switch it on/),
      {
        when: 'the queue does not allow it',
        attempt: waiting({ queue: queue({ manualAssignment: false }) }),
        severity: 'error',
        foreseen: true,
        evidence: /^enableManualAssignment of “Web support” is false\.$/,
        remedy: /Switch it on/
      }
    ],
    silent: [{ when: 'the queue allows it', attempt: waiting() }, isHeld, wasAccepted, isAcceptance],
    unknown: [
      { when: 'the queue was not read', attempt: waiting({ queue: notRead }), says: /manual assignment\. It was not read\.$/ },
      { when: 'another queue was read', attempt: waiting({ queue: queue({ id: ids.nobody }) }), says: /read of another queue\.$/ },
      {
        when: 'the queue’s record does not say it',
        attempt: waiting({ queue: queue({ manualAssignment: undefined }) }),
        says: /The record of the queue does not say it\.$/
      },
      conversationNotRead(assigning())
    ]
  },

  'assign.membership': {
    fires: [
      {
        when: 'the user is in other queues only',
        attempt: waiting({ memberships: memberships({ queueId: ids.nobody }) }),
        severity: 'unknown',
        evidence: /^“Support” is not among the user’s 1 queues\.$/,
        remedy: /Add the user to the queue/
      },
      {
        when: 'the user has not joined it',
        attempt: waiting({ memberships: memberships({ joined: false }) }),
        severity: 'unknown',
        evidence: /^joined is false/,
        remedy: /join the queue/
      }
    ],
    silent: [{ when: 'the user works in it', attempt: waiting() }, isHeld, wasAccepted, isAcceptance],
    unknown: [
      {
        when: 'the user’s queues were not read',
        attempt: waiting({ memberships: notRead }),
        says: /member of the queue\. It was not read\.$/
      },
      {
        when: 'not all of them were read',
        attempt: waiting({ memberships: cut(memberships({ queueId: ids.nobody })) }),
        says: /more queues than were read\.$/
      },
      { when: 'it is for somebody else', attempt: changing(queued(), assigning(ids.nobody)), says: /of the connection’s own user only\.$/ },
      conversationNotRead(assigning())
    ]
  },

  'assign.user': {
    fires: [
      answered(400, 'invalid.id', /GET \/api\/v2\/users\/me/),
      {
        when: 'the id is another than the token’s own user’s',
        attempt: changing(queued(), assigning(ids.nobody)),
        severity: 'unknown',
        foreseen: true,
        cause: /not the token’s own user/
      }
    ],
    silent: [{ when: 'it is the token’s own user', attempt: changing(queued(), assigning()) }, wasAccepted, isAcceptance],
    unknown: [
      { when: 'the id is a placeholder', attempt: changing(queued(), assigning('<user id>')), says: /It is not filled in\.$/ },
      {
        when: 'whose token it is, is not known',
        attempt: changing(queued(), assigning(), { credentials: notRead }),
        says: /^Not known: whether “id” is a user/
      }
    ]
  },

  'assign.permission': {
    fires: [
      { ...answered(403, 'forbidden', /conversation:message:pull/), confidence: 'inferred' },
      {
        when: 'the role may assign nothing but calls',
        attempt: changing(queued(), assigning(), withRole('conversation:call:pull')),
        severity: 'error',
        foreseen: true,
        evidence: /and not conversation:message:pull\.$/,
        remedy: /conversation:message:pull/
      },
      {
        when: 'the role may pull, and the user takes it',
        attempt: waiting(withRole('conversation:message:pull')),
        severity: 'info',
        confidence: 'inferred',
        foreseen: true,
        evidence: /and not conversation:message:assign\.$/
      },
      {
        when: 'the role may pull, and it is for somebody else',
        attempt: changing(queued(), assigning(ids.nobody), withRole('conversation:message:pull')),
        severity: 'unknown',
        confidence: 'not-documented',
        foreseen: true,
        evidence: /and not conversation:message:assign\.$/
      },
      {
        when: 'the role may assign, and not pull',
        attempt: waiting(withRole('conversation:message:assign')),
        severity: 'unknown',
        confidence: 'not-documented',
        foreseen: true,
        evidence: /and not conversation:message:pull\.$/
      }
    ],
    silent: [{ when: 'the role may do both', attempt: changing(queued(), assigning()) }, wasAccepted, isAcceptance],
    unknown: [
      {
        when: 'the permissions are not known',
        attempt: changing(queued(), assigning(), having({ ...nora, permissions: notRead })),
        saidBy: 'auth.permission',
        says: /^Not known: whether its role has/
      }
    ]
  }
}
