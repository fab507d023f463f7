import type { Attempt } from '../../../../src/diagnosis/attempt'
import { known } from '../../../../src/model/fact'
import type { ContactStanding, Situation } from '../../../../src/model/situation'
import { asAgent, attempt, sentByClient } from '../../support/attempt'
import { endedConversation, withAgent } from '../../support/conversation'
import { agentless, agentlessTo, answering } from '../../support/exchange'
import { ids } from '../../support/ids'
import type { CasesByRule } from '../../support/ruleCases'
import { deployment, notRead } from '../../support/situation'

const standing = (value: ContactStanding): Partial<Situation> => ({
  contact: known(value, { source: 'GET /api/v2/externalcontacts/contacts/{contactId}' })
})

const fromDeployment = (status: string): Attempt =>
  sentByClient(agentless(), endedConversation(), {
    deployments: known([deployment({ status })], { source: 'GET /api/v2/webdeployments/deployments' })
  })

const web = { when: 'the send is in order', attempt: sentByClient(agentless()) }
const sms = { when: 'the channel is another', attempt: sentByClient(agentlessTo('sms'), endedConversation('sms')) }
const accepted = { when: 'it was accepted', attempt: attempt({ request: agentless({ textBody: '' }), response: answering(200, {}) }) }

export const webMessagingCases: CasesByRule = {
  'webmessaging.contact-missing': {
    fires: [
      {
        when: 'agentless web messaging names no external contact',
        attempt: attempt({ request: agentless({ externalContactId: undefined }) }),
        severity: 'error',
        cause: /by “externalContactId”, and there is none/
      },
      {
        when: 'it has a placeholder there',
        attempt: attempt({ request: agentless({ externalContactId: '<external contact id>' }) }),
        severity: 'error',
        cause: /there is none/
      }
    ],
    silent: [web, sms],
    unknown: 'needs only the request'
  },

  'webmessaging.contact-form': {
    fires: [
      {
        when: 'the contact is named by something else than a UUID',
        attempt: sentByClient(agentless({ externalContactId: 'jamie@example.com' })),
        severity: 'error',
        evidence: /“jamie@example\.com”/
      }
    ],
    silent: [web, sms, { when: 'none is named', attempt: sentByClient(agentless({ externalContactId: undefined })) }],
    unknown: 'needs only the request'
  },

  'contact.stale': {
    fires: [
      {
        when: 'the contact is gone',
        attempt: sentByClient(agentless(), endedConversation(), standing({ kind: 'missing' })),
        severity: 'error',
        evidence: /was not found/
      },
      {
        when: 'the contact was merged',
        attempt: sentByClient(agentless(), endedConversation(), standing({ kind: 'merged', into: ids.nobody })),
        severity: 'error',
        evidence: /is merged into/,
        remedy: new RegExp(ids.nobody)
      }
    ],
    silent: [
      web,
      {
        when: 'the channel has no contacts',
        attempt: sentByClient(agentlessTo('sms'), endedConversation('sms'), standing({ kind: 'missing' }))
      }
    ],
    unknown: [
      {
        when: 'the contact was not read',
        attempt: sentByClient(agentless(), endedConversation(), { contact: notRead }),
        says: /^Not known: whether the external contact still exists\. It was not read\.$/
      },
      {
        when: 'the contact is another customer’s',
        attempt: sentByClient(agentless({ externalContactId: ids.nobody })),
        says: /not the contact of the conversation at hand/
      }
    ]
  },

  'webmessaging.deployment': {
    fires: [
      { when: 'the deployment is not active', attempt: fromDeployment('Inactive'), severity: 'error', evidence: /^status Inactive$/ },
      {
        when: 'the organisation has no such deployment',
        attempt: sentByClient(agentless({ fromAddress: ids.nobody })),
        severity: 'error',
        cause: new RegExp(`“fromAddress” is ${ids.nobody}, and the organisation has no deployment`)
      },
      {
        when: 'no deployment is named',
        attempt: attempt({ request: agentless({ fromAddress: undefined }) }),
        severity: 'error',
        confidence: 'documented',
        cause: /“fromAddress” is missing/
      }
    ],
    silent: [{ when: 'the deployment is active', attempt: fromDeployment('Active') }, sms, accepted],
    unknown: [
      {
        when: 'the deployments were not read',
        attempt: sentByClient(agentless(), endedConversation(), { deployments: notRead }),
        says: /^Not known: whether “fromAddress” is an active deployment\. It was not read\.$/
      }
    ]
  },

  'agentless.webmessaging-effect': {
    fires: [
      {
        when: 'an agentless message goes to web messaging',
        attempt: sentByClient(agentless()),
        severity: 'info',
        cause: /is not documented\.$/
      }
    ],
    silent: [
      sms,
      { when: 'an agent sends it', attempt: asAgent(withAgent('connected')) },
      accepted,
      { when: 'no channel is named', attempt: sentByClient(agentless({ toAddressMessengerType: undefined })) }
    ],
    unknown: 'needs only the request'
  }
}
