import { attempt } from '../../support/attempt'
import { endedConversation } from '../../support/conversation'
import { agentlessTo, answering, outbound } from '../../support/exchange'
import { ids } from '../../support/ids'
import { situationOf } from '../../support/situation'
import type { CasesByRule } from '../../support/ruleCases'

const situation = situationOf(endedConversation('sms'))

export const queueCases: CasesByRule = {
  'queue.ready': {
    fires: [
      {
        when: 'an outbound conversation names no queue',
        attempt: attempt({ situation, request: outbound({ queueId: undefined }), credential: 'user' }),
        severity: 'error',
        cause: /“queueId” is missing/
      },
      {
        when: 'it has a placeholder there',
        attempt: attempt({ situation, request: outbound({ queueId: '<queue id>' }), credential: 'user' }),
        severity: 'error',
        cause: /“queueId” is missing/
      }
    ],
    silent: [
      { when: 'the send is agentless', attempt: attempt({ situation, request: agentlessTo('sms'), credential: 'client' }) },
      { when: 'it was accepted', attempt: attempt({ situation, request: outbound(), response: answering(200, {}) }) }
    ],
    unknown: [
      {
        when: 'it names a queue, which was not read',
        attempt: attempt({ situation, request: outbound({ useExistingConversation: true }), credential: 'user' }),
        says: /^Not known: whether the user is a member of the queue, and whether the queue has an outbound address\./
      },
      {
        when: 'it names a queue, and says where to look',
        attempt: attempt({ situation, request: outbound({ queueId: ids.queue, useExistingConversation: true }), credential: 'user' }),
        says: /“queue\.membership\.required” or “queue\.address\.required”/
      }
    ]
  }
}
