import { shopScenario } from './shopScenario'

export const parkedConversation = shopScenario({
  title: 'Parked conversation',
  summary: 'The agent has parked a WhatsApp conversation until the workshop answers.',
  tryThis:
    'Run “Diagnose Send…” on Rafael Costa (parked-whatsapp): the agent’s send is answered with 409 while the communication is parked. Resume it with PATCH …/participants/{participantId}/parkingstate and {"state":"connected"}; the send is then answered with 200.',
  about: 'parked-whatsapp',
  trial: { kind: 'agentSend', conversation: 'parked-whatsapp' },
  conversations: ['parked-whatsapp']
})
