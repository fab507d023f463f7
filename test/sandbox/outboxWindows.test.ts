// Two windows of one editor, or two editors, with one storage folder and one conversation.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Connection } from '../../src/genesys/connection'
import { parseUuid, type Uuid } from '../../src/model/ids'
import { startSandbox, type Sandbox } from '../../src/sandbox'
import { folderStorages } from '../../src/store/outbox/folder'
import type { SendRecord } from '../../src/store/outbox/record'
import type { Sends } from '../../src/store/outbox/sends'
import { sendsWith } from '../support/sends'
import { manualClock } from './support/manualClock'
import { confirmedFollowUp, connectEditor, sendingConnectionId, type SendingEditor } from './support/sendingEditor'

const operation = 'POST /api/v2/conversations/messages/{conversationId}/communications/{communicationId}/messages'

const until = async (isTrue: () => boolean): Promise<void> => {
  while (!isTrue()) await new Promise((resolve) => setImmediate(resolve))
}

describe('Two windows on one conversation', () => {
  let sandbox: Sandbox
  let folder: string
  let conversationId: Uuid
  const windows: Sends[] = []
  beforeEach(async () => {
    sandbox = await startSandbox({ clock: manualClock(Date.now()) })
    folder = await mkdtemp(path.join(tmpdir(), 'windows-'))
    conversationId = parseUuid(sandbox.address.conversations['connected-web'] ?? '') ?? assert.fail('the sandbox has it')
  })
  afterEach(async () => {
    for (const sends of windows.splice(0)) {
      sends.dispose()
      await sends.recorded()
    }
    await sandbox.stop()
    await rm(folder, { recursive: true })
  })

  interface Window {
    readonly sends: Sends
    readonly connection: Connection
    readonly send: (text: string) => Promise<SendRecord>
    readonly told: () => readonly SendRecord[]
  }

  const openWindow = async (): Promise<Window> => {
    const pace = {
      now: () => sandbox.now(),
      wait: (milliseconds: number) => {
        sandbox.advance(milliseconds)
        return Promise.resolve()
      }
    }
    const { url, userToken, clientId, clientSecret } = sandbox.address
    const editor: SendingEditor = { port: Number(new URL(url).port), userToken, clientId, clientSecret, folder, conversationId, text: '' }
    const connection = await connectEditor(editor, pace)
    const sends = sendsWith(pace, { storages: folderStorages(folder) })
    windows.push(sends)
    await sends.takeUp(sendingConnectionId, connection, 0)
    return {
      sends,
      connection,
      send: async (text) => sends.send(connection, await confirmedFollowUp(connection, { ...editor, text })),
      told: () => sends.of({ connectionId: sendingConnectionId, id: conversationId })
    }
  }

  const isDelivered = ({ outcome }: SendRecord): boolean =>
    outcome.kind === 'accepted' && outcome.deliveries.at(-1)?.delivery === 'delivered'

  const messageIds = (records: readonly SendRecord[]): readonly string[] =>
    records.flatMap(({ outcome }) => (outcome.kind === 'accepted' ? (outcome.messageId ?? 'none') : []))

  const requests = (): number =>
    sandbox.ledger().filter(({ request }) => request.method === 'POST' && /\/communications\/[^/]+\/messages$/.test(request.path)).length

  it('show both what each of them has sent, to its delivery, once it is read again', async () => {
    const [one, other] = [await openWindow(), await openWindow()]
    await Promise.all([one.send('From the first window'), other.send('From the second window')])
    await until(() => one.told().every(isDelivered) && other.told().every(isDelivered))
    await Promise.all([one.sends.recorded(), other.sends.recorded()])
    await one.sends.reload(sendingConnectionId)
    await other.sends.reload(sendingConnectionId)
    for (const { told } of [one, other]) {
      assert.deepEqual(
        told()
          .map(({ text }) => text)
          .sort(),
        ['From the first window', 'From the second window']
      )
      assert.ok(told().every(isDelivered))
    }
    assert.equal(requests(), 2)
  })

  it('that send the same, of which each loses its answer, each find a message of their own', async () => {
    const [one, other] = [await openWindow(), await openWindow()]
    sandbox.setFaults([{ kind: 'reset', when: 'after', operation, times: 2 }])
    await Promise.all([one.send('Are you there?'), other.send('Are you there?')])
    const isFound = ({ outcome }: SendRecord): boolean => outcome.kind === 'accepted'
    while (!one.told().every(isFound) || one.told().length < 2) {
      await one.sends.reload(sendingConnectionId)
      await new Promise((resolve) => setImmediate(resolve))
    }
    const found = messageIds(one.told())
    assert.equal(found.length, 2)
    assert.equal(new Set(found).size, 2, 'no message is taken for two sends')
    assert.equal(requests(), 2)
  })

  it('of which one has forgotten a send: the other one does not bring it back', async () => {
    const [one, other] = [await openWindow(), await openWindow()]
    const { id } = await one.send('Hello')
    await until(() => one.told().every(isDelivered))
    await one.sends.recorded()
    await other.sends.reload(sendingConnectionId)
    assert.equal(other.told().length, 1)
    await one.sends.forgetOne(id)
    await other.sends.reload(sendingConnectionId)
    await one.sends.reload(sendingConnectionId)
    assert.deepEqual([one.told(), other.told()], [[], []])
  })

  it('of which one is closed while it looks for a send: the other one settles it, and sends nothing', async () => {
    const one = await openWindow()
    sandbox.setFaults([{ kind: 'reset', when: 'after', operation, times: 1 }])
    await one.send('Hello')
    one.sends.dispose()
    await one.sends.recorded()
    const other = await openWindow()
    await until(() => other.told().every(isDelivered))
    assert.equal(messageIds(other.told()).length, 1)
    assert.equal(requests(), 1)
  })
})
