import assert from 'node:assert/strict'
import { Conversations } from '../../../../src/store/conversations'
import { readFilter, type FilterProblem } from '../../../../src/store/listing/filter'
import { agent, conversation, customer, endedConversation, queue, queued } from '../../support/conversation'
import { ids } from '../../support/ids'
import { connect } from '../../support/platform'

describe('a filter', () => {
  let store: Conversations
  before(async () => {
    store = new Conversations(await connect())
  })

  /** Whether a conversation fits what was written. */
  const fits = (text: string, given = queued('sms')): boolean => {
    store.apply(given)
    const row = store.row(given.id)
    const reading = readFilter(text)
    assert.ok(row && reading.kind === 'filter', `“${text}” is a filter`)
    return reading.filter.matches(row, store)
  }

  const problemOf = (text: string): FilterProblem => {
    const reading = readFilter(text)
    assert.ok(reading.kind === 'problem', `“${text}” is no filter`)
    return reading.problem
  }

  it('asks for a channel in any case, and for one of several', () => {
    assert.ok(fits('channel:SMS'))
    assert.ok(fits('channel:webmessaging channel:sms'))
    assert.ok(!fits('channel:webmessaging'))
  })

  it('asks for a state, also for several by one word', () => {
    assert.ok(fits('state:queued'))
    assert.ok(fits('state:waiting'))
    assert.ok(!fits('state:connected'))
    assert.ok(fits('state:ended', endedConversation()))
  })

  it('asks for a queue by its name or its id, and for the customer by a part of the name', () => {
    assert.ok(fits('queue:supp'))
    assert.ok(fits(`queue:${ids.queue}`))
    assert.ok(fits('queue:"Web support"', conversation([customer(), queue({}, { queueName: 'Web support' })])))
    assert.ok(!fits('queue:"Web support"'))
    assert.ok(fits('customer:berg'))
    assert.ok(!fits('customer:rivera'))
  })

  it('asks for an external contact and for a conversation by how its id begins', () => {
    assert.ok(fits(`contact:${ids.contact}`))
    assert.ok(!fits(`contact:${ids.nobody}`))
    assert.ok(fits(`id:${ids.conversation.slice(0, 8)}`))
  })

  it('asks for a time, of which a day is its beginning', () => {
    assert.ok(fits('after:2026-11-24T13:00Z before:2026-11-25'))
    assert.ok(!fits('after:2026-11-26'))
    assert.ok(!fits('before:2026-11-20'))
  })

  it('looks for words anywhere in the row, and all of them must be there', () => {
    const connected = conversation([customer(), queue({ state: 'disconnected' }), agent()])
    assert.ok(fits('nora ada', connected))
    assert.ok(fits('text:supp'))
    assert.ok(!fits('nora rivera', connected))
  })

  it('must be fitted in every part', () => {
    assert.ok(fits('channel:sms state:queued ada'))
    assert.ok(!fits('channel:sms state:parked'))
  })

  it('says what is wrong with it', () => {
    assert.deepEqual(problemOf('colour:red'), { kind: 'unknownKey', key: 'colour' })
    assert.deepEqual(problemOf('state:open'), { kind: 'unknownState', value: 'open' })
    assert.deepEqual(problemOf('queue:'), { kind: 'noValue', key: 'queue' })
    assert.deepEqual(problemOf('after:yesterday'), { kind: 'noTime', value: 'yesterday' })
    assert.deepEqual(problemOf('queue:"Web'), { kind: 'openQuote' })
  })
})
