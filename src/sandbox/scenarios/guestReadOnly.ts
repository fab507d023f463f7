import type { Organisation } from '../organisation/organisation'
import type { MessengerConfiguration } from '../organisation/webDeployment'
import { shopScenario } from './shopScenario'

const readOnly = (settings: MessengerConfiguration): MessengerConfiguration => ({
  ...settings,
  messenger: { ...settings.messenger, conversations: { ...settings.messenger.conversations, disconnect: 'ReadOnly' } }
})

/** Every Messenger configuration of the shop, with Conversation Disconnect set to read-only. */
const endingReadOnly = (organisation: Organisation): Organisation => ({
  ...organisation,
  deploymentConfigurations: organisation.deploymentConfigurations.map((configuration) => ({
    ...configuration,
    draft: { ...configuration.draft, settings: readOnly(configuration.draft.settings) },
    versions: configuration.versions.map((version) => ({ ...version, settings: readOnly(version.settings) }))
  }))
})

export const guestReadOnly = shopScenario({
  title: 'Guest in a read-only session',
  summary: 'The deployment ends conversations read-only: a guest who writes after the end gets a 409 on the websocket.',
  tryThis:
    'Disconnect the conversation of Priya Raman (connected-web) with PATCH /api/v2/conversations/messages/{conversationId} and {"state":"disconnected"}. The guest gets a Presence event Disconnect with readOnly, and a message that the guest sends then is answered with the code 409.',
  about: 'connected-web',
  trial: { kind: 'guestWritesAfterTheEnd', conversation: 'connected-web' },
  conversations: ['connected-web'],
  configured: endingReadOnly
})
