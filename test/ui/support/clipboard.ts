import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'

/** The clipboard of the browser that the editor runs in. */
export class Clipboard {
  constructor(private readonly page: Page) {}

  async read(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText())
  }

  /** Does something that copies a text, and waits for that text. */
  async changedBy(copy: () => Promise<void>): Promise<string> {
    const before = randomUUID()
    await this.page.evaluate((text) => navigator.clipboard.writeText(text), before)
    await copy()
    return this.page.evaluate(async (text) => {
      for (;;) {
        const now = await navigator.clipboard.readText()
        if (now !== text) return now
        await new Promise(requestAnimationFrame)
      }
    }, before)
  }
}
