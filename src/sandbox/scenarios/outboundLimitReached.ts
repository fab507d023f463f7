import { shopScenario } from './shopScenario'

export const outboundLimitReached = shopScenario({
  title: 'Outbound limit reached',
  summary: 'The organisation has used up its allowance of outbound messages.',
  tryThis:
    'Run “Follow Up…” on Jamie Rivera (ended-web) and send: the agentless send is answered with 409 organization.outbound.usage.limit.exceeded. So is an agent’s send on Priya Raman (connected-web).',
  about: 'ended-web',
  trial: { kind: 'agentlessSend', conversation: 'ended-web', as: 'client' },
  conversations: ['ended-web', 'connected-web'],
  configured: (organisation) => ({ ...organisation, limits: { outboundUsedUp: true } })
})
