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

const openings = 9
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
 * From a click on a row's icon until the field in what it opens can be typed in; then all editors are closed.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} action
 */
const openingTime = async (page, action) => {
  const item = page.getByRole('treeitem', { name: row })
  await item.hover()
  const button = item.getByRole('button', { name: action })
  await button.waitFor()
  const field = page
    .locator('iframe.webview.ready')
    .contentFrame()
    .frameLocator('iframe#active-frame')
    .getByRole('textbox', { name: 'Text' })
  const begun = performance.now()
  await button.click()
  await field.waitFor()
  const taken = performance.now() - begun
  await runCommand(page, 'View: Close All Editors')
  await page.locator('iframe.webview').waitFor({ state: 'detached' })
  return taken
}

/** @param {string} url @returns {Promise<{ readonly panel: readonly number[], readonly empty: readonly number[] }>} */
const measureIn = async (url) => {
  const browser = await launchChromium(await ensureChromium())
  try {
    const page = await browser.newPage({ viewport })
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
    for (let opening = 0; opening <= openings; opening += 1) {
      const empty = await openingTime(page, 'Open an Empty Webview')
      const panel = await openingTime(page, 'Follow Up…')
      if (opening === 0) continue
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
