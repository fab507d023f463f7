// What src/editor gets for `vscode` in the bench: as much of it as the rows of a tree and the contents of a panel are made of. Whatever else it
// would ask for throws.
class EventEmitter {
  /** @type {Set<(event: unknown) => void>} */
  #listeners = new Set()
  /** @param {(event: unknown) => void} listener */
  event = (listener) => {
    this.#listeners.add(listener)
    return { dispose: () => this.#listeners.delete(listener) }
  }
  /** @param {unknown} event */
  fire(event) {
    for (const listener of this.#listeners) listener(event)
  }
  dispose() {
    this.#listeners.clear()
  }
}

class TreeItem {
  /** @param {string} label @param {number} collapsibleState */
  constructor(label, collapsibleState) {
    this.label = label
    this.collapsibleState = collapsibleState
  }
}

class ThemeColor {
  /** @param {string} id */
  constructor(id) {
    this.id = id
  }
}

class ThemeIcon {
  /** @param {string} id @param {ThemeColor} [color] */
  constructor(id, color) {
    this.id = id
    this.color = color
  }
}

/** The tooltips of connections are Markdown. */
class MarkdownString {
  value = ''
  /** @param {string} text */
  appendMarkdown(text) {
    this.value += text
    return this
  }
  /** @param {string} text */
  appendText(text) {
    this.value += text
    return this
  }
}

/** @param {unknown} _options @param {() => unknown} task */
const withProgress = (_options, task) => task()

module.exports = {
  EventEmitter,
  TreeItem,
  ThemeColor,
  ThemeIcon,
  MarkdownString,
  TreeItemCollapsibleState: { None: 0, Collapsed: 1, Expanded: 2 },
  Disposable: { from: () => ({ dispose: () => undefined }) },
  ProgressLocation: { Notification: 15 },
  window: { withProgress },
  commands: { executeCommand: () => Promise.resolve(undefined) },
  env: { language: 'en' },
  l10n: {
    /** @param {string} text @param {readonly unknown[]} parts */
    t: (text, ...parts) => text.replace(/\{(\d)\}/g, (_, index) => String(parts[Number(index)]))
  }
}
