import { shopScenario } from './shopScenario'

export const botHoldsTheConversation = shopScenario({
  title: 'Bot holds the conversation',
  summary: 'A customer talks to the bot flow, and no agent is there to send as.',
  tryThis:
    'Run “Diagnose Send…” on Chloe Martin (automated-web): an agentless send is answered with 400 active.conversation. With "useExistingActiveConversation": true it goes into the conversation and is answered with 200.',
  about: 'automated-web',
  trial: { kind: 'agentlessSend', conversation: 'automated-web', as: 'client' },
  conversations: ['automated-web']
})
