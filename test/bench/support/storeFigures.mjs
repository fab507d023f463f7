// A process of its own that holds 100,000 conversations, measures what they cost, sends the figures to the one that began it, and ends.
import { loadBundle } from './bundle.mjs'
import { millisecondsAtWork, rounded } from './timing.mjs'

const count = 100_000
const now = Date.UTC(2026, 10, 24, 14)
const id = (/** @type {number} */ n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const iso = (/** @type {number} */ at) => new Date(at).toISOString()
const channels = ['sms', 'webmessaging', 'whatsapp', 'open']

/** A row of analytics as the platform sends it. Nine of ten have ended. */
const analyticsRow = (/** @type {number} */ n) => {
  const start = iso(now - n * 2_000)
  const end = n % 10 === 0 ? {} : { segmentEnd: iso(now - n * 2_000 + 600_000) }
  const session = (/** @type {number} */ sessionId) => ({
    sessionId: id(sessionId),
    mediaType: 'message',
    messageType: channels[n % channels.length],
    addressFrom: `+1765${n}`,
    addressTo: '+17650000000',
    segments: [{ segmentStart: start, ...end, segmentType: 'interact', queueId: id(n % 20) }]
  })
  return {
    conversationId: id(n),
    conversationStart: start,
    ...(n % 10 !== 0 && { conversationEnd: end.segmentEnd }),
    participants: [
      {
        participantId: id(n + count),
        participantName: `Customer ${n}`,
        purpose: 'customer',
        externalContactId: id(n + 5 * count),
        sessions: [session(n + 2 * count)]
      },
      {
        participantId: id(n + 3 * count),
        participantName: 'Nora Lind',
        purpose: 'agent',
        userId: id(7),
        sessions: [session(n + 4 * count)]
      }
    ]
  }
}

/** A page as it arrives: text, so that its strings are as those of a real answer. */
const page = (/** @type {number} */ number) =>
  JSON.stringify({ conversations: Array.from({ length: 100 }, (_, index) => analyticsRow((number - 1) * 100 + index)), totalHits: count })

const heap = () => {
  globalThis.gc?.()
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

const never = () => new Promise(() => undefined)

/** The websocket of a notification channel, at whose other end is the bench. */
const socketOf = () => {
  /** @type {(text: string) => void} */
  let frame = () => undefined
  /** @type {() => void} */
  let subscribed = () => undefined
  const isSubscribed = new Promise((resolve) => (subscribed = () => resolve(undefined)))
  return {
    means: {
      api: {
        newChannel: async () => ({ ok: true, body: { id: 'channel', connectUri: 'wss://127.0.0.1/channels/channel' } }),
        subscribe: async () => {
          setImmediate(subscribed)
          return { ok: true, body: { entities: [] } }
        }
      },
      openSocket: async (/** @type {string} */ _uri, /** @type {{ onFrame: (text: string) => void }} */ listener) => {
        frame = listener.onFrame
        return { ok: true, socket: { send: () => undefined } }
      },
      random: () => 0,
      kept: { channel: undefined },
      mayBePlain: false
    },
    isSubscribed,
    frame: (/** @type {string} */ text) => {
      frame(text)
    }
  }
}

/** Builds what a person sees of the tree. @param {any} tree */
const drawAll = async (tree) => {
  const [connection] = await tree.getChildren()
  for (const group of await tree.getChildren(connection)) for (const row of await tree.getChildren(group)) tree.getTreeItem(row)
}

const messages = 10
const eventConversations = 1_000

/** An event as it arrives, about a conversation with ten messages of the agent. */
const eventFrame = (/** @type {number} */ n, /** @type {string} */ state) => {
  const started = iso(now - n * 2_000)
  const party = (/** @type {number} */ participantId, /** @type {string} */ purpose) => ({
    id: id(participantId),
    purpose,
    name: purpose === 'agent' ? 'Nora Lind' : `Customer ${n}`,
    address: `+1765${n}`,
    startTime: started,
    connectedTime: started,
    state: purpose === 'agent' ? state : 'connected',
    direction: 'inbound',
    held: false,
    wrapupRequired: false,
    mediaRoles: ['full'],
    queue: { id: id(n % 20), name: 'Web support' },
    type: channels[n % channels.length],
    recipientCountry: 'US',
    ...(purpose === 'agent' ? { user: { id: id(7), name: 'Nora Lind' } } : { externalContact: { id: id(n + 5 * count) } }),
    messages: Array.from({ length: messages }, (_, index) => ({
      message: { id: id(n * messages + index + 7 * count) },
      messageStatus: 'delivery-success',
      messageTime: iso(now - index * 10_000),
      messageSegmentCount: 1,
      media: [],
      stickers: []
    }))
  })
  const eventBody = { id: id(n), participants: [party(n + count, 'customer'), party(n + 3 * count, 'agent')] }
  return JSON.stringify({
    topicName: `v2.users.${id(7)}.conversations.messages`,
    version: '2',
    eventBody,
    metadata: { CorrelationId: id(n) }
  })
}

/**
 * Events about conversations that go on, all over the list. Each alerts an agent, is taken, and goes on: of three events, two move it into another
 * group.
 *
 * @param {number} from which of those that go on is the first
 */
const eventFrames = (from) =>
  Array.from({ length: eventConversations }, (_, index) => (((from + index) * 997) % (count / 10)) * 10).flatMap((n) =>
    ['alerting', 'connected', 'connected'].map((state) => eventFrame(n, state))
  )

/** On a machine that does other things as well, the fastest turn is the least disturbed. @param {number} turns @param {() => unknown} work */
const fastestOf = async (turns, work) => {
  let fastest = Infinity
  for (let turn = 0; turn < turns; turn += 1) fastest = Math.min(fastest, await millisecondsAtWork(work))
  return fastest
}

const turns = 5

/** Takes events in one after another, against reading their text as JSON, turn by turn. @param {(text: string) => void} take */
const eventFigures = async (take) => {
  let [eventMs, jsonMs] = [Infinity, Infinity]
  for (let turn = 0; turn < turns; turn += 1) {
    const frames = eventFrames(turn * eventConversations)
    eventMs = Math.min(eventMs, await millisecondsAtWork(() => frames.forEach((text) => take(text))))
    jsonMs = Math.min(jsonMs, await millisecondsAtWork(() => frames.forEach((text) => JSON.parse(text))))
  }
  const perEvent = 1000 / (eventConversations * 3)
  return {
    eventBytes: eventFrame(0, 'connected').length,
    eventMicroseconds: rounded(eventMs * perEvent),
    parsingItsJsonMicroseconds: rounded(jsonMs * perEvent)
  }
}

const figures = async () => {
  const bundle = await loadBundle('store', [
    'editor/tree/conversationsTree',
    'editor/tree/viewOptions',
    'genesys/notifications/notifications',
    'store/connections',
    'store/live/liveUpdates',
    'store/listing/arrangement',
    'genesys/wire/analytics',
    'model/conversationRow',
    'model/fact'
  ])
  const { Arrangement, Connections, ConversationsTree, LiveUpdates, Notifications, ViewOptions } = bundle
  const { groupings, known, readListing, rowOf, unknown } = bundle
  const wire = socketOf()
  /** An organisation whose pages come one after another. */
  const connection = {
    now: () => now,
    threading: async () => known({ defaultMinutes: 4320, minutesByMessengerType: new Map() }, { source: 'the bench' }),
    queue: async (/** @type {string} */ queueId) =>
      known({ id: queueId, name: `Queue ${queueId}`, outboundChannels: [] }, { source: 'the bench' }),
    list: async (/** @type {number} */ _days, /** @type {(listed: object) => void} */ take) => {
      for (let number = 1; number <= count / 100; number += 1) {
        const { conversations, total } = readListing(JSON.parse(page(number)), now)
        take({ rows: conversations.map(rowOf), read: number * 100, total })
      }
    },
    credentials: [{ kind: 'user', userId: id(7) }],
    memberships: async () => unknown('The bench has none.'),
    listNewest: async () => undefined,
    read: async () => Promise.reject(new Error('The bench reads no conversation again.')),
    notifications: (/** @type {object} */ listener) => new Notifications({ ...wire.means, pace: { now: () => now, wait: never } }, listener)
  }
  const before = heap()
  const connections = new Connections()
  const open = connections.add({ id: 'bench', name: 'Bench', place: 'here', isProduction: false, isSandbox: true }, connection)
  const store = open.conversations
  await store.refresh()
  /** @type {unknown[]} */
  const refreshed = []
  const changes = { event: () => undefined, fire: (/** @type {unknown} */ node) => refreshed.push(node) }
  const options = new ViewOptions({ get: () => undefined, update: async () => undefined })
  const tree = new ConversationsTree(connections, options, changes, async () => undefined, { error: console.error })
  await drawAll(tree)
  const bytesEach = (heap() - before) / count

  const plainBefore = heap()
  const plain = Array.from({ length: count }, (_, n) => JSON.parse(JSON.stringify({ ...store.row(id(n)) })))
  const plainBytesEach = (heap() - plainBefore) / plain.length

  /** @type {Record<string, number>} */
  const groupingMs = {}
  for (const grouping of groupings)
    groupingMs[grouping] = rounded(await fastestOf(7, () => new Arrangement(store, grouping, undefined, now)))
  const sortingMs = await fastestOf(7, () => [...store.rows()].sort((a, b) => (a.id < b.id ? -1 : 1)))

  new LiveUpdates(connections, open, {
    pace: { wait: never },
    pollSeconds: () => 30,
    lookBackDays: () => 3,
    chosenQueues: () => [],
    onUpdates: () => undefined,
    onFailure: (/** @type {string} */ doing, /** @type {unknown} */ error) => {
      throw new Error(doing, { cause: error })
    }
  })
  await wire.isSubscribed
  const event = await eventFigures(wire.frame)
  return {
    conversations: count,
    bytesEach: Math.round(bytesEach),
    plainBytesEach: Math.round(plainBytesEach),
    ...event,
    groupingMs,
    sortingMs: rounded(sortingMs)
  }
}

process.send?.(await figures(), () => process.exit())
