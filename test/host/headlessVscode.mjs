#!/usr/bin/env node
// Stands in for the desktop VS Code's executable: takes the arguments that `runTests` of @vscode/test-electron passes, and runs the extension
// and its tests on a VS Code server with Chromium as the window. Its exit code is the test run's. VSCODE_VERSION says which VS Code.
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ensureChromium } from '../../scripts/prerequisites/chromium.mjs'
import { ensureVscodeHost } from '../../scripts/prerequisites/vscodeHost.mjs'
import { isVscodeVersion } from '../../scripts/prerequisites/vscodeHostRecipes.mjs'
import { Failure } from '../../scripts/process/failure.mjs'
import { runMain } from '../../scripts/process/runMain.mjs'
import { projectFolder } from '../../scripts/projectFolder.mjs'
import { launchChromium, viewport } from '../../scripts/vscodeServer/chromium.mjs'
import { quietSettings } from '../../scripts/vscodeServer/quietSettings.mjs'
import { startVscodeServer } from '../../scripts/vscodeServer/startVscodeServer.mjs'
import { startCanary } from '../support/canary/canary.mjs'
import { runTestsInPage, outputMark } from './testRun.mjs'

/** How long all host tests together may take. */
const limitMs = 5 * 60_000

const { values: flags, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: { extensionDevelopmentPath: { type: 'string', multiple: true }, extensionTestsPath: { type: 'string' } }
})

/**
 * @param {string} serverUrl
 * @returns {string} the address of the workbench with the extension under development and its tests
 */
const workbenchUrl = (serverUrl) => {
  /** @param {unknown} file */
  const inEditor = (file) => `vscode-remote://${new URL(serverUrl).host}${path.resolve(String(file))}`
  const developed = [flags['extensionDevelopmentPath']].flat().filter((folder) => folder !== undefined)
  const payload = [
    ...developed.map((folder) => ['extensionDevelopmentPath', inEditor(folder)]),
    ['extensionTestsPath', inEditor(flags['extensionTestsPath'])],
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true']
  ]
  const [folder] = positionals
  const opened = folder === undefined ? { ew: 'true' } : { folder: path.resolve(folder) }
  return `${serverUrl}?${new URLSearchParams({ ...opened, payload: JSON.stringify(payload) })}`
}

await runMain(async (signal) => {
  const version = process.env['VSCODE_VERSION']
  if (!isVscodeVersion(version)) throw new Failure(`VSCODE_VERSION is "${version}", which is no VS Code version that the tests run on.`)
  const host = await ensureVscodeHost(version, projectFolder, signal)
  const chromium = await ensureChromium(signal)

  const logFile = path.join(projectFolder, 'out', 'host-logs', `${version}.log`)
  await mkdir(path.dirname(logFile), { recursive: true })
  const log = createWriteStream(logFile)

  const canary = startCanary()
  // The smoke test driver makes the workbench read `payload` and report the tests' output and outcome to the page.
  const server = await startVscodeServer({
    host,
    settings: quietSettings,
    args: ['--enable-smoke-test-driver'],
    inspect: (folder) => canary.inspect(folder),
    env: { TEST_OUTPUT_MARK: outputMark },
    signal
  })
  try {
    const browser = await launchChromium(chromium)
    try {
      const page = await browser.newPage({ viewport })
      canary.watch(page)
      const exitCode = await runTestsInPage(page, {
        url: workbenchUrl(server.url),
        limitMs,
        signal,
        serverEnded: server.ended,
        onOtherOutput: (line) => log.write(`${line}\n`)
      })
      await canary.readStorage(page)
      if (exitCode !== 0) console.error(`The editor's own log: ${logFile}`)
      return exitCode
    } finally {
      await browser.close()
    }
  } finally {
    log.end(server.log())
    canary.search(server.log(), 'what the server wrote')
    await server.stop()
  }
})
