import path from 'node:path'
import { Failure } from '../../../scripts/process/failure.mjs'
import { browserStorage } from './browserStorage.mjs'
import { findSecrets } from './forms.mjs'
import { searchFolder } from './searchFolder.mjs'
import { watchWire } from './wire.mjs'

/**
 * What Node is started with so that the run’s secrets are known.
 *
 * @param {string} projectFolder
 */
export const knownSecretsArgs = (projectFolder) => ['--require', path.join(projectFolder, 'test', 'support', 'canary', 'knownSecrets.cjs')]

/** @typedef {ReturnType<typeof startCanary>} Canary */

/**
 * Watches a run of the editor whose secrets are known, and says where one of them turned up outside SecretStorage.
 */
export const startCanary = () => {
  /** @type {Set<string>} */
  const finds = new Set()
  /**
   * @param {string} text
   * @param {string} where
   */
  const search = (text, where) => {
    for (const { form } of findSecrets(Buffer.from(text))) finds.add(`${where}, ${form}`)
  }

  return {
    search,
    /** @param {import('playwright-core').Page} page before it is opened */
    watch: (page) => {
      watchWire(page, (where) => finds.add(where))
      page.on('console', (message) => search(message.text(), 'the window’s console'))
      page.on('pageerror', (error) => search(`${error.message}\n${error.stack ?? ''}`, 'an error in the window'))
    },
    /** @param {import('playwright-core').Page} page at the end of the run */
    readStorage: async (page) => {
      for (const { name, text } of await browserStorage(page)) search(text, name)
    },
    /**
     * @param {string} folder what the run has written
     * @throws {Failure} that names every place where a secret was found
     */
    inspect: async (folder) => {
      for (const where of await searchFolder(folder)) finds.add(where)
      if (finds.size > 0) throw new Failure(`Secrets of this run were found in:\n${[...finds].map((where) => `- ${where}`).join('\n')}`)
    }
  }
}
