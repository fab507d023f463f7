import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { format, resolveConfig } from 'prettier'
import { rules } from '../../../src/diagnosis/rules'
import { rulesDocument } from '../../../src/diagnosis/rulesDocument'

describe('docs/rules.md', () => {
  const file = path.join(process.cwd(), 'docs', 'rules.md')

  it('is what the rules say: after a change of theirs, run npm run docs', async () => {
    const made = await format(rulesDocument(rules), { ...(await resolveConfig(file)), parser: 'markdown' })
    assert.equal(await readFile(file, 'utf8'), made)
  })

  it('has a heading for every rule, where findings link to', async () => {
    const written = await readFile(file, 'utf8')
    for (const { id } of rules) assert.ok(written.includes(`\n### ${id}\n`), id)
  })
  it('gives every rule an anchor of its own: its id without the dots, as GitHub and VS Code make them', () => {
    const anchors = rules.map(({ id }) => id.replaceAll('.', ''))
    assert.equal(new Set(anchors).size, anchors.length)
  })
})
