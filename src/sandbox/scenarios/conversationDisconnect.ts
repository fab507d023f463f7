import type { Conversation } from '../conversations/conversation'
import type { Ids } from '../ids'
import type { Organisation } from '../organisation/organisation'
import {
  defaultMessenger,
  type ConversationSettings,
  type WebDeployment,
  type WebDeploymentConfiguration
} from '../organisation/webDeployment'
import { minutes, web } from './default/channels'
import { openShop, type Shop } from './default/organisation'
import type { Scenario } from './scenario'
import { accepts, agent, alerts, customer, play, waitsIn, type Script } from './script'

const day = 24 * 60 * 60 * 1000

interface Page {
  readonly deployment: WebDeployment
  readonly configuration: WebDeploymentConfiguration
}

/** A web deployment with a configuration of its own. */
const page = (
  ids: Ids,
  now: number,
  { orderStatus }: Shop,
  name: string,
  conversations: Partial<ConversationSettings>,
  allowedDomains?: readonly string[]
): Page => {
  const created = now - 30 * day
  const configurationId = ids.next('configuration')
  const settings = {
    name: `${name} messenger`,
    languages: ['en-us'],
    defaultLanguage: 'en-us',
    headless: false,
    messenger: { ...defaultMessenger, conversations: { ...defaultMessenger.conversations, ...conversations } }
  }
  return {
    deployment: { id: ids.next('deployment'), name, status: 'Active', configurationId, flow: orderStatus, created, allowedDomains },
    configuration: {
      id: configurationId,
      created,
      draft: { settings, modified: created },
      versions: [{ version: '1', settings, created, published: created }]
    }
  }
}

const withPages = (organisation: Organisation, pages: readonly Page[]): Organisation => ({
  ...organisation,
  deployments: [...organisation.deployments, ...pages.map(({ deployment }) => deployment)],
  deploymentConfigurations: [...organisation.deploymentConfigurations, ...pages.map(({ configuration }) => configuration)]
})

/** An agent talks with a guest of this page. */
const connectedOn = (shop: Shop, { id }: WebDeployment, name: string): Script => ({
  ...web(
    shop,
    { name },
    minutes(8),
    [0, customer('Is the shop in Oak Street open today?')],
    [3, waitsIn(shop.webSupport)],
    [30, alerts(shop.nora, shop.webSupport)],
    [41, accepts],
    [70, agent('Hello, it is: until 6 this evening.')]
  ),
  businessAddress: id
})

export const conversationDisconnect: Scenario = {
  title: 'What a guest is told when the conversation ends',
  summary:
    'Three pages with the three settings of “conversation disconnect”, each with a guest whom an agent talks with, and a fourth for one web origin only.',
  tryThis:
    'Resume the session of connected-read-only over the guest websocket with its guest token, and disconnect the conversation. The guest gets a Disconnect event, and 409 to every message from then on.',
  about: 'connected-read-only',
  open: (ids, now) => {
    const shop = openShop(ids.within('organisation'), now)
    const own = ids.within('conversation-disconnect')
    const send = page(own, now, shop, 'Send', { disconnect: 'Send' })
    const readOnly = page(own, now, shop, 'Read-only', { disconnect: 'ReadOnly' })
    const members = page(own, now, shop, 'Members', { showUserTyping: false, sessionDurationSeconds: 15 * 60 }, ['members.example'])
    const scripts = {
      'connected-off': connectedOn(shop, shop.deployment, 'Priya Raman'),
      'connected-send': connectedOn(shop, send.deployment, 'Hannah Weiss'),
      'connected-read-only': connectedOn(shop, readOnly.deployment, 'Jamie Rivera')
    }
    return {
      organisation: withPages(shop.organisation, [send, readOnly, members]),
      user: shop.nora,
      conversations: new Map<string, Conversation>(
        Object.entries(scripts).map(([name, script]) => [name, play(script, own.within(name), now)])
      )
    }
  }
}
