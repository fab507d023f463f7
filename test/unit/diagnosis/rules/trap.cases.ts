import { attempt } from '../../support/attempt'
import { endedConversation, withAgent } from '../../support/conversation'
import { agentless, agentSend, asking } from '../../support/exchange'
import { ids } from '../../support/ids'
import type { CasesByRule } from '../../support/ruleCases'
import { situationOf } from '../../support/situation'

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

  'open.deprecated-inbound': {
    fires: [
      {
        when: 'the old inbound operation is used',
        attempt: attempt({ request: asking('POST /api/v2/conversations/messages/inbound/open', { type: 'Text' }) }),
        severity: 'warning',
        evidence: /inbound\/open/,
        remedy: /\{integrationId\}\/inbound\/open\/message/
      }
    ],
    silent: [
      {
        when: 'the new one is used',
        attempt: attempt({ request: asking(`POST /api/v2/conversations/messages/${ids.nobody}/inbound/open/message`, { type: 'Text' }) })
      }
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
  },

  'ended.channel-unknown': {
    fires: [
      {
        when: 'nobody has named the channel of the ended conversation',
        attempt: attempt({
          situation: situationOf(withoutChannel()),
          request: agentSend(),
          credential: 'user'
        }),
        severity: 'error',
        evidence: /^endTime is /
      }
    ],
    silent: [
      {
        when: 'its channel is known',
        attempt: attempt({ situation: situationOf(endedConversation()), request: agentSend(), credential: 'user' })
      },
      {
        when: 'it has not ended',
        attempt: attempt({ situation: situationOf(withAgent('connected')), request: agentSend(), credential: 'user' })
      }
    ],
    unknown: [
      {
        when: 'the conversation was not read',
        attempt: attempt({ situation: situationOf(undefined), request: agentSend(), credential: 'user' }),
        saidBy: 'conversation.state-unknown',
        says: /whether an agent’s communication is connected/
      }
    ]
  },

  'ended.inactivity': {
    fires: [
      {
        when: 'the agent’s communication was ended by inactivity',
        attempt: attempt({ situation: situationOf(byInactivity()), request: agentSend(), credential: 'user' }),
        severity: 'info',
        evidence: /disconnectType “inactivity”/
      }
    ],
    silent: [
      {
        when: 'somebody ended it',
        attempt: attempt({ situation: situationOf(endedConversation()), request: agentSend(), credential: 'user' })
      }
    ],
    unknown: [
      {
        when: 'the conversation was not read',
        attempt: attempt({ situation: situationOf(undefined), request: agentSend(), credential: 'user' }),
        saidBy: 'conversation.state-unknown',
        says: /whether an agent’s communication is connected/
      }
    ]
  },

  'open.no-disconnect-event': {
    fires: [
      {
        when: 'an open messaging conversation is disconnected',
        attempt: attempt({ situation: situationOf(withAgent('connected', 'open')), request: disconnecting }),
        severity: 'info',
        cause: /webhook gets no event/
      }
    ],
    silent: [
      { when: 'it is of another channel', attempt: attempt({ situation: situationOf(withAgent('connected')), request: disconnecting }) },
      {
        when: 'nothing is disconnected',
        attempt: attempt({ situation: situationOf(withAgent('connected', 'open')), request: agentSend(), credential: 'user' })
      }
    ],
    unknown: [
      {
        when: 'the channel is not known, for a send',
        attempt: attempt({ situation: situationOf(undefined), request: agentSend(), credential: 'user' }),
        saidBy: 'conversation.state-unknown',
        says: /Not known/
      }
    ]
  }
}

function withoutChannel() {
  const given = endedConversation()
  return {
    ...given,
    participants: given.participants.map((each) => ({ ...each, legs: each.legs.map((leg) => ({ ...leg, messengerType: undefined })) }))
  }
}

function byInactivity() {
  const given = endedConversation()
  return {
    ...given,
    participants: given.participants.map((each) => ({ ...each, legs: each.legs.map((leg) => ({ ...leg, disconnectType: 'inactivity' })) }))
  }
}
