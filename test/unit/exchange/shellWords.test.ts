import fc from 'fast-check'
import assert from 'node:assert/strict'
import { shellWords } from '../../../src/exchange/shellWords'

const words = (text: string): readonly string[] => {
  const split = shellWords(text)
  assert.ok(split.complete, 'every quote is closed')
  return split.words
}

const singleQuoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`
const doubleQuoted = (text: string): string => `"${text.replace(/["\\$`]/g, '\\$&')}"`
const ansiQuoted = (text: string): string =>
  `$'${text.replace(/['\\]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\t', '\\t').replaceAll('\r', '\\r')}'`

describe('the words of a command line', () => {
  const cases: Readonly<Record<string, readonly string[]>> = {
    'curl  -X\tPOST': ['curl', '-X', 'POST'],
    "a'b c'd": ['ab cd'],
    [String.raw`'it'\''s'`]: ["it's"],
    [String.raw`a\ b`]: ['a b'],
    [String.raw`"a \"b\" \$c \n"`]: [String.raw`a "b" $c \n`],
    [String.raw`'a\n"b"'`]: [String.raw`a\n"b"`],
    [String.raw`$'it\'s\n\\'`]: ["it's\n\\"],
    [String.raw`$'Hi\u0021 \x41'`]: ['Hi! A'],
    "''": [''],
    'a\\\nb': ['ab'],
    'a \\\n  b': ['a', 'b'],
    'a \\\r\n  b': ['a', 'b'],
    '"a\\\nb"': ['ab'],
    "'a\nb'": ['a\nb'],
    'a $B "${C}"': ['a', '$B', '${C}'],
    'a | b': ['a'],
    'a; b': ['a'],
    'a\nb': ['a']
  }
  for (const [line, expected] of Object.entries(cases))
    it(`of ${JSON.stringify(line)} are ${JSON.stringify(expected)}`, () => {
      assert.deepEqual(words(line), expected)
    })

  it('are what was quoted, in each of the three ways, for any text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (texts) => {
        for (const quoted of [singleQuoted, doubleQuoted, ansiQuoted]) assert.deepEqual(words(texts.map(quoted).join(' ')), texts)
      })
    )
  })

  it('are not complete while a quote is open', () => {
    for (const [line, open] of [
      ["a 'b", "'"],
      ['a "b', '"'],
      ['a "b\\"', '"'],
      ["a $'b\\'", "$'"]
    ] as const) {
      const split = shellWords(line)
      assert.ok(!split.complete, line)
      assert.equal(split.open, open)
    }
  })
})
