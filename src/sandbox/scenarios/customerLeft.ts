import { shopScenario } from './shopScenario'

export const customerLeft = shopScenario({
  title: '409 after the customer left',
  summary: 'A web messaging conversation ended 31 hours ago, and a program wants to follow up.',
  tryThis:
    'Run “Diagnose Send…” on Jamie Rivera (ended-web). The agent’s send is answered with 409, because no communication is connected any more. The agentless send works: POST /api/v2/conversations/messages/agentless with the web deployment’s id, the externalContactId and a client’s token is answered with 200.',
  about: 'ended-web',
  trial: { kind: 'agentSend', conversation: 'ended-web' },
  conversations: ['ended-web']
})
