import assert from 'node:assert/strict'
import type { BarState, Timeline } from '../../../../src/model/timeline'
import { legendOf } from '../../../../src/webview/browser/timeline/legend'
import { shapeOf } from '../../../../src/webview/browser/timeline/shape'
import { bar, ended, lane, lettering, mark, minute, ongoing } from './timelineSample'

const wordsOf = (timeline: Timeline): readonly string[] => legendOf(shapeOf(timeline, 644, lettering)).map(({ words }) => words)
const inState = (state: BarState): Timeline => ongoing(lane([{ ...bar(0, 60), state }]))

describe('the legend', () => {
  it('is empty where nothing needs to be explained', () => {
    assert.deepEqual(wordsOf(inState('connected')), [])
    assert.deepEqual(wordsOf(inState('disconnected')), [])
  })

  it('names the marks that are there', () => {
    assert.deepEqual(wordsOf(ongoing(lane([], [mark(10)]))), ['message from a person'])
    assert.deepEqual(wordsOf(ongoing({ ...lane([], [mark(10)]), party: 'automation' })), ['message from a machine'])
    assert.deepEqual(wordsOf(ongoing(lane([], [mark(10, 'failed'), mark(20, 'pending')]))), ['no delivery reported yet', 'delivery failed'])
  })

  it('names the bars that look different', () => {
    assert.deepEqual(wordsOf(inState('alerting')), ['alerting'])
    assert.deepEqual(wordsOf(inState('parked')), ['parked'])
    assert.deepEqual(wordsOf(inState('wrapUp')), ['after-conversation work owed'])
    assert.deepEqual(wordsOf(inState('unrecognised')), ['state not known here'])
  })

  it('names the reply window and what is drawn shorter', () => {
    const window = { ...ended(lane([bar(0, 60)])), windowUntil: minute(80) }
    assert.deepEqual(wordsOf(window), ['reply window'])
    assert.deepEqual(wordsOf(ended(lane([bar(0, 60)]))), ['reply window', 'time without an event, drawn shorter'])
  })
})
