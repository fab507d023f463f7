import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { panelFrame } from './panelFrame'

const axeFile = createRequire(path.join(process.cwd(), 'package.json')).resolve('axe-core/axe.min.js')

/** What axe-core finds wrong in the panel that is in front, a line each. */
export const violations = async (page: Page): Promise<readonly string[]> => {
  const frame = await panelFrame(page)
  // Evaluated, and not added as a script: the panel’s own policy lets no other script in.
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(await readFile(axeFile, 'utf8'))
  const results = await frame.evaluate<AxeResults>('axe.run(document)')
  return results.violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`))
}
