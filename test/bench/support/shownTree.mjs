/** VS Code gathers the changes of a tree for so long before it asks again. */
const gatherMs = 200

const expanded = 2

/** Shows a tree as VS Code does: asks for the rows of what is unfolded, and again for what has changed, where it is shown. */
export class ShownTree {
  /** Rows that were built. */
  built = 0
  /** @type {Set<unknown>} */
  #changed = new Set()
  /** @type {NodeJS.Timeout | undefined} */
  #due
  #tree

  /**
   * @param {{ getTreeItem: (node: any) => any, getChildren: (node?: any) => any }} tree
   * @param {{ event: (listener: (node: unknown) => void) => unknown }} changes
   */
  constructor(tree, changes) {
    this.#tree = tree
    changes.event((node) => {
      this.#changed.add(node)
      this.#due ??= setTimeout(() => void this.#drawChanged(), gatherMs)
    })
  }

  /**
   * Draws a row with everything that is unfolded below it; without one, the whole tree.
   *
   * @param {unknown} [node]
   * @returns {Promise<number>} the rows that were built
   */
  async draw(node) {
    const before = this.built
    await this.#draw(node)
    return this.built - before
  }

  async #drawChanged() {
    this.#due = undefined
    const changed = this.#changed
    this.#changed = new Set()
    for (const node of changed.has(undefined) ? [undefined] : changed) await this.#draw(node)
  }

  /** @param {unknown} node @returns {Promise<void>} */
  async #draw(node) {
    if (node !== undefined) {
      this.built += 1
      if (this.#tree.getTreeItem(node).collapsibleState !== expanded) return
    }
    for (const child of await this.#tree.getChildren(node)) await this.#draw(child)
  }
}
