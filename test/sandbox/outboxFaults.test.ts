// A thousand sends, and everything that can go wrong with one.
import assert from 'node:assert/strict'
import { plan } from '../../src/followUp/plan'
import { isSending } from '../../src/followUp/route'
import type { Api, Reply, Sdk } from '../../src/genesys/api'
import { Connection } from '../../src/genesys/connection'
import { loadSdk } from '../../src/genesys/loadSdk'
import { textDraft } from '../../src/model/draft'
import { parseUuid, type Uuid } from '../../src/model/ids'
import { startSandbox, type FaultRequest, type Sandbox } from '../../src/sandbox'
import type { SendRecord } from '../../src/store/outbox/record'
import type { Sends } from '../../src/store/outbox/sends'
import { memoryStorage, type SendStorage } from '../../src/store/outbox/storage'
import { sendsWith } from '../support/sends'
import { seededRandom } from '../support/seededRandom'
import { manualClock } from './support/manualClock'
import { bodyOf, sdkWithToken } from './support/sdk'

const epochs = 10
const sendsInEpoch = 100

const connectionId = 'c-1'
const names = ['connected-web', 'connected-sms', 'connected-open', 'ended-web', 'ended-sms', 'ended-web-over'] as const

/** When the editor dies: before the request leaves, while it is on its way, or before its answer is recorded. */
type Death = 'beforeLeaving' | 'onTheWay' | 'beforeRecording'

interface Mishap {
  readonly fault: ((operation: string) => FaultRequest) | undefined
  readonly death: Death | undefined
}

const faults: readonly ((operation: string) => FaultRequest)[] = [
  ...(['before', 'after'] as const).flatMap((when) => [
    ...([500, 502, 503, 504] as const).map((status) => (operation: string): FaultRequest => ({
      kind: 'serverError',
      status,
      when,
      operation,
      times: 1
    })),
    (operation: string): FaultRequest => ({ kind: 'reset', when, operation, times: 1 }),
    (operation: string): FaultRequest => ({ kind: 'timeout', when, operation, times: 1 })
  ]),
  (operation) => ({ kind: 'truncated', operation, times: 1 }),
  (operation) => ({ kind: 'malformed', body: 'html', operation, times: 1 }),
  (operation) => ({ kind: 'malformed', body: 'brokenJson', operation, times: 1 }),
  (operation) => ({ kind: 'tooManyRequests', retryAfterSeconds: 3, operation, times: 1 })
]

const mishaps: readonly Mishap[] = [
  ...Array.from({ length: 30 }, () => ({ fault: undefined, death: undefined })),
  ...faults.map((fault) => ({ fault, death: undefined })),
  ...(['beforeLeaving', 'onTheWay', 'beforeRecording'] as const).map((death) => ({ fault: undefined, death }))
]

const never = <Value>(): Promise<Value> => new Promise(() => undefined)

/** Resolves as soon as `isTrue`, or when nobody waits any more; only the network is waited for. */
const until = async (isTrue: () => boolean, whoWaits?: AbortSignal): Promise<void> => {
  while (!isTrue() && whoWaits?.aborted !== true) await new Promise((resolve) => setImmediate(resolve))
}

/** Kills an editor at one point of a send. */
class Killer {
  #death: Death | undefined
  isDead = false

  aim(death: Death | undefined): void {
    this.#death = death
  }

