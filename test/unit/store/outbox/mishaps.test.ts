// What would lose a send or double it: full disks, other windows, clocks that are set, other users.
import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Api, Reply } from '../../../../src/genesys/api'
import { hours, minutes } from '../../../../src/model/instant'
import { outboundPath } from '../../../../src/platform/messagingOperations'
import { folderStorage } from '../../../../src/store/outbox/folder'
import { Outbox, OutboxError } from '../../../../src/store/outbox/outbox'
import type { Outcome, SendRecord } from '../../../../src/store/outbox/record'
import { RecordedSends } from '../../../../src/store/outbox/recordedSends'
import type { ConfirmedSend, Sends } from '../../../../src/store/outbox/sends'
import { memoryStorage, type SendStorage, type SendStorages } from '../../../../src/store/outbox/storage'
import { emptyConversation, sendsWith, sentUnknown } from '../../../support/sends'
import { now } from '../../support/conversation'
import { ids } from '../../support/ids'
import { fakePace, settled } from '../../support/pace'
import { answer, connect, failing, organisation, refusal } from '../../support/platform'

const from = { connectionId: 'c-1', id: ids.conversation }

const confirmed: ConfirmedSend = {
  from,
  conversation: emptyConversation(from.id),
  recipient: 'Ada Berg',
  text: 'Hello',
  request: {
    method: 'POST',
    path: `/api/v2/conversations/messages/${from.id}/communications/leg-1/messages`,
    body: { textBody: 'Hello' },
    credential: 'user'
  }
}

const only = (storage: SendStorage): SendStorages => ({ of: () => storage, clear: () => storage.clear() })

const outcomesIn = async (storage: SendStorage): Promise<readonly string[]> =>
  (await new Outbox(storage).load()).records.map(({ outcome }) => outcome.kind)

const outcomes = (sends: Pick<Sends, 'of'>): readonly string[] => sends.of(from).map(({ outcome }) => outcome.kind)

const becomes = (sends: Sends, kind: Outcome['kind']): Promise<SendRecord> =>
  new Promise((resolve) => {
    sends.onDidChange((change) => {
      if (change.kind === 'news' && change.record.outcome.kind === kind) resolve(change.record)
    })
  })

const delivered: Partial<Api> = {
  send: () => answer({ id: 'm-1' }),
  message: () => answer({ status: 'delivery-success' })
}

/** A conversation with these messages on the agent’s communication. */
const saying = (messages: readonly { readonly id: string; readonly at: number }[]): Partial<Api> => ({
  conversation: () =>
    answer({
      id: from.id,
      participants: [
        {
          id: ids.agent,
          purpose: 'agent',
          messages: [
            {
              id: 'leg-1',
              state: 'connected',
              messages: messages.map(({ id, at }) => ({ messageId: id, messageTime: new Date(at).toISOString() }))
            }
          ]
        }
      ]
    }),
  messages: () => answer({ entities: messages.map(({ id }) => ({ id, normalizedMessage: { text: 'Hello' } })) })
})

