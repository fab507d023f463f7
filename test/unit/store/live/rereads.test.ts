import assert from 'node:assert/strict'
import type { Uuid } from '../../../../src/model/ids'
import { Rereads } from '../../../../src/store/live/rereads'
import { ids, uuid } from '../../support/ids'
import { fakePace, settled } from '../../support/pace'

/** Reads that the test answers. */
class Reading {
  readonly begun: Uuid[] = []
  readonly failures: unknown[] = []
  readonly stopped = new AbortController()
  readonly rereads: Rereads
  #answer: (failure?: Error) => void = () => undefined

  constructor() {
    const read = (id: Uuid): Promise<void> =>
      new Promise((resolve, reject) => {
        this.begun.push(id)
        this.#answer = (failure) => {
          if (failure) reject(failure)
          else resolve()
        }
      })
    this.rereads = new Rereads(read, fakePace(), this.stopped.signal, (error) => this.failures.push(error))
  }

  async answer(failure?: Error): Promise<void> {
    this.#answer(failure)
    await settled()
  }
}

describe('conversations that are to be read again', () => {
  it('are read one after the other, each once', async () => {
    const reading = new Reading()
    reading.rereads.add(ids.conversation, ids.otherConversation, ids.conversation)
    assert.deepEqual(reading.begun, [ids.conversation])
    await reading.answer()
    assert.deepEqual(reading.begun, [ids.conversation, ids.otherConversation])
    await reading.answer()
    assert.equal(reading.begun.length, 2)
  })

  it('are read once more when something happens while the answer is on its way', async () => {
    const reading = new Reading()
    reading.rereads.add(ids.conversation)
    assert.ok(reading.rereads.isReading(ids.conversation))
    reading.rereads.add(ids.conversation)
    await reading.answer()
    assert.deepEqual(reading.begun, [ids.conversation, ids.conversation])
  })

  it('are read later where others are more urgent, also those that come after them', async () => {
    const reading = new Reading()
    reading.rereads.addLater(ids.conversation, ids.otherConversation)
    reading.rereads.add(uuid(3))
    await reading.answer()
    await reading.answer()
    assert.deepEqual(reading.begun, [ids.conversation, uuid(3), ids.otherConversation])
  })

  it('are tried again when they could not be read, and keep no other from being read', async () => {
    const reading = new Reading()
    reading.rereads.add(ids.conversation, ids.otherConversation)
    await reading.answer(new Error('Not now.'))
    assert.equal(reading.failures.length, 1)
    await reading.answer()
    await settled()
    assert.deepEqual(reading.begun, [ids.conversation, ids.otherConversation, ids.conversation])
  })

  it('are read no more once it is over', async () => {
    const reading = new Reading()
    reading.rereads.add(ids.conversation, ids.otherConversation)
    reading.stopped.abort()
    await reading.answer(new Error('Stopped.'))
    assert.deepEqual([reading.begun.length, reading.failures.length], [1, 0])
  })
})
