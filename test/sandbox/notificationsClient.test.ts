import assert from 'node:assert/strict'
import { Connection } from '../../src/genesys/connection'
import { loadSdk } from '../../src/genesys/loadSdk'
import type { Frame } from '../../src/genesys/notifications/frame'
import type { Notifications, Subscribed } from '../../src/genesys/notifications/notifications'
import { hours, minutes } from '../../src/model/instant'
import { clockPace } from './support/clockPace'
import { idOf, participant } from './support/legs'
import { bodyOf } from './support/sdk'
import { eachTestWithSandbox } from './support/session'

type Heard =
  | { readonly kind: 'frame'; readonly frame: Frame }
  | { readonly kind: 'subscribed'; readonly subscribed: Subscribed }
  | { readonly kind: 'down'; readonly why: string }

/** What a listener was told, to be waited for. */
class Told {
  readonly all: Heard[] = []
  #arrived: () => void = () => undefined

  readonly listener = {
    onFrame: (frame: Frame) => {
      if (frame.kind !== 'other') this.#add({ kind: 'frame', frame })
    },
    onSubscribed: (subscribed: Subscribed) => {
      this.#add({ kind: 'subscribed', subscribed })
    },
    onDown: (why: string) => {
      this.#add({ kind: 'down', why })
    }
  }

  /** The next thing of this kind that nobody has waited for yet; what came before it is passed over. */
  async next<Kind extends Heard['kind']>(kind: Kind): Promise<Extract<Heard, { readonly kind: Kind }>> {
    for (;;) {
      const found = this.all.shift()
      if (found === undefined)
        await new Promise<void>((resolve) => {
          this.#arrived = resolve
        })
      else if (found.kind === kind) return found as Extract<Heard, { readonly kind: Kind }>
    }
  }

  #add(heard: Heard): void {
    this.all.push(heard)
    this.#arrived()
  }
}

describe('Listening for notifications', () => {
  const session = eachTestWithSandbox()
  const listening: Notifications[] = []
  afterEach(() => {
    for (const notifications of listening.splice(0)) notifications.stop()
  })

  const connect = async (): Promise<{ readonly told: Told; readonly notifications: Notifications }> => {
    const { sandbox, clock } = session()
    const { url, userToken } = sandbox.address
    const connection = await Connection.open(
      { id: 'sandbox', endpoint: { kind: 'loopback', port: Number(new URL(url).port) }, userToken, client: undefined },
      { sdk: await loadSdk(), pace: clockPace(clock), random: () => 0, onSignedOut: () => undefined }
    )
    const told = new Told()
    const notifications = connection.notifications(told.listener)
    listening.push(notifications)
    return { told, notifications }
  }

  const myTopic = async (): Promise<string> => `v2.users.${idOf(await bodyOf(session().user.users.getUsersMe()))}.conversations.messages`

  const listen = async (): Promise<{ readonly told: Told; readonly notifications: Notifications }> => {
    const connected = await connect()
    connected.notifications.listenTo([await myTopic()])
    assert.equal((await connected.told.next('subscribed')).subscribed.isNewConnection, true)
    return connected
  }

  const park = async (state: 'parked' | 'connected'): Promise<void> => {
    const { user, conversation, conversationId } = session()
    const agentId = idOf(participant(await conversation('connected-web'), 'agent'))
    await user.conversations.patchConversationsMessageParticipantParkingstate(conversationId('connected-web'), agentId, { state })
  }

  const hearsOfParking = async (told: Told): Promise<void> => {
    await park('parked')
    assert.equal((await told.next('frame')).frame.kind, 'conversation')
    await park('connected')
    assert.equal((await told.next('frame')).frame.kind, 'conversation')
  }

  const requestsOf = (method: string, end: string): number =>
    session()
      .sandbox.ledger()
      .filter(({ request }) => request.method === method && request.path.split('?')[0]?.endsWith(end)).length

  it('hears what happens', async () => {
    const { told } = await listen()
    await hearsOfParking(told)
  })

  it('connects again when the connection drops, over the same channel, and says that something may have been missed', async () => {
    const { told } = await listen()
    session().sandbox.setFaults([{ kind: 'dropped', socket: 'notifications', times: 1 }])
    session().clock.advance(0)
    assert.equal((await told.next('subscribed')).subscribed.isNewConnection, true)
    await hearsOfParking(told)
    assert.equal(requestsOf('POST', '/notifications/channels'), 1)
  })

  it('connects again when nothing comes for 75 seconds', async () => {
    const { told } = await listen()
    session().sandbox.setFaults([{ kind: 'stalled', socket: 'notifications', ms: hours(1), times: 1 }])
    session().clock.advance(1)
    for (let looks = 0; looks < 5; looks++) {
      session().clock.advance(15_000)
      await new Promise(setImmediate)
    }
    assert.equal((await told.next('subscribed')).subscribed.isNewConnection, true)
    await hearsOfParking(told)
  })

  it('renews the channel before it ends', async () => {
    const { told } = await listen()
    for (let passed = 0; passed < hours(23); passed += minutes(10)) session().clock.advance(minutes(10))
    session().clock.advance(15_000)
    assert.equal((await told.next('subscribed')).subscribed.isNewConnection, false)
    session().clock.advance(hours(2))
    await hearsOfParking(told)
    assert.equal(requestsOf('POST', '/notifications/channels'), 1)
  })

  it('makes another channel when the one it had is gone', async () => {
    const { told } = await listen()
    session().sandbox.loadScenario('default')
    assert.equal((await told.next('subscribed')).subscribed.isNewConnection, true)
    await hearsOfParking(told)
    assert.equal(requestsOf('POST', '/notifications/channels'), 2)
  })

  it('changes its topics with one request, without another connection', async () => {
    const { told, notifications } = await listen()
    const before = requestsOf('PUT', '/subscriptions')
    notifications.listenTo([await myTopic(), `v2.routing.queues.${session().sandbox.address.queueId}.conversations.messages`])
    assert.equal((await told.next('subscribed')).subscribed.isNewConnection, false)
    assert.equal(requestsOf('PUT', '/subscriptions') - before, 1)
  })

  it('hears the other topics when one is refused, and says which', async () => {
    const { told, notifications } = await connect()
    const stranger = 'v2.routing.queues.00000000-0000-4000-8000-000000000000.conversations.messages'
    notifications.listenTo([stranger, await myTopic()])
    const { subscribed } = await told.next('subscribed')
    assert.deepEqual(
      subscribed.refused.map(({ topic }) => topic),
      [stranger]
    )
    await hearsOfParking(told)
  })

  it('says that nothing is heard while the platform answers 429, and goes on by itself', async () => {
    const { told, notifications } = await connect()
    session().sandbox.setFaults([
      { kind: 'tooManyRequests', operation: 'POST /api/v2/notifications/channels', retryAfterSeconds: 0, times: 3 }
    ])
    notifications.listenTo([await myTopic()])
    assert.match((await told.next('down')).why, /429/)
    await told.next('subscribed')
    await hearsOfParking(told)
  })
})
