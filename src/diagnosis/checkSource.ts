import type { Request } from '../exchange/exchange'
import { isRecord } from '../exchange/json'
import { ignoresIn } from '../exchange/sourceCode/ignoreComments'
import { readSource } from '../exchange/sourceCode/readSource'
import type { SourceCall } from '../exchange/sourceCode/sourceCall'
import { nothingKnown } from '../model/situation'
import { findOperation, operationsAt } from '../platform/operations'
import { isVariable } from '../platform/operationUrl'
import { mayBeOperation } from '../platform/possibleOperation'
import { attemptOf } from './attempt'
import { diagnose } from './diagnose'
import type { Finding } from './finding'
import type { NearestOperation } from './nearest'
import type { Rule } from './rule'
import { rules } from './rules'

/** A problem of a source text, and where it is. `info`: worth a look, and no reason to stop. */
export interface SourceProblem extends Pick<Finding, 'rule' | 'title' | 'remedy' | 'confidence' | 'sources'> {
  readonly severity: 'error' | 'warning' | 'info'
  readonly message: string
  /** Real operations that may be meant; empty unless the path is no operation’s. */
  readonly nearest: readonly NearestOperation[]
  /** Offsets in UTF-16 code units, the end one past it. */
  readonly start: number
  readonly end: number
}

export interface SourceCheck {
  /** In their order in the text. */
  readonly problems: readonly SourceProblem[]
  /** How many problems a comment asks to pass over. */
  readonly ignored: number
}

/** What a rule reads of a request; values have to be written in the text. */
type Reads = 'path' | 'fields' | { readonly values: readonly string[] }

interface Decidable {
  readonly reads: Reads
  /** How much it weighs as a rule of source text, unless it says otherwise of a call. */
  readonly severity: SourceProblem['severity']
}

const byPath = (severity: SourceProblem['severity']): Decidable => ({ reads: 'path', severity })
const byFields = (severity: SourceProblem['severity']): Decidable => ({ reads: 'fields', severity })
const byValues = (...values: readonly string[]): Decidable => ({ reads: { values }, severity: 'error' })

/**
 * The rules that can be decided from a request’s text alone. That a field is missing is never said: code may add it elsewhere. Nor is anything said
 * of a conversation, a token or an id, since none is known.
 */
const decidable: ReadonlyMap<string, Decidable> = new Map([
  ['path.invented', byPath('error')],
  ['path.unpublished', byPath('warning')],
  ['path.removed', byPath('error')],
  ['path.configuration-only', byPath('warning')],
  ['disconnect.how', byPath('error')],
  ['internal.not-guest', byPath('info')],
  ['open.deprecated-inbound', byPath('warning')],
  ['operation.deprecated', byPath('warning')],
  ['reopen.impossible', byPath('error')],
  ['body.unknown-fields', byFields('warning')],
  ['body.multiple', byFields('error')],
  ['flag.swapped', byFields('warning')],
  ['agentless.no-time', byFields('warning')],
  ['open.agentless-media', byFields('error')],
  ['channel.not-accepted', byValues('toAddressMessengerType')],
  ['webmessaging.toaddress', byValues('toAddressMessengerType')],
  ['address.whatsapp', byValues('toAddressMessengerType', 'toAddress')],
  ['address.sms', byValues('toAddressMessengerType', 'toAddress')]
])

/** A rule that a check of source text may report. */
export interface SourceRule extends Pick<Rule, 'id' | 'title' | 'about'> {
  readonly severity: SourceProblem['severity']
}

export const sourceRules: readonly SourceRule[] = rules.flatMap(({ id, title, about }) => {
  const severity = decidable.get(id)?.severity
  return severity === undefined ? [] : [{ id, title, about, severity }]
})

const situation = nothingKnown(0, 'Only the source text is read.')

/** True when the body has these fields with values that are written in the text. */
const areWritten = ({ body }: Request, fields: readonly string[]): boolean =>
  body?.kind === 'json' &&
  fields.every((field) => {
    const value = isRecord(body.value) ? body.value[field] : undefined
    return typeof value === 'string' && !isVariable(value)
  })

const isDecided = (rule: string, request: Request): boolean => {
  const reads = decidable.get(rule)?.reads
  return reads !== undefined && (typeof reads === 'string' || areWritten(request, reads.values))
}

/** Where the OpenAPI itself is published: it does not list itself. Source: public code that reads /api/v2/docs/swagger. */
const isDescription = (apiPath: string): boolean => /^\/api\/v2\/docs(?:\/|$)/i.test(apiPath)

/** The request with a method to judge it by; `undefined` when the text leaves open whether it is an operation’s, or which one’s. */
const judged = ({ request, openEnded }: SourceCall): Request | undefined => {
  const { method, apiPath } = request
  if (isDescription(apiPath)) return undefined
  if (openEnded) return mayBeOperation(method, apiPath, true) ? undefined : { ...request, method: method ?? 'POST' }
  if (method !== undefined)
    return findOperation(method, apiPath) || !mayBeOperation(method, apiPath, false) ? { ...request, method } : undefined
  const [operation, ...others] = operationsAt(apiPath)
  if (operation) return others.length === 0 ? { ...request, method: operation.method } : undefined
  // A path without its method may be a base path, to which something is added elsewhere.
  return mayBeOperation(undefined, apiPath, true) ? undefined : { ...request, method: 'POST' }
}

/** In a comment nothing is sent; and who uses an internal or inbound operation in code may well want no customer to get it. */
const severityIn = ({ place }: SourceCall, { rule, severity }: Finding): SourceProblem['severity'] | undefined => {
  if (severity === 'unknown' || severity === 'info') return undefined
  return place === 'comment' || rule === 'internal.not-guest' ? 'info' : severity
}

/** The rules that say that a path is no operation’s. */
const isUnlisted = ({ rule }: Finding): boolean => rule === 'path.invented' || rule === 'path.unpublished'

/** When the method cannot be seen, the path is no operation’s with any. */
const messageOf = ({ request }: SourceCall, finding: Finding, judgedBy: Request): string =>
  isUnlisted(finding) && request.method === undefined
    ? finding.cause.replace(`is ${judgedBy.method} ${request.apiPath}`, `has the path ${request.apiPath}`)
    : finding.cause

/** Where one rule says more exactly what another one says too. */
const withoutRepetition = (findings: readonly Finding[]): readonly Finding[] =>
  findings.some(({ rule }) => rule === 'path.removed')
    ? findings.filter(({ rule }) => rule === 'path.removed' || decidable.get(rule)?.reads !== 'path')
    : findings

const problemsOf = (call: SourceCall): readonly SourceProblem[] => {
  const request = judged(call)
  if (!request) return []
  const { findings, nearest } = diagnose(attemptOf(situation, { request, response: undefined }))
  return withoutRepetition(findings.filter(({ rule }) => isDecided(rule, request))).flatMap((finding) => {
    const severity = severityIn(call, finding)
    if (severity === undefined) return []
    const { rule, title, remedy, confidence, sources } = finding
    return {
      ...{ rule, severity, title, message: messageOf(call, finding, request), remedy, confidence, sources },
      nearest: isUnlisted(finding) ? nearest : [],
      start: call.start,
      end: call.end
    }
  })
}

/**
 * Checks a source text of any language for endpoints, fields and flags that cannot work, by the same rules as everything else. What the text does not
 * show is never held against it.
 */
export const checkSource = (text: string): SourceCheck => {
  const found = readSource(text).flatMap(problemsOf)
  const ignores = ignoresIn(text)
  const problems = found.filter(({ start, rule }) => !ignores(start, rule))
  return { problems, ignored: found.length - problems.length }
}
