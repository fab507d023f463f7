import { isFailure } from '../../../exchange/exchange'
import type { Attempt } from '../../attempt'
import { answerEvidence } from '../../evidence'
import { fails, type Rule } from '../../rule'

/** An answer that means one thing: told by its code, else by its status, else by words of its message. */
interface AnswerRule extends Omit<Rule, 'phase' | 'look' | 'about'> {
  readonly codes?: readonly string[]
  /** With `codes`: the status that they must stand with. Alone: enough by itself. */
  readonly status?: number | readonly number[]
  readonly message?: RegExp
  readonly cause: string
  readonly remedy: string
}

const hasStatus = (wanted: number | readonly number[] | undefined, status: number | undefined): boolean =>
  wanted === undefined || (status !== undefined && (typeof wanted === 'number' ? wanted === status : wanted.includes(status)))

/** True when the answer is the one that a rule is about. Code first, then status, then a pattern over the message. */
export const answers = (
  { exchange: { response } }: Attempt,
  { codes, status, message }: Pick<AnswerRule, 'codes' | 'status' | 'message'>
): boolean => {
  if (!response || !isFailure(response)) return false
  const code = response.error?.code
  if (codes && code !== undefined && codes.includes(code)) return response.status === undefined || hasStatus(status, response.status)
  if (!codes && status !== undefined && hasStatus(status, response.status)) return true
  return message?.test(response.error?.message ?? '') ?? false
}

/** A rule for such an answer. */
export const answerRule = ({ codes, status, message, cause, remedy, ...rule }: AnswerRule): Rule => ({
  ...rule,
  about: `${cause} ${remedy}`,
  phase: 'response',
  look: (attempt) =>
    answers(attempt, { ...(codes ? { codes } : {}), ...(status === undefined ? {} : { status }), ...(message ? { message } : {}) })
      ? fails(cause, remedy, answerEvidence(attempt))
      : undefined
})
