import { access } from 'node:fs/promises'
import path from 'node:path'
import { ensureChromium } from '../../../scripts/prerequisites/chromium.mjs'
import { ensureVscodeHost } from '../../../scripts/prerequisites/vscodeHost.mjs'
import { once } from '../../../scripts/process/once.mjs'
import { launchChromium, viewport } from '../../../scripts/vscodeServer/chromium.mjs'
import { quietSettings } from '../../../scripts/vscodeServer/quietSettings.mjs'
import { startVscodeServer } from '../../../scripts/vscodeServer/startVscodeServer.mjs'
import { knownSecretsArgs, startCanary } from '../../support/canary/canary.mjs'
import { Workbench } from './workbench'

export interface WorkbenchOptions {
  /** A folder to open; without it the window is empty. */
  readonly folder?: string
  /** Opens the folder in Restricted Mode, as one that nobody has said they trust. */
  readonly restricted?: boolean
  /** User settings beside the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>
  /** Environment variables for the extension host. */
  readonly env?: Readonly<Record<string, string>>
}

export interface OpenWorkbench {
  readonly workbench: Workbench
  /** What the server and the page's console have said so far. */
  readonly log: () => string
  /** Where the extensions' log channels are written. */
  readonly logsFolder: string
  /** Ends the editor. Rejects when a secret of the run was found outside SecretStorage. */
  readonly close: () => Promise<void>
}

const projectFolder = process.cwd()

/** `npm test -- ui` packs it. */
const vsixFile = path.join(projectFolder, 'out', 'extension.vsix')

/** How long one step, like a click or an answer of the extension, may take on a slow machine. */
const stepLimitMs = 20_000

/** A cold start of the editor. */
const startLimitMs = 60_000

/**
 * Starts a VS Code server with the packed extension installed, and opens it in Chromium: the editor that a person would see, with nothing that
 * a test switches on.
 *
 * @param signal stops a start that is under way
 */
export const openWorkbench = async (
  { folder, restricted = false, settings, env }: WorkbenchOptions,
  signal: AbortSignal
): Promise<OpenWorkbench> => {
  await access(vsixFile).catch(() => {
    throw new Error(`${vsixFile} is missing. Run the ui tests with: npm test -- ui`)
  })
  const chromium = await ensureChromium(signal)
  const host = await ensureVscodeHost('1.139', projectFolder, signal)
  const canary = startCanary()
  const server = await startVscodeServer({
    host,
    nodeArgs: knownSecretsArgs(projectFolder),
    inspect: (written) => canary.inspect(written),
    workspaceTrust: restricted,
    settings: {
      ...quietSettings,
      'workbench.colorTheme': 'Default Dark Modern',
      ...(restricted && { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' }),
      ...settings
    },
    vsixFiles: [vsixFile],
    env,
    signal
  })
  try {
    const browser = await launchChromium(chromium)
    const closeBrowser = once(() => browser.close())
    signal.addEventListener('abort', () => void closeBrowser()) // Whatever waits for something in the page fails at once.
    try {
      const context = await browser.newContext({ viewport, permissions: ['clipboard-read', 'clipboard-write'] })
      context.setDefaultTimeout(stepLimitMs)
      const page = await context.newPage()
      canary.watch(page)
      let consoleLog = ''
      page.on('console', (message) => (consoleLog += `${message.type()}: ${message.text()}\n`))
      page.on('pageerror', (error) => (consoleLog += `uncaught: ${error.message}\n`))
      await page.goto(`${server.url}?${new URLSearchParams(folder === undefined ? { ew: 'true' } : { folder: path.resolve(folder) })}`)
      const workbench = new Workbench(page)
      await workbench.ready(startLimitMs)
      signal.throwIfAborted()
      const close = async () => {
        try {
          if (!signal.aborted) await canary.readStorage(page)
          await closeBrowser()
          canary.search(server.log(), 'what the server wrote')
        } finally {
          await server.stop()
        }
      }
      return { workbench, log: () => `${server.log()}\n--- the page's console\n${consoleLog}`, logsFolder: server.logsFolder, close }
    } catch (error) {
      await closeBrowser()
      throw error
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}
