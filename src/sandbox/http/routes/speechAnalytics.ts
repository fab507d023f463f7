import { Hono } from 'hono'
import type { Models } from 'purecloud-platform-client-v2'
import { documented } from '../../documentedErrors'
import { Refusal } from '../../refusal'
import type { World } from '../../world'
import type { Answer } from '../answers'
import type { Needs } from '../authentication'
import { assumeFor, type Environment } from '../environment'
import { pathId } from '../path'

/**
 * Speech and text analytics, and recordings: this organisation uses neither, so that there is nothing to be found. Programs that look for them
 * learn so in the platform’s own way.
 */
export const speechAnalyticsRoutes = (world: World, needs: Needs): Hono<Environment> => {
  const routes = new Hono<Environment>()

  routes.get('/speechandtextanalytics/conversations/:conversationId', needs({ token: 'any' }), (c) => {
    const id = pathId(c, 'conversationId')
    throw new Refusal(
      documented.resourceNotFound,
      `Conversation ${id} has no speech and text analytics: this organisation does not use them.`,
      {
        parameters: { id },
        restsOn: ['speech-analytics.none']
      }
    )
  })

  routes.get('/speechandtextanalytics/topics', needs({ token: 'any' }), (c) => {
    const body: Answer<Models.TopicsEntityListing> = { entities: [], pageSize: 25, total: 0 }
    return c.json(body)
  })

  routes.post('/analytics/transcripts/aggregates/query', needs({ token: 'any' }), (c) => {
    assumeFor(c)('speech-analytics.none')
    const body: Answer<Models.TranscriptAggregateQueryResponse> = { results: [] }
    return c.json(body)
  })

  routes.get('/conversations/:conversationId/recordings', needs({ token: 'any' }), (c) => {
    const id = pathId(c, 'conversationId')
    if (world.conversations.get(id) === undefined) throw new Refusal(documented.notFound, `This organisation has no conversation ${id}.`)
    assumeFor(c)('speech-analytics.none')
    const body: readonly Answer<Models.Recording>[] = []
    return c.json(body)
  })
  return routes
}
