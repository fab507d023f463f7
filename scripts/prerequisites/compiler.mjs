import { installDebianPackages } from './debianPackages.mjs'
import { findOnPath } from './findOnPath.mjs'

/**
 * Makes sure that npm can build the VS Code server's few native parts.
 *
 * @param {AbortSignal | undefined} [signal]
 */
export const ensureCompiler = async (signal) => {
  if (['make', 'g++', 'python3'].every((command) => findOnPath([command]) !== undefined)) return
  await installDebianPackages({ what: 'a C++ compiler', packages: ['make', 'g++', 'python3'], signal })
}
