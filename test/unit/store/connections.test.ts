import assert from 'node:assert/strict'
import type { Api } from '../../../src/genesys/api'
import { PlatformError } from '../../../src/genesys/platformError'
import { concerns, Connections, type ConnectionsChange, type Standing, type Unread } from '../../../src/store/connections'
import { factsOf } from '../support/connections'
import { ids } from '../support/ids'
import { answer, connect, failing, open, organisation, refusal } from '../support/platform'
import { analyticsRow, conversationBody } from '../support/wire'

/** A store, and what it has told. */
const observed = (): { readonly connections: Connections; readonly changes: ConnectionsChange[] } => {
  const connections = new Connections()
  const changes: ConnectionsChange[] = []
  connections.onDidChange((change) => changes.push(change))
  return { connections, changes }
}

const withOne: Partial<Api> = {
  conversationsIn: () => answer({ conversations: [analyticsRow] }),
  conversation: () => answer(conversationBody)
}

const standingOf = (connections: Connections, id: string): Standing => connections.find(id)?.standing ?? assert.fail(`${id} is not known`)

const unreadIn = (connections: Connections, id: string): Unread | undefined => {
  const standing = standingOf(connections, id)
  return standing.kind === 'open' ? standing.unread : assert.fail(`${id} is not open`)
}

