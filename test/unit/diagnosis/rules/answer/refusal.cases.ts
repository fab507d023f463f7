import { attempt } from '../../../support/attempt'
import { agentless, agentSend, answering, refusing } from '../../../support/exchange'
import type { CasesByRule, Firing, RuleCases } from '../../../support/ruleCases'

const refusal = (status: number, code: string, cause: RegExp): Firing => ({
  when: `the answer is ${status} “${code}”`,
  attempt: attempt({ request: agentSend(), response: refusing(status, code) }),
  severity: 'error',
  evidence: new RegExp(`^The answer has status ${status}, code “${code.replaceAll('.', '\\.')}”`),
  remedy: cause
})

/** A rule for the answers with these codes. `remedy` is a word of what to do. */
const codes = (remedy: RegExp, ...of: readonly [readonly [number, string], ...(readonly [number, string])[]]): RuleCases => {
  const [[status, code], ...others] = of
  return {
    fires: [refusal(status, code, remedy), ...others.map((other) => refusal(...other, remedy))],
    silent: [
      { when: 'the answer has another code', attempt: attempt({ request: agentSend(), response: refusing(400, 'made.up') }) },
      { when: 'the request was accepted', attempt: attempt({ request: agentSend(), response: answering(200) }) },
      { when: 'there is no answer', attempt: attempt({ request: agentSend() }) }
    ],
    unknown: 'needs only the answer'
  }
}

/** A rule for answers with this status, whatever their code. */
const statuses = (remedy: RegExp, ...of: readonly [number, ...number[]]): RuleCases => {
  const [status, ...others] = of
  const firing = (each: number): Firing => ({
    when: `the answer is ${each}`,
    attempt: attempt({ request: agentSend(), response: answering(each) }),
    severity: 'error',
    evidence: new RegExp(`status ${each}`),
    remedy
  })
  return {
    fires: [firing(status), ...others.map(firing)],
    silent: [
      { when: 'the answer is another', attempt: attempt({ request: agentSend(), response: answering(400) }) },
      { when: 'there is no answer', attempt: attempt({ request: agentSend() }) }
    ],
    unknown: 'needs only the answer'
  }
}

export const refusalCases: CasesByRule = {
  'org.outbound-limit': codes(/^Do not repeat it/, [409, 'organization.outbound.usage.limit.exceeded']),
  'conversation.message-limit': codes(/start a new one/, [400, 'conversation.message.limit.exceeded']),
  'auth.ip': codes(/allowed network/, [401, 'ip.not.authorized']),
  'auth.permission': codes(
    /OAuth client’s for a client token/,
    [403, 'missing.permissions'],
    [403, 'missing.any.permissions'],
    [403, 'not.authorized']
  ),
  'auth.division': codes(/in that division/, [403, 'missing.division.permission'], [403, 'missing.any.division.permissions']),
  'auth.scope': codes(/sign in again/, [403, 'app.not.authorized.for.scope']),
  'auth.policy': codes(/administrator/, [403, 'authz.policy.denied']),
  validation: codes(
    /operation’s model/,
    [400, 'constraint.validation'],
    [400, 'invalid.value'],
    [400, 'invalid.property'],
    [400, 'bad.request']
  ),
  'send.message-not-found': codes(/Read the conversation again/, [400, 'not.found']),
  'notfound.conversation': codes(/analytics\/conversations/, [404, 'conversation.error.conversation.not.found']),
  'media.too-large': codes(/Make it smaller/, [400, 'media.too.large']),
  'apple.invitation': codes(/response management/, [400, 'response.missing.apple.invitation']),
  'queue.address': codes(/outbound messaging address/, [400, 'queue.address.required']),
  'queue.membership': codes(/Add the user to the queue/, [400, 'queue.membership.required']),
  'open.channel-date': codes(/ISO 8601/, [400, 'missing.open.channel.date']),
  'open.structured-path': {
    fires: [
      {
        when: 'the message asks for the content that a structured response does not have',
        attempt: attempt({ response: refusing(400, 'bad.request', "data should have required property '.content'") }),
        severity: 'error',
        evidence: /required property/,
        remedy: /structured\/response/
      }
    ],
    silent: [
      {
        when: 'another property is missing',
        attempt: attempt({ response: refusing(400, 'bad.request', "should have required property 'id'") })
      }
    ],
    unknown: 'needs only the answer'
  },
  'size.413': statuses(/^Shorten it/, 413),
  'type.415': statuses(/application\/json/, 415),
  'transfer.not-connected': codes(/Accept the conversation first/, [400, 'conversations.error.transfer.not.connected']),
  'patch.comm-state': codes(/PATCH the participant/, [400, 'communication.state.required']),
  'participant.no-active': codes(/agentless/, [400, 'conversation.error.participant.no.active.conversations']),
  'parking.disconnected': codes(/agentless/, [400, 'conversation.error.conversation.disconnected']),
  'not-active-participant': codes(/assign the conversation/, [403, 'conversation.error.forbidden.not.active.participant']),
  'rate.429': {
    ...statuses(/Retry-After/, 429),
    fires: [
      {
        when: 'the answer says how long to wait',
        attempt: attempt({ request: agentless(), response: { ...refusing(429, 'too.many.requests'), retryAfter: 17 } }),
        severity: 'error',
        evidence: /status 429/,
        remedy: /Wait 17 seconds/
      },
      {
        when: 'it does not',
        attempt: attempt({ response: refusing(429, 'too.many.requests.retry.after') }),
        severity: 'error',
        evidence: /status 429/,
        remedy: /as the header Retry-After says|header Retry-After/
      }
    ]
  },
  'unknown-outcome': {
    ...statuses(/before you send it again/, 500, 503, 504, 408),
    silent: [
      { when: 'the platform refused it', attempt: attempt({ request: agentSend(), response: answering(400) }) },
      { when: 'it was accepted', attempt: attempt({ request: agentSend(), response: answering(202) }) }
    ]
  }
}
