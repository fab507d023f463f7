import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { assumptions } from '../../src/sandbox/assumptions'

const describeAssumption = (id: string, { does, unknown, settledBy }: (typeof assumptions)[keyof typeof assumptions]): string =>
  `### \`${id}\`\n\n${does}\n\nNot documented: ${unknown}\n\nTo settle it: ${settledBy}\n`

describe('The sandbox’s assumptions', () => {
  it('stand in docs/sandbox.md, word for word', () => {
    const document = readFileSync('docs/sandbox.md', 'utf8')
    const expected = Object.entries(assumptions).map(([id, assumption]) => describeAssumption(id, assumption))
    const section = document.slice(document.indexOf('### `'))
    assert.equal(section, expected.join('\n'))
  })

  it('are each made somewhere', () => {
    const sources = readdirSync('src/sandbox', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && file !== 'assumptions.ts')
      .map((file) => readFileSync(path.join('src/sandbox', file), 'utf8'))
    for (const id of Object.keys(assumptions))
      assert.ok(
        sources.some((source) => source.includes(`'${id}'`)),
        id
      )
  })
})
