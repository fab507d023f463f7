import { Failure } from '../process/failure.mjs'
import { runQuietly } from '../process/run.mjs'
import { findOnPath } from './findOnPath.mjs'

/**
 * How to run a command as root here without asking for a password.
 *
 * @returns {Promise<readonly string[] | undefined>} the words to put before the command; undefined if there is no way
 */
const asRoot = async () => {
  if (process.getuid?.() === 0) return []
  if (findOnPath(['sudo']) === undefined) return undefined
  try {
    await runQuietly('sudo', ['-n', 'true'])
    return ['sudo', '-n']
  } catch {
    return undefined
  }
}

/**
 * Installs Debian packages with apt-get, saying so. Throws a Failure that names what to install by hand where that is not possible.
 *
 * @param {object} wanted
 * @param {string} wanted.what what the packages are for a reader, like "Chromium"
 * @param {readonly string[]} wanted.packages
 * @param {AbortSignal | undefined} [wanted.signal]
 */
export const installDebianPackages = async ({ what, packages, signal }) => {
  const root = findOnPath(['apt-get']) === undefined ? undefined : await asRoot()
  if (root === undefined) {
    throw new Failure(
      `${what} is missing and cannot be installed from here. Please install it (on Debian: apt-get install ${packages.join(' ')}), then run this again.`
    )
  }
  console.error(`Installing ${what} (about 1 min)…`)
  const apt = [...root, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get']
  const [command = 'env', ...words] = apt
  const options = { signal }
  await runQuietly(command, [...words, 'update'], options)
  await runQuietly(command, [...words, 'install', '--yes', '--no-install-recommends', ...packages], options)
}
