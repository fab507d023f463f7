import { attempt } from '../../support/attempt'
import { agentless, asking } from '../../support/exchange'
import { ids } from '../../support/ids'
import type { CasesByRule } from '../../support/ruleCases'

const real = { when: 'the customer is really written to', attempt: attempt({ request: agentless() }) }
const noRequest = { when: 'there is no request', attempt: attempt({}) }
const disconnecting = asking(`PATCH /api/v2/conversations/messages/${ids.conversation}`, { state: 'disconnected' })

export const trapCases: CasesByRule = {
  'internal.not-guest': {
    fires: [
      {
        when: 'an internal message is meant for the customer',
        attempt: attempt({
          request: asking(`POST /api/v2/conversations/${ids.conversation}/communications/${ids.agentLeg}/internalmessages`, {
            textBody: 'Hello'
          })
        }),
        severity: 'error',
        evidence: /internalmessages/,
        remedy: /agentless/
      },
      {
        when: 'the chat between users is taken for web chat',
        attempt: attempt({ request: asking(`POST /api/v2/chats/rooms/${ids.nobody}/messages`, { message: 'Hello' }) }),
        severity: 'error',
        evidence: /\/api\/v2\/chats\//
      },
      {
        when: 'a customer’s message is brought in',
        attempt: attempt({ request: asking(`POST /api/v2/conversations/messages/${ids.nobody}/inbound/open/message`, { text: 'Hello' }) }),
        severity: 'warning',
        evidence: /inbound\/open/
      }
    ],
    silent: [
      real,
      noRequest,
      { when: 'the chat between users is read', attempt: attempt({ request: asking(`GET /api/v2/chats/rooms/${ids.nobody}/messages`) }) }
    ],
    unknown: 'needs only the request'
  },

  'path.removed': {
    fires: [
      {
        when: 'legacy web chat is used',
        attempt: attempt({ request: asking('POST /api/v2/webchat/guest/conversations', { deploymentId: ids.deployment }) }),
        severity: 'error',
        evidence: /webchat\/guest/,
        remedy: /[Ww]eb messaging/
      },
      {
        when: 'its agent’s side is used',
        attempt: attempt({
          request: asking(`POST /api/v2/conversations/chats/${ids.conversation}/communications/${ids.agentLeg}/messages`, { body: 'Hello' })
        }),
        severity: 'error',
        evidence: /conversations\/chats/
      }
    ],
    silent: [real, noRequest],
    unknown: 'needs only the request'
  },

  'path.configuration-only': {
    fires: [
      {
        when: 'a message is sent to where settings are',
        attempt: attempt({ request: asking('POST /api/v2/conversations/messaging/messages', { text: 'Hello' }) }),
        severity: 'warning',
        evidence: /conversations\/messaging\/messages/,
        remedy: /\/api\/v2\/conversations\/messages\./
      }
    ],
    silent: [
      real,
      noRequest,
      { when: 'settings are read there', attempt: attempt({ request: asking('GET /api/v2/conversations/messaging/threadingtimeline') }) }
    ],
    unknown: 'needs only the request'
  },

  'disconnect.how': {
    fires: [
      {
        when: 'a conversation is to be closed by an invented path',
        attempt: attempt({ request: asking(`POST /api/v2/conversations/webmessaging/${ids.conversation}/disconnect`) }),
        severity: 'error',
        evidence: /\/disconnect\.$/,
        remedy: /"state":"disconnected"/
      },
      {
        when: 'its status is to be set to closed by one',
        attempt: attempt({
          request: asking(`PATCH /api/v2/conversations/messaging/conversations/${ids.conversation}`, { status: 'closed' })
        }),
        severity: 'error',
        evidence: /messaging\/conversations/
      }
    ],
    silent: [
      { when: 'it is ended by the real operation', attempt: attempt({ request: disconnecting }) },
      {
        when: 'it is to be opened',
        attempt: attempt({ request: asking('PATCH /api/v2/conversations/messaging/conversations/{id}', { status: 'open' }) })
      },
      real
    ],
    unknown: 'needs only the request'
  }
}
