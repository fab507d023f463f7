import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureChromium } from '../../scripts/prerequisites/chromium.mjs'
import { ensureVscodeHost } from '../../scripts/prerequisites/vscodeHost.mjs'
import { runQuietly } from '../../scripts/process/run.mjs'
import { projectFolder } from '../../scripts/projectFolder.mjs'
import { launchChromium, viewport } from '../../scripts/vscodeServer/chromium.mjs'
import { quietSettings } from '../../scripts/vscodeServer/quietSettings.mjs'
import { startVscodeServer } from '../../scripts/vscodeServer/startVscodeServer.mjs'
import { median, rounded } from './support/timing.mjs'

const rounds = 15
const budget = { maxRatio: 1.3 }

/** The conversation whose row is clicked. */
const row = /^Jamie Rivera/

/** @param {import('playwright-core').Page} page @param {string} title */
const runCommand = async (page, title) => {
  await page.keyboard.press('F1')
  const box = page.locator('.quick-input-widget:visible')
  await box.getByRole('combobox').or(box.getByRole('textbox')).first().fill(`>${title}`)
  await box.getByRole('option').first().click()
  await box.waitFor({ state: 'detached' })
}

/**
 * Lets the pages themselves tell when something was clicked in the window, and when a text can be written in a webview: its field was drawn, and the page
 * has nothing else to do. Asking from outside would find that out up to 100 ms later.
 *
 * @param {import('playwright-core').Page} page
 */
const watchOpenings = async (page) => {
  /** @type {(at: number) => void} */
  let onWritable = () => undefined
  let clickedAt = 0
  await page.exposeBinding('tellClicked', (_source, at) => (clickedAt = at))
  await page.exposeBinding('tellWritable', (_source, at) => onWritable(at))
  await page.addInitScript(() => {
    const now = () => performance.timeOrigin + performance.now()
    const tell = (/** @type {string} */ what) => Reflect.get(globalThis, what)(now())
    if (window === window.top) {
      window.addEventListener('click', () => tell('tellClicked'), true)
      return
    }
    // VS Code puts the page of a webview into a frame of this name when it shows it.
    const look = () => {
      const frame = document.querySelector('iframe#active-frame')
      const shown = frame instanceof HTMLIFrameElement ? frame.contentWindow : null
      const field = shown?.document.querySelector('textarea')
      if (shown && field && field.getBoundingClientRect().height > 0)
        shown.requestAnimationFrame(() => setTimeout(() => tell('tellWritable')))
      else requestAnimationFrame(look)
    }
    look()
  })
  return {
    /** @returns {Promise<() => number>} resolves at the next webview in which a text can be written, with how long after the last click that was */
    next: () =>
      new Promise((resolve, reject) => {
        const patience = setTimeout(() => reject(new Error('No webview came in which a text can be written.')), 30_000)
        onWritable = (at) => {
          clearTimeout(patience)
          resolve(() => at - clickedAt)
        }
      })
  }
}

/**
 * From a click on a row's icon until a text can be written in what it opens; then all editors are closed.
 *
 * @param {import('playwright-core').Page} page
 * @param {Awaited<ReturnType<typeof watchOpenings>>} openings
 * @param {string} action
 */
const openingTime = async (page, openings, action) => {
  const item = page.getByRole('treeitem', { name: row })
  await item.hover()
  const button = item.getByRole('button', { name: action })
  await button.waitFor()
  const writable = openings.next()
  await button.click()
  const taken = (await writable)()
  // VS Code gives a new webview the focus a little later, which would close the box of commands.
  await page.locator('iframe.webview.ready').contentFrame().frameLocator('iframe#active-frame').locator('textarea').click()
  await runCommand(page, 'View: Close All Editors')
  await page.locator('iframe.webview').waitFor({ state: 'detached' })
  return taken
}

/** @param {string} url @returns {Promise<{ readonly panel: readonly number[], readonly empty: readonly number[] }>} */
const measureIn = async (url) => {
  const browser = await launchChromium(await ensureChromium())
  try {
    const page = await browser.newPage({ viewport })
    const openings = await watchOpenings(page)
    await page.goto(`${url}?ew=true`)
    await page
      .locator('.activitybar')
      .getByRole('tab', { name: /^Genesys Messaging/ })
      .click()
    await runCommand(page, 'Genesys Messaging: Start Sandbox')
    await page.getByRole('treeitem', { name: row }).waitFor()
    /** @type {{ panel: number[], empty: number[] }} */
    const times = { panel: [], empty: [] }
    // The first of each is a warm-up: what is opened again is what a person waits for all day.
    for (let round = 0; round <= rounds; round += 1) {
      const empty = await openingTime(page, openings, 'Open an Empty Webview')
      const panel = await openingTime(page, openings, 'Follow Up…')
      if (round === 0) continue
      times.empty.push(empty)
      times.panel.push(panel)
    }
    return times
  } finally {
    await browser.close()
  }
}

/**
 * Opening the panel of a conversation by a click in the tree, until its text can be written, against a webview that has a field and nothing else: both
 * in the real editor, in turn. The panel also reads the conversation from the sandbox meanwhile.
 */
export const measure = async () => {
  const host = await ensureVscodeHost('1.139', projectFolder)
  const temporary = await mkdtemp(path.join(tmpdir(), 'gmi-bench-'))
  const empty = path.join(temporary, 'empty.vsix')
  try {
    const vsce = path.join(projectFolder, 'node_modules/@vscode/vsce/vsce')
    await runQuietly(
      process.execPath,
      [vsce, 'package', '--no-dependencies', '--skip-license', '--allow-missing-repository', '--out', empty],
      {
        cwd: fileURLToPath(new URL('./support/emptyWebview', import.meta.url))
      }
    )
    const extension = path.join(projectFolder, 'out', 'extension.vsix')
    const server = await startVscodeServer({ host, settings: quietSettings, vsixFiles: [extension, empty] })
    try {
      const times = await measureIn(server.url)
      const ratio = median(times.panel) / median(times.empty)
      return {
        panelMilliseconds: rounded(median(times.panel)),
        emptyWebviewMilliseconds: rounded(median(times.empty)),
        ratio: rounded(ratio),
        budget,
        withinBudget: ratio <= budget.maxRatio
      }
    } finally {
      await server.stop()
    }
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}
