import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { assumptions } from '../../src/sandbox/assumptions'
import { assumptionsDocument } from '../../src/sandbox/assumptions/document'

describe('The sandbox’s assumptions', () => {
  it('stand in docs/sandbox.md, word for word (npm run docs writes them)', () => {
    const document = readFileSync('docs/sandbox.md', 'utf8')
    assert.equal(document.slice(document.indexOf('### `')), assumptionsDocument(assumptions))
  })

  it('are each made somewhere', () => {
    const sources = readdirSync('src/sandbox', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.startsWith('assumptions'))
      .map((file) => readFileSync(path.join('src/sandbox', file), 'utf8'))
    for (const id of Object.keys(assumptions))
      assert.ok(
        sources.some((source) => source.includes(`'${id}'`)),
        id
      )
  })
})
