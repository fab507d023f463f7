import { format } from 'node:util'
import { Failure } from '../../scripts/process/failure.mjs'

/** What the tests' own output begins with, among all that the workbench has to say. */
export const outputMark = '[tests] '

/**
 * Opens a workbench that has the smoke test driver, and shows its test run's output as it comes.
 *
 * @param {import('playwright-core').Page} page
 * @param {object} options
 * @param {string} options.url of the workbench, with the tests named in its payload
 * @param {number} options.limitMs
 * @param {AbortSignal} options.signal
 * @param {Promise<string>} options.serverEnded how the server has ended, if it has
 * @param {(line: string) => void} options.onOtherOutput gets the workbench's own messages
 * @returns {Promise<number>} the exit code that the workbench reports. It is 0 also when the extension host was killed: whoever needs to know
 * that the tests ran to their end asks for the counts that they write (test/support/countingReporter.cjs)
 */
export const runTestsInPage = async (page, { url, limitMs, signal, serverEnded, onOtherOutput }) => {
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ type, /** @type {unknown[]} */ words) => {
    const line = format(...words)
    if (line.startsWith(outputMark)) console.log(line.slice(outputMark.length))
    else onOtherOutput(`${type}: ${line}`)
  })
  /** @type {(exitCode: number) => void} */
  let end = () => {}
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => (end = resolve))
  await page.exposeFunction('codeAutomationExit', end)
  /** @type {NodeJS.Timeout | undefined} */
  let timer
  /** @type {Promise<never>} */
  const broken = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Failure(`The tests did not end within ${limitMs / 1000} s.`)), limitMs)
    signal.addEventListener('abort', () => reject(signal.reason))
    page.once('crash', () => reject(new Failure('The page with the workbench crashed.')))
    void serverEnded.then((how) => reject(new Failure(how)))
  })
  try {
    return await Promise.race([page.goto(url).then(() => ended), broken])
  } finally {
    clearTimeout(timer)
  }
}
