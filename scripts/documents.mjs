// npm run docs: writes docs/rules.md from the diagnosis' rules, and the assumptions of docs/sandbox.md from those of the sandbox.
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { format, resolveConfig } from 'prettier'
import { loadBundle } from '../test/bench/support/bundle.mjs'
import { projectFolder } from './projectFolder.mjs'

/**
 * @param {string} name of the document, in docs/
 * @param {string} text
 */
const write = async (name, text) => {
  const file = path.join(projectFolder, 'docs', name)
  await writeFile(file, await format(text, { ...(await resolveConfig(file)), parser: 'markdown' }))
}

const { rules, rulesDocument } = await loadBundle('rules', ['diagnosis/rules/index', 'diagnosis/rulesDocument'])
await write('rules.md', rulesDocument(rules))

const { assumptions, assumptionsDocument } = await loadBundle('assumptions', ['sandbox/assumptions/index', 'sandbox/assumptions/document'])
const sandbox = await readFile(path.join(projectFolder, 'docs', 'sandbox.md'), 'utf8')
await write('sandbox.md', sandbox.slice(0, sandbox.indexOf('### `')) + assumptionsDocument(assumptions))
