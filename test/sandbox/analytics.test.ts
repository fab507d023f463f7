import assert from 'node:assert/strict'
import type { Models } from 'purecloud-platform-client-v2'
import { assertRefused, bodyOf } from './support/sdk'
import { eachTestWithSandbox } from './support/session'

const day = 24 * 60 * 60 * 1000

describe('The analytics details query', () => {
  const session = eachTestWithSandbox()

  const daysBack = (count: number): string => {
    const now = session().clock.now()
    return `${new Date(now - count * day).toISOString()}/${new Date(now).toISOString()}`
  }

  const query = (body: Partial<Models.ConversationQuery>) =>
    session().client.analytics.postAnalyticsConversationsDetailsQuery({ interval: daysBack(31), ...body })

  const idsOf = ({ conversations }: Models.AnalyticsConversationQueryResponse): readonly string[] =>
    (conversations ?? []).map(({ conversationId }) => conversationId ?? '')

  const named = (...names: readonly string[]): ReadonlySet<string> => new Set(names.map(session().conversationId))

  it('pages through everything, each conversation once, oldest first', async () => {
    const seen: string[] = []
    const starts: string[] = []
    for (let pageNumber = 1; pageNumber <= 4; pageNumber += 1) {
      const page = await bodyOf(query({ paging: { pageSize: 7, pageNumber } }))
      assert.equal(page.totalHits, Object.keys(session().sandbox.address.conversations).length)
      seen.push(...idsOf(page))
      starts.push(...(page.conversations ?? []).map(({ conversationStart }) => conversationStart ?? ''))
    }
    assert.equal(seen.length, 20)
    assert.deepEqual(new Set(seen), new Set(Object.values(session().sandbox.address.conversations)))
    assert.deepEqual(starts, starts.toSorted())
  })

  it('has 25 to a page unless it is told otherwise, and turns round on request', async () => {
    const ascending = idsOf(await bodyOf(query({})))
    assert.equal(ascending.length, 20)
    const descending = idsOf(await bodyOf(query({ order: 'desc', orderBy: 'conversationStart' })))
    assert.deepEqual(descending, ascending.toReversed())
  })

  it('has conversations that started on a day that the interval touches', async () => {
    const { clock, conversationId } = session()
    const instant = new Date(clock.now() - 6 * day).toISOString().slice(0, 10)
    const found = await bodyOf(query({ interval: `${instant}T00:00:00/${instant}T00:00:01` }))
    assert.deepEqual(idsOf(found), [conversationId('ended-web-over')])
  })

  it('filters', async () => {
    const facebook = await bodyOf(
      query({
        segmentFilters: [
          {
            type: 'and',
            predicates: [
              { dimension: 'mediaType', value: 'message' },
              { dimension: 'messageType', value: 'facebook' }
            ]
          }
        ]
      })
    )
    assert.deepEqual(new Set(idsOf(facebook)), named('connected-facebook', 'ended-facebook'))

    const live = await bodyOf(
      query({ conversationFilters: [{ type: 'and', predicates: [{ dimension: 'conversationEnd', operator: 'notExists' }] }] })
    )
    assert.equal(live.totalHits, 13)

    const none = await bodyOf(
      query({ conversationFilters: [{ type: 'or', predicates: [{ dimension: 'conversationId', value: 'nothing' }] }] })
    )
    assert.deepEqual([none.totalHits, none.conversations], [0, undefined])

    await assertRefused(
      query({ segmentFilters: [{ type: 'and', predicates: [{ dimension: 'skillExpressionId', value: 'x' }] }] }),
      501,
      'sandbox.not.implemented'
    )
  })

  it('tells a conversation in the words of analytics', async () => {
    const rows = await bodyOf(
      query({
        conversationFilters: [{ type: 'and', predicates: [{ dimension: 'conversationId', value: session().conversationId('ended-web') }] }]
      })
    )
    const row = rows.conversations?.[0]
    assert.ok(row)
    assert.deepEqual(
      row.participants?.map(({ purpose, sessions }) => [purpose, sessions?.[0]?.segments?.map(({ segmentType }) => segmentType)]),
      [
        ['customer', ['interact']],
        ['botflow', ['ivr']],
        ['acd', ['interact']],
        ['agent', ['alert', 'interact', 'wrapup']]
      ]
    )
    assert.equal(row.originatingDirection, 'inbound')
    assert.equal(row.participants[0]?.sessions?.[0]?.messageType, 'webmessaging')
    assert.ok(row.conversationEnd)
  })

  it('has limits that nobody documents', async () => {
    const refused = [400, 'bad.request', 'analytics.limits'] as const
    await assertRefused(query({ interval: daysBack(32) }), ...refused)
    await assertRefused(query({ interval: 'yesterday' }), ...refused)
    await assertRefused(query({ paging: { pageSize: 101, pageNumber: 1 } }), ...refused)
    await assertRefused(session().client.analytics.postAnalyticsConversationsDetailsQuery({} as never), ...refused)
  })
})
