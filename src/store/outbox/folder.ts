import { link, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import * as z from 'zod/mini'
import { asideSuffix, type SendStorage, type SendStorages, type StoredFile } from './storage'

const failed = z.object({ code: z.string() })

const hasCode = (error: unknown, code: string): boolean => {
  const parsed = failed.safeParse(error)
  return parsed.success && parsed.data.code === code
}

/** `undefined` in place of a file or folder that is not there, or not any more: another editor may have removed it. */
const unlessMissing = async <Value>(reading: Promise<Value>): Promise<Value | undefined> => {
  try {
    return await reading
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

/** What a file is called while it is being written. One that stays behind after a crash was never a record; it is removed when it is old. */
const unfinishedSuffix = '.unfinished'

/** Makes what was made, or got its name, in a folder last over a power cut. Windows has no such call for folders, and needs none. */
const flushFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Keeps sends as files of a folder, which is made when the first one is written. Rejects with what the file system says. */
export const folderStorage = (folder: string): SendStorage => {
  const pathOf = (name: string): string => path.join(folder, name)
  /** Writes a whole text, and lets it be named then: nobody ever reads half of it. */
  const writing = async <Named>(text: string, named: (unfinished: string) => Promise<Named>): Promise<Named> => {
    const made = await mkdir(folder, { recursive: true, mode: 0o700 })
    if (made !== undefined)
      for (let inner = folder; inner.length >= made.length; inner = path.dirname(inner)) await flushFolder(path.dirname(inner))
    const unfinished = pathOf(`${randomUUID()}${unfinishedSuffix}`)
    try {
      const handle = await open(unfinished, 'wx', 0o600)
      try {
        await handle.writeFile(text)
        await handle.sync()
      } finally {
        await handle.close()
      }
      const done = await named(unfinished)
      await flushFolder(folder)
      return done
    } finally {
      await rm(unfinished, { force: true })
    }
  }
  return {
    list: async () => {
      const names = (await unlessMissing(readdir(folder))) ?? []
      const files = await Promise.all(
        names.map(async (name): Promise<readonly StoredFile[]> => {
          const found = await unlessMissing(stat(pathOf(name), { bigint: true }))
          if (found?.isFile() !== true) return []
          // Clocks of file systems are coarse: two writes may have one time. Each makes a file of its own.
          return [{ name, writtenAt: Number(found.mtimeMs), version: [found.ino, found.mtimeNs, found.size].join(' ') }]
        })
      )
      return files.flat()
    },
    read: (name) => unlessMissing(readFile(pathOf(name), 'utf8')),
    write: (name, text) => writing(text, (unfinished) => rename(unfinished, pathOf(name))),
    create: (name, text) =>
      writing(text, async (unfinished) => {
        try {
          await link(unfinished, pathOf(name))
          return true
        } catch (error) {
          if (hasCode(error, 'EEXIST')) return false
          throw error
        }
      }),
    remove: (name) => rm(pathOf(name), { force: true }),
    setAside: async (name) => {
      await unlessMissing(rename(pathOf(name), pathOf(`${name}${asideSuffix}`)))
    },
    clear: () => rm(folder, { recursive: true, force: true })
  }
}

/** Keeps the sends of each connection in a folder of its own. */
export const folderStorages = (root: string): SendStorages => ({
  of: (connectionId) => folderStorage(path.join(root, encodeURIComponent(connectionId))),
  clear: () => rm(root, { recursive: true, force: true })
})
