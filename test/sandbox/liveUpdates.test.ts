import assert from 'node:assert/strict'
import type { Api } from '../../src/genesys/api'
import { lastMessageTime } from '../../src/model/conversation'
import { days, minutes } from '../../src/model/instant'
import { joinAsGuest, text } from './support/guest'
import { idOf, leg, participant } from './support/legs'
import { eachTestWithSandbox } from './support/session'
import { Watched, type WatchOptions } from './support/watched'

describe('Conversations that somebody looks at', () => {
  const session = eachTestWithSandbox()
  const all: Watched[] = []
  afterEach(() => {
    for (const { live } of all.splice(0)) live.dispose()
  })

  const watch = async (options?: WatchOptions): Promise<Watched> => {
    const watched = await Watched.open(session(), options)
    all.push(watched)
    return watched
  }

  const stateOf = (watched: Watched, name: string): string | undefined => watched.conversations.row(watched.id(name))?.state.kind

  /** When somebody last wrote, as far as it is held; 0 while that is not known. */
  const lastMessageAt = (watched: Watched, name: string): number => watched.conversations.row(watched.id(name))?.lastMessage?.at ?? 0

  const patchAgent = async (name: string, body: object): Promise<void> => {
    const { user, conversation, conversationId } = session()
    await user.conversations.patchConversationsMessageParticipant(
      conversationId(name),
      idOf(participant(await conversation(name), 'agent')),
      { body }
    )
  }

  const agentSends = async (name: string): Promise<void> => {
    const { user, clock, conversation, conversationId } = session()
    clock.advance(1000)
    const legId = idOf(leg(await conversation(name), 'agent'))
    await user.conversations.postConversationsMessageCommunicationMessages(conversationId(name), legId, { textBody: 'Hello' })
  }

  const listingsRead = (): number =>
    session()
      .sandbox.ledger()
      .filter(({ request }) => request.path.endsWith('/conversations/details/query')).length

  it('follow a customer who writes, an agent who answers, and the end', async () => {
    const watched = await watch()
    await watched.show()
    assert.equal(watched.updates?.kind, 'live')

    const { sandbox } = session()
    const token = sandbox.guestTokens()['connected-web']
    assert.ok(token)
    const guest = await joinAsGuest(sandbox, { token })
    session().clock.advance(1000)
    const start = lastMessageAt(watched, 'connected-web')
    await guest.ask('onMessage', text('Are you there?'))
    await watched.until(() => lastMessageAt(watched, 'connected-web') > start)
    const before = lastMessageAt(watched, 'connected-web')
    await agentSends('connected-web')
    await watched.until(() => lastMessageAt(watched, 'connected-web') > before)
    await patchAgent('connected-web', { state: 'disconnected' })
    await watched.until(() => stateOf(watched, 'connected-web') !== 'connected')
    await guest.leave()
  })

  it('are read again after a drop, so that nothing is missed', async () => {
    const watched = await watch()
    await watched.show()
    await agentSends('connected-web')
    await watched.until(() => lastMessageAt(watched, 'connected-web') > 0)
    const before = lastMessageAt(watched, 'connected-web')

    session().sandbox.setFaults([{ kind: 'dropped', socket: 'notifications', times: 1 }])
    session().clock.advance(0)
    await agentSends('connected-web')
    await watched.untilInTime(() => lastMessageAt(watched, 'connected-web') > before)
  })

  it('are read again after a drop though nothing had been told of them before', async () => {
    const watched = await watch()
    await watched.show()
    session().sandbox.setFaults([{ kind: 'dropped', socket: 'notifications', times: 1 }])
    session().clock.advance(0)
    const dropped = session().clock.now()
    await patchAgent('connected-web', { state: 'disconnected' })
    await watched.untilInTime(() => stateOf(watched, 'connected-web') !== 'connected')
    assert.ok(session().clock.now() - dropped < minutes(1))
  })

  it('are read again after a while when the event that told of it was lost, though analytics does not answer', async () => {
    const deaf: WatchOptions['openSocket'] = (openSocket) => (uri, listener, signal) =>
      openSocket(
        uri,
        {
          ...listener,
          onFrame: (frame) => {
            if (!frame.includes('conversations.messages')) listener.onFrame(frame)
          }
        },
        signal
      )
    const watched = await watch({ openSocket: deaf })
    await watched.show()
    const operation = 'POST /api/v2/analytics/conversations/details/query'
    session().sandbox.setFaults([{ kind: 'serverError', status: 500, operation }])
    await patchAgent('connected-web', { state: 'disconnected' })
    const lost = session().clock.now()
    await watched.untilInTime(() => stateOf(watched, 'connected-web') !== 'connected', 5_000)
    assert.ok(session().clock.now() - lost < minutes(11))
  })

  it('say so when the platform gives one out no more, and stay as they were known', async () => {
    const watched = await watch()
    await watched.show()
    await agentSends('connected-sms')
    await watched.until(() => lastMessageAt(watched, 'connected-sms') > 0)
    session().sandbox.forgetConversation(watched.id('connected-sms'))
    session().sandbox.setFaults([{ kind: 'dropped', socket: 'notifications', times: 1 }])
    session().clock.advance(0)
    await watched.untilInTime(() => watched.conversations.row(watched.id('connected-sms'))?.gone?.why === 'notFound')
    assert.equal(stateOf(watched, 'connected-sms'), 'connected')
    assert.deepEqual(watched.failures, [])
  })

  it('are read every 30 seconds where there is nobody to be told anything, and it says so', async () => {
    const watched = await watch({ as: 'client' })
    await watched.show()
    assert.deepEqual(watched.updates, { kind: 'polling', everySeconds: 30, why: 'This connection has no user credential.' })
    const before = listingsRead()
    const read = new Promise<void>((resolve) => {
      const subscription = watched.conversations.onDidChange(({ kind }) => {
        if (kind !== 'all') return
        subscription.dispose()
        resolve()
      })
    })
    session().clock.advance(29_999)
    assert.equal(listingsRead(), before)
    session().clock.advance(1)
    await read
    assert.ok(listingsRead() > before)
  })

  it('are read again by themselves where nobody is told anything and the newest page does not have them', async () => {
    session().clock.advance(days(2))
    const watched = await watch({ as: 'client' })
    await watched.show()
    assert.equal(watched.conversations.row(watched.id('connected-web'))?.reading, 'analytics')
    await patchAgent('connected-web', { state: 'disconnected' })
    const ended = session().clock.now()
    await watched.untilInTime(() => stateOf(watched, 'connected-web') !== 'connected', 5_000)
    assert.ok(session().clock.now() - ended <= minutes(3))
  })

  it('are not said to be withheld where the list may be read and they may not', async () => {
    const failure = { kind: 'refused', status: 403, code: 'missing.permissions', message: undefined, correlationId: undefined } as const
    let asked = 0
    const listOnly = (api: Api): Api => ({
      ...api,
      conversation: () => {
        asked++
        return Promise.resolve({ ok: false, failure })
      }
    })
    session().clock.advance(days(2))
    const watched = await watch({ as: 'client', api: listOnly })
    await watched.show()
    const rounds = async (count: number): Promise<void> => {
      const before = listingsRead()
      await watched.untilInTime(() => listingsRead() >= before + count, 5_000)
    }
    await watched.untilInTime(() => asked > 0, 5_000)
    await rounds(2)
    const before = asked
    await rounds(4)
    assert.equal(asked, before)
    assert.ok(watched.conversations.rows().every(({ gone }) => gone === undefined))
  })

  it('say once that they cannot be read, in the log and at the connection, and are read as a whole when they can be', async () => {
    const watched = await watch({ as: 'client' })
    await watched.show()
    const unread = () => {
      const { standing } = watched.connections.find('sandbox') ?? assert.fail('It is known.')
      return standing.kind === 'open' ? standing.unread : undefined
    }
    const operation = 'POST /api/v2/analytics/conversations/details/query'
    session().sandbox.setFaults([{ kind: 'serverError', status: 500, operation }])
    await watched.untilInTime(() => unread() !== undefined, 5_000)
    const before = listingsRead()
    await watched.untilInTime(() => listingsRead() > before + 8, 5_000)
    assert.equal(watched.failures.length, 1)
    await assert.rejects(watched.connections.refresh('sandbox'))
    session().sandbox.setFaults([])
    await watched.untilInTime(() => unread() === undefined, 5_000)
    assert.equal(watched.failures.length, 1)
  })

  it('are read every 30 seconds while the websocket cannot be opened, and live again by themselves', async () => {
    const watched = await watch()
    session().sandbox.setFaults([{ kind: 'serverError', status: 503, operation: 'POST /api/v2/notifications/channels', times: 2 }])
    watched.live.showView(true)
    await watched.until(() => watched.updates?.kind === 'polling')
    await watched.until(() => watched.updates?.kind === 'live')
  })

  it('are followed in full while they are open in a panel, though nobody sees the view', async () => {
    const watched = await watch()
    watched.live.show('panels', [{ connectionId: 'sandbox', id: watched.id('connected-web') }])
    await watched.until(
      () => watched.updates?.kind === 'live' && watched.conversations.situationOf(watched.id('connected-web')) !== undefined
    )
    const before = lastMessageAt(watched, 'connected-web')
    await agentSends('connected-web')
    await watched.untilInTime(() => {
      const known = watched.conversations.situationOf(watched.id('connected-web'))?.conversation
      return known?.known === true && (lastMessageTime(known.value, 'agent') ?? 0) > before
    })
  })

  it('are listened to no more once nobody has looked for a minute', async () => {
    const watched = await watch()
    await watched.show()
    watched.live.showView(false)
    session().clock.advance(minutes(1) - 1)
    assert.equal(watched.updates?.kind, 'live')
    const stopped = watched.until(() => watched.updates === undefined)
    session().clock.advance(1)
    await stopped
    const before = listingsRead()
    session().clock.advance(minutes(10))
    assert.equal(listingsRead(), before)
  })

  it('use their channel again when somebody looks again', async () => {
    const watched = await watch()
    await watched.show()
    watched.live.showView(false)
    const stopped = watched.until(() => watched.updates === undefined)
    session().clock.advance(minutes(1))
    await stopped
    await watched.show()
    const channels = session()
      .sandbox.ledger()
      .filter(({ request }) => request.method === 'POST' && request.path.endsWith('/notifications/channels'))
    assert.equal(channels.length, 1)
  })
})
