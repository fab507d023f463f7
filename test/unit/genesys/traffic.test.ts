import assert from 'node:assert/strict'
import type { Reply } from '../../../src/genesys/api'
import type { Failure } from '../../../src/genesys/platformError'
import { Traffic } from '../../../src/genesys/traffic/traffic'
import { refusal } from '../support/platform'
import { fakePace, settled } from '../support/pace'

const answered: Reply = { ok: true, body: 'here' }
const failed = (failure: Failure): Reply => ({ ok: false, failure })
const tooMany = (quietMs?: number): Reply => failed({ ...refusal(429, 'too.many.requests'), ...(quietMs === undefined ? {} : { quietMs }) })
const unavailable = failed(refusal(503, 'service.unavailable'))

/** Answers one after the other, and how often it was asked. */
const answering = (...replies: readonly Reply[]) => {
  let asked = 0
  return {
    call: (): Promise<Reply> => Promise.resolve(replies[Math.min(asked++, replies.length - 1)] ?? answered),
    get asked(): number {
      return asked
    }
  }
}

describe('the traffic to an organisation', () => {
  it('asks a read again when its failure may pass', async () => {
    for (const passing of [unavailable, tooMany(), failed({ kind: 'unreachable', why: 'x' }), failed({ kind: 'noAnswer', why: 'x' })]) {
      const platform = answering(passing, passing, answered)
      assert.equal(await new Traffic(fakePace(), () => 1).read(platform.call), answered)
      assert.equal(platform.asked, 3)
    }
  })

  it('asks no more than four times, and tells the last failure', async () => {
    const platform = answering(unavailable)
    assert.equal(await new Traffic(fakePace(), () => 1).read(platform.call), unavailable)
    assert.equal(platform.asked, 4)
  })

  it('does not ask again what will be refused again', async () => {
    for (const final of [
      refusal(400, 'bad.request'),
      refusal(403, 'missing.permissions'),
      refusal(404, 'not.found'),
      refusal(500, 'internal.server.error')
    ]) {
      const platform = answering(failed(final))
      await new Traffic(fakePace(), () => 1).read(platform.call)
      assert.equal(platform.asked, 1)
    }
  })

  it('waits longer from attempt to attempt, by a part that chance gives', async () => {
    const waitsWith = async (random: number): Promise<readonly number[]> => {
      const pace = fakePace()
      await new Traffic(pace, () => random).read(answering(unavailable).call)
      return pace.waits
    }
    assert.deepEqual(await waitsWith(1), [500, 1000, 2000])
    assert.deepEqual(await waitsWith(0.5), [250, 500, 1000])
  })

  it('waits as long as Retry-After says, and nobody else asks meanwhile', async () => {
    const pace = fakePace()
    const traffic = new Traffic(pace, () => 0)
    const started = pace.now()
    await traffic.read(answering(tooMany(3000), answered).call)
    assert.deepEqual(pace.waits, [3000])
    assert.equal(pace.now(), started + 3000)
  })

  it('holds the next request back when the count of the answer before has reached what is allowed', async () => {
    const pace = fakePace()
    const traffic = new Traffic(pace, () => 0)
    await traffic.read(() => Promise.resolve({ ok: true, body: 1, quietMs: 7000 }))
    await traffic.send(() => Promise.resolve(answered))
    assert.deepEqual(pace.waits, [7000])
  })

  it('tells at once when the platform wants quiet for more than a minute', async () => {
    const pace = fakePace()
    const platform = answering(tooMany(61_000))
    await new Traffic(pace, () => 0).read(platform.call)
    assert.deepEqual([platform.asked, pace.waits], [1, []])
  })

  it('sends once, whatever comes of it', async () => {
    for (const reply of [unavailable, tooMany(1000), failed({ kind: 'noAnswer', why: 'ECONNRESET' })]) {
      const platform = answering(reply)
      assert.equal(await new Traffic(fakePace(), () => 1).send(platform.call), reply)
      assert.equal(platform.asked, 1)
    }
  })

  it('has six requests on their way at most', async () => {
    const traffic = new Traffic(fakePace(), () => 1)
    let onTheirWay = 0
    let most = 0
    const open: (() => void)[] = []
    const call = (): Promise<Reply> =>
      new Promise((resolve) => {
        most = Math.max(most, ++onTheirWay)
        open.push(() => {
          onTheirWay--
          resolve(answered)
        })
      })
    const all = Promise.all(Array.from({ length: 20 }, () => traffic.read(call)))
    for (let ended = 0; ended < 20; ended++) {
      await settled()
      open.shift()?.()
    }
    await all
    assert.equal(most, 6)
  })

  it('calls off what waits, and does not ask any more', async () => {
    const controller = new AbortController()
    const platform = answering(unavailable)
    const reading = new Traffic(fakePace(1), () => 1).read(platform.call, controller.signal)
    await settled()
    controller.abort()
    const reply = await reading
    assert.ok(!reply.ok)
    assert.equal(reply.failure.kind, 'cancelled')
    assert.ok(platform.asked <= 2)
  })
})
