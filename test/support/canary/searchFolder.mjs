import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { findSecrets } from './forms.mjs'

/**
 * Searches every file of a folder, and the files' names.
 *
 * @param {string} folder
 * @returns {Promise<readonly string[]>} where a secret was found, a line each
 */
export const searchFolder = async (folder) => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const searched = entries.map(async (entry) => {
    const name = path.join(path.relative(folder, entry.parentPath), entry.name)
    const [inName] = findSecrets(Buffer.from(entry.name))
    // Neither sockets nor links: what a link points to is searched where it is.
    const [inContent] = entry.isFile() ? findSecrets(await readFile(path.join(entry.parentPath, entry.name))) : []
    return [
      ...(inName === undefined ? [] : [`the name of the file ${name}, ${inName.form}`]),
      ...(inContent === undefined ? [] : [`the file ${name}, ${inContent.form}, at byte ${inContent.at}`])
    ]
  })
  return (await Promise.all(searched)).flat()
}
