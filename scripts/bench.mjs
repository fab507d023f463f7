// npm run bench: prints one JSON object: for each test/bench/<name>.bench.mjs its figures under that name. A file exports an async function
// `measure`, which returns figures with what they were measured against and `withinBudget`. Exit code 1 if one is not within its budget.
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureNodeModules } from './prerequisites/nodeModules.mjs'
import { runMain } from './process/runMain.mjs'
import { runQuietly } from './process/run.mjs'
import { projectFolder } from './projectFolder.mjs'

const suffix = '.bench.mjs'

/** @typedef {Readonly<Record<string, unknown>> & { readonly withinBudget: boolean }} Figures */

await runMain(async (signal) => {
  await ensureNodeModules(projectFolder, signal)
  await runQuietly(process.execPath, ['scripts/package.mjs', '--out', path.join('out', 'extension.vsix')], { cwd: projectFolder, signal })

  const folder = path.join(projectFolder, 'test', 'bench')
  /** @type {Record<string, Figures>} */
  const figures = {}
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith(suffix))
    .sort()) {
    signal.throwIfAborted()
    const { measure } = await import(pathToFileURL(path.join(folder, file)).href)
    figures[file.slice(0, -suffix.length)] = await measure()
  }
  console.log(JSON.stringify(figures, null, 2))
  return Object.values(figures).every(({ withinBudget }) => withinBudget) ? 0 : 1
})
