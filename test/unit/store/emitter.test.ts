import assert from 'node:assert/strict'
import { Emitter } from '../../../src/store/emitter'

describe('an event', () => {
  it('reaches everybody who listens, until they stop', () => {
    const emitter = new Emitter<number>()
    const heard: string[] = []
    const first = emitter.subscribe((event) => heard.push(`first ${event}`))
    emitter.subscribe((event) => heard.push(`second ${event}`))
    emitter.fire(1)
    first.dispose()
    first.dispose()
    emitter.fire(2)
    assert.deepEqual(heard, ['first 1', 'second 1', 'second 2'])
  })

  it('reaches the same listener as often as they have asked for it', () => {
    const emitter = new Emitter<number>()
    let heard = 0
    const listen = (): void => {
      heard++
    }
    const once = emitter.subscribe(listen)
    emitter.subscribe(listen)
    emitter.fire(1)
    once.dispose()
    emitter.fire(2)
    assert.equal(heard, 3)
  })

  it('reaches everybody though somebody stops or begins to listen meanwhile', () => {
    const emitter = new Emitter<number>()
    const heard: string[] = []
    const first = emitter.subscribe(() => {
      first.dispose()
      emitter.subscribe(() => heard.push('late'))
    })
    emitter.subscribe((event) => heard.push(`second ${event}`))
    emitter.fire(1)
    assert.deepEqual(heard, ['second 1'])
  })
})
