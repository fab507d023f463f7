import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { Failure } from '../process/failure.mjs'
import { runShown } from '../process/run.mjs'
import { projectFolder } from '../projectFolder.mjs'

/**
 * @typedef {object} StepResult
 * @property {string} title
 * @property {number} passed
 * @property {number} failed
 * @property {number} seconds
 * @property {string} note what the numbers do not say; mostly empty
 */

/** @typedef {Pick<StepResult, 'passed' | 'failed' | 'note'>} Outcome */

/** @type {Outcome} */
const onePassed = { passed: 1, failed: 0, note: '' }

/**
 * @param {string} note
 * @returns {Outcome}
 */
const oneFailed = (note) => ({ passed: 0, failed: 1, note })

/**
 * What a suite's run comes to. Its exit code alone does not say: an extension host that was killed ends with 0, and so may a run of no test.
 *
 * @param {number} exitCode
 * @param {string} countsFile what test/support/countingReporter.cjs has written
 * @returns {Promise<Outcome>}
 */
const suiteOutcome = async (exitCode, countsFile) => {
  let text
  try {
    text = await readFile(countsFile, 'utf8')
  } catch {
    return oneFailed('ended without having counted its tests')
  }
  /** @type {import('../../test/support/countingReporter.cjs').TestCounts} */
  const { passed, failed, skipped } = JSON.parse(text)
  if (skipped > 0) return { passed, failed: failed + skipped, note: `${skipped} skipped` }
  if (passed + failed === 0) return oneFailed('no test ran')
  if (exitCode !== 0 && failed === 0) return { passed, failed: 1, note: `ended with ${exitCode} though no test failed` }
  return { passed, failed, note: '' }
}

/**
 * @param {import('./steps.mjs').Step} step
 * @param {AbortSignal} signal
 * @returns {Promise<Outcome>}
 */
const outcomeOf = async ({ title, prepare, command: [command, ...args], countsTests }, signal) => {
  const countsFile = path.join(projectFolder, 'out', 'counts', `${title}.json`)
  await rm(countsFile, { force: true })
  try {
    await prepare?.(signal)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    console.error(error.message)
    return oneFailed('could not be prepared')
  }
  const exitCode = await runShown(command, args, { cwd: projectFolder, env: { ...process.env, TEST_COUNTS_FILE: countsFile }, signal })
  if (countsTests) return suiteOutcome(exitCode, countsFile)
  return exitCode === 0 ? onePassed : oneFailed('')
}

/**
 * @param {import('./steps.mjs').Step} step
 * @param {AbortSignal} signal
 * @returns {Promise<StepResult>}
 */
export const runStep = async (step, signal) => {
  console.log(`\n=== ${step.title}`)
  const begun = performance.now()
  const outcome = await outcomeOf(step, signal)
  return { title: step.title, ...outcome, seconds: (performance.now() - begun) / 1000 }
}