  /** What is done when nothing kills the editor before it; never comes back when it is dead. */
  reach<Value>(point: Death, go: () => Promise<Value>): Promise<Value> {
    if (this.#death === point) this.isDead = true
    return this.isDead ? never() : go()
  }
}

interface Editor {
  readonly connection: Connection
  readonly sends: Sends
  readonly killer: Killer
}

/** A storage that a dead editor does not write to. The answer is what is written after the send was prepared. */
const storageOf = (storage: SendStorage, killer: Killer): SendStorage => ({
  ...storage,
  write: (name, text) =>
    text.includes('"outcome":{"kind":"prepared"}')
      ? storage.write(name, text)
      : killer.reach('beforeRecording', () => storage.write(name, text))
})

/** The sends of an API that can be cut off on the way there and back. A client gives up at once when nobody answers. */
const sendOf =
  (api: Api, sandbox: Sandbox, killer: Killer): Api['send'] =>
  (request, mayLeave) =>
    killer.reach('beforeLeaving', async () => {
      const [first] = sandbox.faults()
      const answered = new AbortController()
      const gaveUp = async (): Promise<Reply> => {
        await until(() => (sandbox.faults()[0]?.hits ?? 0) > 0, answered.signal)
        return { ok: false, failure: { kind: 'noAnswer', why: 'timeout' } }
      }
      const sending = api.send(request, mayLeave)
      const reply = await (first?.fault.kind === 'timeout' ? Promise.race([sending, gaveUp()]) : sending)
      answered.abort()
      return killer.reach('onTheWay', () => Promise.resolve(reply))
    })

/** Opens an editor over a storage that outlives it, in a sandbox whose clock moves when somebody waits. */
const openEditor = async (sandbox: Sandbox, storage: SendStorage): Promise<Editor> => {
  const killer = new Killer()
  const sdk = await loadSdk()
  const wait = (milliseconds: number): Promise<void> => {
    if (killer.isDead) return never()
    sandbox.advance(milliseconds)
    return Promise.resolve()
  }
  const openApi: Sdk['openApi'] = (endpoint, caller) => {
    const api = sdk.openApi(endpoint, caller)
    return { ...api, send: sendOf(api, sandbox, killer) }
  }
  const { url, userToken, clientId, clientSecret } = sandbox.address
  const connection = await Connection.open(
    {
      id: connectionId,
      endpoint: { kind: 'loopback', port: Number(new URL(url).port) },
      userToken,
      client: { id: clientId, secret: clientSecret }
    },
    { sdk: { ...sdk, openApi }, pace: { now: () => sandbox.now(), wait }, random: () => 0, onSignedOut: () => undefined }
  )
  await connection.described
  const own = storageOf(storage, killer)
  const sends = sendsWith({ wait }, { storages: { of: () => own, clear: () => Promise.resolve() } })
  await sends.takeUp(connectionId, connection, 0)
  return { connection, sends, killer }
}

const isSettled = ({ outcome }: SendRecord): boolean =>
  outcome.kind === 'accepted' || outcome.kind === 'refused' || outcome.kind === 'absent'

/** What people were told, and what is true. */
interface Story {
  readonly records: readonly SendRecord[]
  /** The requests that reached the sandbox, by the id of their record. */
  readonly requests: readonly string[]
  /** The messages that there are, by their ids: what they say. */
  readonly messages: ReadonlyMap<string, string>
}

/** All messages of the business in an organisation that say one of these things. */
const messagesOf = async (sandbox: Sandbox, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const sdk = sdkWithToken(sandbox.address.url, sandbox.address.userToken)
  const messages = new Map<string, string>()
  for (const id of ids) {
    const { participants } = await bodyOf(sdk.conversations.getConversation(id))
    const sent = participants
      .filter(({ purpose }) => purpose !== 'customer')
      .flatMap((participant) => (participant.messages ?? []).flatMap((leg) => (leg.messages ?? []).map(({ messageId }) => messageId ?? '')))
    if (sent.length === 0) continue
    const { entities } = await bodyOf(sdk.conversations.postConversationsMessageMessagesBulk(id, { body: sent }))
    for (const { id: messageId, normalizedMessage } of entities ?? [])
      if (normalizedMessage?.text?.startsWith('Follow-up') === true) messages.set(messageId ?? '', normalizedMessage.text)
  }
  return messages
}

const live = async (epoch: number): Promise<Story> => {
  const random = seededRandom(7000 + epoch)
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] ?? assert.fail('there is one')
  const sandbox = await startSandbox({ clock: manualClock(Date.now()), seed: epoch + 1 })
  try {
    const storage = memoryStorage(() => sandbox.now())
    let editor = await openEditor(sandbox, storage)
    const into = new Set<string>()
    for (let number = 0; number < sendsInEpoch; number++) {
      const id: Uuid = parseUuid(sandbox.address.conversations[pick(names)] ?? '') ?? assert.fail('the sandbox has it')
      into.add(id)
      // Some say the same, in the same conversation.
      const text = `Follow-up ${random() < 0.3 ? 'again' : number}`
      const situation = await editor.connection.situation(id)
      const route = plan(situation, textDraft(text)).find(isSending)
      assert.ok(route && situation.conversation.known)
      const { fault, death } = pick(mishaps)
      const operation = `${route.request.method} ${route.request.path}`
      const passing: FaultRequest = {
        kind: 'serverError',
        status: 503,
        operation: 'GET /api/v2/conversations/{conversationId}',
        probability: 0.1
      }
      sandbox.setFaults([...(fault ? [fault(operation)] : []), passing])
      editor.killer.aim(death)
      const sending = editor.sends.send(editor.connection, {
        from: { connectionId, id },
        conversation: situation.conversation.value,
        recipient: 'somebody',
        text,
        request: route.request
      })
      const { killer } = editor
      const returned = new AbortController()
      await Promise.race([sending, until(() => killer.isDead, returned.signal)])
      returned.abort()
      if (editor.killer.isDead) editor = await openEditor(sandbox, storage)
      const { sends } = editor
      await until(() => sends.of({ connectionId, id }).every(isSettled))
      await sends.recorded()
    }
    sandbox.setFaults([])
    const last = await openEditor(sandbox, storage)
    await last.sends.recorded()
    const records = [...into].flatMap((id) => last.sends.of({ connectionId, id: parseUuid(id) ?? assert.fail() }))
    const opened = records.flatMap(({ outcome }) => (outcome.kind === 'accepted' ? (outcome.conversationId ?? []) : []))
    const requests = sandbox.ledger().filter(({ request }) => request.method === 'POST' && /\/messages(?:\/agentless)?$/.test(request.path))
    return {
      records,
      requests: requests.map(({ request }) => request.body.text),
      messages: await messagesOf(sandbox, [...new Set([...into, ...opened])])
    }
  } finally {
    await sandbox.stop()
  }
}

