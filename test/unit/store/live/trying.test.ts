import assert from 'node:assert/strict'
import { PlatformError } from '../../../../src/genesys/platformError'
import { Trying } from '../../../../src/store/live/trying'
import { refusal } from '../../support/platform'

describe('something that is tried again and again', () => {
  const refused = (status: number, correlationId: string) => new PlatformError('Listing', refusal(status, 'no', correlationId))
  const unreachable = () => new PlatformError('Listing', { kind: 'unreachable', why: 'no network' })

  it('tells each way in which it fails once, though each answer has another correlation id', () => {
    const told: unknown[] = []
    const trying = new Trying((error) => told.push(error))
    const [first, second, third] = [refused(500, 'one'), unreachable(), refused(500, 'three')]
    for (const error of [first, refused(500, 'two'), second, unreachable(), third]) trying.failed(error)
    assert.deepEqual(told, [first, second, third])
  })

  it('tells the same failure again after it has worked', () => {
    const told: unknown[] = []
    const trying = new Trying((error) => told.push(error))
    trying.failed(unreachable())
    trying.worked()
    trying.failed(unreachable())
    assert.equal(told.length, 2)
  })
})
