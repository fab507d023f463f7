import type { Attempt } from '../../../../src/diagnosis/attempt'
import type { Request } from '../../../../src/exchange/exchange'
import type { Conversation } from '../../../../src/model/conversation'
import type { Situation } from '../../../../src/model/situation'
import { attempt } from '../../support/attempt'
import { automated, ended, endedConversation, queued, withAgent } from '../../support/conversation'
import { agentless, agentlessTo, agentSend, answering, outbound, refusing } from '../../support/exchange'
import { ids } from '../../support/ids'
import { notRead, situationOf, windowMs } from '../../support/situation'
import type { CasesByRule, Doubt } from '../../support/ruleCases'

const trying = (given: Conversation | undefined, request: Request, others: Partial<Situation> = {}): Attempt =>
  attempt({ situation: situationOf(given, others), request, credential: 'client' })

const recipientNotKnown: Doubt = {
  when: 'the recipient’s conversation was not read',
  attempt: trying(undefined, agentless()),
  saidBy: 'agentless.active',
  says: /^Not known: whether a conversation with this recipient is in progress\. It was not read\.$/
}

const overLongAgo = endedConversation('sms', ended - windowMs)

export const recipientCases: CasesByRule = {
  'agentless.active': {
    fires: [
      {
        when: 'an agent is connected to the recipient',
        attempt: trying(withAgent('connected'), agentless()),
        severity: 'error',
        foreseen: true,
        evidence: /^Agent Nora Lind: connected/,
        remedy: /“useExistingActiveConversation”: true/
      },
      {
        when: 'an agent is alerting',
        attempt: trying(withAgent('alerting'), agentless()),
        severity: 'error',
        foreseen: true,
        evidence: /alerting/
      },
      {
        when: 'an agent has parked it',
        attempt: trying(withAgent('parked'), agentless()),
        severity: 'error',
        foreseen: true,
        evidence: /parked/
      },
      {
        when: 'it waits in a queue',
        attempt: trying(queued(), agentless()),
        severity: 'error',
        foreseen: true,
        evidence: /^Queue Support/
      },
      { when: 'a flow holds it', attempt: trying(automated(), agentless()), severity: 'error', foreseen: true, evidence: /^Flow Greeter/ },
      {
        when: 'an outbound conversation is to be opened with somebody who is in one',
        attempt: trying(withAgent('connected', 'sms'), outbound({ useExistingConversation: true })),
        severity: 'error',
        foreseen: true,
        evidence: /^Agent Nora Lind/,
        remedy: /^It cannot be started while the other one is active/
      },
      {
        when: 'the answer says so by its code',
        attempt: attempt({ request: agentless(), response: refusing(400, 'active.conversation') }),
        severity: 'error',
        evidence: /code “active\.conversation”/
      },
      ...['An alerting or connected conversation is already in progress.', 'An active conversation is already in progress'].map((text) => ({
        when: `the answer says “${text}”`,
        attempt: attempt({ request: agentless(), response: answering(400, { message: text }) }),
        severity: 'error' as const,
        evidence: /already in progress/
      }))
    ],
    silent: [
      {
        when: 'the send is to join the active conversation',
        attempt: trying(withAgent('connected'), agentless({ useExistingActiveConversation: true }))
      },
      { when: 'the conversation has ended', attempt: trying(endedConversation(), agentless()) },
      { when: 'the send is the agent’s own', attempt: trying(withAgent('connected'), agentSend()) },
      { when: 'the send was accepted', attempt: attempt({ request: agentless(), response: answering(200, {}) }) }
    ],
    unknown: [
      { ...recipientNotKnown },
      {
        when: 'the conversation at hand is with somebody else',
        attempt: trying(withAgent('connected'), agentless({ externalContactId: ids.nobody })),
        says: /with somebody else/
      },
      {
        when: 'the conversation at hand is with another number',
        attempt: trying(endedConversation('sms'), agentlessTo('sms', { toAddress: '+41790000009' })),
        says: /with somebody else/
      },
      { when: 'the state of it is not known', attempt: trying(withAgent('unrecognised'), agentless()), says: /“transmitting”/ }
    ]
  },

  'outbound.existing': {
    fires: [
      {
        when: 'the reply window is open and the flag is not set',
        attempt: trying(endedConversation('sms'), outbound()),
        severity: 'error',
        foreseen: true,
        evidence: /^endTime is 2026-11-24T13:59:00Z\.$/m,
        remedy: /“useExistingConversation”: true/
      },
      {
        when: 'the answer says so',
        attempt: attempt({ request: outbound(), response: refusing(400, 'existing.conversation') }),
        severity: 'error',
        evidence: /code “existing\.conversation”/
      }
    ],
    silent: [
      { when: 'the flag is set', attempt: trying(endedConversation('sms'), outbound({ useExistingConversation: true })) },
      { when: 'the reply window is over', attempt: trying(overLongAgo, outbound()) },
      { when: 'the send is agentless', attempt: trying(endedConversation('sms'), agentlessTo('sms')) }
    ],
    unknown: [
      {
        when: 'the reply window is not known',
        attempt: trying(endedConversation('sms'), outbound(), { threading: notRead }),
        says: /^Not known: whether the reply window is open\./
      },
      { ...recipientNotKnown, attempt: trying(undefined, outbound()) }
    ]
  },

  'agentless.window': {
    fires: [
      {
        when: 'the reply window is open',
        attempt: trying(endedConversation(), agentless()),
        severity: 'warning',
        evidence: /^endTime is 2026-11-24T13:59:00Z\.$/m
      }
    ],
    silent: [
      { when: 'the reply window is over', attempt: trying(overLongAgo, agentlessTo('sms')) },
      { when: 'the conversation is active', attempt: trying(queued(), agentless({ useExistingActiveConversation: true })) },
      { when: 'the send is outbound', attempt: trying(endedConversation('sms'), outbound()) }
    ],
    unknown: [recipientNotKnown]
  }
}
