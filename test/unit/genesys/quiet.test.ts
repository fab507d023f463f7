import assert from 'node:assert/strict'
import { quietMsOf } from '../../../src/genesys/traffic/quiet'

const limits = (count: string, allowed: string, reset: string): unknown => ({
  'inin-ratelimit-count': count,
  'inin-ratelimit-allowed': allowed,
  'inin-ratelimit-reset': reset
})

describe('how long the platform wants quiet', () => {
  it('stands in Retry-After, in seconds', () => {
    assert.equal(quietMsOf({ 'retry-after': '3' }), 3000)
    assert.equal(quietMsOf({ 'retry-after': 3 }), 3000)
    assert.equal(quietMsOf({ 'retry-after': '3', ...Object(limits('300', '300', '42')) }), 3000)
  })

  it('lasts until the count starts again, once it has reached what is allowed', () => {
    assert.equal(quietMsOf(limits('300', '300', '42')), 42_000)
    assert.equal(quietMsOf(limits('299', '300', '42')), undefined)
  })

  it('is not said by other headers, nor by nonsense', () => {
    for (const headers of [
      undefined,
      null,
      'x',
      {},
      { 'retry-after': 'soon' },
      limits('many', '300', '42'),
      { 'inin-ratelimit-count': '300' }
    ])
      assert.equal(quietMsOf(headers), undefined)
  })
})
