import { attemptOf } from '../diagnosis/attempt'
import { diagnose } from '../diagnosis/diagnose'
import type { Finding } from '../diagnosis/finding'
import { messengerTypeOf, type MessageRecord } from '../model/conversation'
import type { Situation } from '../model/situation'

/**
 * Why a message of this conversation was not delivered, by the status that the platform gives it and by the error that it names, where it names one;
 * `undefined` when it was.
 */
export const explainDelivery = (situation: Situation, status: string, error: MessageRecord['error']): Finding | undefined => {
  const messengerType = situation.conversation.known ? messengerTypeOf(situation.conversation.value) : undefined
  const delivery = { status, messengerType, direction: undefined, code: error?.code, text: error?.text }
  return diagnose(attemptOf(situation, { request: undefined, response: undefined, delivery })).findings.find(
    ({ phase, severity }) => phase === 'delivery' && (severity === 'error' || severity === 'warning')
  )
}
