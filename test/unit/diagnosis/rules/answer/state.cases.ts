import { accepting, changing, leaving } from '../../../support/changes'
import { endedConversation, withAgent } from '../../../support/conversation'
import type { CasesByRule, RuleCases } from '../../../support/ruleCases'
import { coded } from './refusals'

const noActive = coded(/agentless/, [400, 'conversation.error.participant.no.active.conversations'])

const participantNoActive: RuleCases = {
  fires: [
    ...noActive.fires,
    {
      when: 'the participant’s communication is disconnected',
      attempt: changing(endedConversation(), leaving()),
      severity: 'error',
      foreseen: true,
      evidence: /^Agent Nora Lind: disconnected/,
      remedy: /agentless/
    }
  ],
  silent: [...noActive.silent, { when: 'the participant is there', attempt: changing(withAgent('alerting'), accepting()) }],
  unknown: [
    {
      when: 'the conversation was not read',
      attempt: changing(undefined, accepting()),
      saidBy: 'change.state-unknown',
      says: /^Not known: where the conversation stands\./
    }
  ]
}

export const stateCases: CasesByRule = {
  'transfer.not-connected': coded(/Accept the conversation first/, [400, 'conversations.error.transfer.not.connected']),
  'patch.comm-state': coded(/PATCH the participant/, [400, 'communication.state.required']),
  'participant.no-active': participantNoActive
}
