import fc from 'fast-check'
import assert from 'node:assert/strict'
import { checkSource } from '../../../../src/diagnosis/checkSource'
import { fastestCpuMs } from '../../support/cpuTime'

const samples = [
  "await axios.post(`${base}/api/v2/conversations/messaging/messages`, { from: { name: 'Bot' }, text, conversationId: id })",
  'const body = { toAddress: to }\napi.postConversationsMessages(body)',
  'requests.post(f"https://api.{region}/api/v2/conversations/messages/agentless", json={"textBody": text, "x": [1, {"y": None}]})',
  'curl -X POST "https://api.mypurecloud.com/api/v2/conversations/$ID/participants" \\\n  -d "{\\"a\\": \\"$B\\"}"',
  'Invoke-RestMethod -Uri "$b/api/v2/conversations/messages/$id" -Method Patch -Body (@{ state = \'open\' } | ConvertTo-Json)',
  'POST {{host}}/api/v2/conversations/messages/agentless\nA: b\n\n{"textBody": "x"}',
  '{"method":"PATCH","url":{"raw":"{{base}}/api/v2/conversations/messages/{{id}}/reopen"}}',
  '/* genesys-messaging-ignore path.invented */'
]

const pieces = [
  '"',
  "'",
  '`',
  '(',
  ')',
  '{',
  '}',
  '[',
  ']',
  '${',
  '\\',
  '/*',
  '*/',
  '//',
  '#',
  '+',
  ' . ',
  ',',
  '\n',
  '\r\n',
  '=>',
  '@{',
  '😀',
  'api/v2/'
]

/** Samples that are cut, joined, and broken by what has a meaning in some language. */
const mutated = fc
  .array(fc.tuple(fc.constantFrom(...samples), fc.nat(200), fc.constantFrom(...pieces), fc.nat(200)), { minLength: 1, maxLength: 6 })
  .map((parts) =>
    parts.map(([sample, cut, piece, at]) => sample.slice(0, at % sample.length) + piece + sample.slice(cut % sample.length)).join('\n')
  )

describe('a source text that is none', () => {
  it('is read without a fault, and every problem lies in it', function () {
    this.timeout(30_000)
    fc.assert(
      fc.property(mutated, (text) => {
        for (const { start, end } of checkSource(text).problems) assert.ok(0 <= start && start < end && end <= text.length)
      }),
      { numRuns: 5000 }
    )
  })

  const hostile: Readonly<Record<string, string>> = {
    'one long line of paths': "x('/api/v2/conversations/messages/agentless',".repeat(2000),
    'open brackets': '(/api/v2/conversations/'.repeat(4000),
    'open strings': '"/api/v2/conversations/'.repeat(4000),
    'open variables': '${/api/v2/conversations/'.repeat(4000),
    'names of methods': 'a.postConversationsMessagesAgentless({a:'.repeat(2500),
    'joined strings': "'/api/v2/conversations/' + a + 'b' + ".repeat(2500),
    backslashes: 'curl /api/v2/conversations/x \\\n'.repeat(3000),
    'open comments': '/* /api/v2/conversations/x '.repeat(3500),
    assignments: 'body = { a: body = '.repeat(5000) + 'api.postConversationsMessagesAgentless(body)'
  }
  for (const [name, text] of Object.entries(hostile))
    it(`takes no long time: ${name}`, () => {
      // 100 kB with more paths than any file has: generous, and far below what anything quadratic would take.
      assert.ok(fastestCpuMs(1500, () => checkSource(text)) < 1500)
    }).timeout(60_000)
})
