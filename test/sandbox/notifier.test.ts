import assert from 'node:assert/strict'
import { once } from 'node:events'
import { WebSocketServer } from 'ws'
import { ConversationStore } from '../../src/sandbox/conversations/conversationStore'
import { addMessage, setMessageStatus } from '../../src/sandbox/conversations/transitions'
import { seededIds } from '../../src/sandbox/ids'
import { ChannelStore } from '../../src/sandbox/notifications/channelStore'
import { notifyOfChanges } from '../../src/sandbox/notifications/notifier'
import { readTopic } from '../../src/sandbox/notifications/topic'
import type { Connection } from '../../src/sandbox/notifications/connection'
import { findScenario } from '../../src/sandbox/scenarios'
import { Signals } from '../../src/sandbox/signals'
import type { World } from '../../src/sandbox/world'
import { Listener } from './support/listener'
import { manualClock, type ManualClock } from './support/manualClock'

/** A world without HTTP, and one channel of it that is listened to. */
describe('What the world tells its channels', () => {
  let world: World
  let clock: ManualClock
  let server: WebSocketServer
  let listener: Listener
  let connection: Connection
  let conversationId: (name: string) => string
  let hear: (topic: string) => void

  beforeEach(async () => {
    clock = manualClock()
    const ids = seededIds(1)
    const { organisation, conversations, user } = findScenario('default').open(ids, clock.now())
    world = {
      organisation,
      conversations: new ConversationStore(conversations.values()),
      channels: new ChannelStore(clock),
      signals: new Signals(),
      clock,
      ids
    }
    notifyOfChanges(world)
    const channel = world.channels.create({ kind: 'user', user, role: { name: 'Agent', permissions: [] }, expires: undefined })
    server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
    server.on('connection', (socket) => {
      connection = world.channels.connect(channel.id, socket)
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
    world.signals.tell({ kind: 'customerTyping', conversationId: conversationId('connected-web'), duration: 5000 })
    world.signals.tell({ kind: 'customerTyping', conversationId: conversationId('alerting-web'), duration: 5000 })
    const [frame, ...others] = await listener.all()
    const { conversationId: id, normalizedMessage } = frame?.eventBody as {
      conversationId: string
      normalizedMessage: { type: string; events: unknown }
    }
    assert.equal(id, conversationId('connected-web'))
    assert.deepEqual(normalizedMessage.events, [{ eventType: 'Typing', typing: { type: 'On', duration: 5000 } }])
    assert.deepEqual(others, [])
  })

  it('tells up to when details jobs have data', async () => {
    hear('v2.analytics.conversations.details.jobs.availability')
    world.signals.tell({ kind: 'detailsAvailable', until: clock.now() })
    const [frame] = await listener.all()
    assert.deepEqual(frame?.eventBody, { dataAvailabilityDate: new Date(clock.now()).toISOString() })
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

  it('holds everything back while a connection is stalled, and then sends it in order', async () => {
    connection.stall(60_000)
    connection.send('{"topicName":"first"}')
    connection.send('{"topicName":"second"}')
    clock.advance(59_999)
    assert.deepEqual(await listener.all(), [])
    clock.advance(1)
    const names = (await listener.all()).map(({ topicName }) => topicName).filter((name) => name !== 'channel.metadata')
    assert.deepEqual(names, ['first', 'second'])
  })

  it('drops a connection without a closing frame', async () => {
    assert.deepEqual(world.channels.connections(), [connection])
    connection.drop()
    assert.equal((await listener.closed).code, 1006)
    assert.deepEqual(world.channels.connections(), [])
  })
})
