import { shopScenario } from './shopScenario'

export const guestReadOnly = shopScenario({
  title: 'Guest in a read-only session',
  summary: 'The deployment ends conversations read-only: a guest who writes after the end gets a 409 on the websocket.',
  tryThis:
    'Disconnect the conversation of Priya Raman (connected-web) with PATCH /api/v2/conversations/messages/{conversationId} and {"state":"disconnected"}. The guest gets a Presence event Disconnect with readOnly, and a message that the guest sends then is answered with the code 409.',
  about: 'connected-web',
  conversations: ['connected-web'],
  configured: (organisation, { deployment }) => ({
    ...organisation,
    deployments: organisation.deployments.map((other) =>
      other.id === deployment.id ? { ...other, guests: { ...other.guests, conversationDisconnect: 'ReadOnly' } } : other
    )
  })
})
