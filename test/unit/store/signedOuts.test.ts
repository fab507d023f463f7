import assert from 'node:assert/strict'
import { Connections } from '../../../src/store/connections'
import { SignedOuts } from '../../../src/store/signedOuts'
import { factsOf } from '../support/connections'
import { settled } from '../support/pace'
import { connect } from '../support/platform'

/** Open connections, and what a person is told of them; waits end when the test lets time pass. */
class Telling {
  readonly connections = new Connections()
  readonly told: string[] = []
  readonly waits: number[] = []
  readonly signedOuts: SignedOuts
  #passed: () => void = () => undefined

  private constructor() {
    const wait = (milliseconds: number): Promise<void> => {
      this.waits.push(milliseconds)
      return new Promise((resolve) => {
        this.#passed = resolve
      })
    }
    this.signedOuts = new SignedOuts(this.connections, { wait }, ({ facts }) => this.told.push(facts.id))
  }

  static async of(...ids: readonly string[]): Promise<Telling> {
    const telling = new Telling()
    for (const id of ids) telling.connections.add(factsOf(id), await connect())
    return telling
  }

  async pass(): Promise<void> {
    this.#passed()
    await settled()
  }
}

describe('connections that have signed somebody out', () => {
  it('are told once, however many requests are refused, and again after they have worked', async () => {
    const telling = await Telling.of('a')
    const { connections, told } = telling
    connections.signedOut('a', 'user')
    connections.signedOut('a', 'user')
    connections.signedOut('a', 'client')
    await telling.pass()
    assert.deepEqual(told, ['a'])
    connections.signedIn('a', 'user')
    connections.signedIn('a', 'client')
    connections.signedOut('a', 'user')
    assert.deepEqual(told, ['a', 'a'])
  })

  it('are told one after the other, a second apart: what comes faster the editor does not show', async () => {
    const telling = await Telling.of('a', 'b', 'c')
    for (const id of ['a', 'b', 'c']) telling.connections.signedOut(id, 'user')
    assert.deepEqual(telling.told, ['a'])
    await telling.pass()
    assert.deepEqual(telling.told, ['a', 'b'])
    await telling.pass()
    assert.deepEqual(telling.told, ['a', 'b', 'c'])
    assert.deepEqual(telling.waits, [1000, 1000, 1000])
  })

  it('are not told when they work again, or are gone, before their turn comes', async () => {
    const telling = await Telling.of('a', 'b', 'c', 'd')
    const { connections, told } = telling
    for (const id of ['a', 'b', 'c', 'd']) connections.signedOut(id, 'user')
    connections.signedIn('b', 'user')
    connections.remove('c')
    await telling.pass()
    assert.deepEqual(told, ['a', 'd'])
  })

  it('are not told when the person signs out by themselves', async () => {
    const telling = await Telling.of('a', 'b')
    telling.connections.signedOut('a', 'user')
    telling.connections.signedOut('b', 'user')
    telling.signedOuts.expect('b')
    telling.signedOuts.expect('c')
    telling.connections.know(factsOf('c'))
    telling.connections.close('c', { kind: 'signedOut' })
    await telling.pass()
    assert.deepEqual(telling.told, ['a'])
  })

  it('are told when they could not be opened for it, and not while that is tried again', async () => {
    const { connections, told } = await Telling.of('a')
    connections.close('a', { kind: 'signedOut' })
    connections.close('a', { kind: 'opening' })
    connections.close('a', { kind: 'signedOut' })
    assert.deepEqual(told, ['a'])
  })

  it('are not told of a sandbox, into which nobody signs in', async () => {
    const { connections, told } = await Telling.of()
    connections.add(factsOf('s', { isSandbox: true }), await connect())
    connections.signedOut('s', 'user')
    assert.deepEqual(told, [])
  })
})
