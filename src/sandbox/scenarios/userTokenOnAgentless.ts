import { shopScenario } from './shopScenario'

export const userTokenOnAgentless = shopScenario({
  title: 'User token on agentless',
  summary: 'The agentless send takes the token of a program, not of a user.',
  tryThis:
    'Send POST /api/v2/conversations/messages/agentless for Jamie Rivera (ended-web) with userToken: it is answered with 400 not.a.client. The same body with a token of POST /oauth/token (client credentials) is answered with 200.',
  about: 'ended-web',
  trial: { kind: 'agentlessSend', conversation: 'ended-web', as: 'user' },
  conversations: ['ended-web']
})
