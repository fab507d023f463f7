import { rm } from 'node:fs/promises'
import path from 'node:path'
import { ensureChromium } from '../prerequisites/chromium.mjs'
import { ensureCurl } from '../prerequisites/curl.mjs'
import { ensureVscodeHost } from '../prerequisites/vscodeHost.mjs'
import { runQuietly } from '../process/run.mjs'
import { projectFolder } from '../projectFolder.mjs'

/**
 * @typedef {object} Step
 * @property {string} title
 * @property {readonly string[]} names what selects it on the command line
 * @property {boolean} [isBuild] the others need it
 * @property {boolean} countsTests false for a step that only passes or fails, as one
 * @property {(signal: AbortSignal) => Promise<unknown>} [prepare] installs or makes what it needs
 * @property {readonly [command: string, ...args: string[]]} command
 */

const node = process.execPath

/**
 * @param {string} name a folder of test/
 * @param {number} timeoutMs for one test
 * @param {readonly string[]} further arguments of mocha
 * @returns {Step['command']}
 */
const mocha = (name, timeoutMs, ...further) => [
  node,
  '--enable-source-maps',
  'node_modules/mocha/bin/mocha.js',
  '--forbid-only',
  '--forbid-pending',
  `--timeout=${timeoutMs}`,
  '--reporter=test/support/countingReporter.cjs',
  ...further,
  `out/test/${name}/**/*.test.js`
]

/**
 * @param {import('../prerequisites/vscodeHostRecipes.mjs').VscodeVersion} version
 * @returns {Step}
 */
const hostStep = (version) => ({
  title: `host ${version}`,
  names: ['host', `host-${version}`],
  countsTests: true,
  prepare: async (signal) => {
    await ensureChromium(signal)
    await ensureVscodeHost(version, projectFolder, signal)
  },
  command: [node, 'test/host/runHost.mjs', version]
})

/** @type {Step} */
const build = {
  title: 'build',
  names: ['build'],
  isBuild: true,
  countsTests: false,
  // What is left of a test that is there no more must not run.
  prepare: () => rm(path.join(projectFolder, 'out', 'test'), { recursive: true, force: true }),
  command: [node, 'esbuild.mjs', '--tests']
}

/**
 * What `npm test` does.
 *
 * @type {readonly Step[]}
 */
export const steps = [
  build,
  { title: 'lint', names: ['lint'], countsTests: false, command: ['npm', 'run', '--silent', 'lint'] },
  { title: 'types', names: ['types'], countsTests: false, command: ['npm', 'run', '--silent', 'typecheck'] },
  { title: 'unit', names: ['unit'], countsTests: true, prepare: ensureCurl, command: mocha('unit', 5_000) },
  { title: 'sandbox', names: ['sandbox'], countsTests: true, command: mocha('sandbox', 20_000) },
  hostStep('1.139'),
  hostStep('1.100'),
  {
    title: 'ui',
    names: ['ui'],
    countsTests: true,
    prepare: async (signal) => {
      await ensureChromium(signal)
      await ensureVscodeHost('1.139', projectFolder, signal)
      await runQuietly(node, ['scripts/package.mjs', '--out', path.join('out', 'extension.vsix')], { cwd: projectFolder, signal })
    },
    // The secrets of organisations outside of the editor are searched for as well.
    command: mocha('ui', 120_000, '--require=test/support/canary/knownSecrets.cjs')
  }
]

/**
 * What `npm run test:desktop` does: the host tests on the newest desktop VS Code and on the oldest that package.json promises.
 *
 * @type {readonly Step[]}
 */
export const desktopSteps = [
  build,
  ...['stable', '1.100.3'].map((version) => ({
    title: `desktop ${version}`,
    names: [],
    countsTests: true,
    command: /** @type {const} */ ([node, 'test/host/runDesktop.mjs', version])
  }))
]
