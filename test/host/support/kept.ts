import * as vscode from 'vscode'

/** The editor’s SecretStorage, held in memory. */
export const secretStorage = (): vscode.SecretStorage & { readonly held: ReadonlyMap<string, string> } => {
  const held = new Map<string, string>()
  const changed = new vscode.EventEmitter<vscode.SecretStorageChangeEvent>()
  return {
    held,
    onDidChange: changed.event,
    get: (key) => Promise.resolve(held.get(key)),
    store: (key, value) => {
      held.set(key, value)
      changed.fire({ key })
      return Promise.resolve()
    },
    delete: (key) => {
      if (held.delete(key)) changed.fire({ key })
      return Promise.resolve()
    }
  }
}

/** The editor’s global state, held in memory, as JSON like there. */
export const memento = (): vscode.Memento => {
  const held = new Map<string, string>()
  const get = (key: string): unknown => {
    const text = held.get(key)
    return text === undefined ? undefined : (JSON.parse(text) as unknown)
  }
  return {
    keys: () => [...held.keys()],
    get: <T>(key: string, otherwise?: T) => (get(key) as T | undefined) ?? otherwise,
    update: (key, value: unknown) => {
      if (value === undefined) held.delete(key)
      else held.set(key, JSON.stringify(value))
      return Promise.resolve()
    }
  }
}
