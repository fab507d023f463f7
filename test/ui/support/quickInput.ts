import type { Locator, Page } from 'playwright-core'
import { startsWithLabel } from './label'

/** The box at the top of the window: the command palette, an input box, a list to pick from. */
export class QuickInput {
  constructor(private readonly page: Page) {}

  /** The box itself, for its title, its prompt and what it says about a wrong input. */
  get box(): Locator {
    return this.page.locator('.quick-input-widget:visible')
  }

  get input(): Locator {
    return this.box.getByRole('textbox').or(this.box.getByRole('combobox')).first()
  }

  /** The lines to pick from. */
  get options(): Locator {
    return this.box.getByRole('option').filter({ visible: true })
  }

  /** Waits until a box with this text (a title, a prompt, a placeholder's text does not count) is there. */
  async waitFor(text: string | RegExp): Promise<void> {
    await this.box.filter({ hasText: text }).waitFor()
  }

  /** Waits until something stands in the box. */
  async waitForValue(): Promise<void> {
    const input = await this.input.elementHandle()
    await this.page.waitForFunction((element) => element instanceof HTMLInputElement && element.value !== '', input)
  }

  /** Replaces what stands in the box. */
  async fill(text: string): Promise<void> {
    await this.input.fill(text)
  }

  async accept(): Promise<void> {
    await this.input.press('Enter')
  }

  async cancel(): Promise<void> {
    await this.input.press('Escape')
    await this.box.waitFor({ state: 'detached' })
  }

  /** Picks the line with this label. */
  async pick(label: string): Promise<void> {
    await this.options
      .and(this.page.getByRole('option', { name: startsWithLabel(label) }))
      .first()
      .click()
  }
}
