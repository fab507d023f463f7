import assert from 'node:assert/strict'
import { once } from 'node:events'
import { WebSocketServer } from 'ws'
import { AnalyticsRecords } from '../../src/sandbox/analytics/records'
import { ConversationStore } from '../../src/sandbox/conversations/conversationStore'
import { TypingEvents } from '../../src/sandbox/conversations/typing'
import { addMessage, setAttributes, setMessageStatus } from '../../src/sandbox/conversations/transitions'
import { everywhere } from '../../src/sandbox/credentials/grants'
import { readerRole } from '../../src/sandbox/credentials/roles'
import { Guests } from '../../src/sandbox/guests/guests'
import { seededIds } from '../../src/sandbox/ids'
import { MediaStore } from '../../src/sandbox/media/mediaStore'
import { ChannelStore } from '../../src/sandbox/notifications/channelStore'
import { notifyOfChanges } from '../../src/sandbox/notifications/notifier'
import { judgeTopics } from '../../src/sandbox/notifications/subscribing'
import { readTopic } from '../../src/sandbox/notifications/topic'
import { OrganisationStore } from '../../src/sandbox/organisation/organisationStore'
import { OptOuts } from '../../src/sandbox/receiving/optOuts'
import { RoutingStatuses } from '../../src/sandbox/routing/routingStatus'
import { findScenario } from '../../src/sandbox/scenarios'
import { worldOf, type World } from '../../src/sandbox/world'
import { Listener } from './support/listener'
import { someApp } from './support/clients'
import { manualClock, type ManualClock } from './support/manualClock'

