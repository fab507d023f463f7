import assert from 'node:assert/strict'
import { Drafts } from '../../../src/store/drafts'
import type { KeyValueStorage } from '../../../src/store/storage'
import { ids } from '../support/ids'

/** A storage that, as an editor’s does, keeps JSON. */
class MemoryStorage implements KeyValueStorage {
  readonly #held = new Map<string, string>()

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

const empty = { text: '', deploymentId: undefined }

describe('a draft', () => {
  it('is empty before anything is written', () => {
    assert.deepEqual(new Drafts(new MemoryStorage()).get(ids.conversation), empty)
  })

  it('is there again after the editor was closed, for its conversation only', async () => {
    const storage = new MemoryStorage()
    await new Drafts(storage).save(ids.conversation, { text: 'Anything\nelse? 👋', deploymentId: ids.deployment })
    const later = new Drafts(storage)
    assert.deepEqual(later.get(ids.conversation), { text: 'Anything\nelse? 👋', deploymentId: ids.deployment })
    assert.deepEqual(later.get(ids.otherConversation), empty)
  })

  it('is the last one that was written', async () => {
    const drafts = new Drafts(new MemoryStorage())
    await drafts.save(ids.conversation, { text: 'One', deploymentId: ids.deployment })
    await drafts.save(ids.conversation, { text: 'Two', deploymentId: undefined })
    assert.deepEqual(drafts.get(ids.conversation), { text: 'Two', deploymentId: undefined })
  })

  it('is kept when only the deployment was chosen', async () => {
    const drafts = new Drafts(new MemoryStorage())
    await drafts.save(ids.conversation, { text: '', deploymentId: ids.deployment })
    assert.deepEqual(drafts.get(ids.conversation), { text: '', deploymentId: ids.deployment })
  })

  it('leaves nothing behind once it is empty or cleared', async () => {
    const storage = new MemoryStorage()
    const drafts = new Drafts(storage)
    await drafts.save(ids.conversation, { text: 'One', deploymentId: undefined })
    await drafts.save(ids.conversation, empty)
    assert.equal(storage.size, 0)
    await drafts.save(ids.conversation, { text: 'One', deploymentId: undefined })
    await drafts.clear(ids.conversation)
    assert.equal(storage.size, 0)
  })

  it('is empty where something else is stored', async () => {
    for (const junk of ['text', 7, null, [], { text: 7 }, { deploymentId: 'd' }]) {
      const storage = new MemoryStorage()
      await new Drafts(storage).save(ids.conversation, { text: 'One', deploymentId: undefined })
      await storage.update(`draft/${ids.conversation}`, junk)
      assert.deepEqual(new Drafts(storage).get(ids.conversation), empty)
    }
  })
})
