import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sendStorages } from '../../../../src/editor/personalData/sendStorages'
import type { Api } from '../../../../src/genesys/api'
import { days } from '../../../../src/model/instant'
import type { ConversationRef } from '../../../../src/store/conversationRef'
import { folderStorages } from '../../../../src/store/outbox/folder'
import { OutboxError } from '../../../../src/store/outbox/outbox'
import type { ConfirmedSend, Sends, SendsMeans } from '../../../../src/store/outbox/sends'
import { emptyConversation, sendsWith } from '../../../support/sends'
import { now } from '../../support/conversation'
import { ids } from '../../support/ids'
import { fakePace, settled, type FakePace } from '../../support/pace'
import { answer, clientSecret, connect, failing, organisation, refusal, userToken } from '../../support/platform'

const from: ConversationRef = { connectionId: 'c-1', id: ids.conversation }

const confirmed: ConfirmedSend = {
  from,
  conversation: emptyConversation(ids.conversation),
  recipient: 'Ada Berg',
  text: 'Hello',
  request: { method: 'POST', path: '/api/v2/conversations/messages/agentless', body: { textBody: 'Hello' }, credential: 'client' }
}

const delivered: Partial<Api> = {
  send: () => answer({ id: 'm-1', conversationId: ids.conversation }),
  message: () => answer({ status: 'delivery-success' })
}

const connected = (api: Partial<Api> = delivered) => connect(organisation(api))

