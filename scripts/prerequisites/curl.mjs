import { installDebianPackages } from './debianPackages.mjs'
import { findOnPath } from './findOnPath.mjs'

/**
 * Makes sure that there is a cURL to run the printed commands with.
 *
 * @param {AbortSignal | undefined} [signal]
 */
export const ensureCurl = async (signal) => {
  if (findOnPath(['curl']) !== undefined) return
  await installDebianPackages({ what: 'cURL', packages: ['curl'], signal })
}
