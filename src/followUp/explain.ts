import { attemptOf } from '../diagnosis/attempt'
import { diagnose, type Diagnosis } from '../diagnosis/diagnose'
import type { Exchange } from '../exchange/exchange'
import { textDraft } from '../model/draft'
import type { Situation } from '../model/situation'
import type { OperationMatch } from '../platform/operations'
import { plan } from './plan'
import type { Route } from './route'

/** What there is to say of a pasted exchange: what it is, why it fails, and how the customer is reached instead. */
export interface Explanation extends Diagnosis {
  readonly exchange: Exchange
  readonly operation: OperationMatch | undefined
  readonly routes: readonly Route[]
}

/** Explains an exchange in a situation, of which everything may be unknown. */
export const explain = (exchange: Exchange, situation: Situation): Explanation => {
  const attempt = attemptOf(situation, exchange)
  return {
    exchange,
    operation: attempt.operation,
    ...diagnose(attempt),
    routes: plan(situation, textDraft('<text>'))
  }
}
