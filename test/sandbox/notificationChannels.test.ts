import assert from 'node:assert/strict'
import { Listener, newChannel, refusedStatus, topicsOf } from './support/listener'
import { send } from './support/raw'
import { answerOf, assertRefused, bodyOf, refusalOf, sdkAsClient, type Sdk } from './support/sdk'
import { eachTestWithSandbox } from './support/session'

const unknownId = '00000000-0000-4000-8000-000000000000'
const day = 24 * 60 * 60 * 1000

const subscriptions = async ({ notifications }: Sdk, channelId: string): Promise<readonly (string | undefined)[]> =>
  ((await bodyOf(notifications.getNotificationsChannelSubscriptions(channelId))).entities ?? []).map(({ id }) => id)

const channelIds = async ({ notifications }: Sdk): Promise<readonly (string | undefined)[]> =>
  ((await bodyOf(notifications.getNotificationsChannels())).entities ?? []).map(({ id }) => id)

const details = (count: number): readonly string[] =>
  Array.from(
    { length: count },
    (_, index) => `v2.detail.events.conversation.00000000-0000-4000-8000-${String(index).padStart(12, '0')}.acw`
  )

describe('Notification channels', () => {
  const session = eachTestWithSandbox()

  const userTopic = async (rest = 'conversations'): Promise<string> =>
    `v2.users.${(await bodyOf(session().user.users.getUsersMe())).id}.${rest}`

  it('says where to connect and for how long, and lists what there is', async () => {
    const { user, client, clock, sandbox } = session()
    const { status, body } = await answerOf(user.notifications.postNotificationsChannels())
    assert.equal(status, 200)
    assert.match(body.id ?? '', /^streaming-0-[a-z0-9]{26}$/)
    assert.equal(body.connectUri, `${sandbox.address.url.replace('http:', 'ws:')}/channels/${body.id ?? ''}`)
    assert.equal(body.expires, new Date(clock.now() + day).toISOString())
    assert.deepEqual((await bodyOf(user.notifications.getNotificationsChannels())).entities, [body])
    assert.deepEqual(await channelIds(client), [])
  })

  it('shows the channels of a program’s other tokens without their ids, and only when asked', async () => {
    const { client, sandbox } = session()
    const again = await sdkAsClient(sandbox.address.url, sandbox.address.clientId, sandbox.address.clientSecret)
    const { id } = await newChannel(client)
    assert.deepEqual(await channelIds(again), [])
    const { entities = [] } = await bodyOf(again.notifications.getNotificationsChannels({ includechannels: 'oauthclient' }))
    assert.deepEqual(
      entities.map((channel) => Object.keys(channel)),
      [['expires']]
    )
    assert.equal((await answerOf(again.notifications.headNotificationsChannel(id))).status, 200)
    await assertRefused(client.notifications.getNotificationsChannels({ includechannels: 'all' }), 400, 'invalid.query.param.value')
  })

  it('tells by HEAD whether a channel is there, and has no GET for it', async () => {
    const { user, sandbox } = session()
    const { id } = await newChannel(user)
    assert.equal((await answerOf(user.notifications.headNotificationsChannel(id))).status, 200)
    assert.equal((await refusalOf(user.notifications.headNotificationsChannel('streaming-0-none'))).status, 404)
    const { status, json } = await send(sandbox, {
      path: `/api/v2/notifications/channels/${id}`,
      headers: { authorization: `Bearer ${sandbox.address.userToken}` }
    })
    assert.deepEqual([status, json['code']], [404, 'not.found'])
  })

  it('adds, replaces, lists and removes topics', async () => {
    const { user, sandbox } = session()
    const { id } = await newChannel(user)
    const [mine, queue] = [await userTopic(), `v2.routing.queues.${sandbox.address.queueId}.conversations`]
    const added = await bodyOf(user.notifications.postNotificationsChannelSubscriptions(id, topicsOf([mine])))
    assert.deepEqual(
      added.entities?.map(({ id: topic, state }) => [topic, state]),
      [[mine, 'Permitted']]
    )
    await user.notifications.postNotificationsChannelSubscriptions(id, topicsOf([queue, mine]))
    assert.deepEqual(await subscriptions(user, id), [mine, queue])
    await user.notifications.putNotificationsChannelSubscriptions(id, topicsOf([queue]))
    assert.deepEqual(await subscriptions(user, id), [queue])
    const { entities = [] } = await bodyOf(user.notifications.getNotificationsChannelSubscriptions(id))
    assert.equal((await answerOf(user.notifications.putNotificationsChannelSubscriptions(id, entities))).status, 200)
    assert.equal((await answerOf(user.notifications.deleteNotificationsChannelSubscriptions(id))).status, 204)
    assert.deepEqual(await subscriptions(user, id), [])
  })

  it('takes 1,000 topics and not one more', async () => {
    const { user } = session()
    const { id } = await newChannel(user)
    const tooMany = [400, 'notification.subscription.too.many.subscriptions'] as const
    await user.notifications.postNotificationsChannelSubscriptions(id, topicsOf(details(1000)))
    await assertRefused(user.notifications.postNotificationsChannelSubscriptions(id, topicsOf([await userTopic()])), ...tooMany)
    await assertRefused(user.notifications.putNotificationsChannelSubscriptions(id, topicsOf(details(1001))), ...tooMany)
    // What is subscribed already counts once.
    await user.notifications.postNotificationsChannelSubscriptions(id, topicsOf(details(1000)))
    assert.equal((await subscriptions(user, id)).length, 1000)
  })

  it('refuses what is no topic, and topics about what is not there', async () => {
    const { user } = session()
    const { id } = await newChannel(user)
    const subscribe = (topic: string) => user.notifications.postNotificationsChannelSubscriptions(id, topicsOf([topic]))
    await assertRefused(subscribe('v2.conversations.messages'), 400, 'notification.invalid.topic')
    await assertRefused(subscribe(`v2.detail.events.conversation.${unknownId}.message`), 400, 'notification.invalid.topic')
    await assertRefused(subscribe('v2.users.me.conversations'), 400, 'notification.invalid.topic')
    await assertRefused(
      subscribe(`v2.users.${unknownId}.conversations`),
      400,
      'notification.invalid.topic',
      'notifications.unknown-subject'
    )
    assert.equal((await answerOf(subscribe(`v2.detail.events.conversation.${unknownId}.acw`))).status, 200)
    assert.equal((await answerOf(subscribe(await userTopic('presence')))).status, 200)
  })

  it('keeps one owner’s channel from another', async () => {
    const { user, client } = session()
    const { id } = await newChannel(client)
    const topics = topicsOf([await userTopic()])
    const [post, put] = [
      user.notifications.postNotificationsChannelSubscriptions(id, topics),
      user.notifications.putNotificationsChannelSubscriptions(id, topics)
    ]
    await assertRefused(post, 400, 'notification.unable.to.get.channel.id', 'notifications.channel-unknown')
    await assertRefused(put, 404, 'entity.not.found', 'notifications.channel-unknown')
    await assertRefused(user.notifications.getNotificationsChannelSubscriptions(id), 404, 'not.found', 'notifications.channel-unknown')
    await assertRefused(user.notifications.deleteNotificationsChannelSubscriptions(id), 404, 'not.found', 'notifications.channel-unknown')
  })

  it('keeps a program to the divisions in which its roles count', async () => {
    const { sandbox } = session()
    const home = await sdkAsClient(sandbox.address.url, sandbox.homeNotifier.clientId, sandbox.homeNotifier.clientSecret)
    const { entities: queues = [] } = await bodyOf(session().client.routing.getRoutingQueues())
    const [homeTopic, otherTopic] = ['Web support', 'Mobile support'].map(
      (name) => `v2.routing.queues.${queues.find((queue) => queue.name === name)?.id ?? ''}.conversations`
    )
    assert.ok(homeTopic && otherTopic)
    const { id } = await newChannel(home)
    const subscribe = (ignoreErrors: boolean) =>
      home.notifications.postNotificationsChannelSubscriptions(id, topicsOf([homeTopic, otherTopic]), { ignoreErrors })
    await assertRefused(subscribe(false), 403, 'notification.unauthorized.divisioned.topic', 'notifications.permissions')
    assert.deepEqual(await subscriptions(home, id), [])
    const { entities = [] } = await bodyOf(subscribe(true))
    assert.deepEqual(
      entities.map(({ state, missingPermissions }) => [state, missingPermissions]),
      [
        ['Permitted', undefined],
        ['Rejected', ['conversation:communication:view']]
      ]
    )
    assert.deepEqual(await subscriptions(home, id), [homeTopic])
  })

  it('lists the topics, and the permissions when asked', async () => {
    const { user } = session()
    const { entities = [] } = await bodyOf(user.notifications.getNotificationsAvailabletopics({ expand: ['requiresPermissions'] }))
    assert.ok(entities.length > 200)
    assert.deepEqual(entities.find(({ id }) => id === 'v2.users.{id}.conversations.messages')?.requiresPermissions, [
      'conversation:communication:view'
    ])
    await assertRefused(user.notifications.getNotificationsAvailabletopics({ expand: ['prices'] }), 400, 'invalid.query.param.value')
  })

  it('removes one for the 21st: the one without a connection that was used longest ago', async () => {
    const { user, client } = session()
    const connected = await newChannel(user)
    const listener = await Listener.open(connected.connectUri)
    const made: string[] = []
    for (let count = 0; count < 19; count += 1) made.push((await newChannel(user)).id)
    const [used = '', , ...others] = made
    await user.notifications.postNotificationsChannelSubscriptions(used, topicsOf([await userTopic()]))
    await newChannel(client)
    const newest = await newChannel(user)
    assert.deepEqual(new Set(await channelIds(user)), new Set([connected.id, used, ...others, newest.id]))
    listener.close()
  })

  it('removes a connected one when all are connected, and closes its websocket', async () => {
    const { user } = session()
    const listeners: Listener[] = []
    for (let count = 0; count < 20; count += 1) listeners.push(await Listener.open((await newChannel(user)).connectUri))
    await newChannel(user)
    assert.deepEqual(await listeners[0]?.closed, { code: 1001, reason: 'too many channels' })
    assert.equal((await channelIds(user)).length, 20)
    for (const listener of listeners) listener.close()
  })

  it('lets a channel live for 24 hours, and warns a minute before', async () => {
    const { user, clock } = session()
    const { id, connectUri } = await newChannel(user)
    const listener = await Listener.open(connectUri)
    clock.advance(day - 60_001)
    await listener.all()
    clock.advance(1)
    const [warning] = (await listener.all()).filter(({ topicName }) => topicName !== 'channel.metadata')
    assert.equal(warning?.topicName, 'v2.system.socket_closing')
    assert.equal((warning.eventBody as { channelId: string }).channelId, id)
    clock.advance(60_000)
    assert.deepEqual(await listener.closed, { code: 1001, reason: 'the channel has expired' })
    assert.equal(await refusedStatus(connectUri), 404)
    assert.equal((await refusalOf(user.notifications.headNotificationsChannel(id))).status, 404)
  })

  it('gives a channel another 24 hours when it subscribes again', async () => {
    const { user, clock } = session()
    const { id } = await newChannel(user)
    const topics = topicsOf([await userTopic()])
    clock.advance(day - 1)
    await user.notifications.putNotificationsChannelSubscriptions(id, topics)
    clock.advance(day - 1)
    assert.equal((await answerOf(user.notifications.headNotificationsChannel(id))).status, 200)
    clock.advance(1)
    assert.equal((await refusalOf(user.notifications.headNotificationsChannel(id))).status, 404)
  })
})
