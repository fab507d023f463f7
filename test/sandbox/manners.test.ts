import assert from 'node:assert/strict'
import { plan } from '../../src/followUp/plan'
import { textDraft } from '../../src/model/draft'
import { Connection, type OutgoingRequest } from '../../src/genesys/connection'
import { loadSdk } from '../../src/genesys/loadSdk'
import { PlatformError } from '../../src/genesys/platformError'
import type { ConnectionSettings, Means } from '../../src/genesys/signIn'
import { givenToken } from '../../src/genesys/tokens/tokenSource'
import { callerFor } from '../../src/genesys/traffic/caller'
import { Traffic } from '../../src/genesys/traffic/traffic'
import type { CredentialKind } from '../../src/model/credential'
import { parseUuid, type Uuid } from '../../src/model/ids'
import { minutes } from '../../src/model/instant'
import { startSandbox, type FaultRequest, type LedgerEntry, type Sandbox, type SandboxOptions } from '../../src/sandbox'
import { manualClock } from './support/manualClock'
import { send } from './support/raw'

const readPath = 'GET /api/v2/conversations/{conversationId}'
const sendPath = '/api/v2/conversations/messages/agentless'

/** At most this many requests are on their way at a time. */
const mostAtOnce = 6

/** Resolves as soon as `isTrue`; only the network is waited for. */
const until = async (isTrue: () => boolean): Promise<void> => {
  while (!isTrue()) await new Promise((resolve) => setImmediate(resolve))
}

/** The client that a connection signs in with, in a sandbox whose clock only moves when the connection waits. */
const openMannered = async (options: SandboxOptions = {}) => {
  const clock = manualClock(Date.now())
  const sandbox = await startSandbox({ ...options, clock })
  const waits: number[] = []
  const signedOut: CredentialKind[] = []
  const clientTokens: string[] = []
  const sdk = await loadSdk()
  const means: Means = {
    sdk: {
      ...sdk,
      clientToken: async (...asked) => {
        const reply = await sdk.clientToken(...asked)
        if (reply.ok) clientTokens.push(reply.token)
        return reply
      }
    },
    pace: {
      now: () => sandbox.now(),
      wait: (milliseconds) => {
        waits.push(milliseconds)
        sandbox.advance(milliseconds)
        return Promise.resolve()
      }
    },
    random: () => 1,
    onSignedOut: (kind) => signedOut.push(kind)
  }
  const { url, userToken, clientId, clientSecret, conversations } = sandbox.address
  const endpoint = { kind: 'loopback', port: Number(new URL(url).port) } as const
  const settings: ConnectionSettings = { id: 'sandbox', endpoint, userToken, client: { id: clientId, secret: clientSecret } }
  const conversationId: Uuid = parseUuid(conversations['ended-web'] ?? '') ?? assert.fail('there is an ended conversation')
  return {
    sandbox,
    means,
    settings,
    endpoint,
    waits,
    signedOut,
    clientTokens,
    conversationId,
    /** Opens a connection, and waits until nothing of it is on its way. */
    open: async (changed: Partial<ConnectionSettings> = {}, changedMeans: Partial<Means> = {}) => {
      const connection = await Connection.open({ ...settings, ...changed }, { ...means, ...changedMeans })
      await connection.described
      return connection
    }
  }
}

type Mannered = Awaited<ReturnType<typeof openMannered>>

const reads = (sandbox: Sandbox): readonly LedgerEntry[] =>
  sandbox.ledger().filter(({ request }) => request.method === 'GET' && /\/conversations\/[\da-f-]{36}$/.test(request.path))

const sent = (sandbox: Sandbox): readonly LedgerEntry[] => sandbox.ledger().filter(({ request }) => request.path === sendPath)

const statuses = (entries: readonly LedgerEntry[]): readonly (number | undefined)[] => entries.map(({ answer }) => answer?.status)

/** A follow-up that the sandbox accepts. */
const followUp = async (connection: Connection, conversationId: Uuid): Promise<OutgoingRequest> => {
  const [best] = plan(await connection.situation(conversationId), textDraft('Hello again'))
  assert.ok(best?.id === 'agentless')
  return best.request
}

const failureOf = async (attempt: Promise<unknown>): Promise<PlatformError> => {
  const error: unknown = await attempt.then(
    () => assert.fail('it did not fail'),
    (thrown: unknown) => thrown
  )
  assert.ok(error instanceof PlatformError, `a PlatformError, not ${String(error)}`)
  return error
}

const revoke = async (sandbox: Sandbox, token: string): Promise<void> => {
  const { status } = await send(sandbox, { method: 'DELETE', path: '/api/v2/tokens/me', headers: { authorization: `Bearer ${token}` } })
  assert.equal(status, 200)
}

