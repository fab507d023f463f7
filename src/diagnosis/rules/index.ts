import type { Rule } from '../rule'
import { answerRules } from './answer'
import { bodyRules } from './body'
import { conversationStateRules } from './conversationState'
import { credentialRules } from './credential'
import { endpointRules } from './endpoint'
import { recipientRules } from './recipient'

/** Every rule. Where two findings weigh the same, the earlier one is shown first. */
export const rules: readonly Rule[] = [
  ...endpointRules,
  ...answerRules,
  ...conversationStateRules,
  ...recipientRules,
  ...credentialRules,
  ...bodyRules
]
