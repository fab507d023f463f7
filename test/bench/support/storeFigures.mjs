// A process of its own that measures the store, sends its figures to the one that began it, and ends. “held”: with 100,000 conversations in it;
// “listed”: reading them from a sandbox with a delay.
import { loadBundle } from './bundle.mjs'
import { median, microsecondsOf, rounded } from './timing.mjs'

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

const held = async () => {
  const { Conversations, Arrangement, groupings, readListing, rowOf, known } = await loadBundle('store', [
    'store/conversations',
    'store/listing/arrangement',
    'genesys/wire/analytics',
    'model/conversationRow',
    'model/fact'
  ])
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
    }
  }
  const before = heap()
  const store = new Conversations(connection)
  await store.refresh()
  store.rows()
  const arrangement = new Arrangement(store, 'state', undefined, now)
  const bytesEach = (heap() - before) / count

  const plainBefore = heap()
  const plain = Array.from({ length: count }, (_, n) => JSON.parse(JSON.stringify({ ...store.row(id(n)) })))
  const plainBytesEach = (heap() - plainBefore) / plain.length

  /** @type {Record<string, number>} */
  const groupingMs = {}
  for (const grouping of groupings) {
    const times = Array.from({ length: 7 }, () => {
      const begun = performance.now()
      new Arrangement(store, grouping, undefined, now)
      return performance.now() - begun
    })
    groupingMs[grouping] = rounded(median(times))
  }
  const sortBegun = performance.now()
  ;[...store.rows()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const sortingMs = performance.now() - sortBegun

  // Half of the events leave the conversation where it is, half move it into another group.
  const [live] = readListing(JSON.parse(page(1)), now).conversations
  let turn = 0
  const event = () => {
    turn += 1
    const at = (turn * 7_919) % count
    const isEnded = turn % 2 === 0
    const row = store.row(id(at))
    store.apply({
      ...live,
      id: row.id,
      startedAt: row.startedAt,
      endedAt: isEnded ? now - 1000 : undefined,
      reading: 'live',
      readAt: now + turn
    })
    return arrangement.update(row.id, now)
  }
  const eventMicroseconds = microsecondsOf(event, 20)
  return {
    conversations: count,
    bytesEach: Math.round(bytesEach),
    plainBytesEach: Math.round(plainBytesEach),
    eventMicroseconds: rounded(eventMicroseconds),
    writingItAsJsonMicroseconds: rounded(microsecondsOf(() => JSON.stringify(live), 20)),
    groupingMs,
    sortingMs: rounded(sortingMs)
  }
}

const delayMs = 100

const listed = async () => {
  const { startSandbox, Connection, Conversations, sdk, systemPace } = await loadBundle('storeListing', [
    'sandbox/index',
    'genesys/connection',
    'genesys/sdk',
    'genesys/traffic/pace',
    'store/conversations'
  ])
  const sandbox = await startSandbox({ scenario: 'large', conversations: 2_000 })
  const { url, userToken, clientId, clientSecret } = sandbox.address
  const connection = await Connection.open(
    {
      id: 'bench',
      endpoint: { kind: 'loopback', port: Number(new URL(url).port) },
      userToken,
      client: { id: clientId, secret: clientSecret }
    },
    { sdk, pace: systemPace, random: Math.random, onSignedOut: () => undefined }
  )
  sandbox.setFaults([{ kind: 'latency', ms: delayMs, operation: 'any' }])
  const store = new Conversations(connection)
  const begun = performance.now()
  const first = new Promise((resolve) => {
    store.onDidChange(() => {
      if (store.rows().length > 0) resolve(performance.now() - begun)
    })
  })
  const whole = store.refresh()
  const firstRowsMs = await first
  await whole
  const wholeListMs = performance.now() - begun
  await sandbox.stop()
  return {
    firstRowsMs: rounded(firstRowsMs),
    delayMs,
    firstRowsRatio: rounded(firstRowsMs / delayMs),
    wholeListOf2000Ms: rounded(wholeListMs)
  }
}

process.send?.(await (process.argv[2] === 'held' ? held() : listed()), () => process.exit())
