import { isFailure } from '../../../exchange/exchange'
import type { Attempt } from '../../attempt'
import { answerEvidence } from '../../evidence'
import type { Codes } from '../../finding'
import { fails, type Rule } from '../../rule'

/** What tells an answer: its code, else its status, else words of its message. */
interface Sign {
  readonly codes?: Codes
  /** The status that the codes must stand with, where the answer has one. */
  readonly with?: number
  /** Without a status: the message with which these codes mean something else. */
  readonly unless?: RegExp
  /** A status that is enough by itself, whatever the code. */
  readonly status?: number | readonly number[]
  readonly message?: RegExp
}

/** An answer that means one thing. */
interface AnswerRule extends Omit<Rule, 'phase' | 'look' | 'about' | 'refusedWith'>, Sign {
  readonly cause: string
  readonly remedy: string
}

/** True when the answer is the one that a rule is about. Code first, then status, then a pattern over the message. */
export const answers = (
  { exchange: { response } }: Attempt,
  { codes, with: status, unless, status: alone = [], message }: Sign
): boolean => {
  if (!response || !isFailure(response)) return false
  const text = response.error?.message ?? ''
  const code = response.error?.code
  if (code !== undefined && codes?.includes(code) === true)
    return response.status === undefined ? !(unless?.test(text) ?? false) : status === undefined || status === response.status
  return [alone].flat().some((each) => each === response.status) || (message?.test(text) ?? false)
}

/** A rule for such an answer. */
export const answerRule = ({ codes, with: withStatus, unless, status, message, cause, remedy, ...rule }: AnswerRule): Rule => ({
  ...rule,
  ...(codes && { refusedWith: codes }),
  about: `${cause} ${remedy}`,
  phase: 'response',
  look: (attempt) =>
    answers(attempt, {
      ...(codes ? { codes } : {}),
      ...(withStatus === undefined ? {} : { with: withStatus }),
      ...(unless ? { unless } : {}),
      ...(status === undefined ? {} : { status }),
      ...(message ? { message } : {})
    })
      ? fails(cause, remedy, answerEvidence(attempt))
      : undefined
})
