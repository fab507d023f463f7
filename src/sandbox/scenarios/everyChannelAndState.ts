import type { MessengerType } from '../conversations/messengerType'
import { hours, minutes } from './default/channels'
import type { Shop } from './default/organisation'
import {
  accepts,
  agent,
  alerts,
  bot,
  customer,
  ends,
  getsIntoUnlistedState,
  parks,
  waitsIn,
  wrapsUp,
  type Script,
  type Step
} from './script'
import { shopScenario } from './shopScenario'

const channels = [
  'webmessaging',
  'sms',
  'whatsapp',
  'open',
  'facebook',
  'instagram',
  'twitter',
  'apple'
] as const satisfies readonly MessengerType[]

interface Course {
  readonly startedAgo: number
  readonly steps: readonly Step[]
}

/** Each state, by how a conversation got there. */
const coursesOf = ({ nora, tomas, webSupport, mobileSupport, orderStatus }: Shop): Readonly<Record<string, Course>> => {
  const waiting: readonly Step[] = [
    [0, customer('Hello, is the blue tent in stock?')],
    [5, waitsIn(webSupport)]
  ]
  const alerting: readonly Step[] = [...waiting, [60, alerts(nora, webSupport)]]
  const connected: readonly Step[] = [
    ...alerting,
    [75, accepts],
    [120, agent('Hello, it is. Shall I put one aside?')],
    [200, customer('Yes, please.')]
  ]
  const ended: readonly Step[] = [...connected, [300, ends('client')], [320, wrapsUp('Answered')]]
  return {
    connected: { startedAgo: minutes(20), steps: connected },
    alerting: { startedAgo: minutes(2), steps: alerting },
    parked: { startedAgo: minutes(30), steps: [...connected, [400, parks(24 * 3600)]] },
    queued: { startedAgo: minutes(4), steps: waiting },
    automated: {
      startedAgo: minutes(1),
      steps: [
        [0, customer('Hello?')],
        [2, bot(orderStatus, 'Hello! What is the number of your order?')]
      ]
    },
    wrapup: {
      startedAgo: minutes(15),
      steps: [
        [0, customer('The app does not open.')],
        [5, waitsIn(mobileSupport)],
        [40, alerts(tomas, mobileSupport)],
        [55, accepts],
        [100, agent('Hello, please install it once more.')],
        [300, customer('It works now.')],
        [340, ends('client')]
      ]
    },
    ended: { startedAgo: hours(3), steps: ended },
    'ended-over': { startedAgo: hours(100), steps: ended },
    unlisted: { startedAgo: minutes(20), steps: [...connected, [400, getsIntoUnlistedState('consulting')]] }
  }
}

const businessAddressOf = (shop: Shop, messengerType: (typeof channels)[number]): string => {
  switch (messengerType) {
    case 'webmessaging':
      return shop.deployment.id
    case 'sms':
    case 'whatsapp':
    case 'open':
    case 'facebook':
      return shop.addresses[messengerType]
    case 'instagram':
    case 'twitter':
    case 'apple':
      return shop.organisation.integrations.find(({ channel }) => channel === messengerType)?.id ?? ''
  }
}

/** An address of its own for each conversation, as the channel writes them. */
const customerAddressOf = (messengerType: MessengerType, index: number): string | undefined => {
  const number = String(index).padStart(2, '0')
  switch (messengerType) {
    case 'webmessaging':
      return undefined
    case 'sms':
      return `+131755502${number}`
    case 'whatsapp':
      return `4477009003${number}`
    case 'open':
    case 'facebook':
    case 'instagram':
    case 'twitter':
    case 'apple':
      return `${messengerType}-customer-${number}`
  }
}

const scriptsOf = (shop: Shop): Readonly<Record<string, Script>> => {
  const contacts = shop.organisation.contacts.filter(({ mergedInto }) => mergedInto === undefined)
  return Object.fromEntries(
    channels.flatMap((messengerType) =>
      Object.entries(coursesOf(shop)).map(([state, { startedAgo, steps }], index) => {
        const contact = messengerType === 'webmessaging' ? contacts[index] : undefined
        const script: Script = {
          messengerType,
          businessAddress: businessAddressOf(shop, messengerType),
          customer: {
            name: contact ? `${contact.firstName} ${contact.lastName}` : `Customer ${index + 1}`,
            address: customerAddressOf(messengerType, index),
            externalContactId: contact?.id
          },
          startedAgo,
          steps
        }
        return [`${state}-${messengerType}`, script]
      })
    )
  )
}

export const everyChannelAndState = shopScenario({
  title: 'Every channel in every state',
  summary: 'One conversation for each of eight channels in each of nine states.',
  tryThis:
    'Run “Diagnose Send…” on any of them: what works in one channel or state, such as an agentless message to an ended SMS conversation, does not in another, such as Facebook.',
  about: 'ended-facebook',
  conversations: [],
  scripts: scriptsOf
})
