import { changing, conversationNotRead, disconnecting, leaving } from '../../../support/changes'
import { endedConversation, withAgent } from '../../../support/conversation'
import type { CasesByRule } from '../../../support/ruleCases'

export const disconnectCases: CasesByRule = {
  'disconnect.already-ended': {
    fires: [
      {
        when: 'the conversation has ended',
        attempt: changing(endedConversation(), disconnecting),
        severity: 'unknown',
        evidence: /^endTime is /,
        remedy: /nothing to disconnect/
      }
    ],
    silent: [
      { when: 'somebody is connected', attempt: changing(withAgent('connected'), disconnecting) },
      { when: 'one participant leaves', attempt: changing(endedConversation(), leaving()) }
    ],
    unknown: [conversationNotRead(disconnecting)]
  }
}
