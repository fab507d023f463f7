import type { Rule } from '../rule'
import { answerRules } from './answer'
import { bodyRules } from './body'
import { channelWindowRules } from './channelWindow'
import { credentialRules } from './credential'
import { endedRules } from './ended'
import { endpointRules } from './endpoint'
import { legRules } from './leg'
import { queueRules } from './queue'
import { recipientRules } from './recipient'

/** Every rule. Where two findings weigh the same, the earlier one is shown first. */
export const rules: readonly Rule[] = [
  ...endpointRules,
  ...answerRules,
  ...endedRules,
  ...legRules,
  ...recipientRules,
  ...credentialRules,
  ...channelWindowRules,
  ...queueRules,
  ...bodyRules
]
