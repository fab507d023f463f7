import { unknown } from '../../model/fact'
import { isVariable } from '../../platform/operationUrl'
import { sources } from '../../platform/sources'
import { cannotTell, fails, type Rule } from '../rule'

const queueReady: Rule = {
  id: 'queue.ready',
  about: 'The user must be a member of the queue, and the queue needs an outbound address; neither was read.',
  phase: 'preflight',
  title: 'The queue decides, and it was not read',
  confidence: 'documented',
  sources: [sources.openapi, sources.onBehalfOfQueue],
  look: ({ send }) => {
    if (send?.kind !== 'outbound') return undefined
    if (send.queueId === undefined || isVariable(send.queueId))
      return fails('“queueId” is missing, and it is required.', 'Name the queue on whose behalf the conversation is opened.')
    return {
      ...cannotTell(
        'whether the user is a member of the queue, and whether the queue has an outbound address',
        unknown('Without them the answer is 400 “queue.membership.required” or “queue.address.required”.'),
        `Read GET /api/v2/routing/queues/${send.queueId}, and its members.`
      ),
      brief:
        'Opens the conversation for the agent, if the user is a member of the queue and the queue has an outbound address. The text follows as the agent’s message.'
    }
  }
}

export const queueRules: readonly Rule[] = [queueReady]
