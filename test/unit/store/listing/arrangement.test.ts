import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Conversation } from '../../../../src/model/conversation'
import { parseUuid, type Uuid } from '../../../../src/model/ids'
import { hours } from '../../../../src/model/instant'
import { Conversations } from '../../../../src/store/conversations'
import { Arrangement, groupings, type Grouping } from '../../../../src/store/listing/arrangement'
import { readFilter, type Filter } from '../../../../src/store/listing/filter'
import { automated, endedConversation, minutesAgo, now, queued, withAgent } from '../../support/conversation'
import { connect } from '../../support/platform'

const idOf = (number: number): Uuid => parseUuid(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`) ?? assert.fail('no id')

const filterOf = (text: string): Filter => {
  const reading = readFilter(text)
  assert.ok(reading.kind === 'filter')
  return reading.filter
}

const kinds: readonly (() => Conversation)[] = [
  () => withAgent('connected'),
  () => withAgent('alerting', 'sms'),
  () => queued('whatsapp'),
  () => automated(),
  () => endedConversation('sms')
]

describe('the arrangement of conversations', () => {
  let store: Conversations
  beforeEach(async () => {
    store = new Conversations(await connect())
  })

  const put = (number: number, given: Conversation, startedMinutesAgo = number): void => {
    store.apply({ ...given, id: idOf(number), startedAt: minutesAgo(startedMinutesAgo) })
  }

  /** The groups with the ids of their rows, in order. */
  const shown = (arrangement: Arrangement): Readonly<Record<string, readonly string[]>> =>
    Object.fromEntries(
      arrangement
        .keys()
        .map((key) => [key, arrangement.rowsOf(key).map(({ id }) => id)] as const)
        .sort(([a], [b]) => a.localeCompare(b))
    )

  const arranged = (grouping: Grouping, filter?: Filter): Arrangement => new Arrangement(store, grouping, filter, now)

  it('divides by state, channel or queue, or not at all, newest first', () => {
    put(3, withAgent('connected', 'sms'))
    put(1, withAgent('connected'))
    put(2, queued('sms'))
    assert.deepEqual(shown(arranged('state')), { connected: [idOf(1), idOf(3)], queued: [idOf(2)] })
    assert.deepEqual(shown(arranged('channel')), { sms: [idOf(2), idOf(3)], webmessaging: [idOf(1)] })
    assert.deepEqual(shown(arranged('time')), { '': [idOf(1), idOf(2), idOf(3)] })
    assert.equal(arranged('queue').keys().length, 1)
  })

  it('leaves out what the filter hides', () => {
    put(1, withAgent('connected'))
    put(2, queued('sms'))
    const arrangement = arranged('state', filterOf('channel:sms'))
    assert.deepEqual(shown(arrangement), { queued: [idOf(2)] })
    assert.equal(arrangement.count, 1)
  })

  it('tells that the row alone is another one when the conversation stays where it is', () => {
    put(1, withAgent('connected'))
    const arrangement = arranged('state')
    put(1, withAgent('connected'))
    assert.deepEqual(arrangement.update(idOf(1), now), { kind: 'row' })
  })

  it('tells which groups have other rows when it moves, and when a group comes or goes', () => {
    put(1, withAgent('connected'))
    put(2, withAgent('connected'))
    put(3, queued())
    const arrangement = arranged('state')
    put(1, queued())
    assert.deepEqual(arrangement.update(idOf(1), now), { kind: 'rows', groups: ['connected', 'queued'] })
    put(2, queued())
    assert.deepEqual(arrangement.update(idOf(2), now), { kind: 'groups' })
    assert.deepEqual(shown(arrangement), { queued: [idOf(1), idOf(2), idOf(3)] })
  })

  it('tells nothing of a conversation that the filter hides', () => {
    put(1, withAgent('connected'))
    const arrangement = arranged('state', filterOf('state:queued'))
    assert.deepEqual(arrangement.update(idOf(1), now), { kind: 'nothing' })
  })

  it('moves a conversation when its reply window closes, though nothing was told of it', async () => {
    put(1, endedConversation())
    put(2, queued())
    await store.refresh()
    const arrangement = arranged('state')
    arrangement.passTo(now + hours(71))
    assert.deepEqual(shown(arrangement), { endedWindowOpen: [idOf(1)], queued: [idOf(2)] })
    arrangement.passTo(now + hours(72))
    assert.deepEqual(shown(arrangement), { endedWindowOver: [idOf(1)], queued: [idOf(2)] })
  })

  it('is after any changes what it would be if it were made anew', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: 8 }), fc.nat({ max: kinds.length - 1 }), fc.nat({ max: 5 })), { maxLength: 30 }),
        fc.constantFrom(...groupings),
        fc.constantFrom(undefined, filterOf('state:waiting'), filterOf('channel:sms')),
        (changes, grouping, filter) => {
          const arrangement = arranged(grouping, filter)
          for (const [number, kind, started] of changes) {
            put(number, kinds[kind]?.() ?? queued(), started)
            arrangement.update(idOf(number), now)
          }
          assert.deepEqual(shown(arrangement), shown(arranged(grouping, filter)))
        }
      ),
      { seed: 6, numRuns: 200 }
    )
  })
})