describe('the manners of a connection, over real HTTP', () => {
  let at: Mannered
  const begin = async (options: SandboxOptions = {}): Promise<Connection> => {
    at = await openMannered(options)
    const connection = await at.open()
    at.sandbox.clearLedger()
    return connection
  }
  afterEach(() => at.sandbox.stop())

  it('every request says which app it is from, also those for a token', async () => {
    at = await openMannered()
    const connection = await at.open()
    await connection.list(3, () => undefined)
    await connection.situation(at.conversationId)
    await connection.send(await followUp(connection, at.conversationId))
    const entries = at.sandbox.ledger()
    assert.ok(entries.some(({ request }) => request.path.startsWith('/oauth/token')))
    assert.deepEqual(
      entries.filter(({ request }) => request.headers['genesys-app'] !== 'messaging-inspector').map(({ request }) => request.path),
      []
    )
  })

  describe('when the platform is asked too often', () => {
    it('nobody asks before Retry-After is over, and everybody gets an answer', async () => {
      const connection = await begin()
      at.sandbox.setFaults([{ kind: 'tooManyRequests', retryAfterSeconds: 7, operation: readPath, times: 5 }])
      await Promise.all(Array.from({ length: 20 }, () => connection.read(at.conversationId)))
      const entries = reads(at.sandbox)
      const firstRefused = entries.findIndex(({ answer }) => answer?.status === 429)
      const refusedAt = Date.parse(entries[firstRefused]?.time ?? '')
      const since = entries.slice(firstRefused + 1)
      const onTheirWay = since.filter(({ time }) => Date.parse(time) < refusedAt + 7000)
      // What was on its way already cannot be called back; nothing was sent after it.
      assert.ok(onTheirWay.length < mostAtOnce && onTheirWay.every(({ time }) => Date.parse(time) === refusedAt))
      assert.equal(statuses(entries).filter((status) => status === 200).length, 20)
    })

    it('a storm of reads stays within the limit of the organisation', async () => {
      const connection = await begin({ rateLimits: true })
      const burst = 700
      await Promise.all(Array.from({ length: burst }, () => connection.read(at.conversationId)))
      const refused = statuses(reads(at.sandbox)).filter((status) => status === 429)
      assert.equal(reads(at.sandbox).length - refused.length, burst)
      // Each minute ends with what was on its way when the count was reached.
      assert.ok(refused.length < 3 * mostAtOnce, `${refused.length} requests were one too many`)
    })

    it('a connection has six requests on their way at most', async () => {
      const connection = await begin()
      at.sandbox.setFaults([{ kind: 'latency', ms: 1000, operation: readPath }])
      const arrived = (): number => at.sandbox.faults()[0]?.hits ?? 0
      const all = Promise.all(Array.from({ length: 4 * mostAtOnce }, () => connection.read(at.conversationId)))
      for (let round = 1; round <= 4; round++) {
        await until(() => arrived() >= round * mostAtOnce)
        // A request of somebody else goes there and back meanwhile: whatever was sent before it has arrived as well.
        await send(at.sandbox, { path: '/api/v2/conversations' })
        assert.equal(arrived(), round * mostAtOnce)
        at.sandbox.advance(1000)
        await until(() => reads(at.sandbox).length === round * mostAtOnce)
      }
      await all
    })
  })

  it('a read that meets a platform that is away for a moment is asked again, later from time to time', async () => {
    const connection = await begin()
    at.sandbox.setFaults([{ kind: 'serverError', status: 503, operation: readPath, times: 2 }])
    assert.equal((await connection.read(at.conversationId)).id, at.conversationId)
    assert.deepEqual(statuses(reads(at.sandbox)), [503, 503, 200])
    assert.deepEqual(at.waits, [500, 1000])
  })

  describe('a send is made exactly once', () => {
    const operation = `POST ${sendPath}`
    const outcomes: readonly (readonly [name: string, fault: FaultRequest])[] = [
      ['is answered 503 before it took effect', { kind: 'serverError', status: 503, operation }],
      ['is answered 503 though it took effect', { kind: 'serverError', status: 503, when: 'after', operation }],
      ['is answered 504', { kind: 'serverError', status: 504, when: 'after', operation }],
      ['is answered 429', { kind: 'tooManyRequests', retryAfterSeconds: 1, operation }],
      ['meets a reset connection', { kind: 'reset', operation }],
      ['meets a reset connection though it took effect', { kind: 'reset', when: 'after', operation }],
      ['gets half an answer', { kind: 'truncated', operation }]
    ]
    for (const [name, fault] of outcomes)
      it(`when it ${name}`, async () => {
        const connection = await begin()
        const request = await followUp(connection, at.conversationId)
        at.sandbox.setFaults([{ ...fault, times: 1 }])
        assert.match((await failureOf(connection.send(request))).message, /^Sending: /)
        // Anything that were to follow it would have come before this.
        await connection.read(at.conversationId)
        assert.equal(sent(at.sandbox).length, 1)
      })

    it('when it is never answered', async () => {
      const connection = await begin()
      const request = await followUp(connection, at.conversationId)
      at.sandbox.setFaults([{ kind: 'timeout', operation: `POST ${sendPath}` }])
      const sending = failureOf(connection.send(request))
      await until(() => at.sandbox.faults()[0]?.hits === 1)
      await at.sandbox.stop()
      assert.equal((await sending).failure.kind, 'noAnswer')
      assert.equal(sent(at.sandbox).length, 1)
    })
  })

  describe('a token that ends in the middle of work', () => {
    it('is renewed before a request has to be refused', async () => {
      const connection = await begin({ tokenLifeSeconds: 300 })
      at.sandbox.advance(minutes(5))
      await Promise.all([connection.read(at.conversationId), connection.list(3, () => undefined)])
      assert.equal(at.clientTokens.length, 2)
      assert.ok(at.sandbox.ledger().every(({ answer }) => answer?.status === 200))
    })

    it('is renewed on the refusal when this machine’s clock is behind', async () => {
      at = await openMannered({ tokenLifeSeconds: 300 })
      const stopped = at.sandbox.now()
      const connection = await at.open({}, { pace: { ...at.means.pace, now: () => stopped } })
      const request = await followUp(connection, at.conversationId)
      at.sandbox.advance(minutes(6))
      await connection.send(request)
      assert.deepEqual(statuses(sent(at.sandbox)), [401, 200])
      assert.deepEqual(at.signedOut, [])
    })

    it('is replaced once after it was revoked, without a word', async () => {
      const connection = await begin()
      await revoke(at.sandbox, at.clientTokens[0] ?? '')
      await connection.read(at.conversationId)
      assert.deepEqual(statuses(reads(at.sandbox)), [401, 200])
      assert.deepEqual(at.signedOut, [])
    })

    it('is told after one more try when the new one is refused as well', async () => {
      at = await openMannered()
      const { foreignToken } = at.sandbox
      let isRevoked = false
      const { sdk } = at.means
      const clientToken: typeof sdk.clientToken = (...asked) =>
        isRevoked ? Promise.resolve({ ok: true, token: foreignToken, lifeMs: undefined }) : sdk.clientToken(...asked)
      const connection = await at.open({}, { sdk: { ...sdk, clientToken } })
      at.sandbox.clearLedger()
      isRevoked = true
      await revoke(at.sandbox, at.clientTokens[0] ?? '')
      await failureOf(connection.read(at.conversationId))
      assert.deepEqual(statuses(reads(at.sandbox)), [401, 401])
      assert.deepEqual(at.signedOut, ['client'])
    })

    it('is told at once when only its user could get another', async () => {
      at = await openMannered()
      const connection = await at.open({ client: undefined })
      at.sandbox.clearLedger()
      await revoke(at.sandbox, at.sandbox.address.userToken)
      const { message } = await failureOf(connection.read(at.conversationId))
      assert.match(message, /^Reading the conversation: the platform answered 401/)
      assert.deepEqual(statuses(reads(at.sandbox)), [401])
      assert.deepEqual(at.signedOut, ['user'])
    })
  })

  it('a token of another region is said in words, with what to check', async () => {
    at = await openMannered()
    const { message } = await failureOf(at.open({ userToken: at.sandbox.foreignToken }))
    assert.match(message, /^Reading the user: the platform answered 401.*belongs to another region/)
    assert.ok(!message.includes(at.sandbox.foreignToken))
  })

  it('being offline is said in words, after a few attempts, and with what to check', async () => {
    const connection = await begin()
    const { url } = at.sandbox.address
    await at.sandbox.stop()
    // When this is refused, the connections that were kept open have ended as well.
    await assert.rejects(fetch(url))
    const { message } = await failureOf(connection.read(at.conversationId))
    assert.match(message, /^Reading the conversation: the organisation cannot be reached \(ECONNREFUSED\)\. Check the network/)
    assert.equal(at.waits.length, 3)
  })

  it('a read that is called off leaves no request behind, and those that waited are never made', async () => {
    at = await openMannered()
    const { sdk, pace } = at.means
    const caller = callerFor(new Traffic(pace, () => 1), givenToken(at.sandbox.address.userToken), () => assert.fail('it was not refused'))
    const api = sdk.openApi(at.endpoint, caller)
    at.sandbox.setFaults([{ kind: 'timeout', operation: readPath }])
    const controller = new AbortController()
    const reading = Array.from({ length: 10 }, () => api.conversation(at.conversationId, controller.signal))
    await until(() => at.sandbox.faults()[0]?.hits === mostAtOnce)
    controller.abort()
    for (const reply of await Promise.all(reading)) assert.ok(!reply.ok && reply.failure.kind === 'cancelled')
    // The sandbox records an unanswered request when its connection is closed.
    await until(() => reads(at.sandbox).length === mostAtOnce)
    assert.ok((await api.organisation()).ok)
    assert.equal(reads(at.sandbox).length, mostAtOnce)
  })
})
