import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { heard } from './support/heard.mjs'
import { happenings } from './support/happenings.mjs'
import { runLoad } from './support/httpLoad.mjs'
import { startServer } from './support/serverProcess.mjs'

const budget = {
  firstRowsRatio: 2,
  requestsAtOnce: 6,
  requestsAfterCancel: 0,
  bytesEach: 1_500,
  /** Three groups at most: connected, ended with the window open, ended with it over, each with its heading, a page and “Show 100 More”. */
  builtRows: 500,
  groupingMs: 100,
  minEventsPerSecond: 200,
  refreshedWhereItStays: 1,
  blockMs: 50
}

/**
 * The tree with the sandbox’s 100,000 conversations, which come from another process. With a delay of 100 ms: the time until the first rows are there,
 * against that delay (less than two of it is one round trip), and what becomes of the pages when the list is called off. Without: memory for each, how
 * many requests are under way at a time, and another grouping with the rows that are built for it. Then more than 200 events a second for a minute
 * (ten seconds when it has to be quick) come through a websocket: how long the thread is blocked, and what one event refreshes.
 *
 * @param {{ readonly isQuick: boolean }} options
 */
export const measure = async ({ isQuick }) => {
  const sandbox = await startServer('sandbox')
  const child = fork(fileURLToPath(new URL('./support/treeFigures.mjs', import.meta.url)), [], { execArgv: ['--expose-gc'] })
  child.send({ address: sandbox.address })
  await heard(child)
  const { next, perSecond } = await happenings(sandbox.address)
  child.send('begin')
  const { errors } = await runLoad(sandbox.address.url, next, { perSecond, seconds: isQuick ? 10 : 60 })
  child.send('end')
  const figures = await heard(child)
  await once(child, 'exit')
  await sandbox.stop()
  const hasErrors = Object.keys(errors).length > 0
  return {
    ...figures,
    errors,
    budget,
    withinBudget:
      !hasErrors &&
      figures.firstRowsRatio < budget.firstRowsRatio &&
      figures.requestsAtOnce <= budget.requestsAtOnce &&
      figures.requestsAfterCancel <= budget.requestsAfterCancel &&
      figures.bytesEach <= budget.bytesEach &&
      Math.max(...Object.values(figures.builtRows)) <= budget.builtRows &&
      Math.max(...Object.values(figures.groupingMs)) <= budget.groupingMs &&
      figures.eventsPerSecond >= budget.minEventsPerSecond &&
      figures.refreshedByOneEvent.whereItStays <= budget.refreshedWhereItStays &&
      figures.blockMs < budget.blockMs
  }
}
