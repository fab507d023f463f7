import ignore, { type Ignore } from 'ignore'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'

/** The rules of one .gitignore, which hold below its folder. */
interface Level {
  readonly folder: string
  readonly rules: Ignore
}

/** The .gitignore files that hold in a folder, from the outermost to the innermost. */
export type IgnoreLevels = readonly Level[]

/** There is none: no such entry, or a folder of that name, which git does not read either. */
const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(String(error.code))

const readLevel = async (folder: string): Promise<IgnoreLevels> => {
  try {
    return [{ folder, rules: ignore({ ignorecase: false }).add(await readFile(path.join(folder, '.gitignore'), 'utf8')) }]
  } catch (error) {
    // Nothing says what is ignored here. A .gitignore that is there and cannot be read must not be taken for that.
    if (isMissing(error)) return []
    throw error
  }
}

const exists = async (file: string): Promise<boolean> => {
  try {
    await stat(file)
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

const upwards = (folder: string): readonly string[] => {
  const parent = path.dirname(folder)
  return parent === folder ? [folder] : [folder, ...upwards(parent)]
}

/** The levels above a folder: of its repository, when it lies in one. */
export const levelsAbove = async (folder: string): Promise<IgnoreLevels> => {
  const levels: IgnoreLevels[] = []
  if (await exists(path.join(folder, '.git'))) return []
  for (const above of upwards(folder).slice(1)) {
    levels.unshift(await readLevel(above))
    if (await exists(path.join(above, '.git'))) return levels.flat()
  }
  return []
}

/** The levels that hold inside `folder`, when `above` hold where it lies. */
export const levelsInside = async (folder: string, above: IgnoreLevels): Promise<IgnoreLevels> => [...above, ...(await readLevel(folder))]

/** True for an entry that git passes over: the innermost .gitignore that says something of it decides. */
export const isIgnored = (levels: IgnoreLevels, entry: string, isFolder: boolean): boolean => {
  for (const { folder, rules } of levels.toReversed()) {
    const relative = path.relative(folder, entry).split(path.sep).join('/')
    const { ignored, unignored } = rules.test(isFolder ? `${relative}/` : relative)
    if (ignored || unignored) return ignored
  }
  return false
}
