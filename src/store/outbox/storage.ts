import type { Instant } from '../../model/instant'

/** A file of the outbox, by its name. */
export interface StoredFile {
  readonly name: string
  /** When it was last written, by this machine’s clock. */
  readonly writtenAt: Instant
  /** Another one after every write. */
  readonly version: string
}

/** Where the sends of one connection are kept. Several editors may work with the same one at once. */
export interface SendStorage {
  list(): Promise<readonly StoredFile[]>
  /** `undefined` when there is none of this name, or not any more. */
  read(name: string): Promise<string | undefined>
  /** Resolves once the whole text would be there again after a power cut. Nobody ever reads half of it. */
  write(name: string, text: string): Promise<void>
  /** Writes a file of a name that there is none of yet. @returns whether it did: of several editors one alone does */
  create(name: string, text: string): Promise<boolean>
  remove(name: string): Promise<void>
  /** Renames a file so that it is no longer read as a send. It stays for a person to look at. */
  setAside(name: string): Promise<void>
  /** Removes everything. */
  clear(): Promise<void>
}

/** Where sends are kept: a storage for each connection. */
export interface SendStorages {
  of(connectionId: string): SendStorage
  /** Removes everything of all connections. */
  clear(): Promise<void>
}

/** What a name gets when its file is set aside. */
export const asideSuffix = '.unreadable'

/** A storage that ends with the session. */
export const memoryStorage = (now: () => Instant = Date.now): SendStorage => {
  const held = new Map<string, Omit<StoredFile, 'name'> & { readonly text: string }>()
  let writes = 0
  const put = (name: string, text: string): void => {
    held.set(name, { text, writtenAt: now(), version: String(++writes) })
  }
  return {
    list: () => Promise.resolve([...held].map(([name, { writtenAt, version }]) => ({ name, writtenAt, version }))),
    read: (name) => Promise.resolve(held.get(name)?.text),
    write: (name, text) => {
      put(name, text)
      return Promise.resolve()
    },
    create: (name, text) => {
      const isNew = !held.has(name)
      if (isNew) put(name, text)
      return Promise.resolve(isNew)
    },
    remove: (name) => Promise.resolve(void held.delete(name)),
    setAside: (name) => {
      const file = held.get(name)
      held.delete(name)
      if (file) held.set(`${name}${asideSuffix}`, file)
      return Promise.resolve()
    },
    clear: () => {
      held.clear()
      return Promise.resolve()
    }
  }
}

/** Storages that end with the session. */
export const memoryStorages = (now: () => Instant = Date.now): SendStorages => {
  const storages = new Map<string, SendStorage>()
  return {
    of: (connectionId) => {
      const storage = storages.get(connectionId) ?? memoryStorage(now)
      storages.set(connectionId, storage)
      return storage
    },
    clear: async () => {
      await Promise.all([...storages.values()].map((storage) => storage.clear()))
    }
  }
}
