import { cp, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { OpenWorkbench } from './openWorkbench'

const failuresFolder = path.join(process.cwd(), 'out', 'ui-failures')

/** Keeps a picture of the window and the logs of a test that has failed: out/ui-failures/failed-<test>.png, .log, and its log channels. */
export const keepEvidence = async ({ workbench, log, logsFolder }: OpenWorkbench, test: string): Promise<void> => {
  const name = path.join(failuresFolder, `failed-${test.replaceAll(/[^\w]+/g, '-').slice(0, 100)}`)
  await mkdir(failuresFolder, { recursive: true })
  await writeFile(`${name}.log`, log())
  await cp(logsFolder, `${name}-logs`, { recursive: true })
  await workbench.page.screenshot({ path: `${name}.png` })
}
