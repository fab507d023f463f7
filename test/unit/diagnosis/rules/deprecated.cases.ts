import { attempt } from '../../support/attempt'
import { agentless, answering, asking } from '../../support/exchange'
import { ids } from '../../support/ids'
import type { CasesByRule } from '../../support/ruleCases'

const oldInbound = asking('POST /api/v2/conversations/messages/inbound/open', { type: 'Text' })
const replace = asking(`POST /api/v2/conversations/${ids.conversation}/participants/${ids.agent}/replace`, { userId: ids.agentUser })

export const deprecatedCases: CasesByRule = {
  'open.deprecated-inbound': {
    fires: [
      {
        when: 'the old inbound operation is used',
        attempt: attempt({ request: oldInbound }),
        severity: 'warning',
        evidence: /inbound\/open/,
        remedy: /\{integrationId\}\/inbound\/open\/message, POST .*\/event or POST .*\/receipt\.$/
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

  'operation.deprecated': {
    fires: [
      {
        when: 'its documentation names several successors',
        attempt: attempt({ request: replace }),
        severity: 'warning',
        evidence: /\/replace\.$/,
        remedy:
          /^Use POST \/api\/v2\/conversations\/\{conversationId\}\/participants\/\{participantId\}\/transfer, .* or POST .*\/replace\/contact\/external\.$/
      },
      {
        when: 'its path has moved',
        attempt: attempt({ request: asking(`GET /api/v2/messaging/supportedcontent/${ids.nobody}`) }),
        severity: 'warning',
        evidence: /messaging\/supportedcontent/,
        remedy: /^Use GET \/api\/v2\/conversations\/messaging\/supportedcontent\/\{supportedContentId\}\.$/
      },
      {
        when: 'no successor is documented',
        attempt: attempt({
          request: asking(`POST /api/v2/conversations/messages/${ids.conversation}/communications/${ids.agentLeg}/messages/media`)
        }),
        severity: 'warning',
        evidence: /\/messages\/media\.$/,
        remedy: /^No successor is documented/
      },
      {
        when: 'it goes with a feature that is being removed',
        attempt: attempt({ request: asking('GET /api/v2/journey/outcomes') }),
        severity: 'warning',
        evidence: /journey\/outcomes/,
        remedy: /^Journey outcomes are being removed\. No successor is documented/
      }
    ],
    silent: [
      { when: 'the operation is not deprecated', attempt: attempt({ request: agentless() }) },
      { when: 'another method of the same path is', attempt: attempt({ request: asking('GET /api/v2/externalcontacts/contacts') }) },
      { when: 'it was carried out', attempt: attempt({ request: replace, response: answering(202) }) },
      { when: 'a rule of its own speaks of it', attempt: attempt({ request: oldInbound }) },
      { when: 'there is no request', attempt: attempt({}) }
    ],
    unknown: 'needs only the request'
  }
}
