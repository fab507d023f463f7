import assert from 'node:assert/strict'
import { Log } from '../../src/editor/log'
import type { SendQuestion } from '../../src/editor/panel/confirmation'
import { PanelContents } from '../../src/editor/panel/contents'
import { PanelSending } from '../../src/editor/panel/sending'
import { systemPace } from '../../src/genesys/traffic/pace'
import { textDraft, type Draft } from '../../src/model/draft'
import { Drafts } from '../../src/store/drafts'
import { Outbox } from '../../src/store/outbox/outbox'
import type { SendRecord } from '../../src/store/outbox/record'
import type { Sends } from '../../src/store/outbox/sends'
import { memoryStorage, type SendStorage } from '../../src/store/outbox/storage'
import { sendsWith } from '../support/sends'
import { memento } from './support/kept'
import { openSandboxed, type Sandboxed } from './support/sandboxed'
import { showConversation } from './support/showConversation'

describe('A send from a panel', () => {
  let at: Sandboxed
  let contents: PanelContents
  let drafts: Drafts
  let sends: Sends
  let storage: SendStorage
  const log = new Log()
  const asked: SendQuestion[] = []

  beforeEach(async () => {
    at = await openSandboxed()
    drafts = new Drafts(memento(), systemPace, assert.ifError)
    storage = memoryStorage()
    sends = sendsWith(systemPace, { storages: { of: () => storage, clear: () => storage.clear() } })
    contents = new PanelContents({ connections: at.connections, drafts, sends, log }, () => undefined)
    asked.length = 0
  })
  afterEach(async () => {
    contents.dispose()
    sends.dispose()
    drafts.dispose()
    await at.sandbox.stop()
  })
  after(() => {
    log.dispose()
  })

  /** Sends the draft; the person is asked, something happens meanwhile, and they answer. */
  const send = async (draft: Draft, answer: boolean, meanwhile: () => Promise<void> = () => Promise.resolve()): Promise<void> => {
    contents.changeDraft(draft)
    const ask = async (question: SendQuestion): Promise<boolean> => {
      asked.push(question)
      await meanwhile()
      return answer
    }
    await new PanelSending(contents, sends, () => undefined, ask).sendDraft()
  }

  const sent = (): readonly SendRecord[] => contents.state.shown?.sends ?? []
  const posts = (): number =>
    at.sandbox.ledger().filter(({ request: { method, path } }) => method === 'POST' && /\/messages(\/agentless)?$/.test(path)).length
  const hello = textDraft('Your order has left.')

  it('goes out after the confirmation, which names the customer, and the fields are empty again', async () => {
    await showConversation(contents, at.refOf('connected-web'))
    await send(hello, true)
    assert.match(asked[0]?.question ?? '', /^Send to Priya Raman on Sandbox\?$/)
    assert.deepEqual([posts(), sent()[0]?.recipient, sent()[0]?.text], [1, 'Priya Raman', 'Your order has left.'])
    assert.equal(contents.state.shown?.draft.text, '')
  })

  it('does not go out when the person says no', async () => {
    await showConversation(contents, at.refOf('connected-web'))
    await send(hello, false)
    assert.deepEqual([asked.length, posts()], [1, 0])
    assert.equal(contents.state.shown?.draft.text, 'Your order has left.')
  })

  it('to an address that was typed names the address, in the confirmation and in the record', async () => {
    await showConversation(contents, at.refOf('ended-sms'))
    await send({ ...hello, agentless: { toAddress: '+13175550142' } }, true)
    assert.match(asked[0]?.question ?? '', /^Send to \+13175550142 on Sandbox\?$/)
    assert.equal(sent()[0]?.recipient, '+13175550142')
  })

  it('is not asked for while something is missing or will fail', async () => {
    await showConversation(contents, at.refOf('connected-web'))
    await send(textDraft(' '), true)
    await send(textDraft('x'.repeat(5000)), true)
    assert.deepEqual([asked.length, posts()], [0, 0])
  })

  it('does not go out when the conversation has changed meanwhile, and says what has', async () => {
    await showConversation(contents, at.refOf('connected-web'))
    const leave = contents.state.shown?.actions.actions.find(({ id }) => id === 'leave')
    assert.ok(leave)
    await send(hello, true, () => at.open.connection.change(leave.request))
    assert.match(contents.state.notice?.text ?? '', /^Nothing was sent\. The conversation was connected with Nora Lind, and is now /)
    assert.deepEqual([posts(), sent().length, contents.state.shown?.draft.text], [0, 0, 'Your order has left.'])
  })

  it('is what was confirmed, and what is typed meanwhile stays', async () => {
    await showConversation(contents, at.refOf('connected-web'))
    await send(hello, true, () => {
      contents.changeDraft(textDraft('And one more thing'))
      return Promise.resolve()
    })
    assert.deepEqual([posts(), sent()[0]?.request.body['textBody']], [1, 'Your order has left.'])
    assert.equal(contents.state.shown?.draft.text, 'And one more thing')
  })

  it('is not made again when another window has found it while the person was asked', async () => {
    await showConversation(contents, at.refOf('connected-web'))
    const operation = 'POST /api/v2/conversations/messages/{conversationId}/communications/{communicationId}/messages'
    at.sandbox.setFaults([{ kind: 'serverError', status: 500, when: 'before', operation, times: 1 }])
    await send(hello, true)
    sends.dispose()
    const record = sent()[0] ?? assert.fail('it was sent')
    const otherWindow = new Outbox(storage)
    await sends.recorded()
    await otherWindow.put({ ...record, outcome: { kind: 'absent', why: 'Looked once.', looks: { count: 1, lastAt: record.startedAt } } })
    await sends.reload(record.from.connectionId)
    const before = posts()
    const found = async (): Promise<boolean> => {
      await otherWindow.put({ ...record, outcome: { kind: 'accepted', at: record.startedAt, by: 'found', deliveries: [] } })
      return true
    }
    await new PanelSending(contents, sends, () => undefined, found).sendAgain(record.id)
    assert.match(contents.state.notice?.text ?? '', /^Nothing was sent\. It is not certain any more that it did not arrive\.$/)
    assert.equal(posts(), before)
  })
})
