import { asAgent, attempt, sentByClient } from '../../support/attempt'
import { withAgent } from '../../support/conversation'
import { agentless, agentlessTo, agentSend, asking, outbound } from '../../support/exchange'
import { ids } from '../../support/ids'
import type { CasesByRule } from '../../support/ruleCases'
import { situationOf } from '../../support/situation'

const web = { when: 'the send is to web messaging, and in order', attempt: sentByClient(agentless()) }
const disconnecting = asking(`PATCH /api/v2/conversations/messages/${ids.conversation}`, { state: 'disconnected' })

export const channelCases: CasesByRule = {
  'channel.not-accepted': {
    fires: [
      {
        when: 'agentless is to go to Facebook',
        attempt: attempt({ request: agentlessTo('facebook') }),
        severity: 'error',
        cause: /It does not take Facebook Messenger: the answer is 400 “invalid\.value”\.$/
      },
      {
        when: 'an outbound conversation is to be on web messaging',
        attempt: attempt({ request: outbound({ toAddressMessengerType: 'webmessaging' }) }),
        severity: 'error',
        cause: /takes “sms”, “whatsapp”, “open”\. It does not take web messaging: the answer is 400 “invalid\.value”\.$/,
        remedy: /^Use POST \/api\/v2\/conversations\/messages\/agentless\.$/
      },
      {
        when: 'the channel is not named',
        attempt: attempt({ request: agentless({ toAddressMessengerType: undefined }) }),
        severity: 'error',
        cause: /“toAddressMessengerType” is missing/
      },
      {
        when: 'nobody knows the channel',
        attempt: attempt({ request: agentlessTo('carrier-pigeon') }),
        severity: 'error',
        cause: /does not take carrier-pigeon/
      }
    ],
    silent: [
      { when: 'an agent sends, on any channel', attempt: asAgent(withAgent('connected', 'facebook')) },
      ...['webmessaging', 'sms', 'whatsapp', 'open', 'apple'].map((type) => ({
        when: `agentless goes to ${type}`,
        attempt: attempt({ request: agentlessTo(type) })
      })),
      ...['sms', 'whatsapp', 'open'].map((type) => ({
        when: `an outbound conversation is on ${type}`,
        attempt: attempt({ request: outbound({ toAddressMessengerType: type }) })
      }))
    ],
    unknown: 'needs only the request'
  },

  'channel.undocumented': {
    fires: [
      {
        when: 'an agent writes on KakaoTalk',
        attempt: asAgent(withAgent('connected', 'kakao')),
        severity: 'unknown',
        cause: /KakaoTalk is named in lists/
      },
      {
        when: 'an agent writes on a channel of the future',
        attempt: asAgent(withAgent('connected', 'viber')),
        severity: 'unknown',
        cause: /viber/
      }
    ],
    silent: [
      { when: 'an agent writes on web messaging', attempt: asAgent(withAgent('connected')) },
      { when: 'an agent writes on LINE', attempt: asAgent(withAgent('connected', 'line')) }
    ],
    unknown: [
      {
        when: 'the conversation was not read',
        attempt: attempt({ situation: situationOf(undefined), request: agentSend(), credential: 'user' }),
        saidBy: 'conversation.state-unknown',
        says: /It was not read\.$/
      }
    ]
  },

  'apple.text': {
    fires: [
      {
        when: 'a text goes out agentless on Apple Messages',
        attempt: sentByClient(agentlessTo('apple')),
        severity: 'unknown',
        cause: /not documented/
      }
    ],
    silent: [
      {
        when: 'it is an invitation',
        attempt: sentByClient(agentlessTo('apple', { textBody: undefined, messagingTemplate: { responseId: 'r-1' } }))
      },
      web
    ],
    unknown: 'needs only the request'
  },

  'open.agentless-media': {
    fires: [
      {
        when: 'agentless has media',
        attempt: sentByClient(agentlessTo('open', { mediaIds: ['m-1'] })),
        severity: 'error',
        cause: /a text or a template/
      }
    ],
    silent: [{ when: 'the agent sends media', attempt: asAgent(withAgent('connected', 'open'), agentSend({ mediaIds: ['m-1'] })) }, web],
    unknown: 'needs only the request'
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
      { when: 'nothing is disconnected', attempt: asAgent(withAgent('connected', 'open')) },
      { when: 'the channel is not known', attempt: attempt({ situation: situationOf(undefined), request: disconnecting }) }
    ],
    unknown: [
      {
        when: 'the conversation was not read, for a send',
        attempt: attempt({ situation: situationOf(undefined), request: agentSend(), credential: 'user' }),
        saidBy: 'conversation.state-unknown',
        says: /It was not read\.$/
      }
    ]
  }
}