describe('several connections', () => {
  it('are known before they are open, in the order in which they became known', () => {
    const { connections } = observed()
    connections.know(factsOf('b'))
    connections.know(factsOf('a'))
    assert.deepEqual(
      connections.known().map(({ facts, standing }) => `${facts.id} ${standing.kind}`),
      ['b closed', 'a closed']
    )
    assert.deepEqual(connections.all(), [])
    assert.equal(connections.get('a'), undefined)
  })

  it('have conversations of their own, also with the same id', async () => {
    const { connections } = observed()
    const a = connections.add(factsOf('a'), await connect(organisation(withOne)))
    const b = connections.add(factsOf('b'), await connect(organisation({ ...withOne, conversationsIn: () => answer({}) })))
    await Promise.all([connections.refresh('a'), connections.refresh('b')])
    assert.deepEqual(
      [a, b].map(({ conversations }) => conversations.rows().length),
      [1, 0]
    )
    await b.conversations.read(ids.conversation)
    assert.deepEqual(
      [a, b].map(({ conversations }) => conversations.row(ids.conversation)?.reading),
      ['analytics', 'live']
    )
  })

  it('tell which of them a change is in', async () => {
    const { connections, changes } = observed()
    connections.add(factsOf('a'), await connect(organisation(withOne)))
    const b = connections.add(factsOf('b'), await connect(organisation(withOne)))
    await b.conversations.read(ids.conversation)
    const last = changes.at(-1)
    assert.deepEqual(last, { kind: 'conversations', id: 'b', change: { kind: 'conversation', id: ids.conversation } })
    assert.ok(concerns(last, { connectionId: 'b', id: ids.conversation }))
    assert.ok(!concerns(last, { connectionId: 'a', id: ids.conversation }))
  })

  it('tell that all is known of the credentials of one, where that comes after it is open', async () => {
    const { connections, changes } = observed()
    const { connection } = connections.add(factsOf('a'), await open())
    const before = changes.length
    await connection.described
    assert.deepEqual(changes.slice(before), [{ kind: 'connection', id: 'a' }])
    assert.equal(connection.described, undefined)
  })

  it('stay readable when the list of one cannot be read; why stands with that one until it can be', async () => {
    const { connections } = observed()
    const answers = [failing(refusal(403, 'missing.permissions'))]
    connections.add(factsOf('a'), await connect(organisation({ conversationsIn: () => answers.shift() ?? answer({}) })))
    connections.add(factsOf('b'), await connect(organisation(withOne)))
    const [a, b] = await Promise.allSettled([connections.refresh('a'), connections.refresh('b')])
    assert.deepEqual([a.status, b.status], ['rejected', 'fulfilled'])
    assert.equal(unreadIn(connections, 'a')?.isNotPermitted, true)
    assert.match(unreadIn(connections, 'a')?.why ?? '', /403 “missing\.permissions”/)
    assert.equal(unreadIn(connections, 'b'), undefined)
    await connections.refresh('a')
    assert.equal(unreadIn(connections, 'a'), undefined)
  })

  it('say once why what is newest cannot be read, and no more once it can be', async () => {
    const { connections, changes } = observed()
    const answers = [failing(refusal(500, 'internal')), failing(refusal(500, 'internal', 'another'))]
    const open = connections.add(factsOf('a'), await connect(organisation({ conversationsIn: () => answers.shift() ?? answer({}) })))
    const newest = () => connections.readNewest(open)
    await assert.rejects(newest())
    const before = changes.length
    const unread = unreadIn(connections, 'a')
    assert.match(unread?.why ?? '', /500/)
    await assert.rejects(newest())
    assert.deepEqual([changes.length, unreadIn(connections, 'a')], [before, unread])
    assert.equal(await newest(), undefined)
    assert.equal(unreadIn(connections, 'a'), undefined)
  })

  it('say that the list could not be read until all of it can be, though what is newest can', async () => {
    const { connections } = observed()
    const answers = [failing(refusal(403, 'missing.permissions')), failing(refusal(403, 'missing.permissions'))]
    const open = connections.add(factsOf('a'), await connect(organisation({ conversationsIn: () => answers.shift() ?? answer({}) })))
    await assert.rejects(connections.refresh('a'))
    const unread = unreadIn(connections, 'a')
    assert.ok(unread)
    assert.equal(await connections.readNewest(open), unread)
    assert.equal(unreadIn(connections, 'a'), unread)
    await connections.refresh('a')
    assert.equal(unreadIn(connections, 'a'), undefined)
  })

  it('are not at fault when a person calls the reading off', async () => {
    const { connections, changes } = observed()
    const abort = new AbortController()
    connections.add(
      factsOf('a'),
      await connect(
        organisation({
          conversationsIn: () => {
            abort.abort()
            return failing({ kind: 'cancelled' })
          }
        })
      )
    )
    const before = changes.length
    await assert.rejects(connections.refresh('a', { signal: abort.signal }), (error: unknown) => PlatformError.isCancelled(error))
    assert.equal(changes.length, before)
  })

  it('take a new name or mark and stay open with what they hold', async () => {
    const { connections, changes } = observed()
    connections.add(factsOf('a'), await connect(organisation(withOne)))
    await connections.refresh('a')
    connections.know(factsOf('a', { name: 'Berg', isProduction: true }))
    const open = connections.get('a')
    assert.deepEqual([open?.name, open?.isProduction, open?.conversations.rows().length], ['Berg', true, 1])
    assert.deepEqual(changes.at(-1), { kind: 'connection', id: 'a' })
    await open?.conversations.read(ids.conversation)
    assert.equal(changes.at(-1)?.kind, 'conversations')
  })

  it('say which credential the platform takes no more, and that a person has signed in again', async () => {
    const { connections } = observed()
    connections.add(factsOf('a'), await connect())
    const signedOut = (): readonly string[] => {
      const standing = standingOf(connections, 'a')
      return standing.kind === 'open' ? standing.signedOut : assert.fail('it is not open')
    }
    connections.signedOut('a', 'user')
    connections.signedOut('a', 'user')
    assert.deepEqual(signedOut(), ['user'])
    connections.signedIn('a', 'user')
    assert.deepEqual(signedOut(), [])
  })

  it('stay known when they are closed, and tell nothing more of what they held', async () => {
    const { connections, changes } = observed()
    const open = connections.add(factsOf('a'), await connect(organisation(withOne)))
    connections.close('a', { kind: 'signedOut' })
    assert.equal(connections.get('a'), undefined)
    assert.equal(standingOf(connections, 'a').kind, 'signedOut')
    const before = changes.length
    await open.conversations.refresh()
    assert.equal(changes.length, before)
  })

  it('are replaced by a connection with the same id, with their conversations', async () => {
    const { connections } = observed()
    const first = connections.add(factsOf('a'), await connect(organisation(withOne)))
    await connections.refresh('a')
    const second = connections.add(factsOf('a'), await connect())
    assert.notEqual(first.conversations, second.conversations)
    assert.deepEqual(connections.get('a')?.conversations.rows(), [])
    assert.equal(connections.known().length, 1)
  })

  it('are gone when they are removed', async () => {
    const { connections, changes } = observed()
    connections.add(factsOf('a'), await connect())
    connections.remove('a')
    assert.deepEqual([connections.known(), connections.find('a')], [[], undefined])
    assert.deepEqual(changes.at(-1), { kind: 'list' })
    connections.remove('a')
    assert.equal(changes.filter(({ kind }) => kind === 'list').length, 2)
  })
})
