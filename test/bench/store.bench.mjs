import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const budget = { bytesEach: 1_500, eventMicroseconds: 50, groupingMs: 100, firstRowsRatio: 2 }

/** Each in a process of its own: a heap is measured best where nothing else is in it. */
const figuresOf = async (/** @type {string} */ what) => {
  const child = fork(fileURLToPath(new URL('./support/storeFigures.mjs', import.meta.url)), [what], { execArgv: ['--expose-gc'] })
  const [figures] = await once(child, 'message')
  await once(child, 'exit')
  return figures
}

/**
 * What 100,000 conversations cost: memory for each, against a plain object with the same fields read from JSON; one event, against writing its
 * conversation as JSON; dividing them in another way, against sorting them; and, with a delay of 100 ms in the sandbox, the time until the first rows
 * are there, against that delay: less than two of it is one round trip.
 */
export const measure = async () => {
  const held = await figuresOf('held')
  const listed = await figuresOf('listed')
  const slowestGrouping = Math.max(...Object.values(held.groupingMs))
  return {
    ...held,
    ...listed,
    budget,
    withinBudget:
      held.bytesEach <= budget.bytesEach &&
      held.eventMicroseconds <= budget.eventMicroseconds &&
      slowestGrouping <= budget.groupingMs &&
      listed.firstRowsRatio < budget.firstRowsRatio
  }
}
