import { known } from '../../../../src/model/fact'
import { attempt } from '../../support/attempt'
import { endedConversation, withAgent } from '../../support/conversation'
import { agentless, agentSend, answering, asking, outbound, refusing } from '../../support/exchange'
import { ids } from '../../support/ids'
import { nora, notifier, situationOf } from '../../support/situation'
import type { CasesByRule } from '../../support/ruleCases'

const onlyNora = { credentials: known([nora], { source: 'this connection' }) }
const onlyNotifier = { credentials: known([notifier], { source: 'this connection' }) }

const connected = situationOf(withAgent('connected'))
const ended = situationOf(endedConversation())
const kindNotKnown = /^Not known: which kind of token it is sent with\. A token does not show whose it is\./

export const credentialCases: CasesByRule = {
  'credential.absent': {
    fires: [
      {
        when: 'agentless needs a client credential, and the connection has none',
        attempt: attempt({ situation: situationOf(endedConversation(), onlyNora), request: agentless(), credential: 'none' }),
        severity: 'error',
        cause: /takes a client credential, and this connection has none/,
        remedy: /Add an OAuth client/
      },
      {
        when: 'the agent’s send needs a user credential, and the connection has none',
        attempt: attempt({ situation: situationOf(withAgent('connected'), onlyNotifier), request: agentSend(), credential: 'none' }),
        severity: 'error',
        cause: /takes a user credential, and this connection has none/,
        remedy: /Add a user/
      },
      {
        when: 'an outbound conversation needs a user credential, and the connection has none',
        attempt: attempt({ situation: situationOf(endedConversation('sms'), onlyNotifier), request: outbound(), credential: 'none' }),
        severity: 'error',
        cause: /takes a user credential/
      }
    ],
    silent: [
      { when: 'the credential is at hand', attempt: attempt({ situation: ended, request: agentless(), credential: 'client' }) },
      { when: 'the request names no operation', attempt: attempt({ request: asking('POST /api/v2/a/b'), credential: 'none' }) }
    ],
    unknown: [
      {
        when: 'the credentials are not known, for agentless',
        attempt: attempt({ situation: ended, request: agentless() }),
        saidBy: 'token.user-on-agentless',
        says: kindNotKnown
      },
      {
        when: 'the credentials are not known, for the agent’s send',
        attempt: attempt({ situation: connected, request: agentSend() }),
        saidBy: 'token.client-on-agent-send',
        says: kindNotKnown
      }
    ]
  },

  'token.user-on-agentless': {
    fires: [
      {
        when: 'agentless is sent with a user’s token',
        attempt: attempt({ situation: ended, request: agentless(), credential: 'user' }),
        severity: 'error',
        foreseen: true,
        cause: /400 “not\.a\.client”/,
        remedy: /client credential.*conversation:message:create/
      },
      {
        when: 'the answer says so',
        attempt: attempt({ request: agentless(), response: refusing(400, 'not.a.client') }),
        severity: 'error',
        evidence: /^The answer has status 400, code “not\.a\.client”/
      }
    ],
    silent: [
      { when: 'it is sent with a client’s token', attempt: attempt({ situation: ended, request: agentless(), credential: 'client' }) },
      { when: 'a user’s token sends as the agent', attempt: attempt({ situation: connected, request: agentSend(), credential: 'user' }) },
      { when: 'it was accepted', attempt: attempt({ request: agentless(), response: answering(200, {}) }) }
    ],
    unknown: [
      { when: 'a pasted request does not show it', attempt: attempt({ situation: ended, request: agentless() }), says: kindNotKnown }
    ]
  },

  'token.client-on-agent-send': {
    fires: [
      {
        when: 'the agent’s send goes out with a client’s token',
        attempt: attempt({ situation: connected, request: agentSend(), credential: 'client' }),
        severity: 'error',
        cause: /needs a user context\. .*not documented\.$/
      }
    ],
    silent: [
      { when: 'it goes out with a user’s token', attempt: attempt({ situation: connected, request: agentSend(), credential: 'user' }) },
      { when: 'a client’s token sends agentless', attempt: attempt({ situation: ended, request: agentless(), credential: 'client' }) },
      { when: 'it was accepted', attempt: attempt({ request: agentSend(), response: answering(200, {}) }) }
    ],
    unknown: [
      { when: 'a pasted request does not show it', attempt: attempt({ situation: connected, request: agentSend() }), says: kindNotKnown }
    ]
  },

  'token.client-on-user-op': {
    fires: [
      {
        when: 'the answer says that a user is needed',
        attempt: attempt({ request: asking(`DELETE /api/v2/conversations/${ids.conversation}`), response: refusing(400, 'not.a.user') }),
        severity: 'error',
        evidence: /code “not\.a\.user”/
      },
      {
        when: 'an outbound conversation is to be opened with a client’s token',
        attempt: attempt({ request: outbound(), credential: 'client' }),
        severity: 'unknown',
        foreseen: true,
        confidence: 'not-documented',
        cause: /With which answer a client’s token is refused is not documented\.$/,
        remedy: /token of (?:the|a) user/
      }
    ],
    silent: [
      {
        when: 'the answer says that a client is needed',
        attempt: attempt({ request: agentless(), response: refusing(400, 'not.a.client') })
      },
      { when: 'the operation is made for a client', attempt: attempt({ request: agentless(), credential: 'client' }) },
      { when: 'a user’s token opens an outbound conversation', attempt: attempt({ request: outbound(), credential: 'user' }) },
      {
        when: 'it is the agent’s send, of which another rule says so',
        attempt: attempt({ situation: connected, request: agentSend(), credential: 'client' })
      },
      { when: 'it was accepted', attempt: attempt({ request: outbound(), response: answering(200, {}), credential: 'client' }) }
    ],
    unknown: 'needs only the answer'
  }
}
