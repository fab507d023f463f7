// npm run docs: writes docs/rules.md, the reference of the diagnosis' rules, from the rules themselves.
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { format, resolveConfig } from 'prettier'
import { loadBundle } from '../test/bench/support/bundle.mjs'
import { projectFolder } from './projectFolder.mjs'

const file = path.join(projectFolder, 'docs', 'rules.md')
const { rules, rulesDocument } = await loadBundle('rules', ['diagnosis/rules/index', 'diagnosis/rulesDocument'])
await writeFile(file, await format(rulesDocument(rules), { ...(await resolveConfig(file)), parser: 'markdown' }))
