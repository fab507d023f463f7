import { stat } from 'node:fs/promises'
import path from 'node:path'
import { projectFolder } from '../../scripts/projectFolder.mjs'
import { vsixBudgetBytes } from '../../scripts/vsixContents.mjs'

const extensionBudgetBytes = 200_000

/** What is shipped, in bytes: the file that every window loads, and the whole package, which `npm run bench` packs first. */
export const measure = async () => {
  const { size: extensionBytes } = await stat(path.join(projectFolder, 'dist', 'extension.js'))
  const { size: vsixBytes } = await stat(path.join(projectFolder, 'out', 'extension.vsix'))
  return {
    extensionBytes,
    vsixBytes,
    budget: { extensionBytes: extensionBudgetBytes, vsixBytes: vsixBudgetBytes },
    withinBudget: extensionBytes <= extensionBudgetBytes && vsixBytes <= vsixBudgetBytes
  }
}
