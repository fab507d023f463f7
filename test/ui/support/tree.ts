import type { Locator, Page } from 'playwright-core'
import { startsWithLabel } from './label'

/** So often a line is pointed at, and so long its icons are waited for each time but the last. */
const hovers = 4
const hoverMs = 2_000

/** The tree of a view. */
export class Tree {
  constructor(
    private readonly page: Page,
    private readonly title: string
  ) {}

  /** The whole tree. */
  get root(): Locator {
    return this.page.getByRole('tree', { name: startsWithLabel(this.title) })
  }

  /** The view with its title and its welcome content. */
  get view(): Locator {
    return this.page.locator('.pane').filter({ has: this.page.locator(`.pane-header[aria-label^="${this.title}"]`) })
  }

  /** All lines that are on the screen. */
  get items(): Locator {
    return this.root.getByRole('treeitem')
  }

  /** The line with this label, or whose label and description match. It need not be there yet. */
  item(label: string | RegExp): Locator {
    return this.root.getByRole('treeitem', { name: typeof label === 'string' ? startsWithLabel(label) : label })
  }

  /** Unfolds a line, if it is not, and waits until it is. */
  async expand(label: string | RegExp): Promise<void> {
    const item = this.item(label)
    await item.waitFor()
    if ((await item.getAttribute('aria-expanded')) === 'false') await item.locator('.monaco-tl-twistie').click()
    await item.and(this.page.locator('[aria-expanded="true"]')).waitFor()
  }

  /**
   * Opens a line's context menu and picks an entry. A line can move away from under the mouse, and then it was another one's menu. A menu ignores clicks
   * right after it has opened, but no keys.
   */
  async contextMenu(label: string | RegExp, entry: string): Promise<void> {
    const menu = this.page.locator('.monaco-menu')
    for (let attempt = 1; ; attempt++) {
      await this.item(label).click({ button: 'right' })
      try {
        await menu.getByRole('menuitem', { name: startsWithLabel(entry) }).hover(attempt < hovers ? { timeout: hoverMs } : {})
        break
      } catch (error) {
        if (attempt >= hovers) throw error
        await this.page.keyboard.press('Escape')
      }
    }
    await menu.locator('.action-item.focused').filter({ hasText: entry }).waitFor()
    await this.page.keyboard.press('Enter')
    await menu.waitFor({ state: 'detached' })
  }

  /** Presses one of the icons that stand at the right of a line. They are there while the mouse is over it, and a line can move away from under it. */
  async inlineAction(label: string | RegExp, action: string): Promise<void> {
    const item = this.item(label)
    const button = item.getByRole('button', { name: startsWithLabel(action) })
    for (let attempt = 1; ; attempt++) {
      await item.hover()
      try {
        await button.click(attempt < hovers ? { timeout: hoverMs } : {})
        return
      } catch (error) {
        if (attempt >= hovers) throw error
      }
    }
  }
}
