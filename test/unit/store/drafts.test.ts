import assert from 'node:assert/strict'
import { Drafts } from '../../../src/store/drafts'
import type { ConversationRef } from '../../../src/store/conversationRef'
import type { KeyValueStorage } from '../../../src/store/storage'
import { ids } from '../support/ids'

/** A storage that, as an editor’s does, keeps JSON. */
class MemoryStorage implements KeyValueStorage {
  readonly #held = new Map<string, string>()

  keys(): readonly string[] {
    return [...this.#held.keys()]
  }

  get(key: string): unknown {
    const held = this.#held.get(key)
    return held === undefined ? undefined : JSON.parse(held)
  }

  update(key: string, value: unknown): Promise<void> {
    if (value === undefined) this.#held.delete(key)
    else this.#held.set(key, JSON.stringify(value))
    return Promise.resolve()
  }

  get size(): number {
    return this.#held.size
  }
}

const here: ConversationRef = { connectionId: 'c-1', id: ids.conversation }
const there: ConversationRef = { ...here, connectionId: 'c-2' }
const empty = { text: '', deploymentId: undefined }

describe('a draft', () => {
  it('is empty before anything is written', () => {
    assert.deepEqual(new Drafts(new MemoryStorage()).get(here), empty)
  })

  it('is there again after the editor was closed, for its conversation only', async () => {
    const storage = new MemoryStorage()
    await new Drafts(storage).save(here, { text: 'Anything\nelse? 👋', deploymentId: ids.deployment })
    const later = new Drafts(storage)
    assert.deepEqual(later.get(here), { text: 'Anything\nelse? 👋', deploymentId: ids.deployment })
    assert.deepEqual(later.get({ ...here, id: ids.otherConversation }), empty)
  })

  it('is the last one that was written', async () => {
    const drafts = new Drafts(new MemoryStorage())
    await drafts.save(here, { text: 'One', deploymentId: ids.deployment })
    await drafts.save(here, { text: 'Two', deploymentId: undefined })
    assert.deepEqual(drafts.get(here), { text: 'Two', deploymentId: undefined })
  })

  it('is kept when only the deployment was chosen', async () => {
    const drafts = new Drafts(new MemoryStorage())
    await drafts.save(here, { text: '', deploymentId: ids.deployment })
    assert.deepEqual(drafts.get(here), { text: '', deploymentId: ids.deployment })
  })

  it('leaves nothing behind once it is empty or cleared', async () => {
    const storage = new MemoryStorage()
    const drafts = new Drafts(storage)
    await drafts.save(here, { text: 'One', deploymentId: undefined })
    await drafts.save(here, empty)
    assert.equal(storage.size, 0)
    await drafts.save(here, { text: 'One', deploymentId: undefined })
    await drafts.clear(here)
    assert.equal(storage.size, 0)
  })

  it('is empty where something else is stored', async () => {
    for (const junk of ['text', 7, null, [], { text: 7 }, { deploymentId: 'd' }]) {
      const storage = new MemoryStorage()
      await new Drafts(storage).save(here, { text: 'One', deploymentId: undefined })
      await storage.update(storage.keys()[0] ?? '', junk)
      assert.deepEqual(new Drafts(storage).get(here), empty)
    }
  })

  it('is of one connection only, though another one has a conversation with the same id', async () => {
    const drafts = new Drafts(new MemoryStorage())
    await drafts.save(here, { text: 'One', deploymentId: undefined })
    assert.deepEqual(drafts.get(there), empty)
  })

  it('is forgotten with its connection, and no other is', async () => {
    const storage = new MemoryStorage()
    const drafts = new Drafts(storage)
    for (const ref of [here, { ...here, id: ids.otherConversation }, there])
      await drafts.save(ref, { text: 'One', deploymentId: undefined })
    await drafts.forget('c-1')
    assert.deepEqual([drafts.get(here).text, drafts.get(there).text], ['', 'One'])
    assert.equal(storage.size, 1)
  })

  it('of a version that knew no connections is dropped', async () => {
    const storage = new MemoryStorage()
    const drafts = new Drafts(storage)
    await storage.update(`draft/${ids.conversation}`, { text: 'Old' })
    await storage.update('other', 1)
    await drafts.save(here, { text: 'New', deploymentId: undefined })
    await drafts.tidy()
    assert.deepEqual([drafts.get(here).text, storage.keys().length], ['New', 2])
  })
})
