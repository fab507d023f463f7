import { accessSync, constants, statSync } from 'node:fs'
import path from 'node:path'

/** @param {string} file */
const isExecutableFile = (file) => {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}

/**
 * @param {readonly string[]} names of a command, the preferred one first
 * @returns {string | undefined} the full path of the first one that is on the PATH
 */
export const findOnPath = (names) => {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '')
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : ['']
  return names
    .flatMap((name) => folders.flatMap((folder) => endings.map((ending) => path.join(folder, name + ending))))
    .find((file) => isExecutableFile(file))
}
