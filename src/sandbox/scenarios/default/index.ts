import type { Conversation } from '../../conversations/conversation'
import { play, type Script } from '../script'
import type { Scenario } from '../scenario'
import { endedScripts } from './ended'
import { liveScripts } from './live'
import { openShop, type Shop } from './organisation'
import { waitingScripts } from './waiting'

/** Every conversation of the shop, by its name. */
export const shopScripts = (shop: Shop): Readonly<Record<string, Script>> => ({
  ...liveScripts(shop),
  ...waitingScripts(shop),
  ...endedScripts(shop)
})

export const defaultScenario: Scenario = {
  title: 'A conversation in every state',
  summary: 'A shop with a conversation in every state, over web messaging, SMS, WhatsApp, open messaging and Facebook.',
  tryThis:
    'Run “Follow Up…” on Jamie Rivera, whose web messaging conversation (ended-web) has ended: the agentless send is the route that works. The panel shows it queued, sent and delivered.',
  about: 'ended-web',
  open: (ids, now) => {
    const shop = openShop(ids.within('organisation'), now)
    const conversations = new Map<string, Conversation>()
    for (const [name, script] of Object.entries(shopScripts(shop))) conversations.set(name, play(script, ids.within(name), now))
    return { organisation: shop.organisation, user: shop.nora, conversations }
  }
}
