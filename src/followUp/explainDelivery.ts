import { attemptOf } from '../diagnosis/attempt'
import { diagnose } from '../diagnosis/diagnose'
import type { Finding } from '../diagnosis/finding'
import { messengerTypeOf } from '../model/conversation'
import type { Situation } from '../model/situation'

/** Why a message of this conversation was not delivered, by the status that the platform gives it; `undefined` when it was. */
export const explainDelivery = (situation: Situation, status: string): Finding | undefined => {
  const messengerType = situation.conversation.known ? messengerTypeOf(situation.conversation.value) : undefined
  const delivery = { status, messengerType, direction: undefined, code: undefined, text: undefined }
  return diagnose(attemptOf(situation, { request: undefined, response: undefined, delivery })).findings.find(
    ({ phase, severity }) => phase === 'delivery' && (severity === 'error' || severity === 'warning')
  )
}
