import { shopScenario } from './shopScenario'

export const waitingInQueue = shopScenario({
  title: 'Waiting in a queue',
  summary: 'Two customers wait in a queue: nobody is there to send as, and the conversations are active.',
  tryThis:
    'Run “Diagnose Send…” on Oskar Nyberg (queued-web): POST /api/v2/conversations/messages/agentless is answered with 400 active.conversation, and with 200 once "useExistingActiveConversation": true is in the body.',
  about: 'queued-web',
  trial: { kind: 'agentlessSend', conversation: 'queued-web', as: 'client' },
  conversations: ['queued-web', 'queued-sms']
})
