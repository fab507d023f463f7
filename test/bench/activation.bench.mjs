import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { runQuietly } from '../../scripts/process/run.mjs'
import { projectFolder } from '../../scripts/projectFolder.mjs'

/** Fresh processes for each of the two figures: Node.js loads a module only once. */
const rounds = 21

const budget = { maxMs: 5, maxRatio: 0.05 }

/**
 * @param {'loadAndActivate.cjs' | 'loadSdk.cjs'} script
 * @returns {Promise<{ readonly loadMs: number, readonly activateMs: number }>} what it prints; loading the SDK activates nothing
 */
const timesOf = async (script) => {
  const file = fileURLToPath(new URL(`./support/${script}`, import.meta.url))
  const printed = await runQuietly(process.execPath, [file, path.join(projectFolder, 'dist', 'extension.js')], { cwd: projectFolder })
  return { activateMs: 0, ...JSON.parse(printed) }
}

/** @param {readonly number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** @param {number} value */
const rounded = (value) => Number(value.toPrecision(3))

/** What activation costs: loading dist/extension.js and running activate(), against loading the whole SDK at once, turn by turn. */
export const measure = async () => {
  const extension = []
  const sdk = []
  for (let round = 0; round < rounds; round += 1) {
    extension.push(await timesOf('loadAndActivate.cjs'))
    sdk.push(await timesOf('loadSdk.cjs'))
  }
  const totalMs = median(extension.map(({ loadMs, activateMs }) => loadMs + activateMs))
  const wholeSdkMs = median(sdk.map(({ loadMs }) => loadMs))
  const ratio = totalMs / wholeSdkMs
  return {
    loadMs: rounded(median(extension.map(({ loadMs }) => loadMs))),
    activateMs: rounded(median(extension.map(({ activateMs }) => activateMs))),
    totalMs: rounded(totalMs),
    wholeSdkMs: rounded(wholeSdkMs),
    ratio: rounded(ratio),
    rounds,
    budget,
    withinBudget: totalMs <= budget.maxMs && ratio <= budget.maxRatio
  }
}
