import { attempt } from '../../../support/attempt'
import { agentSend, answering, refusing } from '../../../support/exchange'
import type { Firing, RuleCases } from '../../../support/ruleCases'

const byCode = (status: number, code: string, remedy: RegExp): Firing => ({
  when: `the answer is ${status} “${code}”`,
  attempt: attempt({ request: agentSend(), response: refusing(status, code) }),
  severity: 'error',
  evidence: new RegExp(`^The answer has status ${status}, code “${code.replaceAll('.', '\\.')}”`),
  remedy
})

const byStatus = (status: number, remedy: RegExp): Firing => ({
  when: `the answer is ${status}, and no more of it is known`,
  attempt: attempt({ request: agentSend(), response: answering(status) }),
  severity: 'error',
  evidence: new RegExp(`status ${status}\\.$`),
  remedy
})

const others: RuleCases['silent'] = [
  { when: 'the answer is another', attempt: attempt({ request: agentSend(), response: refusing(400, 'made.up') }) },
  { when: 'the request was accepted', attempt: attempt({ request: agentSend(), response: answering(202) }) },
  { when: 'there is no answer', attempt: attempt({ request: agentSend() }) }
]

/** What a rule says of a pasted error body that does not name its status. */
export const withoutStatus = (code: string, remedy: RegExp): Firing => ({
  when: `“${code}” is all that is known of the answer`,
  attempt: attempt({ response: { status: undefined, error: { code, message: undefined, correlationId: undefined }, body: undefined } }),
  severity: 'error',
  evidence: new RegExp(`^The answer has code “${code.replaceAll('.', '\\.')}”\\.$`),
  remedy
})

type Coded = readonly [status: number, code: string]

/** A rule for answers with these codes, which it tells with and without a status. `remedy` is a word of what to do. */
export const coded = (remedy: RegExp, ...[first, ...more]: readonly [Coded, ...Coded[]]): RuleCases => ({
  fires: [byCode(...first, remedy), ...more.map((each) => byCode(...each, remedy)), withoutStatus(first[1], remedy)],
  silent: others,
  unknown: 'needs only the answer'
})

/** A rule for answers with these statuses, whatever their code, and for that code without a status. */
export const statusOnly = (remedy: RegExp, code: string, ...[first, ...more]: readonly [number, ...number[]]): RuleCases => ({
  fires: [byStatus(first, remedy), ...more.map((each) => byStatus(each, remedy)), withoutStatus(code, remedy)],
  silent: others,
  unknown: 'needs only the answer'
})
