import type { Assumption } from './assumption'
import { configurationAssumptions } from './configuration'
import { conversationAssumptions } from './conversation'
import { credentialAssumptions } from './credential'
import { notificationAssumptions } from './notifications'
import { faultAssumptions } from './faults'
import { guestAssumptions } from './guest'
import { lifeAssumptions } from './life'
import { requestAssumptions } from './request'
import { sendingAssumptions } from './sending'
import { speechAnalyticsAssumptions } from './speechAnalytics'

const table = {
  ...credentialAssumptions,
  ...requestAssumptions,
  ...sendingAssumptions,
  ...conversationAssumptions,
  ...lifeAssumptions,
  ...configurationAssumptions,
  ...speechAnalyticsAssumptions,
  ...notificationAssumptions,
  ...faultAssumptions,
  ...guestAssumptions
} as const

export type AssumptionId = keyof typeof table

/** Every choice that the sandbox makes where the platform is not documented. An answer that rests on one names it in `x-sandbox-assumption`. */
export const assumptions: Readonly<Record<AssumptionId, Assumption>> = table

/** Notes that what is being done rests on an assumption. A refusal names its own instead. */
export type Assume = (id: AssumptionId) => void
