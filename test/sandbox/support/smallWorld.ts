// A world without HTTP: the shop of the default scenario, without conversations.
import { AnalyticsRecords } from '../../../src/sandbox/analytics/records'
import { ConversationStore } from '../../../src/sandbox/conversations/conversationStore'
import type { Conversation, MessageContent } from '../../../src/sandbox/conversations/conversation'
import type { MessengerType } from '../../../src/sandbox/conversations/messengerType'
import { TypingEvents } from '../../../src/sandbox/conversations/typing'
import { Guests } from '../../../src/sandbox/guests/guests'
import { seededIds } from '../../../src/sandbox/ids'
import { Life } from '../../../src/sandbox/life/life'
import { MediaStore } from '../../../src/sandbox/media/mediaStore'
import { ChannelStore } from '../../../src/sandbox/notifications/channelStore'
import type { Organisation } from '../../../src/sandbox/organisation/organisation'
import { OrganisationStore } from '../../../src/sandbox/organisation/organisationStore'
import { OptOuts } from '../../../src/sandbox/receiving/optOuts'
import { receiveFromCustomer, type Received } from '../../../src/sandbox/receiving/receive'
import { RoutingStatuses } from '../../../src/sandbox/routing/routingStatus'
import { openShop, type Shop } from '../../../src/sandbox/scenarios/default/organisation'
import { worldOf, type World } from '../../../src/sandbox/world'
import { manualClock, type ManualClock } from './manualClock'

export interface SmallWorld {
  readonly world: World
  readonly shop: Shop
  readonly clock: ManualClock
  /** Conversations whose guests are away. */
  readonly away: Set<string>
  readonly life: Life
  /** Whether things happen by themselves is for `life`; a customer writes with this. */
  readonly writes: (messengerType: MessengerType, customerAddress: string, text: string) => Received
  readonly now: (conversation: { readonly id: string }) => Conversation
}

const text = (value: string): MessageContent => ({ kind: 'text', text: value })

/** @param change what is different from the shop’s organisation */
export const smallWorld = (change: (organisation: Organisation) => Organisation = (organisation) => organisation): SmallWorld => {
  const clock = manualClock()
  const ids = seededIds(1)
  const shop = openShop(ids.within('organisation'), clock.now())
  const away = new Set<string>()
  const stores = {
    configuration: new OrganisationStore(change(shop.organisation)),
    conversations: new ConversationStore(),
    clock,
    ids,
    typing: new TypingEvents()
  }
  const world = worldOf({
    ...stores,
    records: new AnalyticsRecords(stores.conversations, clock, 0),
    guests: new Guests(stores, away),
    channels: new ChannelStore(clock),
    media: new MediaStore(),
    optOuts: new OptOuts(),
    routingStatuses: new RoutingStatuses()
  })
  const life = new Life(world)
  return {
    world,
    shop,
    clock,
    away,
    life,
    writes: (messengerType, customerAddress, value) =>
      receiveFromCustomer(world, {
        messengerType,
        businessAddress:
          messengerType === 'webmessaging'
            ? shop.deployment.id
            : (world.organisation.senders.find((sender) => sender.messengerType === messengerType)?.address ?? ''),
        customerAddress,
        customerName: customerAddress,
        content: text(value)
      }),
    now: ({ id }) => {
      const conversation = world.conversations.get(id)
      if (conversation === undefined) throw new Error(`There is no conversation ${id}.`)
      return conversation
    }
  }
}
