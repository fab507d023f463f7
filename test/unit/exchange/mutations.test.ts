import fc from 'fast-check'
import assert from 'node:assert/strict'
import { readPaste } from '../../../src/exchange/read'
import { samples } from './samples'
import { secret } from './samples/parts'

/** A secret with what names it as one: without that, nobody could tell it from another word. It stays together in every change. */
const named = new RegExp(String.raw`(?:authorization|cookies?|token|jwt|api-key|bearer|-u|=)[^\n]{0,60}?${secret}`, 'gi')

/** A text, as pieces between which it may be cut: its characters, and each secret with its name. */
const piecesOf = (text: string): readonly string[] => {
  const pieces: string[] = []
  let at = 0
  for (const { 0: found, index } of text.matchAll(named)) {
    pieces.push(...Array.from(text.slice(at, index)), found)
    at = index + found.length
  }
  return [...pieces, ...Array.from(text.slice(at))]
}

const all = Object.entries(samples).map(([name, text]) => ({ name, text, pieces: piecesOf(text), lines: text.split('\n') }))
type Sample = (typeof all)[number]
const sample = fc.constantFrom(...all)

/** A place in a text, as a share of its length: it shrinks to the beginning. */
const place = fc.double({ min: 0, max: 1, noNaN: true })
const at = (length: number, share: number): number => Math.floor(share * length)

const junk = fc.oneof(
  fc.constantFrom(
    "'",
    '"',
    '`',
    '\\',
    '\\"',
    '{',
    '}',
    '[',
    ']',
    '^',
    '\n',
    '\r\n',
    '“',
    '”',
    '’',
    '\0',
    '\u2028',
    '409',
    'HTTP/1.1 ',
    '###\n',
    'curl '
  ),
  fc.string({ unit: 'binary', maxLength: 12 })
)

type Change = (sample: Sample) => fc.Arbitrary<string>

const changes: Readonly<Record<string, Change>> = {
  'cut short': ({ pieces }) => place.map((share) => pieces.slice(0, at(pieces.length, share)).join('')),
  'without its beginning': ({ pieces }) => place.map((share) => pieces.slice(at(pieces.length, share)).join('')),
  'with something put in': ({ pieces }) =>
    fc.tuple(place, junk).map(([share, put]) => pieces.toSpliced(at(pieces.length, share), 0, put).join('')),
  'with a stretch taken out': ({ pieces }) =>
    fc.tuple(place, fc.nat(60)).map(([share, length]) => pieces.toSpliced(at(pieces.length, share), length).join('')),
  'with a line doubled': ({ lines }) =>
    place.map((share) => {
      const index = at(lines.length - 1, share)
      return lines.toSpliced(index, 0, lines[index] ?? '').join('\n')
    }),
  'with its lines shuffled': ({ lines }) => fc.shuffledSubarray([...lines]).map((some) => some.join('\n')),
  'with other quotes': ({ text }) =>
    fc.tuple(fc.constantFrom("'", '"', '`'), fc.constantFrom('“', '’', "'", '"', '')).map(([from, to]) => text.replaceAll(from, to)),
  'twice, one in the other': ({ pieces, text }) =>
    place.map((share) => [...pieces.slice(0, at(pieces.length, share)), text, ...pieces.slice(at(pieces.length, share))].join('')),
  'behind another': ({ text }) => sample.map((other) => `${other.text}\n\n${text}`)
}

/** A part of the secret is a leak too. */
const parts = [secret.slice(0, 12), secret.slice(8, 20), secret.slice(-12)]

const check = (text: string): void => {
  const reading = readPaste(text)
  const held = JSON.stringify(reading)
  assert.ok(!parts.some((part) => held.includes(part)), held)
  if (reading.kind !== 'exchanges') return
  assert.notEqual(reading.exchanges.length, 0, 'an exchange is found, or the reading says that there is none')
  for (const { request, response, delivery, guest } of reading.exchanges)
    assert.ok(request ?? response ?? delivery ?? guest, 'an exchange has something in it')
}

const runsOfEach = 10_000

describe('a paste that was changed is read without a crash, and without a secret,', function () {
  this.timeout(20_000)
  for (const [name, change] of Object.entries(changes))
    it(name, () => {
      fc.assert(fc.property(sample.chain(change), check), { numRuns: runsOfEach })
    })

  it('when it is put together of lines of all of them', () => {
    const line = fc.constantFrom(...all.flatMap(({ lines }) => lines))
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n')),
        check
      ),
      { numRuns: runsOfEach }
    )
  })
})

describe('no sample of a paste gives a secret away', () => {
  for (const [name, text] of Object.entries(samples))
    it(name, () => {
      const read = JSON.stringify(readPaste(text))
      assert.ok(!read.includes(secret) && !read.includes(encodeURIComponent(secret)), read)
    })
})
