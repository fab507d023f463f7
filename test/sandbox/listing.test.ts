import assert from 'node:assert/strict'
import { Connection } from '../../src/genesys/connection'
import { PlatformError } from '../../src/genesys/platformError'
import { parseUuid } from '../../src/model/ids'
import { days } from '../../src/model/instant'
import { startSandbox, type Sandbox } from '../../src/sandbox'
import { Conversations } from '../../src/store/conversations'
import { realMeans } from '../support/means'
import { clockPace } from './support/clockPace'
import { manualClock } from './support/manualClock'

describe('listing an organisation', () => {
  let sandbox: Sandbox
  let store: Conversations
  let connection: Connection

  const begin = async (options: Parameters<typeof startSandbox>[0] = {}): Promise<void> => {
    sandbox = await startSandbox(options)
    const { url, userToken, clientId, clientSecret } = sandbox.address
    const means = await realMeans()
    connection = await Connection.open(
      {
        id: 'sandbox',
        endpoint: { kind: 'loopback', port: Number(new URL(url).port) },
        userToken,
        client: { id: clientId, secret: clientSecret }
      },
      {
        ...means,
        pace: {
          now: () => sandbox.now(),
          // Who waits for a job moves the organisation’s clock.
          wait: (milliseconds) => {
            sandbox.advance(milliseconds)
            return Promise.resolve()
          }
        }
      }
    )
    store = new Conversations(connection)
    sandbox.clearLedger()
  }
  afterEach(() => sandbox.stop())

  const idOf = (name: string) => parseUuid(sandbox.address.conversations[name] ?? '') ?? assert.fail(`the sandbox has ${name}`)

  const asked = (path: string): number => sandbox.ledger().filter(({ request }) => request.path.endsWith(path)).length

  it('reads every page, each row once, with the names of their queues', async () => {
    await begin({ scenario: 'large', conversations: 730 })
    await store.refresh()
    assert.equal(store.rows().length, 730)
    const starts = store.rows().map(({ startedAt }) => startedAt ?? 0)
    assert.deepEqual(
      starts,
      [...starts].sort((a, b) => b - a)
    )
    const [row] = store.rows()
    assert.equal(row && store.queueOf(row), 'Web support')
  })

  it('finds a conversation that began before the look-back and has not ended, and no ended one of that time', async () => {
    await begin()
    sandbox.advance(days(5))
    store = new Conversations(connection)
    await store.refresh()
    assert.ok(store.row(idOf('automated-web')))
    assert.equal(store.row(idOf('ended-web')), undefined)
  })

  it('finds what is older by a job', async () => {
    await begin()
    sandbox.advance(days(40))
    await store.refresh()
    assert.equal(store.row(idOf('ended-web')), undefined)
    await store.readOlder(90)
    assert.ok(store.row(idOf('ended-web')))
    await store.refresh()
    assert.ok(store.row(idOf('ended-web')), 'it stays when the list is read again')
  })

  it('keeps what has come when a person calls it off, and asks for no more', async () => {
    await begin({ scenario: 'large', conversations: 2_000 })
    const abort = new AbortController()
    const reading = store.refresh({
      signal: abort.signal,
      onProgress: () => {
        abort.abort()
      }
    })
    await assert.rejects(reading, (error: unknown) => PlatformError.isCancelled(error))
    assert.ok(store.rows().length > 0)
    assert.ok(asked('/details/query') <= 8, `${asked('/details/query')} pages`)
  })

  it('shows them one round trip after the user’s token, though the client’s takes as long', async () => {
    const clock = manualClock()
    sandbox = await startSandbox({ clock })
    sandbox.setFaults([
      { kind: 'latency', ms: 100, operation: 'any' },
      { kind: 'latency', ms: 100, operation: 'POST /oauth/token' }
    ])
    const { url, userToken, clientId, clientSecret } = sandbox.address
    const opening = Connection.open(
      {
        id: 'sandbox',
        endpoint: { kind: 'loopback', port: Number(new URL(url).port) },
        userToken,
        client: { id: clientId, secret: clientSecret }
      },
      { ...(await realMeans()), pace: clockPace(clock) }
    )
    const underWay = (): number => sandbox.faults().reduce((sum, { hits }) => sum + hits, 0)
    // Who the user is, what the token permits, whose the organisation is, the user’s own conversations; and the client’s token.
    while (underWay() < 5) await fetch(`${url}/sandbox/status`)
    clock.advance(100)
    store = new Conversations(await opening)
    const abort = new AbortController()
    const first = new Promise<void>((resolve) => {
      store.onDidChange(() => {
        if (store.rows().length > 0) resolve()
      })
    })
    const reading = store.refresh({ signal: abort.signal })
    await first
    assert.equal(store.row(idOf('connected-web'))?.reading, 'live')
    abort.abort()
    await assert.rejects(reading, (error: unknown) => PlatformError.isCancelled(error))
  })

  it('shows the user’s own active conversations while analytics still has not answered', async () => {
    await begin()
    sandbox.setFaults([{ kind: 'timeout', operation: 'POST /api/v2/analytics/conversations/details/query' }])
    const abort = new AbortController()
    const first = new Promise<void>((resolve) => {
      store.onDidChange(() => {
        if (store.rows().length > 0) resolve()
      })
    })
    const reading = store.refresh({ signal: abort.signal })
    await first
    assert.equal(store.row(idOf('connected-web'))?.reading, 'live')
    assert.equal(store.row(idOf('ended-web')), undefined)
    abort.abort()
    await assert.rejects(reading, (error: unknown) => PlatformError.isCancelled(error))
  })
})
