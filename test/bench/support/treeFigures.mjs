// A process of its own that shows the conversations of a sandbox, which is another process, in a tree. It is sent the sandbox’s address, measures what
// listing and arranging cost, and sends “listening”; when it is sent “over”, it sends its figures.
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { watchBlocks } from './blocks.mjs'
import { loadBundle } from './bundle.mjs'
import { watchRequests } from './requestsUnderWay.mjs'
import { ShownTree } from './shownTree.mjs'
import { median, millisecondsAtWork, rounded } from './timing.mjs'

const delayMs = 100

/** @param {() => boolean} isSo */
const until = async (isSo) => {
  while (!isSo()) await sleep(5)
}

const [{ address }] = await once(process, 'message')

/** @param {readonly object[]} faults */
const setFaults = (faults) =>
  fetch(`${address.url}/sandbox/faults`, {
    method: 'POST',
    headers: { authorization: `Bearer ${address.controlToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ faults })
  })

const { Connection, Connections, Conversations, ConversationsTree, LiveConnections, ViewOptions, groupings, sdk, systemPace } =
  await loadBundle('tree', [
    'genesys/connection',
    'genesys/sdk',
    'genesys/traffic/pace',
    'store/connections',
    'store/conversations',
    'store/listing/arrangement',
    'store/live/liveConnections',
    'editor/tree/conversationsTree',
    'editor/tree/viewOptions'
  ])

/** What each frame takes, from its text to the change that the tree is told of, in microseconds. @type {number[]} */
const frameMicroseconds = []
/** The rows that the last frame refreshed. `undefined` is the whole tree. @type {({ readonly kind: string } | undefined)[]} */
const told = []
const mostRefreshed = { whereItStays: 0, whereItMoves: 0 }
/** @type {typeof sdk.openSocket} */
const openSocket = (/** @type {string} */ uri, /** @type {any} */ listener, /** @type {AbortSignal} */ signal) =>
  sdk.openSocket(
    uri,
    {
      ...listener,
      onFrame: (/** @type {string} */ text) => {
        told.length = 0
        const begun = performance.now()
        listener.onFrame(text)
        frameMicroseconds.push((performance.now() - begun) * 1000)
        const isMoved = told.some((node) => node?.kind !== 'conversation')
        const key = isMoved ? 'whereItMoves' : 'whereItStays'
        mostRefreshed[key] = Math.max(mostRefreshed[key], told.length)
      }
    },
    signal
  )

/** @param {object} credentials */
const connect = (credentials) =>
  Connection.open(
    { id: 'bench', endpoint: { kind: 'loopback', port: Number(new URL(address.url).port) }, client: undefined, ...credentials },
    { sdk: { ...sdk, openSocket }, pace: systemPace, random: Math.random, onSignedOut: () => undefined }
  )

const connection = await connect({
  userToken: address.userToken,
  client: { id: address.clientId, secret: address.clientSecret }
})
await connection.described
const connections = new Connections()
const options = new ViewOptions({ get: () => undefined, update: async () => undefined })
/** @type {Set<(node: unknown) => void>} */
const listeners = new Set()
const changes = {
  event: (/** @type {(node: unknown) => void} */ listener) => listeners.add(listener),
  fire: (/** @type {{ readonly kind: string } | undefined} */ node) => {
    told.push(node)
    for (const listener of listeners) listener(node)
  }
}
const log = { error: (/** @type {string} */ doing, /** @type {unknown} */ error) => process.stderr.write(`${doing}: ${String(error)}\n`) }
const tree = new ConversationsTree(connections, options, changes, async () => undefined, log)
const shown = new ShownTree(tree, changes)
const { conversations } = connections.add({ id: 'bench', name: 'Bench', place: 'here', isProduction: false, isSandbox: true }, connection)
const requests = watchRequests()

/** From the token to the first rows, with a delay at the sandbox; then the list is called off. */
const firstRows = async () => {
  const abort = new AbortController()
  const begun = performance.now()
  const store = new Conversations(await connect({ userToken: address.userToken }))
  const first = new Promise((resolve) => {
    const { dispose } = store.onDidChange(() => {
      if (store.rows().length === 0) return
      dispose()
      resolve(performance.now() - begun)
    })
  })
  const whole = store.refresh({ signal: abort.signal }).then(
    () => Promise.reject(new Error('The whole list was there before it was called off.')),
    () => performance.now()
  )
  const firstRowsMs = await first
  // In the midst of the pages.
  await sleep(2 * delayMs)
  const { made } = requests
  const calledOff = performance.now()
  abort.abort()
  const cancelMs = (await whole) - calledOff
  await sleep(2 * delayMs)
  return { firstRowsMs, cancelMs, requestsAfterCancel: requests.made - made + requests.underWay }
}

/** The fastest of a few: the sandbox takes its time for the first query of all. */
const fastestFirstRows = async () => {
  await setFaults([{ kind: 'latency', ms: delayMs, operation: 'any' }])
  const rounds = [await firstRows(), await firstRows(), await firstRows()]
  await setFaults([])
  return {
    firstRowsMs: Math.min(...rounds.map(({ firstRowsMs }) => firstRowsMs)),
    cancelMs: Math.max(...rounds.map(({ cancelMs }) => cancelMs)),
    requestsAfterCancel: Math.max(...rounds.map(({ requestsAfterCancel }) => requestsAfterCancel))
  }
}

/**
 * Reads so many by pages while the tree is shown, and all others by a job, whose pages are ten times as large: by pages alone, the 300 requests a
 * minute that the platform allows a token take it more than three minutes.
 */
const byPages = 10_000

const readAll = async () => {
  const heapBefore = heapUsed()
  const blocks = watchBlocks()
  requests.mostAtOnce = 0
  const enough = new AbortController()
  await connections
    .refresh('bench', {
      signal: enough.signal,
      onProgress: (/** @type {{ read: number }} */ { read }) => {
        if (read >= byPages) enough.abort()
      }
    })
    .catch((/** @type {unknown} */ error) => {
      if (!enough.signal.aborted) throw error
    })
  const requestsAtOnce = requests.mostAtOnce
  await conversations.readOlder(4)
  const { longestMs, longestGapMs } = blocks.stop()
  await shown.draw()
  const held = conversations.rows().length
  return { held, requestsAtOnce, listingBlockMs: longestMs, listingGapMs: longestGapMs, bytesEach: (heapUsed() - heapBefore) / held }
}

const heapUsed = () => {
  globalThis.gc?.()
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

/** Choosing another grouping, until its visible rows are built. */
const switchGroupings = async () => {
  /** @type {Record<string, number>} */
  const groupingMs = {}
  /** @type {Record<string, number>} */
  const builtRows = {}
  for (const grouping of [...groupings, ...groupings, ...groupings]) {
    const ms = await millisecondsAtWork(async () => {
      await options.groupBy(grouping)
      builtRows[grouping] = await shown.draw()
    })
    groupingMs[grouping] = Math.min(groupingMs[grouping] ?? Infinity, ms)
  }
  await options.groupBy('state')
  await shown.draw()
  return { groupingMs, builtRows }
}

const listing = { ...(await fastestFirstRows()), ...(await readAll()) }
const arranging = await switchGroupings()

const live = new LiveConnections(connections, {
  pace: systemPace,
  pollSeconds: () => 30,
  lookBackDays: () => 3,
  chosenQueues: () => [],
  onFailure: log.error
})
live.showView(true)
await until(() => connections.find('bench').standing.updates?.kind === 'live')
process.send?.('listening')
await once(process, 'message')
frameMicroseconds.length = 0
shown.built = 0
const blocks = watchBlocks()
const begun = performance.now()
await once(process, 'message')
const seconds = (performance.now() - begun) / 1000
const { longestMs, longestGapMs } = blocks.stop()
live.dispose()
tree.dispose()
const sorted = [...frameMicroseconds].sort((a, b) => a - b)
process.send?.(
  {
    conversations: listing.held,
    firstRowsMs: rounded(listing.firstRowsMs),
    delayMs,
    firstRowsRatio: rounded(listing.firstRowsMs / delayMs),
    cancelMs: rounded(listing.cancelMs),
    requestsAfterCancel: listing.requestsAfterCancel,
    requestsAtOnce: listing.requestsAtOnce,
    listingBlockMs: rounded(listing.listingBlockMs),
    listingGapMs: rounded(listing.listingGapMs),
    bytesEach: Math.round(listing.bytesEach),
    groupingMs: Object.fromEntries(Object.entries(arranging.groupingMs).map(([grouping, ms]) => [grouping, rounded(ms)])),
    builtRows: arranging.builtRows,
    events: sorted.length,
    eventsPerSecond: rounded(sorted.length / seconds),
    seconds: rounded(seconds),
    eventMicroseconds: rounded(median(sorted)),
    eventMicrosecondsP99: rounded(sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN),
    refreshedByOneEvent: mostRefreshed,
    rowsBuiltPerSecond: rounded(shown.built / seconds),
    blockMs: rounded(longestMs),
    gapMs: rounded(longestGapMs)
  },
  () => process.exit()
)
