// A mocha reporter: prints what mocha's "spec" reporter prints, and at the end writes {passed, failed, skipped} as JSON to the file that the
// environment variable TEST_COUNTS_FILE names. A run that is cut short writes nothing, and so cannot be taken for one that passed.
const { mkdirSync, writeFileSync } = require('node:fs')
const path = require('node:path')
const { reporters, Runner } = require('mocha')

/** @typedef {{ passed: number, failed: number, skipped: number }} TestCounts */

const { EVENT_RUN_END, EVENT_TEST_PASS, EVENT_TEST_FAIL, EVENT_TEST_PENDING } = Runner.constants

module.exports = class CountingReporter extends reporters.Spec {
  /**
   * @param {import('mocha').Runner} runner
   * @param {import('mocha').MochaOptions} options
   */
  constructor(runner, options) {
    super(runner, options)
    /** @type {TestCounts} */
    const counts = { passed: 0, failed: 0, skipped: 0 }
    runner.on(EVENT_TEST_PASS, () => (counts.passed += 1))
    runner.on(EVENT_TEST_FAIL, () => (counts.failed += 1))
    runner.on(EVENT_TEST_PENDING, () => (counts.skipped += 1))
    runner.on(EVENT_RUN_END, () => {
      const file = process.env['TEST_COUNTS_FILE']
      if (file === undefined) return
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(file, JSON.stringify(counts))
    })
  }
}
