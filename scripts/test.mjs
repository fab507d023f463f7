// npm test [-- STEP…]: installs what is missing, builds, checks, and runs the test suites. Without names, all steps run. Its last line is
// `N passed, N failed` over all of them.
import { ensureNodeModules } from './prerequisites/nodeModules.mjs'
import { Failure } from './process/failure.mjs'
import { runMain } from './process/runMain.mjs'
import { projectFolder } from './projectFolder.mjs'
import { runSteps } from './test/runSteps.mjs'
import { steps } from './test/steps.mjs'

/**
 * @param {readonly string[]} wanted
 * @returns the steps of these names, the build always first; all of them if no name is given
 */
const chosenSteps = (wanted) => {
  const unknown = wanted.filter((name) => !steps.some((step) => step.names.includes(name)))
  if (unknown.length > 0) {
    const known = [...new Set(steps.flatMap(({ names }) => names))].join(', ')
    throw new Failure(`There is no test step “${unknown.join('”, “')}”. The steps are: ${known}.`)
  }
  return steps.filter(({ names, isBuild }) => wanted.length === 0 || isBuild || names.some((name) => wanted.includes(name)))
}

await runMain(async (signal) => {
  const chosen = chosenSteps(process.argv.slice(2))
  await ensureNodeModules(projectFolder, signal)
  return runSteps(chosen, signal)
})
