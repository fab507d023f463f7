import { accepts, agent, agentInVain, alerts, bot, customer, ends, waitsIn, wrapsUp, type Script } from '../script'
import { facebook, hours, minutes, open, sms, web, whatsApp } from './channels'
import type { Shop } from './organisation'

/** Conversations in which nobody is connected any more. */
export const endedScripts = (shop: Shop): Readonly<Record<string, Script>> => {
  const { nora, tomas, webSupport, mobileSupport, orderStatus } = shop
  return {
    /** The agent has left and still writes up what it was about. */
    'wrapup-web': web(
      shop,
      { name: 'Daniel Kim' },
      minutes(24),
      [0, customer('The app logs me out every time')],
      [3, waitsIn(mobileSupport)],
      [35, alerts(tomas, mobileSupport)],
      [47, accepts],
      [110, agent('Hello Daniel, which version do you have? It stands at the bottom of the settings.')],
      [210, customer('8.2')],
      [280, agent('That one has the fault. 8.3 is in the store since today and mends it.')],
      [700, customer('Works now, thanks!')],
      [740, ends('client')]
    ),
    /** The story: a program wants to follow up here. Ended 31 hours ago, so 41 hours of the 72 are left. */
    'ended-web': web(
      shop,
      { name: 'Jamie Rivera' },
      hours(31) + 1560 * 1000,
      [0, customer('Hi, where is my order?')],
      [2, bot(orderStatus, 'Hello! I can look up an order. What is its number?')],
      [41, customer('SB-20351')],
      [43, bot(orderStatus, 'Order SB-20351 could not be delivered yesterday. I will get a colleague.')],
      [44, waitsIn(webSupport)],
      [90, alerts(nora, webSupport)],
      [104, accepts],
      [150, agent('Hello Jamie, this is Nora. Nobody was at home, so the driver took it back to the depot.')],
      [240, customer('Can it come on Saturday instead?')],
      [380, agent('Yes. I have booked Saturday between 9 and 12.')],
      [470, customer('Perfect, thank you. Bye!')],
      [1560, ends('client')],
      [1620, wrapsUp('Delivery')]
    ),
    'ended-sms': sms(
      shop,
      { name: 'Carla Jensen', address: '+13175550163' },
      hours(5),
      [0, customer('Do you repair head torches?')],
      [5, waitsIn(webSupport)],
      [62, alerts(nora, webSupport)],
      [75, accepts],
      [140, agent('Hello Carla, we do, within a week. Bring it to any store.')],
      [520, customer('Will do, thanks')],
      [900, ends('client')]
    ),
    /** Inside the reply window, but more than 24 hours after the customer’s last message: WhatsApp takes a template only. */
    'ended-whatsapp': whatsApp(
      shop,
      { name: 'Grace Obi', address: '447700900139' },
      hours(30),
      [0, customer('Which sleeping bag is right for 5 degrees?')],
      [6, waitsIn(webSupport)],
      [80, alerts(tomas, webSupport)],
      [96, accepts],
      [170, agent('Hello Grace, the Fjord 0. It is warm enough down to zero.', 'read')],
      [1200, customer('I will order it, thank you')],
      [1900, ends('client')]
    ),
    'ended-facebook': facebook(
      shop,
      { name: 'Noor Haddad', address: '24100000000000592' },
      hours(21),
      [0, customer('Is the rain jacket also there in green?')],
      [9, waitsIn(webSupport)],
      [77, alerts(nora, webSupport)],
      [90, accepts],
      [160, agent('Hello Noor, in green from S to L.')],
      [800, customer('Great!')],
      [3400, ends('inactivity')]
    ),
    'ended-open-over': open(
      shop,
      { name: 'Bruno Keller', address: 'member-33702' },
      hours(40),
      [0, customer('Can I pay by invoice?')],
      [4, waitsIn(webSupport)],
      [59, alerts(tomas, webSupport)],
      [70, accepts],
      [130, agent('Hello Bruno, yes, from your second order on.')],
      [260, customer('OK')],
      [600, ends('client')]
    ),
    'ended-web-over': web(
      shop,
      { name: 'Ines Duarte' },
      hours(6 * 24),
      [0, customer('My discount code does not work')],
      [2, bot(orderStatus, 'Hello! I can look up an order. What is its number?')],
      [30, customer('I do not have one yet, it is about a code')],
      [31, waitsIn(webSupport)],
      [75, alerts(nora, webSupport)],
      [88, accepts],
      [150, agent('Hello Ines, it is for members. Please log in first, then it works.')],
      [300, customer('It did, thanks a lot')],
      [7200, ends('session.expired')]
    ),
    'ended-delivery-failed': web(
      shop,
      { name: 'Sam Okafor' },
      hours(27),
      [0, customer('How do I wash a down jacket?')],
      [3, waitsIn(webSupport)],
      [50, alerts(nora, webSupport)],
      [63, accepts],
      [140, agent('Hello Sam, at 30 degrees with special soap, and dry it slowly.')],
      [290, customer('Thanks, bye')],
      [
        410,
        agentInVain('One more thing: two tennis balls in the dryer keep it fluffy.', {
          code: 'GeneralError',
          words: 'The guest was not connected. The message waits in the session’s history.'
        })
      ],
      [700, ends('client')]
    )
  }
}
