import assert from 'node:assert/strict'
import type { Models } from 'purecloud-platform-client-v2'
import { fitting } from './support/fits'
import { answerOf, assertRefused, bodyOf, sdkAsClient } from './support/sdk'
import { eachTestWithSandbox } from './support/session'

const unknownId = '00000000-0000-4000-8000-000000000000'
const day = 24 * 60 * 60 * 1000
const rests = 'analytics.jobs'

describe('Analytics details jobs', () => {
  const session = eachTestWithSandbox()
  const api = () => session().client.analytics

  const days = (from: number, to: number): string => {
    const now = session().clock.now()
    return `${new Date(now - from * day).toISOString()}/${new Date(now - to * day).toISOString()}`
  }

  const submit = async (body: Partial<Models.AsyncConversationQuery> = {}): Promise<string> => {
    const { body: answer, status } = await answerOf(api().postAnalyticsConversationsDetailsJobs({ interval: days(90, 0), ...body }))
    assert.equal(status, 202)
    assert.ok(answer.jobId)
    return answer.jobId
  }

  const results = async (body: Partial<Models.AsyncConversationQuery>): Promise<readonly string[]> => {
    const jobId = await submit(body)
    session().clock.advance(2000)
    const { conversations } = await bodyOf(api().getAnalyticsConversationsDetailsJobResults(jobId))
    return (conversations ?? []).map(({ conversationId }) => conversationId ?? '')
  }

  it('are queued, pending, fulfilled, and expired a day later', async () => {
    const { clock, sandbox } = session()
    const jobId = await submit()
    const state = async () => {
      const { status, body } = await answerOf(api().getAnalyticsConversationsDetailsJob(jobId))
      return [status, body.state]
    }
    assert.deepEqual(await state(), [202, 'QUEUED'])
    await assertRefused(api().getAnalyticsConversationsDetailsJobResults(jobId), 400, 'bad.request', rests)
    clock.advance(500)
    assert.deepEqual(await state(), [202, 'PENDING'])
    clock.advance(1000)
    assert.deepEqual(await state(), [200, 'FULFILLED'])
    clock.advance(day)
    const { url, clientId, clientSecret } = sandbox.address
    const client = await sdkAsClient(url, clientId, clientSecret)
    const expired = await fitting(client.analytics.getAnalyticsConversationsDetailsJob(jobId), 'AsyncQueryStatus')
    assert.equal(expired.state, 'EXPIRED')
    await assertRefused(client.analytics.getAnalyticsConversationsDetailsJobResults(jobId), 400, 'bad.request', rests)
  })

  it('give their results page by page, as they were when the job was done', async () => {
    const jobId = await submit()
    session().clock.advance(2000)
    const seen = new Set<string>()
    let cursor: string | undefined
    let pages = 0
    do {
      const page: Models.AnalyticsConversationAsyncQueryResponse = await fitting(
        api().getAnalyticsConversationsDetailsJobResults(jobId, { pageSize: 8, ...(cursor === undefined ? {} : { cursor }) }),
        'AnalyticsConversationAsyncQueryResponse'
      )
      for (const { conversationId = '' } of page.conversations ?? []) seen.add(conversationId)
      cursor = page.cursor
      pages += 1
    } while (cursor !== undefined)
    assert.equal(pages, 3)
    assert.deepEqual(seen, new Set(Object.values(session().sandbox.address.conversations)))
    await assertRefused(api().getAnalyticsConversationsDetailsJobResults(jobId, { cursor: 'made-up' }), 400, 'invalid.query.param.value')
  })

  it('have what was active in the interval, or what started on its days', async () => {
    const { conversationId } = session()
    const parked = conversationId('parked-whatsapp')
    assert.ok((await results({ interval: days(0.4, 0.3) })).includes(parked))
    const startedThen = await results({ interval: days(6, 6), startOfDayIntervalMatching: true })
    assert.deepEqual(startedThen, [conversationId('ended-web-over')])
    assert.ok(!(await results({ interval: days(0.4, 0.3), startOfDayIntervalMatching: true })).includes(conversationId('ended-web')))
  })

  it('filter, put in order and stop at a limit', async () => {
    const facebook = await results({
      segmentFilters: [{ type: 'and', predicates: [{ dimension: 'messageType', value: 'facebook' }] }],
      order: 'desc'
    })
    assert.deepEqual(facebook, ['connected-facebook', 'ended-facebook'].map(session().conversationId))
    assert.equal((await results({ limit: 3 })).length, 3)
  })

  it('can be cancelled', async () => {
    const jobId = await submit()
    assert.equal((await answerOf(api().deleteAnalyticsConversationsDetailsJob(jobId))).status, 204)
    session().clock.advance(2000)
    assert.equal((await bodyOf(api().getAnalyticsConversationsDetailsJob(jobId))).state, 'CANCELLED')
    await assertRefused(api().getAnalyticsConversationsDetailsJob(unknownId), 404, 'not.found')
  })

  it('are up to date until a moment that can be asked for', async () => {
    const { dataAvailabilityDate } = await fitting(api().getAnalyticsConversationsDetailsJobsAvailability(), 'DataAvailabilityResponse')
    assert.equal(dataAvailabilityDate, new Date(session().clock.now()).toISOString())
  })
})
