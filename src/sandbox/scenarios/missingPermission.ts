import { readerRole } from '../credentials/roles'
import { shopScenario } from './shopScenario'

/** They may look, but at no supported content. */
const permissions = readerRole.permissions.filter((permission) => permission !== 'messaging:supportedContent:view')

export const missingPermission = shopScenario({
  title: 'Missing permission',
  summary: 'Neither the agent’s role nor the program’s has a permission to send, or to see which files may be sent.',
  tryThis:
    'Run “Follow Up…” on Jamie Rivera (ended-web) and send: the agentless send is answered with 403 missing.permissions, which names conversation:message:create. The agent’s send on Priya Raman (connected-web) is answered with 403 missing.any.permissions.',
  about: 'ended-web',
  trial: { kind: 'agentlessSend', conversation: 'ended-web', as: 'client' },
  conversations: ['ended-web', 'connected-web'],
  roles: {
    agent: { name: 'Messaging Observer', permissions },
    notifier: { name: 'Silent Notifier', permissions }
  }
})