/** A world without HTTP, and one channel of it that is listened to. */
describe('What the world tells its channels', () => {
  let world: World
  let clock: ManualClock
  let server: WebSocketServer
  let listener: Listener
  let conversationId: (name: string) => string
  let hear: (topic: string) => void

  beforeEach(async () => {
    clock = manualClock()
    const ids = seededIds(1)
    const { organisation, conversations, user } = findScenario('default').open(ids, clock.now(), {})
    const stores = {
      configuration: new OrganisationStore(organisation),
      conversations: new ConversationStore(conversations.values()),
      clock,
      ids,
      typing: new TypingEvents()
    }
    world = worldOf({
      ...stores,
      guests: new Guests(stores),
      channels: new ChannelStore(clock),
      media: new MediaStore(),
      records: new AnalyticsRecords(stores.conversations, clock, 0),
      optOuts: new OptOuts(),
      routingStatuses: new RoutingStatuses()
    })
    notifyOfChanges(world)
    const channel = world.channels.create({ kind: 'user', user, app: someApp, grants: [], issued: 0, expires: undefined }, 'token')
    server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
    server.on('connection', (socket) => {
      world.channels.connect(channel.id, socket)
      socket.on('message', () => {
        socket.send('{"topicName":"channel.metadata","eventBody":{"message":"pong"}}')
      })
    })
    await once(server, 'listening')
    const address = server.address()
    assert.ok(typeof address === 'object' && address !== null)
    listener = await Listener.open(`ws://127.0.0.1:${address.port}`)
    conversationId = (name) => conversations.get(name)?.id ?? ''
    hear = (name) => {
      const topic = readTopic(name)
      assert.ok(topic)
      world.channels.subscribe(channel.id, [topic])
    }
  })

  afterEach(() => {
    listener.close()
    server.close()
  })

  const agentOf = (name: string) => {
    const agent = world.conversations.get(conversationId(name))?.participants.find(({ purpose }) => purpose === 'agent')
    assert.ok(agent?.purpose === 'agent')
    return agent
  }

  it('tells connected agents that the customer is typing', async () => {
    hear(`v2.users.${agentOf('connected-web').userId}.conversations.inbound.typing.event`)
    world.typing.tell({ conversationId: conversationId('alerting-web'), by: 'customer', time: clock.now() })
    world.typing.tell({ conversationId: conversationId('connected-web'), by: 'agent', time: clock.now() })
    world.typing.tell({ conversationId: conversationId('connected-web'), by: 'customer', time: clock.now() })
    const [frame, ...others] = await listener.all()
    const { conversationId: id, normalizedMessage } = frame?.eventBody as {
      conversationId: string
      normalizedMessage: { type: string; events: unknown }
    }
    assert.equal(id, conversationId('connected-web'))
    assert.deepEqual(normalizedMessage.events, [{ eventType: 'Typing', typing: { type: 'On' } }])
    assert.deepEqual(others, [])
  })

  it('tells every hour up to when details jobs have data', async () => {
    hear('v2.analytics.conversations.details.jobs.availability')
    const opened = clock.now()
    clock.advance(2 * 60 * 60 * 1000)
    const told = (await listener.all()).filter(({ topicName }) => topicName !== 'channel.metadata')
    assert.deepEqual(
      told.map(({ eventBody }) => eventBody),
      [1, 2].map((hours) => ({ dataAvailabilityDate: new Date(opened + hours * 60 * 60 * 1000).toISOString() }))
    )
  })

  it('needs a permission for whoever a topic is not about', () => {
    const [me, someoneElse] = world.organisation.users
    assert.ok(me && someoneElse)
    const topics = [`v2.users.${me.id}.conversations`, `v2.detail.events.conversation.${conversationId('connected-web')}.acw`]
    const lacks = (holder: Parameters<typeof judgeTopics>[1]) => judgeTopics(world, holder, topics).map(({ lack }) => lack)
    const nothing = { app: someApp, grants: [], issued: 0, expires: undefined }
    const view = { permission: 'conversation:communication:view', where: 'anywhere' }
    const analytics = { permission: 'analytics:conversationDetail:view', where: 'anywhere' }
    assert.deepEqual(lacks({ kind: 'user', user: me, ...nothing }), [undefined, analytics])
    assert.deepEqual(lacks({ kind: 'user', user: someoneElse, ...nothing }), [view, analytics])
    assert.deepEqual(lacks({ kind: 'user', user: someoneElse, ...nothing, grants: everywhere(readerRole) }), [undefined, undefined])
  })

  it('tells once that a message did not reach a web messaging guest', async () => {
    const id = conversationId('connected-web')
    const deploymentId = world.organisation.deployments[0]?.id ?? ''
    const [agentLeg] = agentOf('connected-web').legs
    assert.ok(agentLeg)
    hear(`v2.webmessaging.deployments.${deploymentId}.undelivered.messages`)
    world.conversations.change(id, (before) =>
      addMessage(before, agentLeg.id, {
        id: 'message-1',
        time: clock.now(),
        content: { kind: 'text', text: 'Hello?' },
        status: 'queued',
        failure: undefined
      })
    )
    world.conversations.change(id, (before) => setMessageStatus(before, 'message-1', 'delivery-failed'))
    world.conversations.change(id, (before) => ({ ...before }))
    const frames = await listener.all()
    assert.equal(frames.length, 1)
    const body = frames[0]?.eventBody as { conversationId: string; deploymentId: string; messages: unknown }
    assert.deepEqual([body.conversationId, body.deploymentId], [id, deploymentId])
    assert.deepEqual(body.messages, [{ id: 'message-1', eventTimeMs: clock.now() }])
  })

  it('tells what a program notes on a participant', async () => {
    const id = conversationId('connected-web')
    hear(`v2.detail.events.conversation.${id}.attributes`)
    world.conversations.change(id, (before) => setAttributes(before, agentOf('connected-web').id, { order: 'SB-20431' }))
    world.conversations.change(id, (before) => ({ ...before }))
    const [frame, ...others] = await listener.all()
    assert.deepEqual((frame?.eventBody as { attributes: unknown }).attributes, { order: 'SB-20431' })
    assert.deepEqual(others, [])
  })
})
