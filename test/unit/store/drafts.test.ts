import assert from 'node:assert/strict'
import { Drafts } from '../../../src/store/drafts'
import type { ConversationRef } from '../../../src/store/conversationRef'
import type { KeyValueStorage } from '../../../src/store/storage'
import { textDraft, type Draft } from '../../../src/model/draft'
import { now } from '../support/conversation'
import { orderTemplate } from '../support/cannedResponse'
import { ids } from '../support/ids'
import { fakePace, settled } from '../support/pace'

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
const empty = textDraft('')

/** Waits do not end: what is written is what is written at once, or asked for. */
const draftsIn = (storage: KeyValueStorage): Drafts => new Drafts(storage, fakePace(0), assert.ifError)

/** Saves, and waits until it is written. */
const saved = async (drafts: Drafts, conversation: ConversationRef, draft: Draft): Promise<void> => {
  drafts.save(conversation, draft)
  await drafts.flush()
}

/** A draft with something chosen of everything. */
const whole: Draft = {
  text: 'Anything else?',
  template: {
    response: {
      id: 'r-1',
      name: 'Order on its way',
      libraries: [{ id: 'l-1', name: 'Templates' }],
      text: 'Hello {{1}}',
      isPlain: true,
      substitutions: [{ id: '1', description: 'First name' }],
      use: 'whatsAppTemplate',
      parts: [
        { place: { kind: 'header' }, text: 'Order {{1}}' },
        { place: { kind: 'buttonUrl', button: 0, card: 1 }, text: 'https://shop.example/{{1}}' }
      ]
    },
    values: { 'bodyParameters:1': 'Grace', 'headerParameters:1': 'SB-1' }
  },
  media: { id: 'm-1', fileName: 'tent.png', bytes: 20, communicationId: ids.agentLeg },
  agentMessage: { kind: 'media' },
  agentless: { kind: 'template', fromAddress: ids.deployment, toAddress: '+13175550142', externalContactId: ids.contact },
  outbound: { queueId: ids.queue, toAddress: '13175550142', externalContactId: ids.contact, useExistingConversation: false }
}

