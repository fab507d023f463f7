import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocket } from 'ws'
import { startSandbox, UnknownOperation, type FaultRequest, type Sandbox } from '../../src/sandbox'
import { Faults } from '../../src/sandbox/faults/faults'
import { socketsOf } from '../../src/sandbox/http/sockets'
import { manualClock } from './support/manualClock'
import { asClient, asUser, send } from './support/raw'
import { answerOf, assertRefused, bodyOf, refusalOf } from './support/sdk'
import { eachTestWithSandbox } from './support/session'

const agentless = 'POST /api/v2/conversations/messages/agentless'
const organisation = '/api/v2/organizations/me'

describe('Faults that are asked for', () => {
  const session = eachTestWithSandbox()

  const messageCount = async (name: string): Promise<number> => {
    const { participants } = await session().conversation(name)
    return participants.flatMap(({ messages }) => messages ?? []).flatMap(({ messages }) => messages ?? []).length
  }

  /** A program’s message to Jamie Rivera. */
  const follow = async (): Promise<unknown> => {
    const { client, sandbox, conversation } = session()
    const { participants } = await conversation('ended-web')
    return client.conversations.postConversationsMessagesAgentless({
      fromAddress: sandbox.address.deploymentId,
      toAddressMessengerType: 'webmessaging',
      externalContactId: participants.find(({ purpose }) => purpose === 'customer')?.externalContactId ?? '',
      textBody: 'Is there anything else?'
    })
  }

  it('limit the rate with Retry-After, as often as was asked, and without an effect', async () => {
    const { sandbox } = session()
    const before = await messageCount('ended-web')
    sandbox.setFaults([{ kind: 'tooManyRequests', operation: agentless, retryAfterSeconds: 7, times: 2 }])
    for (const attempt of [1, 2]) {
      const { status, headers, body } = await refusalOf(follow())
      assert.deepEqual(
        [status, body.code, headers['retry-after'], headers['x-sandbox-fault']],
        [429, 'too.many.requests', '7', 'tooManyRequests'],
        `attempt ${attempt}`
      )
      assert.equal(headers['inin-correlation-id'], body.contextId)
    }
    assert.equal(await messageCount('ended-web'), before)
    assert.equal((await answerOf(follow())).status, 200)
    assert.deepEqual(
      sandbox.faults().map(({ hits }) => hits),
      [2]
    )
  })

  it('answer with a server error before or after the change took effect', async () => {
    const { sandbox } = session()
    const before = await messageCount('ended-web')
    for (const [status, code] of [
      [500, 'internal.server.error'],
      [503, 'service.unavailable'],
      [504, 'request.timeout']
    ] as const) {
      sandbox.setFaults([{ kind: 'serverError', status, operation: agentless }])
      await assertRefused(follow(), status, code)
    }
    assert.equal(await messageCount('ended-web'), before)

    sandbox.setFaults([{ kind: 'serverError', status: 504, when: 'after', operation: agentless }])
    const { status, headers } = await refusalOf(follow())
    assert.deepEqual([status, headers['x-sandbox-fault']], [504, 'serverError'])
    assert.equal(await messageCount('ended-web'), before + 1)
  })

  it('answer 502 as a proxy would: with a page', async () => {
    const { sandbox } = session()
    sandbox.setFaults([{ kind: 'serverError', status: 502, operation: 'any' }])
    const response = await fetch(`${sandbox.address.url}${organisation}`, { headers: asUser(sandbox) })
    assert.equal(response.status, 502)
    assert.match(await response.text(), /^<html>/)
    assert.equal(response.headers.get('x-sandbox-assumption'), 'fault.bad-gateway')
  })

  it('delay an answer by the sandbox’s clock', async () => {
    const { sandbox, clock } = session()
    sandbox.setFaults([
      { kind: 'latency', ms: 30_000, operation: 'any' },
      { kind: 'latency', ms: 10_000, operation: `GET ${organisation}` }
    ])
    let answered = false
    const answer = send(sandbox, { path: organisation, headers: asUser(sandbox) }).then((reply) => {
      answered = true
      return reply
    })
    while (sandbox.faults().some(({ hits }) => hits === 0)) await new Promise(setImmediate)
    clock.advance(30_000)
    await new Promise(setImmediate)
    assert.equal(answered, false)
    clock.advance(10_000)
    assert.equal((await answer).status, 200)
  })

  it('never answer, before or after the change took effect, until the client gives up', async () => {
    const { sandbox } = session()
    const headers = await asClient(sandbox)
    const { participants } = await session().conversation('ended-web')
    const before = await messageCount('ended-web')
    const post = (signal: AbortSignal) =>
      fetch(`${sandbox.address.url}/api/v2/conversations/messages/agentless`, {
        method: 'POST',
        headers,
        signal,
        body: JSON.stringify({
          fromAddress: sandbox.address.deploymentId,
          toAddressMessengerType: 'webmessaging',
          externalContactId: participants.find(({ purpose }) => purpose === 'customer')?.externalContactId,
          textBody: 'Hello?'
        })
      })
    for (const [when, added] of [
      ['before', 0],
      ['after', 1]
    ] as const) {
      sandbox.setFaults([{ kind: 'timeout', when, operation: agentless }])
      sandbox.clearLedger()
      const client = new AbortController()
      const answer = post(client.signal)
      const givenUp = assert.rejects(answer, { name: 'AbortError' })
      while (sandbox.faults()[0]?.hits !== 1) await new Promise(setImmediate)
      while ((await messageCount('ended-web')) < before + added) await new Promise(setImmediate)
      client.abort()
      await givenUp
      while (!sandbox.ledger().some(({ request }) => request.method === 'POST')) await new Promise(setImmediate)
      const entry = sandbox.ledger().find(({ request }) => request.method === 'POST')
      assert.equal(entry?.answer, undefined)
      assert.deepEqual(entry?.faults, [{ kind: 'timeout', when, operation: agentless }])
      assert.equal(await messageCount('ended-web'), before + added)
    }
  })

  it('reset the connection, before or after the change took effect', async () => {
    const { sandbox } = session()
    const before = await messageCount('ended-web')
    for (const [when, added] of [
      ['before', 0],
      ['after', 1]
    ] as const) {
      sandbox.setFaults([{ kind: 'reset', when, operation: agentless }])
      await assert.rejects(follow())
      assert.equal(await messageCount('ended-web'), before + added)
    }
    sandbox.setFaults([{ kind: 'reset', operation: 'any' }])
    await assert.rejects(send(sandbox, { path: organisation, headers: asUser(sandbox) }), { code: 'ECONNRESET' })
  })

  it('cut an answer off in the middle of its body', async () => {
    const { sandbox } = session()
    sandbox.setFaults([{ kind: 'truncated', operation: 'any' }])
    const response = await fetch(`${sandbox.address.url}${organisation}`, { headers: asUser(sandbox) })
    assert.equal(response.status, 200)
    const announced = Number(response.headers.get('content-length'))
    await assert.rejects(response.text(), TypeError)
    const kept = sandbox.ledger().at(-1)?.answer
    assert.equal(kept?.body.text.length, announced >> 1)
  })

  it('answer 200 with what is no JSON', async () => {
    const { sandbox } = session()
    const read = async (body: 'html' | 'brokenJson'): Promise<readonly [string | null, string]> => {
      sandbox.setFaults([{ kind: 'malformed', body, operation: 'any' }])
      const response = await fetch(`${sandbox.address.url}${organisation}`, { headers: asUser(sandbox) })
      assert.equal(response.status, 200)
      return [response.headers.get('content-type'), await response.text()]
    }
    const [htmlType, html] = await read('html')
    assert.equal(htmlType, 'text/html')
    assert.match(html, /^<html>/)
    const [jsonType, json] = await read('brokenJson')
    assert.equal(jsonType, 'application/json')
    assert.throws(() => JSON.parse(json), SyntaxError)
    assert.match(json, /^\{"id":/)
  })

  it('hit the operation that they name and no other, however it is written', async () => {
    const { sandbox, user, conversationId } = session()
    sandbox.setFaults([{ kind: 'serverError', status: 500, operation: 'get /api/v2/conversations/{id}' }])
    await assertRefused(user.conversations.getConversation(conversationId('ended-web')), 500, 'internal.server.error')
    assert.equal((await bodyOf(user.conversations.getConversationsMessage(conversationId('ended-web')))).id, conversationId('ended-web'))
    sandbox.setFaults([{ kind: 'serverError', status: 500, operation: 'any' }])
    assert.equal((await send(sandbox, { method: 'POST', path: '/oauth/token' })).status, 400)
    sandbox.setFaults([{ kind: 'serverError', status: 500, operation: 'POST /oauth/token' }])
    assert.equal((await send(sandbox, { method: 'POST', path: '/oauth/token' })).status, 500)
    assert.throws(() => {
      sandbox.setFaults([{ kind: 'reset', operation: 'POST /api/v2/conversations/messaging/messages' }])
    }, UnknownOperation)
  })
})

describe('Faults of a probability', () => {
  const running: Sandbox[] = []
  afterEach(async () => {
    await Promise.all(running.splice(0).map((sandbox) => sandbox.stop()))
  })

  const statuses = async (seed: number): Promise<string> => {
    const sandbox = await startSandbox({ seed, clock: manualClock() })
    running.push(sandbox)
    sandbox.setFaults([
      { kind: 'serverError', status: 503, operation: 'any', probability: 0.3 },
      { kind: 'tooManyRequests', retryAfterSeconds: 1, operation: 'any', probability: 0.3 }
    ])
    const answers: number[] = []
    for (let index = 0; index < 40; index += 1) answers.push((await send(sandbox, { path: organisation, headers: asUser(sandbox) })).status)
    return answers.join(' ')
  }

  it('hit the same requests of the same sequence with the same seed, and others with another', async () => {
    const one = await statuses(11)
    assert.match(one, /503/)
    assert.match(one, /429/)
    assert.match(one, /200/)
    assert.equal(await statuses(11), one)
    assert.notEqual(await statuses(12), one)
  })
})

describe('Faults of a websocket', () => {
  const clock = manualClock()
  const faults = new Faults(1)
  const closing: (() => Promise<void>)[] = []
  afterEach(async () => {
    faults.set([])
    await Promise.all(closing.splice(0).map((close) => close()))
  })

  /** A server with one websocket of this name, which repeats what it is told. */
  const serving = async (): Promise<string> => {
    const sockets = socketsOf(
      () => [
        {
          name: 'guest',
          takes: ({ pathname }) => pathname === '/v1',
          open: (socket) => {
            socket.on('message', (frame: Buffer) => {
              socket.send(frame.toString())
            })
          }
        }
      ],
      faults,
      clock
    )
    const server = createServer().on('upgrade', sockets.upgrade).listen(0, '127.0.0.1')
    await once(server, 'listening')
    closing.push(async () => {
      sockets.stop()
      await new Promise((resolve) => server.close(resolve))
    })
    return `ws://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
  }

  const opened = async (url: string): Promise<WebSocket> => {
    const socket = new WebSocket(url)
    await once(socket, 'open')
    return socket
  }

  const closeCode = async (socket: WebSocket): Promise<number> => {
    const [code] = (await once(socket, 'close')) as [number]
    return code
  }

  const dropped: FaultRequest = { kind: 'dropped', socket: 'any', times: 1 }

  it('drop a connection that is open, without a close frame', async () => {
    const socket = await opened(await serving())
    const code = closeCode(socket)
    faults.set([dropped])
    clock.advance(0)
    assert.equal(await code, 1006)
  })

  it('drop one that opens later, after a time, and as often as was asked', async () => {
    const url = await serving()
    faults.set([{ ...dropped, socket: 'guest', afterMs: 5000 }])
    const first = await opened(url)
    const second = await opened(url)
    const code = closeCode(first)
    clock.advance(5000)
    assert.equal(await code, 1006)
    second.send('still here')
    const [frame] = (await once(second, 'message')) as [Buffer]
    assert.equal(String(frame), 'still here')
    second.terminate()
  })

  it('leave other websockets alone', async () => {
    const url = await serving()
    faults.set([{ ...dropped, socket: 'notifications' }])
    const socket = await opened(url)
    clock.advance(1)
    socket.send('hello')
    await once(socket, 'message')
    socket.terminate()
  })

  it('hold every frame back for a time', async () => {
    const url = await serving()
    const [stalled, free] = [await opened(url), await opened(url)]
    const frames: string[] = []
    stalled.on('message', (frame: Buffer) => frames.push(String(frame)))
    faults.set([{ kind: 'stalled', ms: 60_000, socket: 'guest', times: 1 }])
    stalled.send('one')
    stalled.send('two')
    free.send('passes')
    await once(free, 'message')
    assert.deepEqual(frames, [])
    const second = new Promise<void>((resolve) => {
      stalled.on('message', () => {
        if (frames.length === 2) resolve()
      })
    })
    clock.advance(60_000)
    await second
    assert.deepEqual(frames, ['one', 'two'])
    stalled.terminate()
    free.terminate()
  })

  it('are closed as a restart when another organisation is loaded', async () => {
    const sockets = socketsOf(() => [{ name: 'guest', takes: () => true, open: () => undefined }], faults, clock)
    const server = createServer().on('upgrade', sockets.upgrade).listen(0, '127.0.0.1')
    await once(server, 'listening')
    closing.push(async () => {
      sockets.stop()
      await new Promise((resolve) => server.close(resolve))
    })
    const socket = await opened(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    const code = closeCode(socket)
    sockets.restart()
    assert.equal(await code, 1012)
  })
})
