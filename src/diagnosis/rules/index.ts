import type { Rule } from '../rule'
import { addressRules } from './address'
import { authorisationRules } from './answer/authorisation'
import { availabilityRules, lastAnswerRules } from './answer/availability'
import { conflictRules } from './answer/conflict'
import { requestRules } from './answer/request'
import { stateRules } from './answer/state'
import { bodyRules } from './body'
import { assignRules } from './change/assign'
import { disconnectRules } from './change/disconnect'
import { parkingRules } from './change/parking'
import { participantChangeRules } from './change/participant'
import { channelRules } from './channel'
import { channelWindowRules } from './channelWindow'
import { credentialRules } from './credential'
import { deliveryRules } from './delivery'
import { deprecatedRules } from './deprecated'
import { endedRules } from './ended'
import { endpointRules } from './endpoint'
import { guestRules } from './guest'
import { legRules } from './leg'
import { mediaRules } from './media'
import { pasteRules } from './paste'
import { queueRules } from './queue'
import { recipientRules } from './recipient'
import { templateRules } from './template'
import { templateParameterRules } from './templateParameters'
import { textRules } from './text'
import { trapRules } from './trap'
import { webMessagingRules } from './webMessaging'

/** Every rule. Where two findings weigh the same, the earlier one is shown first. */
export const rules: readonly Rule[] = [
  ...endpointRules,
  ...trapRules,
  ...deprecatedRules,
  ...conflictRules,
  ...authorisationRules,
  ...requestRules,
  ...stateRules,
  ...participantChangeRules,
  ...parkingRules,
  ...assignRules,
  ...disconnectRules,
  ...availabilityRules,
  ...endedRules,
  ...legRules,
  ...recipientRules,
  ...credentialRules,
  ...channelRules,
  ...channelWindowRules,
  ...queueRules,
  ...webMessagingRules,
  ...addressRules,
  ...bodyRules,
  ...textRules,
  ...templateRules,
  ...templateParameterRules,
  ...mediaRules,
  ...pasteRules,
  ...deliveryRules,
  ...guestRules,
  ...lastAnswerRules
]
