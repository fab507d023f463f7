import assert from 'node:assert/strict'
import { isInRanges, mediaTypeOf } from '../../../src/model/mediaType'

describe('the media type of a file', () => {
  it('is told by the ending of its name, in any case', () => {
    assert.deepEqual(['tent.png', 'TENT.JPEG', 'bill.v2.pdf'].map(mediaTypeOf), ['image/png', 'image/jpeg', 'application/pdf'])
  })

  it('is not known of another ending, or of none', () => {
    for (const name of ['tent', 'tent.', '.png/tent', 'tent.model']) assert.equal(mediaTypeOf(name), undefined)
  })

  it('is in a range that names it, its family, or all', () => {
    for (const range of ['image/png', 'IMAGE/*', '*/*']) assert.equal(isInRanges(['text/plain', range], 'image/png'), true)
    for (const range of ['image/jpeg', 'application/*', '*']) assert.equal(isInRanges([range], 'image/png'), false)
  })
})
