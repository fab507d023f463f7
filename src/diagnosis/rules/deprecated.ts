import { deprecationOf, type Deprecation } from '../../platform/deprecations'
import { sources } from '../../platform/sources'
import type { Attempt } from '../attempt'
import { requestEvidence } from '../evidence'
import { warns, type Observation, type Rule } from '../rule'

const inboundOpen = '/api/v2/conversations/messages/inbound/open'

const named = new Intl.ListFormat('en-GB', { type: 'disjunction' })

const remedyFor = ({ successors, reason }: Deprecation): string => {
  if (successors.length > 0) return `Use ${named.format(successors.map(({ method, path }) => `${method} ${path}`))}.`
  return `${reason === undefined ? '' : `${reason} `}No successor is documented: plan to do without it.`
}

/** What there is to say of a request to a deprecated operation. */
const deprecation = (attempt: Attempt): Observation | undefined => {
  const { operation } = attempt
  const found = operation && deprecationOf(operation)
  return (
    found &&
    warns(`${operation.method} ${operation.path} is deprecated. It is still there, and may go.`, remedyFor(found), requestEvidence(attempt))
  )
}

const deprecatedInboundOpen: Rule = {
  id: 'open.deprecated-inbound',
  about: 'The one inbound operation was replaced by three. Use …/inbound/open/message, …/event or …/receipt.',
  phase: 'preflight',
  title: 'This inbound operation is deprecated',
  confidence: 'documented',
  sources: [sources.sdk],
  look: (attempt) => (attempt.operation?.path === inboundOpen ? deprecation(attempt) : undefined)
}

const deprecatedOperation: Rule = {
  id: 'operation.deprecated',
  about: 'The operation still works, and its documentation calls it deprecated. Use its successor, where one is documented.',
  phase: 'preflight',
  title: 'This operation is deprecated',
  confidence: 'documented',
  sources: [sources.sdk],
  look: (attempt) => (attempt.operation?.path === inboundOpen ? undefined : deprecation(attempt))
}

export const deprecatedRules: readonly Rule[] = [deprecatedInboundOpen, deprecatedOperation]
