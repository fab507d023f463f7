// What the extension’s side of the panel uses of `vscode`, for where it runs without an editor.
export const l10n = {
  /**
   * @param {string} text
   * @param {readonly unknown[]} values
   */
  t: (text, ...values) => text.replaceAll(/\{(\d+)\}/g, (_, index) => String(values[Number(index)]))
}

export const Disposable = { from: () => ({ dispose: () => undefined }) }

export const ProgressLocation = { Notification: 15 }

/**
 * @param {unknown} _options
 * @param {() => unknown} task
 */
const withProgress = (_options, task) => task()

export const window = { withProgress }

export const commands = { executeCommand: () => Promise.resolve(undefined) }
