import { shopScenario } from './shopScenario'

export const agentStillAlerting = shopScenario({
  title: 'Agent still alerting',
  summary: 'The queue offers a conversation to Nora Lind, who has not accepted it.',
  tryThis:
    'Run “Diagnose Send…” on Hannah Weiss (alerting-web): the agent’s send is answered with 409 while the communication is alerting. Accept it with PATCH /api/v2/conversations/messages/{conversationId}/participants/{participantId} and {"state":"connected"}; the same send is then answered with 200.',
  about: 'alerting-web',
  trial: { kind: 'agentSend', conversation: 'alerting-web' },
  conversations: ['alerting-web']
})
