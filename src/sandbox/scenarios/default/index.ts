import type { Conversation } from '../../conversations/conversation'
import { play } from '../script'
import type { Scenario } from '../scenario'
import { endedScripts } from './ended'
import { liveScripts } from './live'
import { openShop } from './organisation'
import { waitingScripts } from './waiting'

export const defaultScenario: Scenario = {
  summary: 'A shop with a conversation in every state, over web messaging, SMS, WhatsApp, open messaging and Facebook.',
  open: (ids, now) => {
    const shop = openShop(ids.within('organisation'), now)
    const scripts = { ...liveScripts(shop), ...waitingScripts(shop), ...endedScripts(shop) }
    const conversations = new Map<string, Conversation>()
    for (const [name, script] of Object.entries(scripts)) conversations.set(name, play(script, ids.within(name), now))
    return { organisation: shop.organisation, user: shop.nora, conversations }
  }
}
