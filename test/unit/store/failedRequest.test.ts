import assert from 'node:assert/strict'
import { PlatformError, type Failure } from '../../../src/genesys/platformError'
import { NoCredentialError } from '../../../src/genesys/signIn'
import { failedRequest } from '../../../src/store/failedRequest'

const refused = (status: number): Failure => ({
  kind: 'refused',
  status,
  code: 'some.code',
  message: 'No.',
  correlationId: 'c-1',
  quietMs: 3000
})
const kindAfter = (failure: Failure): string => failedRequest(new PlatformError('Sending', failure)).kind

describe('What a failed request has done', () => {
  it('is nothing after a refusal, which is told in the platform’s words', () => {
    const failed = failedRequest(new PlatformError('Sending', refused(429)))
    assert.ok(failed.kind === 'refused')
    assert.deepEqual(failed.answer, { status: 429, code: 'some.code', message: 'No.', correlationId: 'c-1', retryAfterMs: 3000 })
  })

  it('is nothing when it never left', () => {
    assert.equal(failedRequest(new NoCredentialError('user')).kind, 'refused')
    assert.equal(kindAfter({ kind: 'unreachable', why: 'no route' }), 'refused')
    assert.equal(kindAfter({ kind: 'cancelled' }), 'refused')
  })

  for (const status of [200, 302, 408, 500, 503, 504])
    it(`is not known after ${status}`, () => {
      assert.equal(kindAfter(refused(status)), 'unknown')
    })

  it('is not known without an answer, or with one that is none', () => {
    assert.equal(kindAfter({ kind: 'noAnswer', why: 'timeout' }), 'unknown')
    assert.equal(kindAfter({ kind: 'unexpected', why: 'it is no JSON' }), 'unknown')
  })

  it('is not asked of a fault of the extension', () => {
    assert.throws(() => failedRequest(new TypeError('x')), TypeError)
  })
})
