import type { Locator, Page } from 'playwright-core'
import { startsWithLabel } from './label'

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

  /** Opens a line's context menu and picks an entry. A menu ignores clicks right after it has opened, but no keys. */
  async contextMenu(label: string | RegExp, entry: string): Promise<void> {
    await this.item(label).click({ button: 'right' })
    const menu = this.page.locator('.monaco-menu')
    await menu.getByRole('menuitem', { name: startsWithLabel(entry) }).hover()
    await menu.locator('.action-item.focused').filter({ hasText: entry }).waitFor()
    await this.page.keyboard.press('Enter')
    await menu.waitFor({ state: 'detached' })
  }

  /** Presses one of the icons that stand at the right of a line. */
  async inlineAction(label: string | RegExp, action: string): Promise<void> {
    const item = this.item(label)
    await item.hover()
    await item.getByRole('button', { name: startsWithLabel(action) }).click()
  }
}
