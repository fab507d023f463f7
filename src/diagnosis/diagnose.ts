import { isFailure, type Response } from '../exchange/exchange'
import type { Attempt } from './attempt'
import type { Finding, Phase, Refusal, Severity } from './finding'
import { nearestOperations, type NearestOperation } from './nearest'
import type { Observation, Rule } from './rule'
import { rules } from './rules'

/** `will-work` and `will-fail` are of a request that has not been made, `failed` of one that has. */
export type Verdict = 'will-work' | 'will-fail' | 'failed' | 'cannot-tell'

export interface Diagnosis {
  readonly verdict: Verdict
  /** What decides first. */
  readonly findings: readonly Finding[]
  readonly nearest: readonly NearestOperation[]
}

/** How far the request has come. */
type Stage = 'before' | 'refused' | 'accepted'

const stageOf = (response: Response | undefined): Stage =>
  response === undefined ? 'before' : isFailure(response) ? 'refused' : 'accepted'

const severityOrder: Readonly<Record<Severity, number>> = { error: 0, unknown: 1, warning: 2, info: 3 }

/** What a rule says now, and in which phase: before the answer is there, or of it. */
const observe = (rule: Rule, attempt: Attempt, stage: Stage): { readonly phase: Phase; readonly observation: Observation } | undefined => {
  if (rule.phase !== 'preflight') {
    const observation = rule.look(attempt)
    if (observation) return { phase: rule.phase, observation }
  }
  if (stage === 'accepted' || (rule.onlyBefore && stage !== 'before')) return undefined
  const observation = rule.phase === 'preflight' ? rule.look(attempt) : rule.foresee?.(attempt)
  // What could not be told before is of no interest when the answer is there.
  return observation === undefined || (stage === 'refused' && observation.severity === 'unknown')
    ? undefined
    : { phase: 'preflight', observation }
}

/** What the platform refuses it with, in so far as the rule says: foreseen, or read in the answer. */
const refusalOf = (rule: Rule, { exchange }: Attempt, phase: Phase, { severity, refusedWith }: Observation): Refusal | undefined => {
  const foreseen = refusedWith ?? (severity === 'error' || severity === 'unknown' ? rule.refusedWith : undefined)
  if (phase === 'preflight') return foreseen
  const code = exchange.response?.error?.code
  return code !== undefined && foreseen !== 'not-documented' && foreseen?.includes(code) === true ? [code] : undefined
}

const findingOf = (rule: Rule, attempt: Attempt, stage: Stage): Finding | undefined => {
  const seen = observe(rule, attempt, stage)
  if (!seen) return undefined
  const { phase, observation } = seen
  const { id, title, sources, confidence } = rule
  const refusedWith = refusalOf(rule, attempt, phase, observation)
  return { rule: id, phase, title, sources, confidence, brief: observation.cause, ...observation, ...(refusedWith && { refusedWith }) }
}

const findingsOf = (attempt: Attempt, stage: Stage): readonly Finding[] => {
  const found: Finding[] = []
  for (const rule of rules) {
    // The guest's rules explain the answers of the guest's own operations too.
    if (rule.otherwise && found.some(({ phase }) => phase === rule.phase || (rule.phase === 'response' && phase === 'guest'))) continue
    const finding = findingOf(rule, attempt, stage)
    if (finding) found.push(finding)
  }
  return found.sort((a, b) => severityOrder[a.severity] - severityOrder[b.severity])
}

/** A message that was not delivered has failed, whether or not it is known why; one that waits for its guest is only warned of. */
const verdictOf = ({ exchange, send, change }: Attempt, stage: Stage, findings: readonly Finding[]): Verdict => {
  const has = (severity: Severity): boolean => findings.some((finding) => finding.severity === severity)
  const reported = exchange.delivery !== undefined || exchange.guest !== undefined
  const notDelivered = findings.some(({ phase, severity }) => phase === 'delivery' && severity === 'unknown')
  if (stage === 'refused' || (reported && (has('error') || notDelivered))) return 'failed'
  // Accepted: it has been sent, and what becomes of it is still open.
  if (stage === 'accepted') return 'cannot-tell'
  if (has('error')) return 'will-fail'
  const mayBeRefused = findings.some(({ severity, refusedWith }) => severity === 'warning' && refusedWith !== undefined)
  const isJudged = send !== undefined || change !== undefined
  return !isJudged || has('unknown') || mayBeRefused ? 'cannot-tell' : 'will-work'
}

/**
 * Says whether an attempt will work, or why it failed. “Will work” is only said of a send, or of a change of the
 * conversation’s state, for which no rule found anything against it and every
 * fact that a rule asked for was known.
 */
export const diagnose = (attempt: Attempt): Diagnosis => {
  const stage = stageOf(attempt.exchange.response)
  const findings = findingsOf(attempt, stage)
  return { verdict: verdictOf(attempt, stage, findings), findings, nearest: nearestOperations(attempt) }
}