describe('a draft', () => {
  it('is empty before anything is written', () => {
    assert.deepEqual(draftsIn(new MemoryStorage()).get(here), empty)
  })

  it('is there again after the editor was closed, for its conversation only', async () => {
    const storage = new MemoryStorage()
    await saved(draftsIn(storage), here, { text: 'Anything\nelse? 👋', agentless: { fromAddress: ids.deployment } })
    const later = draftsIn(storage)
    assert.deepEqual(later.get(here), { text: 'Anything\nelse? 👋', agentless: { fromAddress: ids.deployment } })
    assert.deepEqual(later.get({ ...here, id: ids.otherConversation }), empty)
  })

  it('is the last one that was written', async () => {
    const drafts = draftsIn(new MemoryStorage())
    await saved(drafts, here, { text: 'One', agentless: { fromAddress: ids.deployment } })
    await saved(drafts, here, textDraft('Two'))
    assert.deepEqual(drafts.get(here), textDraft('Two'))
  })

  it('is kept when only the deployment was chosen', async () => {
    const drafts = draftsIn(new MemoryStorage())
    await saved(drafts, here, { text: '', agentless: { fromAddress: ids.deployment } })
    assert.deepEqual(drafts.get(here), { text: '', agentless: { fromAddress: ids.deployment } })
  })

  it('leaves nothing behind once it is empty or cleared', async () => {
    const storage = new MemoryStorage()
    const drafts = draftsIn(storage)
    await saved(drafts, here, textDraft('One'))
    await saved(drafts, here, empty)
    assert.equal(storage.size, 0)
    await saved(drafts, here, textDraft('One'))
    await drafts.clear(here)
    assert.equal(storage.size, 0)
  })

  it('is empty where something else is stored', async () => {
    for (const junk of ['text', 7, null, [], { text: 7 }, { deploymentId: 'd' }]) {
      const storage = new MemoryStorage()
      await saved(draftsIn(storage), here, textDraft('One'))
      await storage.update(storage.keys()[0] ?? '', junk)
      assert.deepEqual(draftsIn(storage).get(here), empty)
    }
  })

  it('is of one connection only, though another one has a conversation with the same id', async () => {
    const drafts = draftsIn(new MemoryStorage())
    await saved(drafts, here, textDraft('One'))
    assert.deepEqual(drafts.get(there), empty)
  })

  it('is forgotten with its connection, and no other is', async () => {
    const storage = new MemoryStorage()
    const drafts = draftsIn(storage)
    for (const ref of [here, { ...here, id: ids.otherConversation }, there]) await saved(drafts, ref, textDraft('One'))
    await drafts.forget('c-1')
    assert.deepEqual([drafts.get(here).text, drafts.get(there).text], ['', 'One'])
    assert.equal(storage.size, 1)
  })

  it('is kept with everything that was chosen, and with when it was last changed', async () => {
    const storage = new MemoryStorage()
    await saved(draftsIn(storage), here, whole)
    assert.deepEqual(draftsIn(storage).get(here), whole)
    assert.deepEqual(storage.get(`draft/c-1/${ids.conversation}`), { ...whole, at: now })
  })

  it('of a version that kept less of a template is read without it', async () => {
    const storage = new MemoryStorage()
    await saved(draftsIn(storage), here, textDraft('One'))
    const { parts, ...response } = whole.template?.response ?? orderTemplate
    assert.notDeepEqual(parts, [])
    await storage.update(storage.keys()[0] ?? '', { ...whole, template: { response, values: { 1: 'Grace' } } })
    const { template, ...rest } = whole
    assert.ok(template)
    assert.deepEqual(draftsIn(storage).get(here), rest)
  })

  it('of the first version, with a deployment, is read', async () => {
    const storage = new MemoryStorage()
    await storage.update(`draft/c-1/${ids.conversation}`, { text: 'Old', deploymentId: ids.deployment })
    assert.deepEqual(draftsIn(storage).get(here), { text: 'Old', agentless: { fromAddress: ids.deployment } })
    await storage.update(`draft/c-1/${ids.conversation}`, { text: 'Older' })
    assert.deepEqual(draftsIn(storage).get(here), textDraft('Older'))
  })

  it('is written at the first keystroke, and then once in a quarter of a second, to the last one', async () => {
    const storage = new MemoryStorage()
    const pace = fakePace()
    const writes: unknown[] = []
    const counting: KeyValueStorage = {
      keys: () => storage.keys(),
      get: (key) => storage.get(key),
      update: (key, value) => {
        writes.push(value)
        return storage.update(key, value)
      }
    }
    const drafts = new Drafts(counting, pace, assert.ifError)
    for (const text of ['H', 'He', 'Hel']) drafts.save(here, textDraft(text))
    assert.equal(drafts.get(here).text, 'Hel')
    assert.deepEqual(storage.get(`draft/c-1/${ids.conversation}`), { text: 'H', at: now })
    await settled()
    assert.deepEqual(writes.at(-1), { text: 'Hel', at: now + 250 })
    assert.equal(writes.length, 2)
  })

  it('is written when the editor is closed within that time', () => {
    const storage = new MemoryStorage()
    const drafts = draftsIn(storage)
    drafts.save(here, textDraft('One'))
    drafts.save(here, textDraft('One more'))
    drafts.dispose()
    assert.equal(draftsIn(storage).get(here).text, 'One more')
  })

  it('is held, and written by the next change, when the storage does not take it; that is told', async () => {
    const storage = new MemoryStorage()
    const told: unknown[] = []
    let full = true
    const failing: KeyValueStorage = {
      keys: () => storage.keys(),
      get: (key) => storage.get(key),
      update: (key, value) => (full ? Promise.reject(new Error('The disk is full.')) : storage.update(key, value))
    }
    const drafts = new Drafts(failing, fakePace(), (error) => told.push(error))
    drafts.save(here, textDraft('One'))
    await settled()
    assert.deepEqual([drafts.get(here).text, told.length], ['One', 1])
    full = false
    drafts.save(there, textDraft('Two'))
    await settled()
    assert.deepEqual([draftsIn(storage).get(here).text, draftsIn(storage).get(there).text], ['One', 'Two'])
  })

  it('of a version that knew no connections is dropped', async () => {
    const storage = new MemoryStorage()
    const drafts = draftsIn(storage)
    await storage.update(`draft/${ids.conversation}`, { text: 'Old' })
    await storage.update('other', 1)
    await saved(drafts, here, textDraft('New'))
    await drafts.tidy()
    assert.deepEqual([drafts.get(here).text, storage.keys().length], ['New', 2])
  })
})
