import { hours, whatsApp } from './default/channels'
import { accepts, agent, alerts, customer, waitsIn } from './script'
import { shopScenario } from './shopScenario'

export const whatsAppWindowOver = shopScenario({
  title: 'WhatsApp window over',
  summary:
    'The customer wrote more than 24 hours ago, so WhatsApp takes a template only: in a conversation that an agent has, and in one that ended.',
  tryThis:
    'Run “Diagnose Send…” on Grace Obi (ended-whatsapp): an agentless send with textBody is answered with 400 constraint.validation, because WhatsApp needs a template. On Amara Diallo (connected-whatsapp-over) the agent’s text is accepted, and the message then gets the status delivery-failed.',
  about: 'ended-whatsapp',
  trial: { kind: 'agentlessSend', conversation: 'ended-whatsapp', as: 'client' },
  conversations: ['ended-whatsapp'],
  scripts: (shop) => ({
    /** An agent has it, and the customer’s last message is 29 hours old. */
    'connected-whatsapp-over': whatsApp(
      shop,
      { name: 'Amara Diallo', address: '447700900117' },
      hours(30),
      [0, customer('Hi, my stove arrived without the gas adapter')],
      [5, waitsIn(shop.webSupport)],
      [70, alerts(shop.nora, shop.webSupport)],
      [82, accepts],
      [150, agent('Hello Amara, sorry about that. Could you tell me the order number?', 'read')],
      [3600, customer('SB-20388')]
    )
  })
})
