import type { CasesByRule } from '../../../support/ruleCases'
import { coded } from './refusals'

export const stateCases: CasesByRule = {
  'transfer.not-connected': coded(/Accept the conversation first/, [400, 'conversations.error.transfer.not.connected']),
  'patch.comm-state': coded(/PATCH the participant/, [400, 'communication.state.required']),
  'participant.no-active': coded(/agentless/, [400, 'conversation.error.participant.no.active.conversations']),
  'parking.disconnected': coded(/agentless/, [400, 'conversation.error.conversation.disconnected']),
  'not-active-participant': coded(/assign the conversation/, [403, 'conversation.error.forbidden.not.active.participant'])
}
