import assert from 'node:assert/strict'
import type { Timeline } from '../../../../src/model/timeline'
import { localTime } from '../../../../src/webview/browser/time/localTime'
import { shapeOf } from '../../../../src/webview/browser/timeline/shape'
import { thingAfter, thingsOf, type Thing } from '../../../../src/webview/browser/timeline/things'
import { bar, ended, lane, lettering, mark, minute, ongoing } from './timelineSample'

const clock = { now: minute(90), time: localTime('UTC') }
const thingsIn = (timeline: Timeline): readonly Thing[] => thingsOf(shapeOf(timeline, 644, lettering), timeline, clock)

describe('the things in the picture', () => {
  it('say what they are and when', () => {
    const words = thingsIn(ended(lane([bar(0, 60)], [mark(10), mark(40), mark(40.1)]))).map((thing) => thing.words)
    assert.deepEqual(words, [
      'Agent: Nora, 12:00:00 to 13:00:00 (1 h)',
      'message at 10, 12:10:00',
      '2 messages from the agent, 12:40:00 to 12:40:06',
      'started 12:00',
      'ended 13:00',
      'now',
      '3 days to come, 13:30 to Fri 27 Nov 13:00, drawn shorter',
      'reply window until Fri 27 Nov 13:00'
    ])
  })

  it('say how long a silence was that is broken out', () => {
    const later = 60 + 26 * 60
    const timeline = { ...ongoing(lane([bar(0, later + 5)], [mark(60), mark(later)])), now: minute(later + 5) }
    const words = thingsOf(shapeOf(timeline, 644, lettering), timeline, { now: timeline.now, time: localTime('UTC') }).map(
      (thing) => thing.words
    )
    assert.ok(words.includes('26 h without an event, Tue 24 Nov 13:00 to 15:00, drawn shorter'))
  })

  it('say the state of a communication that goes on', () => {
    const [thing] = thingsIn(ongoing(lane([{ ...bar(20, 60), state: 'parked', ongoing: true }])))
    assert.equal(thing?.words, 'Agent: Nora, parked since 12:20:00 (40 min)')
  })

  it('say that failed messages have failed', () => {
    const words = thingsIn(ongoing(lane([bar(0, 60)], [mark(10, 'failed'), mark(10.1, 'failed')]))).map((thing) => thing.words)
    assert.ok(words.includes('2 failed messages from the agent, 12:10:00 to 12:10:06'))
  })

  it('say of what is pending that no delivery is reported yet', () => {
    const words = thingsIn(ongoing(lane([bar(0, 60)], [mark(10, 'pending'), mark(40, 'pending'), mark(40.1, 'pending')]))).map(
      (thing) => thing.words
    )
    assert.deepEqual(words.slice(1, 3), [
      'message at 10, no delivery reported yet, 12:10:00',
      '2 messages from the agent, no delivery reported yet, 12:40:00 to 12:40:06'
    ])
  })

  it('are gone through with the keys', () => {
    const things = thingsIn(ongoing(lane([bar(0, 10), bar(30, 50)]), lane([bar(0, 5), bar(35, 55)])))
    const walk = (from: number | undefined, ...keys: string[]): number | undefined =>
      keys.reduce<number | undefined>((at, key) => thingAfter(key, at, things), from)
    assert.equal(walk(undefined, 'ArrowRight'), 0)
    assert.equal(walk(0, 'ArrowRight', 'ArrowDown'), 3, 'down leads to what lies nearest below')
    assert.equal(walk(3, 'ArrowUp'), 1)
    assert.equal(walk(0, 'ArrowLeft'), 0, 'the first is the first')
    assert.equal(walk(0, 'ArrowUp'), 0)
    assert.equal(walk(0, 'End'), things.length - 1)
    assert.equal(walk(things.length - 1, 'ArrowRight'), things.length - 1)
    assert.equal(walk(2, 'Home'), 0)
  })

  it('leave other keys alone', () => {
    const things = thingsIn(ongoing(lane([bar(0, 10)])))
    assert.equal(thingAfter('Tab', 0, things), undefined)
    assert.equal(thingAfter('ArrowRight', undefined, []), undefined)
  })
})
