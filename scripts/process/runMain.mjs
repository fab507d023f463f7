import { constants } from 'node:os'
import { Failure } from './failure.mjs'

/** npm passes Ctrl+C on to its script, so one key press arrives twice. What comes later than this was pressed again, on purpose. */
const sameKeyPressMs = 1000

/** How often to look whether npm is still there. */
const parentCheckMs = 500

/** @type {readonly NodeJS.Signals[]} */
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Between npm and its script stands a shell, which ends on SIGTERM and does not pass it on: the script would stay behind, alone.
 *
 * @param {() => void} onGone
 */
const watchNpm = (onGone) => {
  if (process.env['npm_lifecycle_event'] === undefined) return
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && onGone(), parentCheckMs).unref()
}

/**
 * Runs a script's main function and ends the process with its exit code. Ctrl+C and the like abort the signal that main gets, so that main
 * ends through its own `finally` blocks and leaves nothing running; a second Ctrl+C ends the process at once.
 *
 * @param {(signal: AbortSignal) => Promise<number | void>} main its result is the exit code; nothing means 0
 */
export const runMain = async (main) => {
  const ending = new AbortController()
  let exitCode = 0
  let askedAt = 0
  /** @param {NodeJS.Signals} name */
  const askToEnd = (name) => {
    if (ending.signal.aborted) return
    exitCode = 128 + constants.signals[name]
    askedAt = Date.now()
    ending.abort()
  }
  for (const name of endings) {
    process.on(name, () => {
      if (ending.signal.aborted && Date.now() - askedAt > sameKeyPressMs) process.exit(exitCode)
      askToEnd(name)
    })
  }
  watchNpm(() => askToEnd('SIGTERM'))

  try {
    const result = await main(ending.signal)
    if (!ending.signal.aborted) exitCode = result ?? 0
  } catch (error) {
    if (!ending.signal.aborted) {
      exitCode = 1
      console.error(error instanceof Failure ? error.message : error)
    }
  }
  process.exit(exitCode)
}
