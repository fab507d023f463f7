import { isFailure } from '../exchange/exchange'
import type { Attempt } from './attempt'
import type { Finding, Severity } from './finding'
import { nearestOperations, type NearestOperation } from './nearest'
import type { Rule } from './rule'
import { rules } from './rules'

/** `will-work` and `will-fail` are of a send that has not been made, `failed` of one that has. */
export type Verdict = 'will-work' | 'will-fail' | 'failed' | 'cannot-tell'

export interface Diagnosis {
  readonly verdict: Verdict
  /** What decides first. */
  readonly findings: readonly Finding[]
  readonly nearest: readonly NearestOperation[]
}

const severityOrder: readonly Severity[] = ['error', 'unknown', 'warning', 'info']

const findingOf = (rule: Rule, attempt: Attempt): Finding | undefined => {
  const observation = rule.look(attempt)
  if (observation === undefined) return undefined
  const { id, phase, title, sources, confidence } = rule
  return { rule: id, phase, title, sources, confidence, brief: observation.cause, ...observation }
}

const verdictOf = (attempt: Attempt, findings: readonly Finding[]): Verdict => {
  const { response } = attempt.exchange
  if (response && isFailure(response)) return 'failed'
  if (response) return 'cannot-tell'
  if (findings.some(({ severity }) => severity === 'error')) return 'will-fail'
  if (attempt.send === undefined || findings.some(({ severity }) => severity === 'unknown')) return 'cannot-tell'
  return 'will-work'
}

/**
 * Says whether an attempt will work, or why it failed. “Will work” is only said of a send for which no rule found anything against it and every
 * fact that a rule asked for was known.
 */
export const diagnose = (attempt: Attempt): Diagnosis => {
  const findings = rules
    .flatMap((rule) => findingOf(rule, attempt) ?? [])
    .sort((a, b) => severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity))
  return { verdict: verdictOf(attempt, findings), findings, nearest: nearestOperations(attempt) }
}
