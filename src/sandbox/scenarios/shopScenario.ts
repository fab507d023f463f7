import type { Conversation } from '../conversations/conversation'
import type { Organisation } from '../organisation/organisation'
import { shopScripts } from './default'
import { openShop, type Shop } from './default/organisation'
import type { Opening, Scenario } from './scenario'
import { play, type Script } from './script'

/** A situation at the shop of the default scenario. */
export interface Situation extends Pick<Scenario, 'title' | 'summary' | 'tryThis' | 'about' | 'trial'>, Pick<Opening, 'roles' | 'faults'> {
  /** Conversations of the default scenario that are also there. */
  readonly conversations: readonly string[]
  /** Those whose guests are away. */
  readonly offline?: readonly string[]
  /** Customers who have written STOP to the shop’s number. */
  readonly optedOut?: readonly { readonly messengerType: 'sms'; readonly customerAddress: string }[]
  /** Conversations of its own. */
  readonly scripts?: (shop: Shop) => Readonly<Record<string, Script>>
  /** How the shop’s configuration differs. */
  readonly configured?: (organisation: Organisation, shop: Shop) => Organisation
}

const scriptsOf = (shop: Shop, { conversations, scripts }: Situation): ReadonlyMap<string, Script> => {
  const known = shopScripts(shop)
  const chosen = new Map<string, Script>()
  for (const name of conversations) {
    const script = known[name]
    if (script === undefined) throw new Error(`The shop has no conversation ${name}.`)
    chosen.set(name, script)
  }
  for (const [name, script] of Object.entries(scripts?.(shop) ?? {})) chosen.set(name, script)
  return chosen
}

export const shopScenario = (situation: Situation): Scenario => {
  const { title, summary, tryThis, about, trial, configured, roles, faults, offline, optedOut } = situation
  return {
    title,
    summary,
    tryThis,
    ...(about !== undefined && { about }),
    ...(trial && { trial }),
    open: (ids, now) => {
      const shop = openShop(ids.within('organisation'), now)
      const conversations = new Map<string, Conversation>()
      for (const [name, script] of scriptsOf(shop, situation)) conversations.set(name, play(script, ids.within(name), now))
      return {
        organisation: configured?.(shop.organisation, shop) ?? shop.organisation,
        user: shop.nora,
        conversations,
        ...(roles && { roles }),
        ...(offline && { offlineGuests: new Set(offline.map((name) => conversations.get(name)?.id ?? '')) }),
        ...(optedOut && {
          optedOut: optedOut.map(({ messengerType, customerAddress }) => ({
            businessAddress: shop.addresses[messengerType],
            customerAddress
          }))
        }),
        ...(faults && { faults })
      }
    }
  }
}
