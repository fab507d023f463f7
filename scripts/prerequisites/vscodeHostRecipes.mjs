/**
 * What makes up a VS Code without a desktop: the npm package code-server contains the workbench and the extension host of one VS Code version
 * as a server. It is used without code-server's own shell around it.
 *
 * @typedef {object} VscodeHostRecipe
 * @property {Record<string, string>} packages npm packages and their versions
 * @property {readonly string[]} native packages inside the server that must be built here. Without spdlog, log channels stay empty
 * @property {string} [ripgrep] the package whose rg goes where the server looks for one, if the server does not bring its own
 */

/** @typedef {'1.139' | '1.100'} VscodeVersion */

const { platform, arch } = process

/**
 * The VS Code versions that the tests run on: a recent one, and the oldest that package.json promises (engines.vscode).
 *
 * @type {Record<VscodeVersion, VscodeHostRecipe>}
 */
export const vscodeHostRecipes = {
  1.139: {
    packages: { 'code-server': '4.139.1', [`node-${platform}-${arch}`]: '24.21.0' },
    native: ['@vscode/spdlog', '@vscode/native-watchdog']
  },
  '1.100': {
    packages: { 'code-server': '4.100.3', [`node-${platform}-${arch}`]: '20.20.2', [`@vscode/ripgrep-${platform}-${arch}`]: '1.18.0' },
    native: ['@vscode/spdlog', 'native-watchdog'],
    ripgrep: `@vscode/ripgrep-${platform}-${arch}`
  }
}

/**
 * @param {string | undefined} text
 * @returns {text is VscodeVersion}
 */
export const isVscodeVersion = (text) => text !== undefined && text in vscodeHostRecipes
