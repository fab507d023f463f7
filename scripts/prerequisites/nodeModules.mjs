import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { runQuietly } from '../process/run.mjs'

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional] for other kinds of machine, mostly: npm leaves those out
 */

/**
 * @param {string} file a lock file of npm
 * @returns {Promise<Record<string, LockedPackage>>} its packages by their folder
 */
const lockedPackages = async (file) => JSON.parse(await readFile(file, 'utf8')).packages

/**
 * npm writes node_modules/.package-lock.json last, so it tells what is really there, also after an `npm ci` by hand or one that was cut short.
 *
 * @param {string} projectFolder
 */
const isUpToDate = async (projectFolder) => {
  const wanted = await lockedPackages(path.join(projectFolder, 'package-lock.json'))
  try {
    const present = await lockedPackages(path.join(projectFolder, 'node_modules', '.package-lock.json'))
    return Object.entries(wanted).every(([folder, { version, integrity, optional }]) => {
      const found = present[folder]
      if (folder === '') return true
      if (found === undefined) return optional === true
      return found.version === version && found.integrity === integrity
    })
  } catch {
    return false
  }
}

/**
 * Makes sure that node_modules holds what package-lock.json names.
 *
 * @param {string} projectFolder
 * @param {AbortSignal | undefined} [signal]
 */
export const ensureNodeModules = async (projectFolder, signal) => {
  if (await isUpToDate(projectFolder)) return
  console.error('Installing the npm packages (about 30 s)…')
  await runQuietly('npm', ['ci'], { cwd: projectFolder, signal })
}
