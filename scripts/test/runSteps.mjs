import { closingLine, table } from './report.mjs'
import { runStep } from './runStep.mjs'

/**
 * Runs steps one after another, never two at once: they compete for the processor and their times would say nothing. A build that fails ends
 * the run. The last line of the output is `N passed, N failed` over all steps.
 *
 * @param {readonly import('./steps.mjs').Step[]} steps
 * @param {AbortSignal} signal
 * @returns {Promise<number>} the exit code
 */
export const runSteps = async (steps, signal) => {
  const results = []
  for (const step of steps) {
    const result = await runStep(step, signal)
    results.push(result)
    if (step.isBuild && result.failed > 0) {
      console.error('\nThe build failed, so nothing else was run.')
      break
    }
  }
  console.log(`\n${table(results)}\n\n${closingLine(results)}`)
  return results.some(({ failed }) => failed > 0) ? 1 : 0
}
