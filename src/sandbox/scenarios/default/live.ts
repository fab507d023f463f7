import { accepts, agent, alerts, bot, customer, getsIntoUnlistedState, parks, waitsIn, type Script } from '../script'
import { facebook, hours, minutes, open, sms, web, whatsApp } from './channels'
import type { Shop } from './organisation'

/** Conversations that an agent has. */
export const liveScripts = (shop: Shop): Readonly<Record<string, Script>> => {
  const { nora, tomas, webSupport, mobileSupport, orderStatus } = shop
  return {
    'connected-web': web(
      shop,
      { name: 'Priya Raman' },
      minutes(11),
      [0, customer('Hello, I gave the wrong house number for my order.')],
      [2, bot(orderStatus, 'Hello! I can look up an order. What is its number?')],
      [31, customer('SB-20417, but I need to change the address')],
      [33, bot(orderStatus, 'That is something for a colleague. One moment please.')],
      [34, waitsIn(webSupport)],
      [52, alerts(nora, webSupport)],
      [61, accepts],
      [85, agent('Hi Priya, this is Nora. The parcel has not left yet, so that is easy. What is the right number?')],
      [140, customer('It is 14, not 41. Sorry!')],
      [190, agent('Changed to number 14. You will get a new confirmation by mail.')],
      [420, customer('Got it, thank you. Does it still come on Friday?')]
    ),
    'connected-sms': sms(
      shop,
      { name: 'Leo Fischer', address: '+13175550142' },
      minutes(26),
      [0, customer('Is the Greenwood store open on Sunday?')],
      [4, waitsIn(webSupport)],
      [40, alerts(nora, webSupport)],
      [55, accepts],
      [95, agent('Hello Leo, yes: from 11 to 5. Can I put something aside for you?')],
      [300, customer('The blue camping lamp please')],
      [410, agent('Done. It is at the desk under your name until Monday.')]
    ),
    'connected-whatsapp': whatsApp(
      shop,
      { name: 'Amara Diallo', address: '447700900117' },
      hours(3),
      [0, customer('Hi, my stove arrived without the gas adapter')],
      [5, waitsIn(mobileSupport)],
      [70, alerts(tomas, mobileSupport)],
      [82, accepts],
      [150, agent('Hello Amara, sorry about that. Could you tell me the order number?', 'read')],
      [600, customer('SB-20388')],
      [720, agent('Thank you. An adapter is on its way, free of charge.', 'read')],
      [9900, customer('Great. Will I get a tracking number?')]
    ),
    'connected-open': open(
      shop,
      { name: 'Yuki Tanaka', address: 'member-58213' },
      minutes(41),
      [0, customer('The app does not show my points from yesterday')],
      [3, waitsIn(webSupport)],
      [66, alerts(tomas, webSupport)],
      [80, accepts],
      [130, agent('Hello Yuki, points appear a day after the delivery. Yours should be there tonight.')],
      [260, customer('Ah, I did not know that. I will look again tomorrow.')]
    ),
    'connected-facebook': facebook(
      shop,
      { name: 'Mateo Silva', address: '24100000000000417' },
      hours(2),
      [0, customer('Do you ship the two-person tent to Portugal?')],
      [8, waitsIn(webSupport)],
      [95, alerts(nora, webSupport)],
      [110, accepts],
      [180, agent('Hello Mateo, we do. It takes four to six days.')],
      [900, customer('And can I return it if it is too heavy?')],
      [1010, agent('Within 30 days, and we pay the way back.', 'read')]
    ),
    'parked-whatsapp': whatsApp(
      shop,
      { name: 'Rafael Costa', address: '447700900164' },
      hours(20),
      [0, customer('One pole of the tent is broken, can I get a single one?')],
      [6, waitsIn(webSupport)],
      [48, alerts(nora, webSupport)],
      [60, accepts],
      [150, agent('Hello Rafael, I will ask the workshop. Could you send me the length printed on it?', 'read')],
      [2400, customer('It says 52 cm')],
      [2460, agent('Thank you. I will come back to you when they answer, today or tomorrow.', 'read')],
      [2500, parks(36 * 3600)]
    ),
    'unknown-state': open(
      shop,
      { name: 'Ebba Strand', address: 'member-60977' },
      minutes(35),
      [0, customer('Can I change the name on a gift card?')],
      [3, waitsIn(webSupport)],
      [44, alerts(tomas, webSupport)],
      [58, accepts],
      [120, agent('Hello Ebba, that works. Which name should be on it?')],
      [300, customer('Linnea Strand')],
      [330, getsIntoUnlistedState('recovering')]
    )
  }
}
