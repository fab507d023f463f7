import assert from 'node:assert/strict'
import { once } from 'node:events'
import * as fc from 'fast-check'
import { movable, stoppable, systemClock, type Clock } from '../../src/sandbox/clock'
import { manualClock } from './support/manualClock'

const hour = 60 * 60 * 1000

describe('The sandbox’s clock', () => {
  it('runs what falls due on the way in order, each at its own moment', () => {
    const clock = movable(manualClock(0))
    const ran: string[] = []
    const note = (name: string) => () => {
      ran.push(`${name} at ${clock.now()}`)
    }
    clock.after(300, note('third'))
    clock.after(100, note('first'))
    clock.after(100, note('second'))
    clock.after(1001, note('too late'))
    clock.advance(1000)
    assert.deepEqual(ran, ['first at 100', 'second at 100', 'third at 300'])
    assert.equal(clock.now(), 1000)
  })

  it('also runs what is scheduled only on the way', () => {
    const clock = movable(manualClock(0))
    const beats: number[] = []
    const beat = (): void => {
      beats.push(clock.now())
      clock.after(30, beat)
    }
    clock.after(30, beat)
    clock.advance(100)
    assert.deepEqual(beats, [30, 60, 90])
  })

  it('keeps pace with the clock it is made of, before and after it was moved', () => {
    const base = manualClock(0)
    const clock = movable(base)
    const ran: number[] = []
    clock.after(50, () => ran.push(clock.now()))
    base.advance(60)
    clock.advance(1000)
    clock.after(50, () => ran.push(clock.now()))
    base.advance(49)
    assert.deepEqual(ran, [50])
    base.advance(1)
    assert.deepEqual(ran, [50, 1110])
  })

  it('waits no longer for the machine’s clock than is still to wait after it was moved', async () => {
    const clock = movable(systemClock)
    const ran = new EventTarget()
    const keepAlive = setTimeout(() => undefined, 10_000)
    clock.after(hour, () => ran.dispatchEvent(new Event('ran')))
    const happened = once(ran, 'ran')
    clock.advance(hour - 5)
    await happened
    clearTimeout(keepAlive)
  })

  it('does not run what was called off', () => {
    const clock = movable(manualClock(0))
    const ran: string[] = []
    const callOff = clock.after(10, () => ran.push('called off'))
    clock.after(10, () => ran.push('kept'))
    callOff()
    clock.advance(20)
    assert.deepEqual(ran, ['kept'])
  })

  it('waits longer than a timer of the machine can', () => {
    const waits: number[] = []
    const patient: Clock = {
      now: () => 0,
      after: (delay) => {
        waits.push(delay)
        return () => undefined
      }
    }
    movable(patient).after(90 * 24 * hour, () => undefined)
    assert.deepEqual(waits, [24 * hour])
  })

  it('cannot be moved back', () => {
    assert.throws(() => {
      movable(manualClock()).advance(-1)
    }, RangeError)
  })

  it('passes 72 hours with 200,000 tasks in less than a second', () => {
    const clock = movable(manualClock(0))
    let ran = 0
    for (let index = 0; index < 200_000; index += 1) clock.after((index * 7919) % (72 * hour), () => (ran += 1))
    const started = performance.now()
    clock.advance(72 * hour)
    assert.ok(performance.now() - started < 1000)
    assert.equal(ran, 200_000)
  })

  it('runs any tasks in the order of their moments, and those of one moment in the order in which they were scheduled', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ delay: fc.nat(20), callOff: fc.boolean() })), fc.array(fc.nat(10)), (tasks, moves) => {
        const clock = movable(manualClock(0))
        const ran: { readonly index: number; readonly at: number }[] = []
        for (const [index, { delay, callOff }] of tasks.entries()) {
          const cancel = clock.after(delay, () => ran.push({ index, at: clock.now() }))
          if (callOff) cancel()
        }
        for (const move of [...moves, 20]) clock.advance(move)
        const expected = tasks
          .map(({ delay, callOff }, index) => ({ index, at: delay, callOff }))
          .filter(({ callOff }) => !callOff)
          .map(({ index, at }) => ({ index, at }))
          .sort((one, other) => one.at - other.at || one.index - other.index)
        assert.deepEqual(ran, expected)
      })
    )
  })

  it('lets nothing happen any more once it has stopped, as a whole or in part', () => {
    for (const of of [movable, (base: Clock) => stoppable(movable(base))]) {
      const base = manualClock(0)
      const clock = of(base)
      const ran: string[] = []
      clock.after(100, () => ran.push('before'))
      clock.after(300, () => ran.push('after'))
      base.advance(200)
      clock.stop()
      clock.after(100, () => ran.push('later'))
      base.advance(1000)
      assert.deepEqual(ran, ['before'])
    }
  })
})
