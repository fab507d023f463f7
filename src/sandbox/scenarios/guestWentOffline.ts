import { hours, minutes, web } from './default/channels'
import { accepts, agent, agentInVain, alerts, customer, waitsIn } from './script'
import { shopScenario } from './shopScenario'

export const guestWentOffline = shopScenario({
  title: 'Guest went offline',
  summary: 'The guest of a web messaging conversation closed the page while an agent still had the conversation.',
  tryThis:
    'Run “Diagnose Send…” on Sam Okafor (offline-web). The agent’s last message has the status delivery-failed, and is not lost: it waits in the guest’s session. Another send is accepted with 200 and ends the same way.',
  about: 'offline-web',
  conversations: [],
  offline: ['offline-web'],
  scripts: (shop) => ({
    'offline-web': web(
      shop,
      { name: 'Sam Okafor' },
      hours(1),
      [0, customer('How do I wash a down jacket?')],
      [3, waitsIn(shop.webSupport)],
      [50, alerts(shop.nora, shop.webSupport)],
      [63, accepts],
      [140, agent('Hello Sam, at 30 degrees with special soap, and dry it slowly.')],
      [290, customer('Thank you!')],
      [
        minutes(10) / 1000,
        agentInVain('One more thing: two tennis balls in the dryer keep it fluffy.', {
          code: 'GeneralError',
          words: 'The guest was not connected. The message waits in the session’s history.'
        })
      ]
    )
  })
})
