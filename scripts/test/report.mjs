/** @typedef {import('./runStep.mjs').StepResult} StepResult */

/**
 * @param {readonly StepResult[]} results
 * @returns {string} a line per step
 */
export const table = (results) => {
  const rows = results.map(({ title, passed, failed, seconds, note }) => [
    title,
    String(passed),
    String(failed),
    `${seconds.toFixed(1)} s`,
    note
  ])
  const all = [['', 'passed', 'failed', 'took', ''], ...rows]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => (row[column] ?? '').length)))
  return all
    .map(([title = '', passed = '', failed = '', took = '', note = '']) => {
      const [first = 0, ...others] = widths
      const numbers = [passed, failed, took].map((text, at) => text.padStart(others[at] ?? 0))
      return [title.padEnd(first), ...numbers, note].join('  ').trimEnd()
    })
    .join('\n')
}

/** @param {readonly StepResult[]} results */
export const closingLine = (results) => {
  /** @param {'passed' | 'failed'} key */
  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  return `${sum('passed')} passed, ${sum('failed')} failed`
}