describe('Of a send', () => {
  describe('on a disk that is full', () => {
    it('what came of it is not taken back, and is recorded once there is room', async () => {
      const held = memoryStorage()
      let isFull = true
      const storage: SendStorage = {
        ...held,
        write: (name, text) => (isFull && text.includes('"accepted"') ? Promise.reject(new Error('ENOSPC')) : held.write(name, text))
      }
      const failures: string[] = []
      const sends = sendsWith(fakePace(), { storages: only(storage), onFailure: (doing) => failures.push(doing) })
      await sends.send(await connect(organisation(delivered)), confirmed)
      await settled()
      await sends.reload('c-1')
      assert.deepEqual([outcomes(sends), await outcomesIn(storage)], [['accepted'], ['prepared']])
      assert.ok(failures.includes('recording sends'))
      isFull = false
      await sends.reload('c-1')
      assert.deepEqual([outcomes(sends), await outcomesIn(storage)], [['accepted'], ['accepted']])
    })

    it('nothing is left behind when it is said that nothing was sent', async () => {
      const held = memoryStorage()
      const storage: SendStorage = {
        ...held,
        write: async (name, text) => {
          await held.write(name, text)
          throw new Error('EIO: the folder could not be flushed')
        }
      }
      const sends = sendsWith(fakePace(), { storages: only(storage) })
      await assert.rejects(sends.send(await connect(organisation(delivered)), confirmed), OutboxError)
      assert.deepEqual(await outcomesIn(storage), [])
    })
  })

  describe('in a folder', () => {
    let folder: string
    beforeEach(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'mishaps-'))
    })
    afterEach(() => rm(folder, { recursive: true }))

    it('a change is seen though the file’s time is the same', async () => {
      const [storage, time] = [folderStorage(folder), new Date(now)]
      const write = async (record: SendRecord): Promise<void> => {
        await new Outbox(storage).put(record)
        await utimes(path.join(folder, 'send-1.json'), time, time)
      }
      const reading = new Outbox(storage)
      await write(sentUnknown(from, now))
      await reading.load()
      await write(sentUnknown(from, now, { recipient: 'Max Berg' }))
      assert.equal((await reading.load()).records[0]?.recipient, 'Max Berg')
    })

    it('what an editor left half written when it died is removed when it is old', async () => {
      const left = path.join(folder, 'half.unfinished')
      await writeFile(left, '{"version":1,"record":{"text":"Hel')
      await utimes(left, new Date(now), new Date(now))
      await new Outbox(folderStorage(folder)).removeOlderThan(now + 1)
      assert.deepEqual(await readdir(folder), [])
    })

    it('what it made is claimed once, whoever claims it at the same time', async () => {
      const claims = Array.from({ length: 20 }, (_, send) => new Outbox(folderStorage(folder)).claim('m/1', `send-${send}`))
      const isClaimed = await Promise.all(claims)
      assert.equal(isClaimed.filter(Boolean).length, 1)
      const outbox = new Outbox(folderStorage(folder))
      assert.deepEqual([...(await outbox.load()).claims], [['m/1', `send-${isClaimed.indexOf(true)}`]])
      assert.ok(await outbox.claim('m/1', `send-${isClaimed.indexOf(true)}`), 'it stays that send’s')
    })
  })

  describe('that two windows know', () => {
    const windowOn = (storage: SendStorage): RecordedSends =>
      new RecordedSends({
        storages: only(storage),
        onFailure: (doing, error) => assert.fail(`${doing}: ${String(error)}`),
        onUnreadable: () => assert.fail('it can be read')
      })

    it('what one has found is not taken back by what the other did not find', async () => {
      const storage = memoryStorage()
      const record = sentUnknown(from, now)
      await new Outbox(storage).put(record)
      const [one, other] = [windowOn(storage), windowOn(storage)]
      await Promise.all([one.reload('c-1'), other.reload('c-1')])
      one.put({ ...record, outcome: { kind: 'accepted', at: now, by: 'found', messageId: 'm-1', deliveries: [] } })
      await one.recorded()
      other.put({ ...record, outcome: { kind: 'absent', why: 'Looked once.', looks: { count: 1, lastAt: now } } })
      await other.recorded()
      assert.deepEqual([outcomes(other), await outcomesIn(storage)], [['accepted'], ['accepted']])
    })

    it('what one has forgotten is not brought back by the other, which still follows it', async () => {
      const storage = memoryStorage()
      let tell: (reply: Reply) => void = () => undefined
      const following = new Promise<void>((resolve) => {
        const message: Api['message'] = () =>
          new Promise((told) => {
            tell = told
            resolve()
          })
        void connect(organisation({ ...delivered, message })).then((connection) => one.send(connection, confirmed))
      })
      const one = sendsWith(fakePace(), { storages: only(storage) })
      await following
      await one.recorded()
      const other = windowOn(storage)
      await other.reload('c-1')
      await other.forgetOne(other.of(from)[0]?.id ?? assert.fail('it is there'))
      tell({ ok: true, body: { status: 'delivery-success' } })
      await settled()
      await one.recorded()
      assert.deepEqual([outcomes(one), await outcomesIn(storage)], [[], []])
    })

    it('what one has left when it was closed is looked for by the other when that reads it', async () => {
      const [storage, pace] = [memoryStorage(), fakePace()]
      const other = sendsWith(pace, { storages: only(storage) })
      const connection = await connect({ ...organisation(saying([])), now: pace.now })
      await other.takeUp('c-1', connection, 0)
      await new Outbox(storage).put(sentUnknown(from, now, { outcome: { kind: 'prepared' } }))
      const absent = becomes(other, 'absent')
      await other.reload('c-1', connection)
      await absent
    })

    it('what was found is no other’s after it was forgotten', async () => {
      const [storage, pace] = [memoryStorage(), fakePace()]
      const message = { id: 'm-1', at: now + 1000 }
      const sends = sendsWith(pace, { storages: only(storage) })
      const outbox = new Outbox(storage)
      await outbox.put(
        sentUnknown(from, now, { id: 'send-0', outcome: { kind: 'accepted', at: now, by: 'found', messageId: 'm-1', deliveries: [] } })
      )
      await sends.reload('c-1')
      await sends.forgetOne('send-0')
      await outbox.put(sentUnknown(from, now))
      const connection = await connect({ ...organisation(saying([message])), now: pace.now })
      const told = new Promise<Outcome>((resolve) => {
        sends.onDidChange((change) => {
          if (change.kind !== 'forgotten' && change.record.outcome.kind === 'unknown' && change.record.outcome.obstacle !== undefined)
            resolve(change.record.outcome)
        })
      })
      await sends.takeUp('c-1', connection, 0)
      const outcome = await told
      assert.ok(outcome.kind === 'unknown')
      assert.match(outcome.obstacle ?? '', /as likely another send/)
    })
  })

  describe('when the clock is set', () => {
    it('forward, it is looked for as long all the same', async () => {
      const pace = fakePace()
      let [ahead, looks] = [0, 0]
      const clock = (): number => pace.now() + ahead
      const conversation: Api['conversation'] = (...given) => {
        if (++looks === 2) ahead = hours(1)
        // It takes 100 seconds to show itself.
        const messages = pace.now() >= now + 100_000 ? [{ id: 'm-1', at: now + 1000 }] : []
        return (saying(messages).conversation ?? assert.fail())(...given)
      }
      const messages = saying([{ id: 'm-1', at: now }]).messages ?? assert.fail()
      const sends = sendsWith(pace)
      const arrived = becomes(sends, 'accepted')
      const send: Api['send'] = () => failing({ kind: 'noAnswer', why: 'ECONNRESET' })
      await sends.send(await connect({ ...organisation({ ...delivered, conversation, messages, send }), now: clock }), confirmed)
      const { outcome } = await Promise.race([arrived, becomes(sends, 'absent')])
      assert.equal(outcome.kind, 'accepted')
    })

    for (const [how, by] of [
      ['back', -hours(1)],
      ['forward', hours(1)]
    ] as const)
      it(`${how} while it is on its way, its message is recognised`, async () => {
        const pace = fakePace()
        let shift = 0
        const send: Api['send'] = () => {
          shift = by
          return failing({ kind: 'noAnswer', why: 'ECONNRESET' })
        }
        const sends = sendsWith(pace)
        const told = Promise.race([becomes(sends, 'accepted'), becomes(sends, 'absent')])
        const message = { id: 'm-1', at: now + by }
        const platform = organisation({ ...delivered, ...saying([message]), send })
        await sends.send(await connect({ ...platform, now: () => pace.now() + shift }), confirmed)
        assert.equal((await told).outcome.kind, 'accepted')
      })

    it('by a quarter of an hour all the time, its message is recognised', async () => {
      const pace = fakePace()
      for (const by of [-minutes(15), minutes(15)]) {
        const sends = sendsWith(pace)
        const told = Promise.race([becomes(sends, 'accepted'), becomes(sends, 'absent')])
        const send: Api['send'] = () => failing({ kind: 'noAnswer', why: 'ECONNRESET' })
        const platform = organisation({ ...delivered, ...saying([{ id: 'm-1', at: pace.now() + by }]), send })
        await sends.send(await connect({ ...platform, now: pace.now }), confirmed)
        assert.equal((await told).outcome.kind, 'accepted')
      }
    })
  })

  it('that opened a conversation, nothing is said when another user is signed in meanwhile', async () => {
    const pace = fakePace()
    const storage = memoryStorage()
    await new Outbox(storage).put(
      sentUnknown(from, now, {
        request: { method: 'POST', path: outboundPath, body: {}, credential: 'user' },
        trace: { kind: 'opening', who: { contactId: ids.contact }, userId: ids.nobody, before: [] }
      })
    )
    const sends = sendsWith(pace, { storages: only(storage) })
    const platform = organisation({
      ...saying([]),
      conversationsOfContact: () => answer({ conversations: [{ conversationId: from.id, conversationStart: new Date(now).toISOString() }] })
    })
    const told = new Promise<string>((resolve) => {
      sends.onDidChange((change) => {
        const outcome = change.kind === 'news' ? change.record.outcome : undefined
        if (outcome?.kind === 'absent') resolve('absent')
        if (outcome?.kind === 'unknown' && outcome.obstacle !== undefined) resolve(outcome.obstacle)
      })
    })
    await sends.takeUp('c-1', await connect({ ...platform, now: pace.now }), 0)
    assert.match(await told, /sent as another user/)
  })

  it('that is looked for with a credential that is taken no more, nothing is said', async () => {
    const pace = fakePace()
    const storage = memoryStorage()
    await new Outbox(storage).put(sentUnknown(from, now))
    const sends = sendsWith(pace, { storages: only(storage) })
    const told = new Promise<SendRecord>((resolve) => {
      sends.onDidChange((change) => {
        if (change.kind === 'news' && change.record.outcome.kind === 'unknown' && change.record.outcome.obstacle !== undefined)
          resolve(change.record)
      })
    })
    const platform = organisation({ conversation: () => failing(refusal(401, 'bad.credentials')) })
    await sends.takeUp('c-1', await connect({ ...platform, now: pace.now }), 0)
    const { outcome } = await told
    assert.ok(outcome.kind === 'unknown')
    assert.match(outcome.obstacle ?? '', /401/)
  })
})
