import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { UsageError } from '../usage'
import { isIgnored, levelsAbove, levelsInside, type IgnoreLevels } from './gitIgnore'

const byName = (a: { readonly name: string }, b: { readonly name: string }): number => (a.name < b.name ? -1 : 1)

const cannotRead = (file: string, error: unknown): UsageError =>
  new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`)

/** What is in a folder, and which rules of git hold there. A folder that cannot be read must not be taken for an empty one. */
const readFolder = async (folder: string, above: IgnoreLevels) => {
  try {
    const [levels, entries] = await Promise.all([levelsInside(folder, above), readdir(folder, { withFileTypes: true })])
    return { levels, entries: entries.sort(byName) }
  } catch (error) {
    throw cannotRead(folder, error)
  }
}

/** The files below a folder that git does not ignore, in the order of their names. Symbolic links are not followed: what they lead to has a place of its own. */
async function* filesBelow(folder: string, above: IgnoreLevels): AsyncGenerator<string> {
  const { levels, entries } = await readFolder(folder, above)
  for (const entry of entries) {
    const file = path.join(folder, entry.name)
    const isFolder = entry.isDirectory()
    if (entry.name === '.git' || isIgnored(levels, file, isFolder)) continue
    if (isFolder) yield* filesBelow(file, levels)
    else if (entry.isFile()) yield file
  }
}

const kindOf = async (file: string): Promise<'folder' | 'file'> => {
  try {
    return (await stat(file)).isDirectory() ? 'folder' : 'file'
  } catch (error) {
    throw cannotRead(file, error)
  }
}

/**
 * The files that `paths` name, as absolute paths, each once. A file that is named itself is taken even if git ignores it.
 *
 * @throws UsageError when one of the paths is not there, before any file is given; and when a folder cannot be read.
 */
export async function* sourceFiles(paths: readonly string[]): AsyncGenerator<string> {
  const kinds = await Promise.all(paths.map(kindOf))
  const seen = new Set<string>()
  for (const [at, named] of paths.entries()) {
    const absolute = path.resolve(named)
    const files = kinds[at] === 'folder' ? filesBelow(absolute, await levelsAbove(absolute)) : [absolute]
    for await (const file of files) {
      if (seen.has(file)) continue
      seen.add(file)
      yield file
    }
  }
}
