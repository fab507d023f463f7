import { Failure } from '../process/failure.mjs'
import { installDebianPackages } from './debianPackages.mjs'
import { findOnPath } from './findOnPath.mjs'

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * @returns {string | undefined} the Chromium that is here: the one that the CHROMIUM environment variable names, else the one on the PATH
 */
export const findChromium = () => {
  const named = process.env['CHROMIUM']
  return named === undefined || named === '' ? findOnPath(commands) : named
}

/**
 * Makes sure that there is a Chromium to open the editor in.
 *
 * @param {AbortSignal | undefined} [signal]
 * @returns {Promise<string>} its executable
 */
export const ensureChromium = async (signal) => {
  const found = findChromium()
  if (found !== undefined) return found
  await installDebianPackages({ what: 'Chromium', packages: ['chromium', 'fonts-liberation'], signal })
  const installed = findChromium()
  if (installed === undefined)
    throw new Failure('Chromium was installed but is not on the PATH. Set CHROMIUM to its executable and run this again.')
  return installed
}
