import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { ask, newAgent, runLoad } from './support/httpLoad.mjs'
import { rounded } from './support/timing.mjs'

/** The share of the wanted rate that must be reached is not 1, since the clock is read at both ends. */
const budget = { errors: 0, minRequestsPerSecond: 980, maxHeapMb: 1500 }
const load = { perSecond: 1000, seconds: 60 }
const bareLoad = { perSecond: 1000, seconds: 10 }

/** @param {'sandbox' | 'bare'} kind */
const startServer = async (kind) => {
  const child = fork(fileURLToPath(new URL('./support/loadedSandbox.mjs', import.meta.url)), [kind], {
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc']
  })
  if (child.stdout === null) throw new Error('The server has no output.')
  const lines = createInterface({ input: child.stdout })
  const [line] = await Promise.race([
    once(lines, 'line'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`The server ended with ${code}.`)))
  ])
  return {
    address: JSON.parse(line),
    heapMb: async () => {
      const answer = once(child, 'message')
      child.send('memory')
      const [bytes] = await answer
      return rounded(bytes / 1_000_000)
    },
    stop: async () => {
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    }
  }
}

/** @param {string} token */
const bearer = (token) => ({ authorization: `Bearer ${token}` })

/** What the requests name: conversations with their agent, one of their messages, whether they go on, and the customer’s address.
 * @typedef {{ readonly id: string, readonly agentId: string, readonly messageId: string, readonly live: boolean, readonly sms?: string }} Known */

/**
 * Reads what there is through the API, as a program would.
 *
 * @param {any} address
 * @returns {Promise<{ readonly known: readonly Known[], readonly clientToken: string, readonly interval: string }>}
 */
const explore = async (address) => {
  const agent = newAgent()
  const user = bearer(address.userToken)
  /** @param {string} path @param {unknown} [body] @param {Record<string, string>} [headers] */
  const read = async (path, body, headers = user) => {
    const asked = body === undefined ? { method: 'GET', path, headers } : { method: 'POST', path, headers, body: JSON.stringify(body) }
    const { status, text } = await ask(address.url, asked, agent)
    if (status !== 200) throw new Error(`${path} was answered with ${status}: ${text}`)
    return JSON.parse(text)
  }
  const basic = Buffer.from(`${address.clientId}:${address.clientSecret}`).toString('base64')
  const { access_token: clientToken } = await fetch(`${address.url}/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' })
  }).then((answer) => answer.json())

  const interval = `${new Date(Date.now() - 4 * 86_400_000).toISOString()}/${new Date().toISOString()}`
  /** @type {Known[]} */
  const known = []
  for (let pageNumber = 1; pageNumber <= 100; pageNumber += 1) {
    const { conversations } = await read('/api/v2/analytics/conversations/details/query', { interval, paging: { pageSize: 100, pageNumber: pageNumber * 9 } })
    for (const { conversationId } of conversations) {
      const { participants } = await read(`/api/v2/conversations/${conversationId}`)
      /** @param {string} purpose */
      const of = (purpose) => participants.find((/** @type {any} */ participant) => participant.purpose === purpose)
      const leg = of('agent')?.messages[0]
      const messageId = leg?.messages[0]?.messageId
      if (messageId === undefined) continue
      const address = of('customer').address
      const sms = leg.type === 'sms' && leg.state === 'disconnected' ? address : undefined
      known.push({ id: conversationId, agentId: of('agent').id, messageId, live: leg.state === 'connected', sms })
    }
  }
  agent.destroy()
  return { known, clientToken, interval }
}

/** @template Item @param {readonly Item[]} items */
const inTurn = (items) => {
  let index = -1
  return () => {
    index = (index + 1) % items.length
    const item = items[index]
    if (item === undefined) throw new Error('There is nothing to take.')
    return item
  }
}

/** Of ten requests: six read a conversation, one a page of analytics, one a message; one sends without an agent, one parks or resumes.
 * @param {any} address */
const mixOf = async (address) => {
  const { known, clientToken, interval } = await explore(address)
  const sms = known.flatMap((conversation) => conversation.sms ?? [])
  const [user, client] = [bearer(address.userToken), bearer(clientToken)]
  const [anyOne, live, number] = [inTurn(known), inTurn(known.filter((conversation) => conversation.live)), inTurn(sms)]
  const { json: sendingFrom } = { json: address.smsAddress ?? '+13175550100' }
  const parked = new Set()

  const readConversation = () => ({ kind: 'GET conversation', asked: { method: 'GET', path: `/api/v2/conversations/${anyOne().id}`, headers: user } })
  const page = inTurn(Array.from({ length: 40 }, (_, index) => index + 1))
  const readPage = () => ({
    kind: 'analytics page',
    asked: {
      method: 'POST',
      path: '/api/v2/analytics/conversations/details/query',
      headers: user,
      body: JSON.stringify({ interval, order: 'desc', paging: { pageSize: 25, pageNumber: page() } })
    }
  })
  const readMessage = () => {
    const { id, messageId } = anyOne()
    return { kind: 'GET message', asked: { method: 'GET', path: `/api/v2/conversations/messages/${id}/messages/${messageId}`, headers: user } }
  }
  const sendAgentless = () => ({
    kind: 'agentless send',
    asked: {
      method: 'POST',
      path: '/api/v2/conversations/messages/agentless',
      headers: client,
      body: JSON.stringify({
        fromAddress: sendingFrom,
        toAddress: number(),
        toAddressMessengerType: 'sms',
        textBody: 'Your parcel is here.',
        useExistingActiveConversation: true
      })
    }
  })
  const park = () => {
    const { id, agentId } = live()
    const state = parked.has(id) ? 'connected' : 'parked'
    if (state === 'parked') parked.add(id)
    else parked.delete(id)
    const path = `/api/v2/conversations/messages/${id}/participants/${agentId}/parkingstate`
    return { kind: 'park or resume', asked: { method: 'PATCH', path, headers: user, body: JSON.stringify({ state }) } }
  }
  const turn = inTurn([
    readConversation,
    readPage,
    readConversation,
    readMessage,
    readConversation,
    sendAgentless,
    readConversation,
    park,
    readConversation,
    readConversation
  ])
  return () => turn()()
}

/** The sandbox with 100,000 conversations under 1,000 requests a second for a minute, from another process, against a bare Node.js server under the same. */
export const measure = async () => {
  const bare = await startServer('bare')
  const { latencyMs: bareNodeMs } = await runLoad(
    bare.address.url,
    () => ({ kind: 'any', asked: { method: 'GET', path: '/', headers: {} } }),
    bareLoad
  )
  await bare.stop()

  const sandbox = await startServer('sandbox')
  const next = await mixOf(sandbox.address)
  const heapMbBefore = await sandbox.heapMb()
  const { errors, ...figures } = await runLoad(sandbox.address.url, next, load)
  const heapMb = await sandbox.heapMb()
  await sandbox.stop()
  const errorCount = Object.values(errors).reduce((sum, count) => sum + count, 0)
  return {
    conversations: 100_000,
    startMs: rounded(sandbox.address.startMs),
    wanted: load,
    ...figures,
    bareNodeMs,
    errors: errorCount === 0 ? 0 : errors,
    heapMbBefore,
    heapMb,
    budget,
    withinBudget: errorCount <= budget.errors && figures.requestsPerSecond >= budget.minRequestsPerSecond && heapMb <= budget.maxHeapMb
  }
}
