import assert from 'node:assert/strict'
import { listen, Listener, newChannel, refusedStatus } from './support/listener'
import { idOf, participant } from './support/legs'
import { bodyOf } from './support/sdk'
import { eachTestWithSandbox } from './support/session'

const heartbeat = { topicName: 'channel.metadata', eventBody: { message: 'WebSocket Heartbeat' } }

describe('The notification websocket', () => {
  const session = eachTestWithSandbox()

  const myTopic = async (): Promise<string> => `v2.users.${(await bodyOf(session().user.users.getUsersMe())).id}.conversations`

  /** Something that makes one event. */
  const park = async (state: string): Promise<void> => {
    const { user, conversation, conversationId } = session()
    const agentId = idOf(participant(await conversation('connected-web'), 'agent'))
    await user.conversations.patchConversationsMessageParticipantParkingstate(conversationId('connected-web'), agentId, { state })
  }

  it('beats every 30 seconds', async () => {
    const { user, clock } = session()
    const listener = await listen(user, [await myTopic()])
    clock.advance(29_999)
    assert.deepEqual(await listener.all(), [])
    clock.advance(1)
    assert.deepEqual(await listener.all(), [heartbeat])
    clock.advance(60_000)
    assert.deepEqual(await listener.all(), [heartbeat, heartbeat])
    listener.close()
  })

  it('answers a ping', async () => {
    const { user } = session()
    const listener = await listen(user, [await myTopic()])
    listener.send('{"message":"ping"}')
    assert.deepEqual(await listener.next(), { topicName: 'channel.metadata', eventBody: { message: 'pong' } })
    listener.close()
  })

  it('takes subscriptions', async () => {
    const { user } = session()
    const listener = await Listener.open((await newChannel(user)).connectUri)
    listener.send(JSON.stringify({ message: 'subscribe', topics: [await myTopic()], correlationId: 'a1' }))
    assert.deepEqual(await listener.next(), { result: '200', status: 'subscribed', correlationId: 'a1' })
    await park('parked')
    assert.deepEqual(
      (await listener.all()).map(({ topicName }) => topicName),
      [await myTopic()]
    )
    listener.send(JSON.stringify({ message: 'subscribe', topics: ['v2.everything'], correlationId: 'a2' }))
    assert.deepEqual(await listener.next(), { result: '400', status: 'failure', correlationId: 'a2' })
    listener.close()
  })

  it('says of what it does not understand that it does not', async () => {
    const { user } = session()
    const listener = await listen(user, [])
    for (const frame of ['{"message":"hello"}', 'no JSON', '[]', '{"message":"subscribe"}']) {
      listener.send(frame)
      assert.deepEqual(await listener.next(), { result: '400', status: 'error' }, frame)
    }
    listener.close()
  })

  it('goes to the second connection of a channel, and closes the first', async () => {
    const { user } = session()
    const { id, connectUri } = await newChannel(user)
    await user.notifications.postNotificationsChannelSubscriptions(id, [{ id: await myTopic() }])
    const [first, second] = [await Listener.open(connectUri), await Listener.open(connectUri)]
    assert.equal((await first.closed).code, 1001)
    await park('parked')
    assert.equal((await second.all()).length, 1)
    second.close()
  })

  it('can be opened again, and misses what happened meanwhile', async () => {
    const { user } = session()
    const { id, connectUri } = await newChannel(user)
    await user.notifications.postNotificationsChannelSubscriptions(id, [{ id: await myTopic() }])
    const first = await Listener.open(connectUri)
    first.close()
    await first.closed
    await park('parked')
    const second = await Listener.open(connectUri)
    await park('connected')
    assert.equal((await second.all()).length, 1)
    second.close()
  })

  it('is not there for a channel that is not', async () => {
    const { sandbox } = session()
    assert.equal(await refusedStatus(`${sandbox.address.url.replace('http:', 'ws:')}/channels/streaming-0-none`), 404)
  })

  it('goes on after a client has broken the protocol', async () => {
    const { user } = session()
    const tooLarge = await listen(user, [])
    tooLarge.send(Buffer.alloc(600_000, ' '))
    assert.equal((await tooLarge.closed).code, 1009)
    const listener = await listen(user, [])
    assert.deepEqual(await listener.all(), [])
    listener.close()
  })
})
