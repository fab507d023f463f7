import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { heard } from './support/heard.mjs'

const budget = { bytesEach: 1_500, eventMicroseconds: 50, groupingMs: 100 }

/**
 * What 100,000 conversations cost: memory for each, against a plain object with the same fields read from JSON; one event, from the text of its frame
 * to the change that the tree is told of, against reading that text as JSON; dividing them in another way, against sorting them. In a process of its
 * own: a heap is measured best where nothing else is in it.
 */
export const measure = async () => {
  const child = fork(fileURLToPath(new URL('./support/storeFigures.mjs', import.meta.url)), [], { execArgv: ['--expose-gc'] })
  const figures = await heard(child)
  await once(child, 'exit')
  const slowestGrouping = Math.max(...Object.values(figures.groupingMs))
  return {
    ...figures,
    budget,
    withinBudget:
      figures.bytesEach <= budget.bytesEach && figures.eventMicroseconds <= budget.eventMicroseconds && slowestGrouping <= budget.groupingMs
  }
}
