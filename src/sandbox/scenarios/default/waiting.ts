import { alerts, bot, customer, waitsIn, type Script } from '../script'
import { minutes, open, sms, web } from './channels'
import type { Shop } from './organisation'

/** Conversations that no agent has taken yet. */
export const waitingScripts = (shop: Shop): Readonly<Record<string, Script>> => {
  const { nora, tomas, webSupport, mobileSupport, orderStatus } = shop
  return {
    'alerting-web': web(
      shop,
      { name: 'Hannah Weiss' },
      minutes(3),
      [0, customer('Hi, can I still cancel an order from this morning?')],
      [2, bot(orderStatus, 'Hello! I can look up an order. What is its number?')],
      [25, customer('SB-20431')],
      [27, bot(orderStatus, 'Found it. It is being packed. I will ask a colleague to stop it.')],
      [28, waitsIn(webSupport)],
      [160, alerts(nora, webSupport)]
    ),
    'alerting-open': open(
      shop,
      { name: 'Piotr Zielinski', address: 'member-41190' },
      minutes(2),
      [0, customer('The checkout says my address is not valid')],
      [40, customer('It is a new street, so maybe that is why')],
      [43, waitsIn(webSupport)],
      [100, alerts(tomas, webSupport)]
    ),
    'queued-sms': sms(
      shop,
      { name: 'Megan Doyle', address: '+13175550187' },
      minutes(6),
      [0, customer('Where is the pickup desk in the new store?')],
      [30, customer('I am already here :)')],
      [32, waitsIn(webSupport)],
      [180, customer('Hello?')]
    ),
    'queued-web': web(
      shop,
      { name: 'Oskar Nyberg' },
      minutes(9),
      [0, customer('I would like to talk to a person please')],
      [2, bot(orderStatus, 'Of course. Is it about an order or about the app?')],
      [20, customer('The app')],
      [21, bot(orderStatus, 'You are in line for our app team.')],
      [22, waitsIn(mobileSupport)]
    ),
    'automated-web': web(
      shop,
      { name: 'Chloe Martin' },
      minutes(1),
      [0, customer('Where is my order?')],
      [2, bot(orderStatus, 'Hello! I can look up an order. What is its number?')],
      [24, customer('SB-20402')],
      [26, bot(orderStatus, 'Order SB-20402 left our warehouse yesterday and arrives on Thursday. Is there anything else?')]
    )
  }
}
