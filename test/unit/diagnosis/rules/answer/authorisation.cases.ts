import { attempt } from '../../../support/attempt'
import { agentless, agentSend, answering, refusing } from '../../../support/exchange'
import type { CasesByRule } from '../../../support/ruleCases'
import { coded, withoutStatus } from './refusals'

export const authorisationCases: CasesByRule = {
  'auth.401': {
    fires: [
      {
        when: 'the token is wrong',
        attempt: attempt({ request: agentless(), response: refusing(401, 'bad.credentials') }),
        severity: 'error',
        evidence: /status 401, code “bad\.credentials”/,
        remedy: /region/
      },
      {
        when: 'there is no token',
        attempt: attempt({ response: refusing(401, 'authentication.required') }),
        severity: 'error',
        cause: /carries no token/
      },
      {
        when: 'the token has expired',
        attempt: attempt({ response: refusing(401, 'credentials.expired') }),
        severity: 'error',
        cause: /has expired/
      },
      {
        when: 'nothing but the status is known',
        attempt: attempt({ response: answering(401) }),
        severity: 'error',
        evidence: /status 401\.$/
      },
      withoutStatus('bad.credentials', /region/),
      withoutStatus('authentication.required', /region/),
      withoutStatus('credentials.expired', /region/)
    ],
    silent: [
      { when: 'a permission is missing', attempt: attempt({ response: refusing(403, 'missing.permissions') }) },
      { when: 'the address of the caller is not allowed', attempt: attempt({ response: refusing(401, 'ip.not.authorized') }) },
      { when: 'it succeeded', attempt: attempt({ request: agentSend(), response: answering(200) }) }
    ],
    unknown: 'needs only the answer'
  },
  'auth.ip': coded(/allowed network/, [401, 'ip.not.authorized']),
  'auth.permission': coded(
    /OAuth client’s for a client token/,
    [403, 'missing.permissions'],
    [403, 'missing.any.permissions'],
    [403, 'not.authorized']
  ),
  'auth.division': coded(/in that division/, [403, 'missing.division.permission'], [403, 'missing.any.division.permissions']),
  'auth.scope': coded(/sign in again/, [403, 'app.not.authorized.for.scope']),
  'auth.policy': coded(/administrator/, [403, 'authz.policy.denied'])
}
