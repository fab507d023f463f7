import fc from 'fast-check'
import assert from 'node:assert/strict'
import { parseUuid } from '../../../src/model/ids'

describe('a UUID', () => {
  it('is read with spaces around it and in any case, and is then in lower case', () => {
    assert.equal(parseUuid('  8F14E45F-CEEA-467F-9A3B-0C1D2E3F4A5B\n'), '8f14e45f-ceea-467f-9a3b-0c1d2e3f4a5b')
  })

  it('is every one that a machine makes', () => {
    fc.assert(
      fc.property(fc.uuid(), (text) => {
        assert.equal(parseUuid(text), text)
      })
    )
  })

  it('is nothing else', () => {
    const others = [
      '',
      'existing-closed-conversation-id',
      '{conversationId}',
      '8f14e45fceea467f9a3b0c1d2e3f4a5b',
      '8f14e45f-ceea-467f-9a3b-0c1d2e3f4a5',
      '8f14e45f-ceea-467f-9a3b-0c1d2e3f4a5b0',
      '8f14e45f-ceea-467f-9a3b-0c1d2e3f4a5g',
      '8f14e45f-ceea-467f-9a3b-0c1d2e3f4a5b 8f14e45f-ceea-467f-9a3b-0c1d2e3f4a5b'
    ]
    for (const text of others) assert.equal(parseUuid(text), undefined, text)
  })
})
