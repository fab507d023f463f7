import fc from 'fast-check'
import assert from 'node:assert/strict'
import { readPaste } from '../../../src/exchange/read'
import { fastestCpuMs } from '../support/cpuTime'
import { seedText } from '../support/seed'

const url = 'https://api.mypurecloud.com/api/v2/conversations/messages/agentless'

const wellFormed = [
  seedText,
  `curl -X POST '${url}' \\\n  -H 'Authorization: Bearer abc' \\\n  --data-raw $'{"textBody":"it\\'s"}'\n{"message":"No.","code":"not.a.client","status":400}`,
  `POST /api/v2/conversations/messages/agentless HTTP/1.1\nHost: api.mypurecloud.com\n\n{"textBody":"Hello"}\n\nHTTP/1.1 400 Bad Request\nX: y\n\n{"code":"bad.request"}`,
  '{"message":"No.","code":"active.conversation","status":400,"contextId":"c-1"}'
]

/** A piece of what the readers look for. */
const piece = fc.constantFrom(
  ...[
    'curl ',
    '\n',
    '\r\n',
    ' ',
    '\t',
    "'",
    '"',
    "$'",
    '\\',
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '&',
    '%',
    '→ 409',
    'HTTP/1.1 409',
    '409 Conflict'
  ],
  ...[
    'POST /api/v2/a/b',
    'GET ',
    '-d ',
    '-H ',
    '-X',
    '--data-raw ',
    'Authorization: Bearer ',
    '"code":"x"',
    '"message":',
    '/api/v2/',
    '\0',
    '😀'
  ]
)

/** A text that was read once, with a stretch of it taken out and something else put there. */
const mutated = fc
  .record({
    text: fc.constantFrom(...wellFormed),
    from: fc.nat(400),
    length: fc.nat(40),
    instead: fc.oneof(piece, fc.string({ unit: 'binary' }))
  })
  .map(({ text, from, length, instead }) => text.slice(0, from) + instead + text.slice(from + length))

const neverThrows = (texts: fc.Arbitrary<string>): void => {
  fc.assert(
    fc.property(texts, (text) => {
      const reading = readPaste(text)
      if (reading.kind === 'exchanges') {
        assert.notEqual(reading.exchanges.length, 0, 'an exchange is found, or the reading says that there is none')
        for (const { request, response } of reading.exchanges) assert.ok(request ?? response, 'an exchange has a request or an answer')
      }
    }),
    { numRuns: 500 }
  )
}

