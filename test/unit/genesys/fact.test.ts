import assert from 'node:assert/strict'
import { onceKnown } from '../../../src/genesys/fact'
import { known, unknown, type Fact } from '../../../src/model/fact'

/** A read that answers when it is told to, and as unknown when it is called off. */
const slowRead = () => {
  const signals: AbortSignal[] = []
  const answers: ((fact: Fact<number>) => void)[] = []
  const read = onceKnown<number>((signal) => {
    signals.push(signal)
    return new Promise((resolve) => {
      answers.push(resolve)
      signal.addEventListener('abort', () => {
        resolve(unknown('It was called off.'))
      })
    })
  })
  return { read, signals, answer: (value: number) => answers.at(-1)?.(known(value, { source: 'test' })) }
}

describe('a read that several wait for', () => {
  it('is made once, and goes on while one of them still waits', async () => {
    const { read, signals, answer } = slowRead()
    const abort = new AbortController()
    const [first, second] = [read(abort.signal), read(new AbortController().signal)]
    abort.abort()
    answer(7)
    assert.deepEqual([(await second).known, (await first).known], [true, true])
    assert.deepEqual(
      signals.map(({ aborted }) => aborted),
      [false]
    )
  })

  it('is called off when all of them have called it off, and made anew for the next', async () => {
    const { read, signals, answer } = slowRead()
    const aborts = [new AbortController(), new AbortController()]
    const waiting = aborts.map(({ signal }) => read(signal))
    for (const abort of aborts) abort.abort()
    const next = read()
    assert.deepEqual(
      (await Promise.all(waiting)).map((fact) => fact.known),
      [false, false]
    )
    answer(8)
    assert.equal((await next).known, true)
    assert.deepEqual(
      signals.map(({ aborted }) => aborted),
      [true, false]
    )
  })

  it('is made again where it is asked for anew', async () => {
    const { read, signals, answer } = slowRead()
    const first = read()
    answer(1)
    await first
    const anew = read(undefined, 'anew')
    answer(2)
    assert.deepEqual(
      [await anew, await read()].map((fact) => fact.known && fact.value),
      [2, 2]
    )
    assert.equal(signals.length, 2)
  })

  it('is not undone by a signal that aborts after it was answered', async () => {
    const { read, signals, answer } = slowRead()
    const abort = new AbortController()
    const reading = read(abort.signal)
    answer(9)
    await reading
    abort.abort()
    const again = await read()
    assert.ok(again.known && again.value === 9)
    assert.equal(signals.length, 1)
  })
})
