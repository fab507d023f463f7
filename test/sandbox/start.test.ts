import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import { SandboxPortUnavailable, startSandbox, UnknownScenario, type Sandbox } from '../../src/sandbox'
import { manualClock } from './support/manualClock'
import { asUser, send } from './support/raw'

/** Everything that a sandbox tells of its conversations. */
const contents = async (sandbox: Sandbox): Promise<unknown> =>
  Promise.all(
    Object.values(sandbox.address.conversations).map(async (id) => {
      const { json } = await send(sandbox, { path: `/api/v2/conversations/${id}`, headers: asUser(sandbox) })
      const participants = json['participants'] as readonly { messages: readonly { messages: readonly { messageId: string }[] }[] }[]
      const messageIds = participants.flatMap(({ messages }) => messages.flatMap((leg) => leg.messages.map(({ messageId }) => messageId)))
      const texts = await send(sandbox, {
        method: 'POST',
        path: `/api/v2/conversations/messages/${id}/messages/bulk`,
        headers: asUser(sandbox),
        body: JSON.stringify(messageIds)
      })
      return [json, texts.json]
    })
  )

describe('Starting and stopping the sandbox', () => {
  const running: Sandbox[] = []
  const start = async (...options: Parameters<typeof startSandbox>): Promise<Sandbox> => {
    const sandbox = await startSandbox(...options)
    running.push(sandbox)
    return sandbox
  }
  afterEach(async () => {
    await Promise.all(running.splice(0).map((sandbox) => sandbox.stop()))
  })

  it('gives the same ids, texts and times for the same seed and time, and other secrets', async () => {
    const [one, other] = [await start({ clock: manualClock() }), await start({ clock: manualClock() })]
    assert.deepEqual(one.address.conversations, other.address.conversations)
    assert.deepEqual(
      [one.address.clientId, one.address.deploymentId, one.address.queueId],
      [other.address.clientId, other.address.deploymentId, other.address.queueId]
    )
    assert.deepEqual(await contents(one), await contents(other))
    assert.notEqual(one.address.clientSecret, other.address.clientSecret)
    assert.notEqual(one.address.userToken, other.address.userToken)
  })

  it('gives other ids for another seed', async () => {
    const [one, other] = [await start({ seed: 1 }), await start({ seed: 2 })]
    const all = [...Object.values(one.address.conversations), ...Object.values(other.address.conversations)]
    assert.equal(new Set(all).size, all.length)
    assert.notEqual(one.address.clientId, other.address.clientId)
  })

  it('does not take another sandbox’s token', async () => {
    const [one, other] = [await start(), await start()]
    const { status, json } = await send(one, { path: '/api/v2/users/me', headers: asUser(other) })
    assert.deepEqual([status, json['code']], [401, 'bad.credentials'])
  })

  it('refuses connections once it has stopped', async () => {
    const sandbox = await start()
    await send(sandbox, { path: '/api/v2/users/me', headers: asUser(sandbox) })
    await sandbox.stop()
    await assert.rejects(send(sandbox, { path: '/api/v2/users/me' }), { code: 'ECONNREFUSED' })
  })

  it('ends open connections at once when it stops', async () => {
    const sandbox = await start()
    const socket = connect({ host: '127.0.0.1', port: Number(new URL(sandbox.address.url).port) })
    await once(socket, 'connect')
    socket.write('GET /api/v2/users/me HTTP/1.1\r\nHost: localhost\r\n')
    // Cut off in the middle of a request, the socket may report a reset before it closes.
    const closed = new Promise((resolve) => socket.once('error', () => undefined).once('close', resolve))
    await sandbox.stop()
    await closed
    assert.ok(socket.closed)
  })

  it('names a port that is taken, and one that is none', async () => {
    const first = await start()
    const port = Number(new URL(first.address.url).port)
    await assert.rejects(start({ port }), (error) => error instanceof SandboxPortUnavailable && error.message.includes(`${port} is in use`))
    await assert.rejects(start({ port: 70_000 }), (error) => error instanceof SandboxPortUnavailable && error.reason === 'not a port')
  })

  it('names the scenarios when it does not know one', async () => {
    await assert.rejects(start({ scenario: 'nowhere' }), (error) => error instanceof UnknownScenario && error.message.includes('default'))
  })
})
