import fc from 'fast-check'
import assert from 'node:assert/strict'
import { jsonSpansIn, leadingValue } from '../../../src/exchange/jsonSpans'

const objectsIn = (text: string): readonly string[] => jsonSpansIn(text).spans.map(({ start, end }) => text.slice(start, end))

/** An object that is written as JSON, in one line or more. */
const object = fc
  .tuple(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), fc.constantFrom(0, 2))
  .map(([value, indent]) => JSON.stringify(value, undefined, indent))

/** Words without braces. */
const words = fc.stringMatching(/^[\w .,:;"'()-]{0,20}$/)

describe('the JSON objects in a text', () => {
  it('are found whatever stands around them', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(words, object), { maxLength: 5 }), words, (parts, end) => {
        const text = `${parts.map(([before, json]) => `${before}\n${json}`).join(' ')}\n${end}`
        assert.deepEqual(
          objectsIn(text),
          parts.map(([, json]) => json)
        )
      })
    )
  })

  it('are found behind one that is broken off in its line, and inside one that is none', () => {
    assert.deepEqual(objectsIn('{"a": "never closed\n{"b":1}'), ['{"b":1}'])
    assert.deepEqual(objectsIn('{"a":{"b":1}, oops}'), ['{"b":1}'])
    assert.deepEqual(objectsIn('{see above} {"b":1}'), ['{"b":1}'])
  })

  it('are not there when the text ends in the middle of one, and it is said where that begins', () => {
    for (const text of ['x {"a":1', 'x {"a":"b', 'x {"a":{"b":1}']) assert.equal(jsonSpansIn(text).open, 2, text)
    assert.equal(jsonSpansIn('x {"a":1}').open, undefined)
  })
})

describe('the JSON value that a text begins with', () => {
  it('ends where it is closed, whatever is in its strings', () => {
    fc.assert(
      fc.property(object, fc.string(), (json, behind) => {
        assert.equal(leadingValue(json + behind), json)
      })
    )
  })
})
