import type { Credential } from '../../../../../src/model/credential'
import { known } from '../../../../../src/model/fact'
import type { Situation } from '../../../../../src/model/situation'
import { attempt, sentByClient } from '../../../support/attempt'
import { endedConversation, withAgent } from '../../../support/conversation'
import { agentless, agentSend, answering, refusing } from '../../../support/exchange'
import type { CasesByRule, Firing } from '../../../support/ruleCases'
import { granted, nora, notifier, notRead, situationOf } from '../../../support/situation'
import { coded, withoutStatus } from './refusals'

/** Both credentials, with these permissions. */
const credentials = (permissions: Credential['permissions']): Situation['credentials'] =>
  known(
    [
      { ...nora, permissions },
      { ...notifier, permissions }
    ],
    { source: 'this connection' }
  )

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
  'auth.permission': {
    fires: [
      {
        when: 'the client’s role cannot send',
        attempt: sentByClient(agentless(), endedConversation(), { credentials: credentials(granted('conversation:message:view')) }),
        severity: 'error',
        foreseen: true,
        evidence: /grant 1 permissions; conversation:message:create is not among them/
      },
      {
        when: 'the agent’s role has none of the two that send',
        attempt: attempt({
          situation: situationOf(withAgent('connected'), { credentials: credentials(granted()) }),
          request: agentSend(),
          credential: 'user'
        }),
        severity: 'error',
        foreseen: true,
        evidence: /conversation:message:create and conversation:webmessaging:create is not among them/
      },
      ...(['missing.permissions', 'missing.any.permissions', 'not.authorized'] as const).map((code): Firing => ({
        when: `the answer is 403 ${code}`,
        attempt: attempt({ response: refusing(403, code) }),
        severity: 'error',
        evidence: new RegExp(code),
        remedy: /OAuth client’s for a client token/
      }))
    ],
    silent: [
      {
        when: 'the agent’s role has one of the two that send',
        attempt: attempt({
          situation: situationOf(withAgent('connected'), { credentials: credentials(granted('conversation:webmessaging:create')) }),
          request: agentSend(),
          credential: 'user'
        })
      },
      { when: 'a wildcard covers it', attempt: sentByClient(agentless()) },
      { when: 'it is not known whose token it is', attempt: attempt({ request: agentless() }) },
      { when: 'another code says something else', attempt: attempt({ response: refusing(403, 'missing.division.permission') }) }
    ],
    unknown: [
      {
        when: 'the roles could not be read',
        attempt: sentByClient(agentless(), endedConversation(), { credentials: credentials(notRead) }),
        says: /whether its role has conversation:message:create/
      },
      {
        when: 'nothing is known of the credential but its kind',
        attempt: sentByClient(agentless(), endedConversation(), { credentials: notRead }),
        says: /whether its role has conversation:message:create/
      }
    ]
  },
  'auth.division': coded(/in that division/, [403, 'missing.division.permission'], [403, 'missing.any.division.permissions']),
  'auth.scope': coded(/sign in again/, [403, 'app.not.authorized.for.scope']),
  'auth.policy': coded(/administrator/, [403, 'authz.policy.denied'])
}
