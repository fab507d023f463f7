import assert from 'node:assert/strict'
import type { Models } from 'purecloud-platform-client-v2'
import { fitting } from './support/fits'
import { idOf } from './support/legs'
import { answerOf, assertRefused, bodyOf } from './support/sdk'
import { eachTestWithSandbox } from './support/session'

const unknownId = '00000000-0000-4000-8000-000000000000'
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

  const segments = (...predicates: Models.SegmentDetailQueryPredicate[]): Models.SegmentDetailQueryFilter => ({ type: 'and', predicates })

  const found = async (body: Partial<Models.ConversationQuery>): Promise<ReadonlySet<string>> =>
    new Set(idsOf(await bodyOf(query({ ...body, paging: { pageSize: 100, pageNumber: 1 } }))))

  it('fits a segment filter with one segment, and several filters with several', async () => {
    const agentOnSms = [
      { dimension: 'purpose', value: 'agent' },
      { dimension: 'messageType', value: 'sms' }
    ]
    assert.deepEqual(await found({ segmentFilters: [segments(...agentOnSms)] }), named('connected-sms', 'ended-sms'))
    assert.deepEqual(
      await found({ segmentFilters: [segments({ dimension: 'purpose', value: 'acd' }, { dimension: 'purpose', value: 'agent' })] }),
      named()
    )
    const both = await found({
      segmentFilters: [segments({ dimension: 'purpose', value: 'botflow' }), segments({ dimension: 'purpose', value: 'agent' })]
    })
    assert.deepEqual(both, named('connected-web', 'alerting-web', 'ended-web', 'ended-web-over'))
  })

  it('joins predicates and clauses', async () => {
    const filter: Models.SegmentDetailQueryFilter = {
      type: 'and',
      predicates: [{ dimension: 'disconnectType', operator: 'exists' }],
      clauses: [
        {
          type: 'or',
          predicates: [
            { dimension: 'messageType', value: 'facebook' },
            { dimension: 'messageType', value: 'sms' }
          ]
        },
        { type: 'and', predicates: [{ dimension: 'purpose', value: 'customer' }] }
      ]
    }
    assert.deepEqual(await found({ segmentFilters: [filter] }), named('ended-facebook', 'ended-sms'))
  })

  it('filters by each dimension that it has', async () => {
    const { conversation, sandbox } = session()
    const record = await conversation('parked-whatsapp')
    const agent = record.participants.find(({ purpose }) => purpose === 'agent')
    const customer = record.participants.find(({ purpose }) => purpose === 'customer')
    const id = idOf(record)
    const only = named('parked-whatsapp')
    for (const [dimension, value] of [
      ['addressFrom', customer?.messages?.[0]?.fromAddress?.addressNormalized],
      ['externalContactId', customer?.externalContactId],
      ['segmentType', 'parked']
    ] as const) {
      assert.ok(value)
      assert.deepEqual(await found({ segmentFilters: [segments({ dimension, value })] }), only, dimension)
    }
    const withIt = (dimension: string, value: string) => found({ segmentFilters: [segments({ dimension, value })] })
    assert.ok((await withIt('userId', agent?.userId ?? '')).has(id))
    assert.ok((await withIt('queueId', sandbox.address.queueId)).has(id))
    assert.ok((await withIt('addressTo', customer?.messages?.[0]?.toAddress?.addressNormalized ?? '')).has(id))
    assert.deepEqual(await withIt('deliveryStatus', 'DeliveryFailed'), named('ended-delivery-failed'))
    assert.deepEqual(await withIt('disconnectType', 'sessionExpired'), named('ended-web-over'))
    assert.equal((await withIt('mediaType', 'voice')).size, 0)
    assert.equal((await withIt('direction', 'inbound')).size, 20)

    const conversations = (dimension: string, value: string) =>
      found({ conversationFilters: [{ type: 'and', predicates: [{ dimension, value }] }] })
    assert.equal((await conversations('conversationInitiator', 'customer')).size, 20)
    assert.equal((await conversations('originatingDirection', 'outbound')).size, 0)
    assert.equal((await conversations('customerParticipation', 'false')).size, 0)
    assert.deepEqual(await conversations('conversationId', record.id ?? ''), only)
    assert.deepEqual(await conversations('conversationId', unknownId), named())
    await assertRefused(query({ segmentFilters: [segments({ dimension: 'shoeSize', value: '42' })] }), 400, 'invalid.value')
    await assertRefused(
      query({ conversationFilters: [{ type: 'and', predicates: [{ metric: 'tHandle', range: { gt: 1 } }] }] }),
      501,
      'sandbox.not.implemented'
    )
  })

  it('puts what has ended in the order of its end, and what has not after it', async () => {
    const page = await bodyOf(query({ orderBy: 'conversationEnd', paging: { pageSize: 100, pageNumber: 1 } }))
    const ends = (page.conversations ?? []).map(({ conversationEnd }) => conversationEnd ?? 'not yet')
    assert.deepEqual(ends, ends.toSorted())
    assert.equal(ends[0], (await session().conversation('ended-web-over')).endTime)
    const seen: string[] = []
    for (let pageNumber = 1; pageNumber <= 3; pageNumber += 1) {
      seen.push(...idsOf(await bodyOf(query({ orderBy: 'conversationEnd', order: 'desc', paging: { pageSize: 7, pageNumber } }))))
    }
    assert.deepEqual(seen, idsOf(page).toReversed())
    const sixDaysAgo = new Date(session().clock.now() - 6 * day).toISOString().slice(0, 10)
    const thatDay = await bodyOf(
      query({ orderBy: 'conversationEnd', order: 'desc', interval: `${sixDaysAgo}T00:00:00/${sixDaysAgo}T23:59:59` })
    )
    assert.deepEqual(idsOf(thatDay), [session().conversationId('ended-web-over')])
  })

  it('answers the same query anew when a conversation has changed or is new', async () => {
    const active = () =>
      found({ conversationFilters: [{ type: 'and', predicates: [{ dimension: 'conversationEnd', operator: 'notExists' }] }] })
    const before = await active()
    const { client, user, conversationId } = session()
    await bodyOf(
      user.conversations.patchConversationsMessage(conversationId('connected-sms'), { state: 'disconnected' } as Models.Conversation)
    )
    const sent = await bodyOf(
      client.conversations.postConversationsMessagesAgentless({
        fromAddress: '+13175550100',
        toAddress: '+13175550111',
        toAddressMessengerType: 'sms',
        textBody: 'Hello'
      })
    )
    const after = await active()
    assert.ok(before.has(conversationId('connected-sms')) && !after.has(conversationId('connected-sms')))
    assert.ok(after.has(sent.conversationId ?? ''))
    assert.equal(after.size, before.size)
  })

  it('has a conversation, or several, by their ids', async () => {
    const { client, conversationId } = session()
    const [one, other] = [conversationId('ended-web'), conversationId('connected-sms')]
    const row = await fitting(client.analytics.getAnalyticsConversationDetails(one), 'AnalyticsConversationWithoutAttributes')
    assert.equal(row.conversationId, one)
    const several = await answerOf(client.analytics.getAnalyticsConversationsDetails({ id: [one, unknownId, other] }))
    assert.deepEqual(
      (several.body.conversations ?? []).map(({ conversationId: id }) => id),
      [one, other]
    )
    assert.match(several.headers['x-sandbox-assumption'] ?? '', /analytics\.unknown-ids/)
    await assertRefused(client.analytics.getAnalyticsConversationDetails(unknownId), 404, 'not.found')
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

describe('Analytics with a lag', () => {
  const session = eachTestWithSandbox({ analyticsLagSeconds: 30 })

  it('shows a conversation as it was', async () => {
    const { client, user, clock, conversationId } = session()
    const id = conversationId('connected-sms')
    const isOver = async () => (await bodyOf(client.analytics.getAnalyticsConversationDetails(id))).conversationEnd !== undefined
    await bodyOf(user.conversations.patchConversationsMessage(id, { state: 'disconnected' } as Models.Conversation))
    clock.advance(29_999)
    assert.equal(await isOver(), false)
    clock.advance(1)
    assert.equal(await isOver(), true)
  })

  it('does not know a new conversation yet', async () => {
    const { client, clock } = session()
    const { conversationId = '' } = await bodyOf(
      client.conversations.postConversationsMessagesAgentless({
        fromAddress: '+13175550100',
        toAddress: '+13175550111',
        toAddressMessengerType: 'sms',
        textBody: 'Hello'
      })
    )
    await assertRefused(client.analytics.getAnalyticsConversationDetails(conversationId), 404, 'not.found')
    clock.advance(30_000)
    await bodyOf(client.analytics.getAnalyticsConversationDetails(conversationId))
    const { dataAvailabilityDate } = await bodyOf(client.analytics.getAnalyticsConversationsDetailsJobsAvailability())
    assert.equal(dataAvailabilityDate, new Date(clock.now() - 30_000).toISOString())
  })
})