describe('reading a paste', () => {
  it('never throws, whatever the text', () => {
    neverThrows(fc.string({ unit: 'binary', maxLength: 300 }))
  })

  it('never throws on pieces of what it looks for, in any order', () => {
    neverThrows(fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')))
  })

  it('never throws on a text that was broken somewhere', () => {
    neverThrows(mutated)
  })

  it('never throws on any JSON, as a paste or as a body', () => {
    neverThrows(fc.json({ maxDepth: 6 }))
    neverThrows(fc.json({ maxDepth: 6 }).map((json) => `POST /api/v2/a/b\n\n${json}`))
  })

  it('never throws on JSON that is nested deeper than anybody writes it', () => {
    for (const depth of [1_000, 50_000]) {
      const lists = '['.repeat(depth) + ']'.repeat(depth)
      const objects = '{"a":'.repeat(depth) + '1' + '}'.repeat(depth)
      for (const json of [lists, objects])
        for (const text of [json, `POST /api/v2/a/b\n${json}`, `curl ${url} -d '${json}'`]) assert.doesNotThrow(() => readPaste(text))
    }
  })
})

/** What one reading may take. Reading is some 10 ms for 100 kB; what is slow by its nature takes seconds. */
const limitMs = 50

/** Texts of about `size` characters that make a careless pattern look again and again at the same place. */
const longTexts: Readonly<Record<string, (size: number) => string>> = {
  'one long word': (size) => 'x'.repeat(size),
  'one long word in a request': (size) => `POST /api/v2/a/b\n${'x'.repeat(size)}`,
  prose: (size) => 'Why does my message fail? '.repeat(size / 26),
  'empty lines between words': (size) => `a${'\n'.repeat(size)}b`,
  'empty lines in a body': (size) => `POST /api/v2/a/b\n\na${'\n'.repeat(size)}b`,
  'empty lines in a body that is no JSON': (size) => `POST /api/v2/a/b\n\n{${'\n'.repeat(size)}b`,
  'prompts without a command': (size) => `a\n${'$ '.repeat(size / 2)}b`,
  'lines of a prompt without a command': (size) => `a\n${'$\n'.repeat(size / 2)}b`,
  'spaces between words': (size) => `a${' '.repeat(size)}b`,
  'spaces behind “status”': (size) => `a\nstatus${' '.repeat(size)}x`,
  'spaces behind “HTTP/1.1”': (size) => `a\nHTTP/1.1${' '.repeat(size)}x`,
  'spaces behind a status': (size) => `HTTP/1.1 409${' '.repeat(size)}x`,
  'spaces behind a method': (size) => `a\nPOST${' '.repeat(size)}x y`,
  'spaces behind a header’s name': (size) => `POST /api/v2/a/b\nHost${' '.repeat(size)}x`,
  'many headers': (size) => `POST /api/v2/a/b\n${'X-Some: value\n'.repeat(size / 14)}\n{}`,
  'many requests': (size) => 'POST /api/v2/a/b\n{"a":1}\n409 Conflict\n'.repeat(size / 40),
  'many status lines': (size) => 'HTTP/1.1 409 Conflict\n'.repeat(size / 22),
  'many halves of a token': (size) => `POST /api/v2/a/b\n\n${'-eyJ'.repeat(size / 4)}`,
  'many names of secrets': (size) => `POST /api/v2/a/b\n\n${'access_token '.repeat(size / 13)}`,
  'a secret’s name and spaces': (size) => `POST /api/v2/a/b\n\naccess_token${' '.repeat(size)}x`,
  'many “Bearer”': (size) => `POST /api/v2/a/b\n\n${'Bearer '.repeat(size / 7)}`,
  'a long query': (size) => `GET /api/v2/a/b?${'a=b&'.repeat(size / 4)}`,
  'a long path': (size) => `GET /api/v2/${'a/'.repeat(size / 2)}`,
  slashes: (size) => `GET /api/v2/a${'/'.repeat(size)}`,
  'a cURL command with a long text': (size) => `curl ${url} -d '{"textBody":"${'x'.repeat(size)}"}'`,
  'a cURL command with many options': (size) => `curl ${url} ${"-H 'X-Some: value' ".repeat(size / 19)}`,
  'a cURL command over many lines': (size) => `curl ${url} ${"\\\n-H 'X-Some: value' ".repeat(size / 21)}`,
  'a cURL command that is cut short': (size) => `curl ${url} -d '${'x'.repeat(size)}`,
  'a cURL command and a long printed text': (size) => `curl ${url}\n${'  {"a": 1}\n'.repeat(size / 11)}`,
  'a cURL command and empty lines': (size) => `curl ${url}${'\n'.repeat(size)}x`,
  backslashes: (size) => `curl ${url} ${'\\'.repeat(size)}`,
  'many cURL commands': (size) => `$ curl ${url} -d '{"a":1}'\n{"code":"x","message":"y"}\n`.repeat(size / 120),
  'many quotes that are opened': (size) => `curl ${url} ${'"{\\n'.repeat(size / 4)}`,
  'a cURL command for cmd': (size) => `curl ^"${url}^" -d ^"${'^{^\\^"'.repeat(size / 6)}^"`,
  'a cURL command for PowerShell': (size) => `curl.exe ${url} -d "${'\`"a""'.repeat(size / 5)}"`,
  'here-strings': (size) => `curl.exe ${url} ${"@'\n'@ ".repeat(size / 6)}`,
  'a .http file with many variables': (size) => `###\n${'@a = b\n'.repeat(size / 14)}GET /api/v2/a/b\n${'{{a}}'.repeat(size / 10)}`,
  'many pseudo headers': (size) => ':method: POST\n:path: /api/v2/a/b\n'.repeat(size / 34),
  'a HAR of one long entry': (size) => `{"entries":[{"request":{"method":"GET","url":"/api/v2/a/${'b/'.repeat(size / 2)}"}}]}`,
  'an error that is nested deeply': (size) => `AxiosError { response: ${'{ a: '.repeat(size / 5)}`,
  'an error with many texts': (size) => `{ status: 400, response: { data: ${"'a' +\n".repeat(size / 6)}`,
  'lines of a log': (size) => `10:15:01 INFO POST ${url} -> 409\n`.repeat(size / 90),
  'a log with JSON in JSON': (size) => String.raw`{"level":"x","msg":"{\"code\":\"a\",\"status\":400}"}`.repeat(size / 60),
  'escaped JSON in a long line': (size) => `10:15:01 INFO ${String.raw`{\"a\":1} `.repeat(size / 10)}`,
  'empty lines of a log': (size) => `10:15:01 INFO a\n${'\n'.repeat(size)}`,
  'many words before a number': (size) => `10:15:01 INFO ${'status '.repeat(size / 7)}`,
  'frames of a guest': (size) => '{"type":"response","class":"string","code":409,"body":"a"}\n'.repeat(size / 60),
  'frames that are cut short': (size) => '{"class":"string","body":{'.repeat(size / 26),
  'delivery reports': (size) => `{"messages":[${'{"messageStatus":"failed"},'.repeat(size / 27)}{}]}`,
  'delivery reports that are nested deeply': (size) => `${'{"errorInfo":'.repeat(size / 14)}1${'}'.repeat(size / 14)}`,
  'source code': (size) => 'await api.post("/api/v2/a/b", { textBody: text })\n'.repeat(size / 50),
  'many addresses': (size) => `10:15:01 ${'https://'.repeat(size / 8)}`,
  'many cookies': (size) => `POST /api/v2/a/b\n\n${'cookie: '.repeat(size / 8)}`,
  'many names of headers': (size) => `POST /api/v2/a/b\n\n{${'"name":"cookie","value":"a",'.repeat(size / 29)}`,
  'opening braces': (size) => '{'.repeat(size),
  'a JSON body with many fields': (size) => `{"code":"x","message":"y","a":[${'{"token":"a"},'.repeat(size / 14)}1]}`
}

describe('reading 100 kB takes the blink of an eye, for', function () {
  this.timeout(20_000)

  for (const [name, make] of Object.entries(longTexts))
    it(name, () => {
      // The smaller text first: what is slow by its nature is found out there, and not waited for at full length.
      for (const size of [20_000, 100_000]) {
        const text = make(size)
        const took = fastestCpuMs(limitMs, () => readPaste(text))
        assert.ok(took < limitMs, `${took.toFixed(0)} ms for ${text.length} characters, and not under ${limitMs}`)
      }
    })
})
