import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ensureChromium } from '../prerequisites/chromium.mjs'
import { ensureVscodeHost } from '../prerequisites/vscodeHost.mjs'
import { Failure } from '../process/failure.mjs'
import { once } from '../process/once.mjs'
import { runQuietly } from '../process/run.mjs'
import { launchChromium, viewport } from '../vscodeServer/chromium.mjs'
import { freePort } from '../vscodeServer/freePort.mjs'
import { quietSettings } from '../vscodeServer/quietSettings.mjs'
import { startVscodeServer } from '../vscodeServer/startVscodeServer.mjs'

/** The port that is taken if it is free: browsers keep an editor's secrets and window state per port. */
const usualPort = 8732

/** How long the conversations may take to show after the page was opened, on a slow machine. */
const smokeLimitMs = 90_000

/**
 * Packs the extension and the small one that starts the sandbox, and starts a VS Code server that has both.
 *
 * @param {object} options
 * @param {string} options.projectFolder
 * @param {string} options.dataFolder
 * @param {number} options.port
 * @param {AbortSignal} options.signal
 */
const startServer = async ({ projectFolder, dataFolder, port, signal }) => {
  const host = await ensureVscodeHost('1.139', projectFolder, signal)
  await mkdir(dataFolder, { recursive: true })
  const extension = path.join(dataFolder, 'extension.vsix')
  const sandboxOnStart = path.join(dataFolder, 'sandboxOnStart.vsix')
  await runQuietly(process.execPath, ['scripts/package.mjs', '--out', extension], { cwd: projectFolder, signal })
  await runQuietly(
    process.execPath,
    [path.join(projectFolder, 'node_modules/@vscode/vsce/vsce'), 'package', '--no-dependencies', '--skip-license', '--out', sandboxOnStart],
    { cwd: path.join(projectFolder, 'scripts/start/sandboxOnStart'), signal }
  )
  return startVscodeServer({ host, dataFolder, settings: quietSettings, vsixFiles: [extension, sandboxOnStart], port, signal })
}

/** @returns {Promise<number>} PORT if it is set, else the usual one if it is free, else 0 for any */
const wantedPort = async () => {
  const named = process.env['PORT']
  if (named === undefined || named === '') return freePort(usualPort)
  const port = Number(named)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Failure(`PORT is "${named}", which is not a port number.`)
  return port
}

/**
 * Starts VS Code for a person's own browser, and runs until it is told to stop.
 *
 * @param {string} projectFolder
 * @param {AbortSignal} signal ends it
 * @returns {Promise<number>} the exit code
 */
export const startInBrowser = async (projectFolder, signal) => {
  const dataFolder = path.join(projectFolder, '.vscode-host', 'start', 'server')
  const server = await startServer({ projectFolder, dataFolder, port: await wantedPort(), signal })
  try {
    console.log(`\nOpen ${server.url} in a browser on this machine: VS Code with the extension and a sandbox.\nCtrl+C stops it.\n`)
    const howItEnded = await server.ended
    if (!signal.aborted) throw new Failure(`${howItEnded}\n${server.log()}`)
    return 0
  } finally {
    await server.stop()
  }
}

/**
 * Opens the editor without a window and waits for the sandbox's conversations, grouped by state.
 *
 * @param {string} url
 * @param {string} pictureFile where a picture goes if they do not come
 * @param {AbortSignal} signal
 * @returns {Promise<string>} the line of the group that a follow-up is about
 */
const endedConversations = async (url, pictureFile, signal) => {
  const browser = await launchChromium(await ensureChromium(signal))
  const close = once(() => browser.close())
  signal.addEventListener('abort', () => void close()) // Whatever waits for something in the page fails at once.
  try {
    const page = await browser.newPage({ viewport })
    await page.goto(url)
    await page.locator('.monaco-workbench').waitFor({ timeout: smokeLimitMs })
    const group = page.getByRole('tree', { name: 'Conversations' }).getByRole('treeitem', { name: 'Ended, reply window open' })
    try {
      await group.waitFor({ timeout: smokeLimitMs })
    } catch (error) {
      await page.screenshot({ path: pictureFile })
      throw error
    }
    return (await group.getAttribute('aria-label')) ?? ''
  } finally {
    await close()
  }
}

/**
 * Checks that what `npm start` starts works, and stops it.
 *
 * @param {string} projectFolder
 * @param {AbortSignal} signal
 */
export const checkInBrowser = async (projectFolder, signal) => {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'gmi-smoke-'))
  try {
    const server = await startServer({ projectFolder, dataFolder, port: 0, signal })
    const evidence = path.join(projectFolder, 'out', 'smoke-failure')
    try {
      const line = await endedConversations(server.url, path.join(evidence, 'workbench.png'), signal)
      console.log(`npm start works: the Conversations view shows “${line}”.`)
    } catch (error) {
      if (signal.aborted) throw error
      await mkdir(evidence, { recursive: true })
      await writeFile(path.join(evidence, 'server.log'), server.log())
      throw new Failure(
        `The Conversations view did not show the sandbox's conversations. See ${evidence}.\n${error instanceof Error ? error.message : String(error)}`
      )
    } finally {
      await server.stop()
    }
  } finally {
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 3 })
  }
}
