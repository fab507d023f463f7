import type { Conversation, Leg, Message } from '../conversations/conversation'
import type { MessengerType } from '../conversations/messengerType'
import { numberedIds, type Ids } from '../ids'
import { hours } from './default/channels'
import { openShop, type Shop } from './default/organisation'
import type { Scenario } from './scenario'

const usualCount = 10_000

const channels = ['sms', 'webmessaging', 'whatsapp', 'open'] as const satisfies readonly MessengerType[]

/** The channel and the two addresses of a conversation. */
const addressesOf = (shop: Shop, index: number, ids: Ids) => {
  const messengerType = channels[index % channels.length] ?? 'sms'
  const number = String(index).padStart(7, '0')
  switch (messengerType) {
    case 'webmessaging':
      return { messengerType, businessAddress: shop.deployment.id, customerAddress: ids.next('guest') }
    case 'sms':
      return { messengerType, businessAddress: shop.addresses.sms, customerAddress: `+1765${number}` }
    case 'whatsapp':
      return { messengerType, businessAddress: shop.addresses.whatsapp, customerAddress: `4477${number}` }
    case 'open':
      return { messengerType, businessAddress: shop.addresses.open, customerAddress: `member-${number}` }
  }
}

const messageOf = (ids: Ids, time: number, text: string, status: Message['status']): Message => ({
  id: ids.next('message'),
  time,
  content: { kind: 'text', text },
  status,
  failure: undefined
})

/** Of so many conversations one goes on, and of so many of these one is the user’s own: an agent who had thousands at once would be none. */
const perLive = 10
const perOwn = 100

const agentOf = ({ nora, tomas }: Shop, index: number) => {
  const isOwn = index % perLive === 0 ? index % (perLive * perOwn) === 0 : index % 2 === 0
  return isOwn ? nora : tomas
}

/** Nine of ten have ended; an agent has the others. They started over the last three days. */
const conversationOf = (shop: Shop, ids: Ids, index: number, count: number, now: number): Conversation => {
  const startTime = now - Math.floor((hours(72) * (count - index)) / (count + 1))
  const answerTime = Math.min(startTime + 30_000, now)
  const endTime = Math.min(startTime + 600_000, now)
  const state: Leg['state'] =
    index % perLive === 0
      ? { name: 'connected', connectedTime: startTime }
      : { name: 'disconnected', connectedTime: startTime, disconnectedTime: endTime, disconnectType: 'client' }
  const customerLeg: Leg = {
    id: ids.next('communication'),
    direction: 'inbound',
    startTime,
    state,
    peerId: undefined,
    messages: [messageOf(ids, startTime, `Where is my order number ${index}?`, 'received')]
  }
  const agentLeg: Leg = {
    id: ids.next('communication'),
    direction: 'inbound',
    startTime,
    state,
    peerId: customerLeg.id,
    messages: [messageOf(ids, answerTime, 'It arrives tomorrow.', 'delivery-success')]
  }
  const user = agentOf(shop, index)
  return {
    id: ids.next('conversation'),
    ...addressesOf(shop, index, ids),
    originatingDirection: 'inbound',
    startTime,
    participants: [
      { purpose: 'customer', id: ids.next('participant'), name: `Customer ${index}`, externalContactId: undefined, legs: [customerLeg] },
      {
        purpose: 'agent',
        id: ids.next('participant'),
        name: user.name,
        userId: user.id,
        queueId: shop.webSupport.id,
        wrapUpRequired: false,
        wrapUp: { kind: 'notDone' },
        legs: [agentLeg]
      }
    ]
  }
}

export const large: Scenario = {
  title: 'Many conversations',
  summary: 'As many conversations as are asked for, of the last three days, on four channels: 10,000 unless told otherwise.',
  tryThis:
    'Ask POST /api/v2/analytics/conversations/details/query for a page of 100 conversations: totalHits is their number. Start the sandbox with --conversations 100000 for more.',
  open: (ids, now, { conversations: count = usualCount }) => {
    const shop = openShop(ids.within('organisation'), now)
    const numbered = numberedIds(ids.next('many'))
    const all = Array.from({ length: count }, (_, index) => conversationOf(shop, numbered, index, count, now))
    const [live, ended] = all
    return {
      organisation: shop.organisation,
      user: shop.nora,
      conversations: new Map([...(live ? [['first-connected', live] as const] : []), ...(ended ? [['first-ended', ended] as const] : [])]),
      others: all.slice(2)
    }
  }
}
