import { readdirSync } from 'node:fs'
import path from 'node:path'
import { format } from 'node:util'
import Mocha from 'mocha'
// First: whatever is loaded after it makes secrets that the search after the run knows.
import '../support/canary/knownSecrets.cjs'
import CountingReporter from '../support/countingReporter.cjs'

/** A cold editor on a slow machine takes its time for a first activation. */
const timeoutMs = 20_000

/** Lets whoever reads the editor's whole log tell the tests' output from the rest: each message begins with TEST_OUTPUT_MARK. */
const markOutput = () => {
  const mark = process.env['TEST_OUTPUT_MARK']
  if (mark === undefined) return
  const { Base } = Mocha.reporters
  const print = Base.consoleLog
  Base.consoleLog = (...words: unknown[]) => {
    print('%s', mark + format(...words))
  }
}

/**
 * Called by VS Code in its extension host (`--extensionTestsPath`): runs every test file that stands beside this one after the build. Rejects
 * if a test has failed.
 */
export const run = async (): Promise<void> => {
  markOutput()
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: timeoutMs,
    color: false,
    forbidOnly: true,
    forbidPending: true,
    reporter: CountingReporter
  })
  for (const file of readdirSync(__dirname, { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.test.js')) mocha.addFile(path.join(__dirname, file))
  }
  const failures = await new Promise<number>((resolve) => mocha.run(resolve))
  if (failures > 0) throw new Error(`${failures} host ${failures === 1 ? 'test' : 'tests'} failed`)
}
