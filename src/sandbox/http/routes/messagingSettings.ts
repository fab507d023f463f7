import { Hono } from 'hono'
import type { Models } from 'purecloud-platform-client-v2'
import type { World } from '../../world'
import type { Answer } from '../answers'
import type { Needs } from '../authentication'
import type { Environment } from '../environment'

/** How messaging is configured. */
export const messagingSettingsRoutes = ({ organisation }: World, needs: Needs): Hono<Environment> => {
  const routes = new Hono<Environment>()
  routes.get('/threadingtimeline', needs({ token: 'any', permissions: { every: ['conversation:threadingTimeline:view'] } }), (c) => {
    const { id, defaultMinutes, minutes } = organisation.threading
    const body: Answer<Models.ConversationThreadingWindow> = {
      id,
      settings: [...minutes].map(([messengerType, timeoutInMinutes]) => ({ messengerType, timeoutInMinutes })),
      defaultTimeoutMinutes: defaultMinutes
    }
    return c.json(body)
  })
  return routes
}
