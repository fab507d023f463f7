/**
 * Everything that the page’s origin keeps in the browser, as text: the editor’s state of windows, workspaces and extensions, and SecretStorage,
 * which is encrypted.
 *
 * @param {import('playwright-core').Page} page
 * @returns {Promise<readonly { name: string, text: string }[]>}
 */
export const browserStorage = (page) =>
  page.evaluate(async () => {
    /**
     * @template Result
     * @param {IDBRequest<Result>} request
     * @returns {Promise<Result>}
     */
    const done = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    /** @param {unknown} value */
    const textOf = (value) => {
      if (typeof value === 'string') return value
      if (value instanceof ArrayBuffer) return new TextDecoder('latin1').decode(value)
      if (ArrayBuffer.isView(value)) return new TextDecoder('latin1').decode(value)
      return JSON.stringify(value) ?? ''
    }
    const kept = []
    for (const [name, storage] of Object.entries({ localStorage, sessionStorage }))
      for (const [key, value] of Object.entries(storage)) kept.push({ name: `${name}’s “${key}”`, text: `${key}\n${value}` })
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue
      const database = await done(indexedDB.open(name))
      for (const storeName of database.objectStoreNames) {
        const store = database.transaction(storeName).objectStore(storeName)
        const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())])
        kept.push({ name: `IndexedDB’s ${name}/${storeName}`, text: [...keys, ...values].map(textOf).join('\n') })
      }
      database.close()
    }
    return kept
  })