const count = <Value>(values: readonly Value[], isCounted: (value: Value) => boolean): number => values.filter(isCounted).length

describe('A thousand sends under faults', function () {
  this.timeout(120_000)
  const stories: Story[] = []
  before(async () => {
    for (let epoch = 0; epoch < epochs; epoch++) stories.push(await live(epoch))
  })

  it('are each on the platform once when the person was told so, and else not at all', () => {
    for (const { records, messages } of stories) {
      const told = records.flatMap(({ outcome }) => (outcome.kind === 'accepted' ? (outcome.messageId ?? 'none') : []))
      assert.equal(new Set(told).size, told.length, 'no message is told of twice')
      assert.deepEqual(told.sort(), [...messages.keys()].sort())
    }
  })

  it('say what was sent, where it was sent', () => {
    for (const { records, messages } of stories)
      for (const { outcome, text } of records) if (outcome.kind === 'accepted') assert.equal(messages.get(outcome.messageId ?? ''), text)
  })

  it('leave at most once each', () => {
    for (const { records, requests } of stories) assert.ok(requests.length <= records.length)
  })

  it('are all settled in the end', () => {
    const records = stories.flatMap((story) => story.records)
    assert.equal(records.length, epochs * sendsInEpoch)
    assert.deepEqual(
      records.filter((record) => !isSettled(record)),
      []
    )
  })

  it('met everything: answers, refusals, messages that were found, and messages that were not', () => {
    const outcomes = stories.flatMap(({ records }) => records.map(({ outcome }) => outcome))
    assert.ok(count(outcomes, (outcome) => outcome.kind === 'accepted' && outcome.by === 'answer') > 200)
    assert.ok(count(outcomes, (outcome) => outcome.kind === 'accepted' && outcome.by !== 'answer') > 100)
    assert.ok(count(outcomes, ({ kind }) => kind === 'absent') > 100)
    assert.ok(count(outcomes, ({ kind }) => kind === 'refused') > 10)
  })
})
