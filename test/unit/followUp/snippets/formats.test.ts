import assert from 'node:assert/strict'
import { snippetFormats } from '../../../../src/followUp/snippets/formats'
import { agentless, agentMessage, outbound, region, sandbox } from './routes'

describe('the formats of a request', () => {
  it('are HTTP, two shells and five languages, each once', () => {
    assert.deepEqual(
      snippetFormats.map(({ label }) => label),
      ['HTTP', 'cURL', 'PowerShell', 'JavaScript', 'Python', 'Java', 'C#', 'Go']
    )
    for (const key of ['id', 'label', 'language'] as const) assert.equal(new Set(snippetFormats.map((format) => format[key])).size, 8)
  })

  for (const { label, print } of snippetFormats) {
    it(`have a placeholder of the right kind for the token: ${label}`, () => {
      for (const route of [agentless(), agentMessage(), outbound()]) {
        const placeholders = print(route, region).match(/<\w+ token>/g)
        assert.deepEqual(placeholders, [`<${route.request.credential} token>`])
      }
    })

    it(`say where the request goes: ${label}`, () => {
      assert.match(print(agentless(), region), /\bmypurecloud\.de\b/)
      const local = print(agentless(), sandbox)
      assert.match(local, /127\.0\.0\.1/)
      assert.match(local, /\b4567\b/)
      assert.doesNotMatch(local, /mypurecloud\.(?!sdk)/)
    })
  }
})
