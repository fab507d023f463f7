import fc from 'fast-check'
import assert from 'node:assert/strict'
import { runInNewContext } from 'node:vm'
import { quoted } from '../../../../src/followUp/snippets/quoted'
import { languages, readLiteral } from './literals'
import { anyText, hardTexts } from './texts'

const readJavaScript = (literal: string): unknown => runInNewContext(`"use strict"; ${literal}`)

const readers: Readonly<Record<string, (literal: string) => unknown>> = {
  JavaScript: readJavaScript,
  ...Object.fromEntries(Object.entries(languages).map(([name, language]) => [name, (literal: string) => readLiteral(language, literal)]))
}

/** As UTF-8 has it: it has nothing for half a surrogate pair. */
const wellFormed = (text: string): string => Buffer.from(text).toString()

for (const [language, read] of Object.entries(readers))
  describe(`a text as a literal of ${language}`, () => {
    for (const [name, text] of Object.entries(hardTexts))
      it(`is read as it is with ${name}`, () => {
        assert.equal(read(quoted(text)), wellFormed(text))
      })

    it('is read as it is, whatever it is', () => {
      fc.assert(
        fc.property(anyText, (text) => {
          assert.equal(read(quoted(text)), text)
        }),
        { numRuns: 1000 }
      )
    })
  })

describe('a text as a literal', () => {
  it('shows what it says: no line separator, no mark that turns the direction, no control character stands in it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        assert.doesNotMatch(quoted(text), /[\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/)
      })
    )
  })

  it('keeps letters of any script, and emoji, readable', () => {
    assert.equal(quoted('Olá, 漢字 عربى 👋🏽'), '"Olá, 漢字 عربى 👋🏽"')
  })

  it('is refused by the readers above when it is written as another language would have it', () => {
    const { Python, Java, 'C#': cSharp, Go } = languages
    assert.throws(() => readLiteral(Java, '"\\u000a"'))
    assert.throws(() => readLiteral(Java, '"\\u0022"'))
    assert.equal(readLiteral(Java, '"\\\\u0022"'), '\\u0022')
    assert.throws(() => readLiteral(cSharp, '"\x85"'))
    assert.throws(() => readLiteral(Go, '"\\ud83d"'))
    assert.throws(() => readLiteral(Go, '"\\\'"'))
    assert.throws(() => readLiteral(Python, '"\\x"'))
    assert.throws(() => readLiteral(Python, '"a"b"'))
  })
})
