import { UnknownScenario } from '../errors'
import { agentStillAlerting } from './agentStillAlerting'
import { botHoldsTheConversation } from './botHoldsTheConversation'
import { contactMerged } from './contactMerged'
import { conversationDisconnect } from './conversationDisconnect'
import { customerLeft } from './customerLeft'
import { defaultScenario } from './default'
import { deploymentInactive } from './deploymentInactive'
import { everyChannelAndState } from './everyChannelAndState'
import { guestReadOnly } from './guestReadOnly'
import { guestWentOffline } from './guestWentOffline'
import { large } from './large'
import { manualAssignmentOff } from './manualAssignmentOff'
import { missingPermission } from './missingPermission'
import { outboundLimitReached } from './outboundLimitReached'
import { parkedConversation } from './parkedConversation'
import { rateLimited } from './rateLimited'
import { smsOptedOut } from './smsOptedOut'
import { userTokenOnAgentless } from './userTokenOnAgentless'
import { waitingInQueue } from './waitingInQueue'
import { whatsAppWindowOver } from './whatsAppWindowOver'
import type { Scenario } from './scenario'

const byName: ReadonlyMap<string, Scenario> = new Map([
  ['default', defaultScenario],
  ['409-after-the-customer-left', customerLeft],
  ['agent-still-alerting', agentStillAlerting],
  ['parked-conversation', parkedConversation],
  ['bot-holds-the-conversation', botHoldsTheConversation],
  ['waiting-in-queue', waitingInQueue],
  ['manual-assignment-off', manualAssignmentOff],
  ['guest-went-offline', guestWentOffline],
  ['guest-read-only', guestReadOnly],
  ['conversation-disconnect', conversationDisconnect],
  ['whatsapp-window-over', whatsAppWindowOver],
  ['sms-opted-out', smsOptedOut],
  ['contact-merged', contactMerged],
  ['deployment-inactive', deploymentInactive],
  ['user-token-on-agentless', userTokenOnAgentless],
  ['missing-permission', missingPermission],
  ['rate-limited', rateLimited],
  ['outbound-limit-reached', outboundLimitReached],
  ['every-channel-and-state', everyChannelAndState],
  ['large', large]
])

/** What is told of a scenario before it is loaded. */
export interface ScenarioSummary extends Pick<Scenario, 'title' | 'summary' | 'tryThis' | 'about'> {
  readonly name: string
  /** Whether it can be tried at once. */
  readonly canBeTried: boolean
}

/** Every scenario, the default one first. */
export const scenarios: readonly ScenarioSummary[] = [...byName].map(([name, { title, summary, tryThis, about, trial }]) => ({
  name,
  title,
  summary,
  tryThis,
  canBeTried: trial !== undefined,
  ...(about !== undefined && { about })
}))

/** @throws UnknownScenario, which lists those that there are */
export const findScenario = (name: string): Scenario => {
  const scenario = byName.get(name)
  if (scenario === undefined) throw new UnknownScenario(name, [...byName.keys()])
  return scenario
}
