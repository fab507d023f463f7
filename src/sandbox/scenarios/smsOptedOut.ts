import { hours, sms } from './default/channels'
import { accepts, agent, agentInVain, alerts, customer, waitsIn } from './script'
import { shopScenario } from './shopScenario'

const address = '+13175550163'

export const smsOptedOut = shopScenario({
  title: 'SMS opted out',
  summary: 'A customer answered STOP: what is sent to that number since then is not delivered.',
  tryThis:
    'Run “Diagnose Send…” on Carla Jensen (opted-out-sms): the last message has the status delivery-failed with RecipientOptedOut. An agent’s send is still accepted with 200, and is not delivered either.',
  about: 'opted-out-sms',
  conversations: [],
  optedOut: [{ messengerType: 'sms', customerAddress: address }],
  scripts: (shop) => ({
    'opted-out-sms': sms(
      shop,
      { name: 'Carla Jensen', address },
      hours(2),
      [0, customer('Do you repair head torches?')],
      [5, waitsIn(shop.webSupport)],
      [62, alerts(shop.nora, shop.webSupport)],
      [75, accepts],
      [140, agent('Hello Carla, we do, within a week. Would you like news about repairs from us?')],
      [520, customer('STOP')],
      [900, agentInVain('Understood, Carla.', { code: 'RecipientOptedOut', words: 'The recipient has opted out with STOP.' })]
    )
  })
})
