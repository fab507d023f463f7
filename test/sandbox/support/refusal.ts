import assert from 'node:assert/strict'
import { Refusal } from '../../../src/sandbox/refusal'

/** Checks that `act` is refused with this status and code. */
export const assertRefusedBy = (act: () => unknown, status: number, code: string): void => {
  assert.throws(act, (error) => {
    assert.ok(error instanceof Refusal)
    assert.deepEqual(error.error, { status, code })
    return true
  })
}
