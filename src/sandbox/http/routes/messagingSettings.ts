import { Hono } from 'hono'
import type { Models } from 'purecloud-platform-client-v2'
import * as z from 'zod/mini'
import { documented } from '../../documentedErrors'
import type { MessagingSetting } from '../../organisation/messagingConfiguration'
import { Refusal } from '../../refusal'
import type { World } from '../../world'
import type { Answer } from '../answers'
import { restsOn } from '../assuming'
import type { Needs } from '../authentication'
import type { Environment } from '../environment'
import { listing } from '../paging'
import { pathId } from '../path'
import { readBody } from '../requestBody'
import { messagingSettingBody } from '../shapes/messagingConfiguration'

/** `ConversationThreadingWindow`. Its id and its default can be read and not set. */
const threadingWindow = z.strictObject({
  id: z.optional(z.string()),
  settings: z.array(
    z.strictObject({
      messengerType: z.enum(['sms', 'facebook', 'twitter', 'whatsapp', 'webmessaging', 'instagram', 'open', 'apple']),
      timeoutInMinutes: z.int()
    })
  ),
  defaultTimeoutMinutes: z.optional(z.int())
})

/** Source: Genesys help, messaging-threading-timeline: 0 to 72 hours. */
const longestWindow = 72 * 60

/** How messaging behaves in the whole organisation, and what its integrations refer to. */
export const messagingSettingsRoutes = (world: World, needs: Needs): Hono<Environment> => {
  const viewSettings = needs({ token: 'any', permissions: { every: ['messaging:setting:view'] } })
  const routes = new Hono<Environment>()

  const threadingBody = (): Answer<Models.ConversationThreadingWindow> => {
    const { id, defaultMinutes, minutes } = world.organisation.threading
    return {
      id,
      settings: [...minutes].map(([messengerType, timeoutInMinutes]) => ({ messengerType, timeoutInMinutes })),
      defaultTimeoutMinutes: defaultMinutes
    }
  }

  routes.get('/threadingtimeline', needs({ token: 'any', permissions: { every: ['conversation:threadingTimeline:view'] } }), (c) =>
    c.json(threadingBody())
  )

  routes.put(
    '/threadingtimeline',
    needs({ token: 'any', permissions: { every: ['conversation:threadingTimeline:edit'] } }),
    restsOn('threading.left-out'),
    (c) => {
      const { settings } = readBody(c, threadingWindow, 'ConversationThreadingWindow')
      const wrong = settings.find(({ timeoutInMinutes }) => timeoutInMinutes < 0 || timeoutInMinutes > longestWindow)
      if (wrong) {
        throw new Refusal(documented.threadingTimeout, `${wrong.messengerType} can have 0 to ${longestWindow} minutes.`, {
          field: 'settings'
        })
      }
      const minutes = new Map(settings.map(({ messengerType, timeoutInMinutes }) => [messengerType, timeoutInMinutes]))
      world.configuration.change((organisation) => ({ ...organisation, threading: { ...organisation.threading, minutes } }))
      return c.json(threadingBody())
    }
  )

  const settingById = (id: string): MessagingSetting => {
    const setting = world.organisation.messagingSettings.profiles.find((candidate) => candidate.id === id)
    if (setting === undefined) throw new Refusal(documented.notFound, `This organisation has no messaging setting ${id}.`)
    return setting
  }

  routes.get('/settings', viewSettings, (c) => {
    const body: Answer<Models.MessagingConfigListing> = listing(c, world.organisation.messagingSettings.profiles, messagingSettingBody)
    return c.json(body)
  })

  routes.get('/settings/default', viewSettings, (c) =>
    c.json(messagingSettingBody(settingById(world.organisation.messagingSettings.defaultId)))
  )

  routes.get('/settings/:messageSettingId', viewSettings, (c) => c.json(messagingSettingBody(settingById(pathId(c, 'messageSettingId')))))
  return routes
}
