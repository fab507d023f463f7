import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { statements } from './statements'

/** The list items of the README’s section on security, each on one line. */
const saidInReadme = (): readonly string[] => {
  const readme = readFileSync('README.md', 'utf8')
  const section = /^## Security\n([^]*?)^## /m.exec(readme)?.[1] ?? assert.fail('The README has no section “Security”.')
  const words = section.replace(/<!--[^]*?-->/g, '')
  const items = words.split(/^- /m).slice(1)
  return items.map((item) => (item.split(/\n\n/)[0] ?? '').trim().replace(/\s+/g, ' '))
}

describe('what the README says about security', () => {
  it('is one sentence an item, and each has its tests', () => {
    assert.deepEqual(saidInReadme(), Object.keys(statements))
    for (const sentence of saidInReadme()) assert.match(sentence, /^[^.]*(?:127\.0\.0\.1[^.]*)*\.$/)
  })

  for (const [sentence, tests] of Object.entries(statements))
    it(`is tested: ${sentence}`, () => {
      assert.notEqual(tests.length, 0)
      for (const [file, title] of tests) {
        const source = readFileSync(path.join('test', file), 'utf8')
        assert.ok(source.includes(`it('${title}'`) || source.includes(`describe('${title}'`), `test/${file} has no test “${title}”.`)
      }
    })
})
