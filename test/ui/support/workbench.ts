import path from 'node:path'
import type { FrameLocator, Locator, Page } from 'playwright-core'
import { Clipboard } from './clipboard'
import { startsWithLabel } from './label'
import { QuickInput } from './quickInput'
import { themes, type Theme } from './theme'
import { Tree } from './tree'

const screenshotsFolder = path.join(process.cwd(), 'test', 'ui', 'screenshots')

/** The editor as a person uses it: by keys, clicks and what can be read on the screen. Every step waits for what it is about. */
export class Workbench {
  readonly quickInput: QuickInput
  readonly conversations: Tree
  readonly clipboard: Clipboard

  /** @param page for what has no word here yet */
  constructor(readonly page: Page) {
    this.quickInput = new QuickInput(page)
    this.conversations = new Tree(page, 'Conversations')
    this.clipboard = new Clipboard(page)
  }

  /** Waits until the editor has read the extension's contributions. The extension itself need not be active yet. */
  async ready(limitMs: number): Promise<void> {
    await this.page.locator('.monaco-workbench').waitFor({ timeout: limitMs })
    await this.viewContainer('Genesys Messaging').waitFor({ timeout: limitMs })
  }

  /** The icon of a view container in the activity bar. */
  viewContainer(title: string): Locator {
    return this.page.locator('.activitybar').getByRole('tab', { name: startsWithLabel(title) })
  }

  /** Shows a view container; does nothing if it shows already (a second click would hide it). */
  async openViewContainer(title: string): Promise<void> {
    const tab = this.viewContainer(title)
    if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click()
    await this.page
      .locator('.sidebar')
      .getByRole('heading', { name: startsWithLabel(title) })
      .waitFor()
  }

  /**
   * Runs a command from the command palette. What an earlier command opens late takes the focus, which closes the palette: wait for it first.
   *
   * @param title as the palette shows it, with the category: "Genesys Messaging: Follow Up…"
   */
  async runCommand(title: string): Promise<void> {
    await this.quickInput.box.waitFor({ state: 'detached' })
    await this.page.keyboard.press('F1')
    await this.quickInput.fill(`>${title}`)
    await this.quickInput.pick(title)
  }

  /** A notification that holds this text. It need not be there yet: wait for it, read it, or press its buttons with `getByRole`. */
  notification(text: string | RegExp): Locator {
    return this.page.locator('.notification-toast').filter({ hasText: text })
  }

  /** The modal dialog. It need not be there yet. */
  dialog(): Locator {
    return this.page.locator('.monaco-dialog-box')
  }

  /** Presses a button of the modal dialog and waits until the dialog is gone. */
  async answerDialog(button: string): Promise<void> {
    await this.dialog().getByRole('button', { name: button, exact: true }).click()
    await this.dialog().waitFor({ state: 'detached' })
  }

  /** The inside of the webview that is in front. */
  webview(): FrameLocator {
    return this.page.locator('iframe.webview.ready:visible').contentFrame().frameLocator('iframe#active-frame')
  }

  /** The tab of an open editor. */
  editorTab(name: string | RegExp): Locator {
    return this.page.locator('.tabs-container').getByRole('tab', { name })
  }

  /** The whole text of the text editor in front, also what is scrolled out of sight. The clipboard holds it afterwards. */
  async editorText(): Promise<string> {
    await this.page.locator('.editor-group-container.active .monaco-editor .view-line').first().click()
    return this.clipboard.changedBy(async () => {
      await this.page.keyboard.press('Control+A')
      await this.page.keyboard.press('Control+C')
    })
  }

  /** Changes the colour theme and waits until the editor wears it. */
  async setTheme(theme: Theme): Promise<void> {
    const { label, className } = themes[theme]
    await this.runCommand('Preferences: Color Theme')
    await this.quickInput.fill(label)
    await this.quickInput.pick(label)
    await this.page.locator(`.monaco-workbench.${className}`).waitFor()
    await this.quickInput.box.waitFor({ state: 'detached' })
  }

  /** Takes a picture of the window as it is now, with its fonts loaded: test/ui/screenshots/<name>.png. */
  async screenshot(name: string): Promise<void> {
    await Promise.all(this.page.frames().map((frame) => frame.evaluate(() => document.fonts.ready.then(() => undefined))))
    await this.page.screenshot({ path: path.join(screenshotsFolder, `${name}.png`), animations: 'disabled', caret: 'hide' })
  }
}