describe('a recorded send', () => {
  let root: string
  beforeEach(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'sends-'))
  })
  const windows: Sends[] = []
  afterEach(async () => {
    for (const sends of windows.splice(0)) {
      sends.dispose()
      await settled()
      await sends.recorded()
    }
    await rm(root, { recursive: true, force: true })
  })

  const files = (): Promise<string[]> => readdir(path.join(root, 'c-1'))
  const window = (given: Partial<SendsMeans> = {}, pace: FakePace = fakePace(0)): Sends => {
    const sends = sendsWith(pace, { storages: folderStorages(root), ...given })
    windows.push(sends)
    return sends
  }
  /** Sends, and waits until it is known to be delivered. */
  const delivers = async (sends: Sends, given: ConfirmedSend = confirmed): Promise<void> => {
    await sends.send(await connected(), given)
    await settled()
    await sends.recorded()
  }
  const outcomes = (sends: Sends): readonly string[] => sends.of(from).map(({ outcome }) => outcome.kind)

  it('is recorded before it leaves, with all that it takes to find it again, and no token', async () => {
    let recorded = ''
    const send: Api['send'] = async () => {
      const [name = ''] = await files()
      recorded = await readFile(path.join(root, 'c-1', name), 'utf8')
      return { ok: true, body: { id: 'm-1' } }
    }
    await window().send(await connected({ ...delivered, send }), confirmed)
    for (const part of ['Hello', 'Ada Berg', ids.conversation, '"prepared"', 'agentless']) assert.ok(recorded.includes(part), part)
    for (const secret of [userToken, clientSecret, 'client-token']) assert.ok(!recorded.includes(secret))
  })

  it('does not leave when it cannot be recorded, and says so', async () => {
    await writeFile(path.join(root, 'c-1'), 'no folder')
    let sent = 0
    const send: Api['send'] = () => {
      sent++
      return answer({})
    }
    const error = await window()
      .send(await connected({ send }), confirmed)
      .then(
        () => undefined,
        (thrown: unknown) => thrown
      )
    assert.ok(error instanceof OutboxError)
    assert.match(error.message, /^Nothing was sent: .*send again\.$/)
    assert.equal(sent, 0)
  })

  it('is there again in another session, and in another window', async () => {
    const [one, other] = [window(), window()]
    await delivers(one)
    await other.reload('c-1')
    const read = (sends: Sends): unknown => JSON.parse(JSON.stringify(sends.of(from)))
    assert.deepEqual(read(other), read(one))
  })

  it('is forgotten when it is older than it may be kept', async () => {
    const sends = window()
    await delivers(sends)
    const later = window()
    await later.takeUp('c-1', await connected(), now - days(1))
    assert.deepEqual(outcomes(later), ['accepted'])
    await later.takeUp('c-1', await connected(), now + 1)
    assert.deepEqual([outcomes(later), await files()], [[], []])
  })

  it('is forgotten with all others, and followed no further', async () => {
    const sends = window()
    await delivers(sends)
    await sends.forgetAll()
    assert.deepEqual(outcomes(sends), [])
    await assert.rejects(readdir(root), { code: 'ENOENT' })
  })

  it('to the sandbox is in no file', async () => {
    const sends = window({ storages: sendStorages(root, () => 30) })
    await delivers(sends, { ...confirmed, from: { ...from, connectionId: 'sandbox' } })
    assert.deepEqual(await readdir(root), [])
  })

  it('whose record is damaged, or of a newer version, is kept aside and told', async () => {
    await delivers(window())
    const folder = path.join(root, 'c-1')
    await writeFile(path.join(folder, 'a.json'), '{"version":1')
    await writeFile(path.join(folder, 'b.json'), '{"version":2}')
    const told: string[] = []
    const sends = window({ onUnreadable: (_connection, { name, kind }) => told.push(`${name} ${kind}`) })
    await sends.reload('c-1')
    assert.deepEqual(told.sort(), ['a.json.unreadable broken', 'b.json newer'])
    assert.equal(outcomes(sends).length, 1)
    assert.ok((await files()).includes('a.json.unreadable'))
  })

  it('that another window still sends is left to it', async () => {
    const sending = window()
    void sending.send(await connected({ send: () => new Promise(() => undefined) }), confirmed)
    while ((await readdir(root)).length === 0 || (await files()).every((name) => !name.endsWith('.json')))
      await new Promise((resolve) => setImmediate(resolve))
    const other = window()
    await other.takeUp('c-1', await connected(), 0)
    assert.deepEqual(outcomes(other), ['prepared'])
  })

  it('is settled by what is read after its editor was closed, and says what was looked at', async () => {
    const pace = fakePace()
    const dying = window()
    void dying.send(await connected({ send: () => new Promise(() => undefined) }), {
      ...confirmed,
      request: { ...confirmed.request, path: `/api/v2/conversations/messages/${ids.conversation}/communications/${ids.agentLeg}/messages` }
    })
    while (dying.of(from).length === 0) await new Promise((resolve) => setImmediate(resolve))
    const sends = window({}, pace)
    const empty = { id: ids.conversation, participants: [] }
    const connection = await connect({ ...organisation({ conversation: () => answer(empty) }), now: pace.now })
    const absent = new Promise<void>((resolve) => {
      sends.onDidChange((change) => {
        if (change.kind === 'news' && change.record.outcome.kind === 'absent') resolve()
      })
    })
    await sends.takeUp('c-1', connection, 0)
    await absent
    const [record] = sends.of(from)
    assert.ok(record?.outcome.kind === 'absent')
    assert.match(record.outcome.why, /^Looked 8 times until .*communication .* not documented/)
  })

  it('whose conversation cannot be read says what keeps it from being settled, and what to check', async () => {
    const pace = fakePace()
    const sends = window({}, pace)
    const api: Partial<Api> = {
      send: () => failing({ kind: 'noAnswer', why: 'ECONNRESET' }),
      conversation: () => failing(refusal(403, 'missing.permissions')),
      conversationsOfContact: () => failing(refusal(403, 'missing.permissions'))
    }
    const told = new Promise<string>((resolve) => {
      sends.onDidChange((change) => {
        if (change.kind === 'news' && change.record.outcome.kind === 'unknown' && change.record.outcome.obstacle !== undefined)
          resolve(change.record.outcome.obstacle)
      })
    })
    await sends.send(await connect({ ...organisation(api), now: pace.now }), confirmed)
    assert.match(await told, /Reading does not tell.*403.*Look in Genesys Cloud for a conversation with Ada Berg/)
  })
})
