import assert from 'node:assert/strict'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseUuid } from '../../src/model/ids'
import { startSandbox, type Sandbox } from '../../src/sandbox'
import { folderStorages } from '../../src/store/outbox/folder'
import type { SendRecord } from '../../src/store/outbox/record'
import { sendsWith } from '../support/sends'
import { manualClock } from './support/manualClock'
import { connectEditor, sendingConnectionId, type SendingEditor } from './support/sendingEditor'

const operation = 'POST /api/v2/conversations/messages/agentless'

const until = async (isTrue: () => boolean): Promise<void> => {
  while (!isTrue()) await new Promise((resolve) => setImmediate(resolve))
}

describe('A send whose editor is killed while it waits for the answer', () => {
  let sandbox: Sandbox
  let folder: string
  beforeEach(async () => {
    sandbox = await startSandbox({ clock: manualClock(Date.now()) })
    folder = await mkdtemp(path.join(tmpdir(), 'killed-'))
  })
  afterEach(async () => {
    await sandbox.stop()
    await rm(folder, { recursive: true })
  })

  /** What another editor says of the send after its own was killed. */
  const afterwards = async (when: 'before' | 'after'): Promise<SendRecord> => {
    const { url, userToken, clientId, clientSecret, conversations } = sandbox.address
    const conversationId = parseUuid(conversations['ended-web'] ?? '') ?? assert.fail('the sandbox has it')
    const given: SendingEditor = {
      port: Number(new URL(url).port),
      userToken,
      clientId,
      clientSecret,
      folder,
      conversationId,
      text: 'Are you still there?'
    }
    sandbox.setFaults([{ kind: 'timeout', when, operation }])
    const child = fork(path.join(__dirname, 'support', 'sendingEditor.process.js'), [JSON.stringify(given)])
    await until(() => sandbox.faults()[0]?.hits === 1)
    child.kill('SIGKILL')
    await once(child, 'exit')

    const pace = {
      now: () => sandbox.now(),
      wait: (milliseconds: number) => {
        sandbox.advance(milliseconds)
        return Promise.resolve()
      }
    }
    const sends = sendsWith(pace, { storages: folderStorages(folder) })
    const found = (): SendRecord | undefined => sends.of({ connectionId: sendingConnectionId, id: conversationId })[0]
    await sends.takeUp(sendingConnectionId, await connectEditor(given, pace), 0)
    assert.equal(found()?.outcome.kind, 'prepared')
    await until(() => found()?.outcome.kind !== 'prepared' && found()?.outcome.kind !== 'unknown')
    sends.dispose()
    await sends.recorded()
    return found() ?? assert.fail('it is recorded')
  }

  it('is found when it arrived', async () => {
    const { outcome } = await afterwards('after')
    assert.ok(outcome.kind === 'accepted')
    assert.equal(outcome.by, 'found')
  })

  it('is said not to have arrived when it did not', async () => {
    const { outcome } = await afterwards('before')
    assert.ok(outcome.kind === 'absent')
    assert.match(outcome.why, /^Looked \d+ times until /)
  })
})
