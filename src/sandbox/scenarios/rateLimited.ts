import { shopScenario } from './shopScenario'

const sends = [
  'POST /api/v2/conversations/messages/agentless',
  'POST /api/v2/conversations/messages/{conversationId}/communications/{communicationId}/messages',
  'POST /api/v2/conversations/messages'
] as const

export const rateLimited = shopScenario({
  title: 'Rate limited',
  summary: 'The first two calls of each send are answered with 429.',
  tryThis:
    'Run “Follow Up…” on Jamie Rivera (ended-web) and send: the answer is 429 too.many.requests with Retry-After: 5, and nothing was sent. The third send is answered with 200.',
  about: 'ended-web',
  trial: { kind: 'agentlessSend', conversation: 'ended-web', as: 'client' },
  conversations: ['ended-web', 'connected-web'],
  faults: sends.map((operation) => ({ kind: 'tooManyRequests', operation, retryAfterSeconds: 5, times: 2 }))
})
