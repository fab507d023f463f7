import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { SavedConnections } from '../../src/editor/authentication/savedConnection'

/** The editor’s SecretStorage, held in memory. */
const secretStorage = (): vscode.SecretStorage & { readonly held: ReadonlyMap<string, string> } => {
  const held = new Map<string, string>()
  const changed = new vscode.EventEmitter<vscode.SecretStorageChangeEvent>()
  return {
    held,
    onDidChange: changed.event,
    get: (key) => Promise.resolve(held.get(key)),
    store: (key, value) => Promise.resolve(void held.set(key, value)),
    delete: (key) => Promise.resolve(void held.delete(key))
  }
}

describe('The saved connection', () => {
  const connection = { region: 'eu-west-1', userToken: 'user-token', client: { id: 'client', secret: 'client-secret' } }

  it('is there again as it was saved', async () => {
    const storage = secretStorage()
    await new SavedConnections(storage).save(connection)
    assert.deepEqual(await new SavedConnections(storage).load(), connection)
  })

  it('is gone when it is forgotten', async () => {
    const storage = secretStorage()
    const saved = new SavedConnections(storage)
    await saved.save(connection)
    await saved.forget()
    assert.equal(storage.held.size, 0)
  })

  it('is taken for absent when it cannot be read', async () => {
    const storage = secretStorage()
    for (const broken of ['{', '{"region":1}', 'null']) {
      await storage.store('connection', broken)
      assert.equal(await new SavedConnections(storage).load(), undefined)
    }
  })
})
