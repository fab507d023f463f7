// npm run bench [-- NAME…] [-- --quick]: prints one JSON object: for each test/bench/<name>.bench.mjs, or for those that are named, its figures under
// that name. A file exports an async function `measure`, which returns figures with what they were measured against and `withinBudget`. With --quick,
// what lasts a minute lasts ten seconds. Exit code 1 if one is not within its budget.
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

  const options = { isQuick: process.argv.includes('--quick') }
  const names = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
  const folder = path.join(projectFolder, 'test', 'bench')
  /** @type {Record<string, Figures>} */
  const figures = {}
  const all = readdirSync(folder)
    .filter((file) => file.endsWith(suffix))
    .map((file) => file.slice(0, -suffix.length))
    .sort()
  const unknown = names.filter((name) => !all.includes(name))
  if (unknown.length > 0) throw new Error(`There is no bench ${unknown.join(', ')}. There are: ${all.join(', ')}.`)
  for (const name of names.length > 0 ? names : all) {
    signal.throwIfAborted()
    const { measure } = await import(pathToFileURL(path.join(folder, `${name}${suffix}`)).href)
    figures[name] = await measure(options)
  }
  console.log(JSON.stringify(figures, null, 2))
  return Object.values(figures).every(({ withinBudget }) => withinBudget) ? 0 : 1
})
