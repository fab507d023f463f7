import fc from 'fast-check'
import assert from 'node:assert/strict'
import { powerShellString, printPowerShell } from '../../../../src/followUp/snippets/powerShell'
import { agentless, agentMessage, region, sandbox } from './routes'
import { anyText, hardTexts } from './texts'

const isQuote = (character: string | undefined): boolean => character !== undefined && "'‘’‚‛".includes(character)

/**
 * The single-quoted string that opens at `at`, as PowerShell reads it (about_Quoting_Rules): it ends at the next single quote, straight or
 * typographic, unless another follows, and then the second one is meant. Nothing else has a meaning.
 */
const readString = (source: string, at: number): { readonly text: string; readonly end: number } => {
  assert.ok(isQuote(source[at]), 'a string opens')
  let text = ''
  let next = at + 1
  for (; next < source.length; next += 1) {
    if (isQuote(source[next])) {
      if (!isQuote(source[next + 1])) return { text, end: next + 1 }
      next += 1
    }
    text += source[next] ?? ''
  }
  assert.fail('the string does not end')
}

/** The entries of the printed table, with the strings read. */
const entriesOf = (script: string): Readonly<Record<string, string>> => {
  const entries: Record<string, string> = {}
  let at = script.indexOf('@{') + 2
  for (;;) {
    const rest = script.slice(at)
    const assigned = /^\s*(\w+) *= (?:@\{ (\w+) = )?(?=')/.exec(rest)
    if (!assigned) {
      assert.equal(rest, '\n}\nInvoke-RestMethod @request')
      return entries
    }
    const [lead, name = '', inner] = assigned
    const { text, end } = readString(script, at + lead.length)
    entries[inner ?? name] = text
    at = inner === undefined ? end : end + ' }'.length
  }
}

const bodyIn = (script: string): unknown => JSON.parse(entriesOf(script)['Body'] ?? '')

describe('a text printed for PowerShell', () => {
  for (const [name, text] of Object.entries(hardTexts))
    it(`is read as it is with ${name}`, () => {
      const source = powerShellString(text)
      assert.deepEqual(readString(source, 0), { text, end: source.length })
    })

  it('is read as it is, whatever it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const source = powerShellString(text)
        assert.deepEqual(readString(source, 0), { text, end: source.length })
      })
    )
  })
})

describe('a request printed for PowerShell', () => {
  it('calls Invoke-RestMethod with method, address, headers and body', () => {
    assert.deepEqual(entriesOf(printPowerShell(agentMessage("It's time").request, sandbox)), {
      Method: 'POST',
      Uri: `${sandbox}${agentMessage().request.path}`,
      Authorization: 'Bearer <user token>',
      ContentType: 'application/json',
      Body: '{\n  "textBody": "It\'s time"\n}'
    })
  })

  it('reads as a person would write it', () => {
    assert.equal(
      printPowerShell(agentMessage("It's 10 €", '/api/v2/x').request, region),
      `$request = @{
  Method      = 'POST'
  Uri         = 'https://api.mypurecloud.de/api/v2/x'
  Headers     = @{ Authorization = 'Bearer <user token>' }
  ContentType = 'application/json'
  Body        = '{
  "textBody": "It''s 10 \\u20ac"
}'
}
Invoke-RestMethod @request`
    )
  })

  it('brings any text over as it is, and is in ASCII, which no code page changes', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { request } = agentless(text)
        const script = printPowerShell(request, region)
        assert.match(script, /^[\n\x20-\x7e]*$/)
        assert.deepEqual(bodyIn(script), request.body)
      })
    )
  })
})
