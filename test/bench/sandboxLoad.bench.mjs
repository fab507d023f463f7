import { ask, newAgent, runLoad } from './support/httpLoad.mjs'
import { inTurn } from './support/inTurn.mjs'
import { startServer } from './support/serverProcess.mjs'
import { rounded } from './support/timing.mjs'

/** The last answers come after the minute is over: a little less than the wanted rate is all of it. */
const budget = { errors: 0, minRequestsPerSecond: 980, maxHeapMb: 1500 }
const load = { perSecond: 1000, seconds: 60 }
const bareLoad = { perSecond: 1000, seconds: 10 }

/** @param {string} token */
const bearer = (token) => ({ authorization: `Bearer ${token}` })

/**
 * What the requests name.
 *
 * @typedef {object} Known
 * @property {string} id of a conversation
 * @property {string} agentId its agent’s participant
 * @property {string} messageId one of its messages
 * @property {boolean} live whether the agent is connected
 * @property {{ readonly from: string, readonly to: string } | undefined} sms the addresses, of an SMS conversation that has ended
 */

/** Pages of 100 conversations, far apart. */
const explored = Array.from({ length: 10 }, (_, index) => index * 90 + 1)

/**
 * Reads what there is through the API, as a program would.
 *
 * @param {any} address
 */
const explore = async (address) => {
  const agent = newAgent()
  const user = bearer(address.userToken)
  /** @param {string} path @param {unknown} [body] */
  const read = async (path, body) => {
    const asked =
      body === undefined ? { method: 'GET', path, headers: user } : { method: 'POST', path, headers: user, body: JSON.stringify(body) }
    const { status, text } = await ask(address.url, asked, agent)
    if (status !== 200) throw new Error(`${path} was answered with ${status}: ${text}`)
    return JSON.parse(text)
  }
  const basic = Buffer.from(`${address.clientId}:${address.clientSecret}`).toString('base64')
  const token = await fetch(`${address.url}/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' })
  })
  const { access_token: clientToken } = await token.json()

  const interval = `${new Date(Date.now() - 4 * 86_400_000).toISOString()}/${new Date().toISOString()}`
  /** @type {Known[]} */
  const known = []
  for (const pageNumber of explored) {
    const page = await read('/api/v2/analytics/conversations/details/query', { interval, paging: { pageSize: 100, pageNumber } })
    for (const { conversationId } of page.conversations) {
      const { participants, address: from } = await read(`/api/v2/conversations/${conversationId}`)
      /** @param {string} purpose */
      const the = (purpose) => participants.find((/** @type {any} */ participant) => participant.purpose === purpose)
      const leg = the('agent')?.messages[0]
      const messageId = leg?.messages[0]?.messageId
      if (messageId === undefined) continue
      const sms = leg.type === 'sms' && leg.state === 'disconnected' ? { from, to: the('customer').address } : undefined
      known.push({ id: conversationId, agentId: the('agent').id, messageId, live: leg.state === 'connected', sms })
    }
  }
  agent.destroy()
  return { known, clientToken, interval }
}

/**
 * Of ten requests, six read a conversation, one a page of analytics, one a message; one sends without an agent, one notes an attribute.
 *
 * @param {any} address
 */
const mixOf = async (address) => {
  const { known, clientToken, interval } = await explore(address)
  const [user, client] = [bearer(address.userToken), bearer(clientToken)]
  const [anyOne, live] = [inTurn(known), inTurn(known.filter((conversation) => conversation.live))]
  const recipient = inTurn(known.flatMap(({ sms }) => sms ?? []))
  const page = inTurn(Array.from({ length: 40 }, (_, index) => index + 1))

  const readConversation = () => ({
    kind: 'GET conversation',
    asked: { method: 'GET', path: `/api/v2/conversations/${anyOne().id}`, headers: user }
  })
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
    return {
      kind: 'GET message',
      asked: { method: 'GET', path: `/api/v2/conversations/messages/${id}/messages/${messageId}`, headers: user }
    }
  }
  const sendAgentless = () => {
    const { from, to } = recipient()
    const message = {
      fromAddress: from,
      toAddress: to,
      toAddressMessengerType: 'sms',
      textBody: 'Your parcel is here.',
      useExistingActiveConversation: true
    }
    return {
      kind: 'agentless send',
      asked: { method: 'POST', path: '/api/v2/conversations/messages/agentless', headers: client, body: JSON.stringify(message) }
    }
  }
  const noteAttribute = () => {
    const { id, agentId } = live()
    const path = `/api/v2/conversations/messages/${id}/participants/${agentId}/attributes`
    return {
      kind: 'PATCH attributes',
      asked: { method: 'PATCH', path, headers: user, body: JSON.stringify({ attributes: { order: 'SB-20431' } }) }
    }
  }
  const turn = inTurn([
    readConversation,
    readPage,
    readConversation,
    readMessage,
    readConversation,
    sendAgentless,
    readConversation,
    noteAttribute,
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
  const before = await sandbox.usage()
  const { errors, ...figures } = await runLoad(sandbox.address.url, next, load)
  const after = await sandbox.usage()
  await sandbox.stop()
  const errorCount = Object.values(errors).reduce((sum, count) => sum + count, 0)
  return {
    conversations: 100_000,
    startMs: rounded(sandbox.address.startMs),
    wanted: load,
    ...figures,
    bareNodeMs,
    errors: errorCount === 0 ? 0 : errors,
    cpuCores: rounded((after.cpuSeconds - before.cpuSeconds) / load.seconds),
    heapMbBefore: rounded(before.heapMb),
    heapMb: rounded(after.heapMb),
    budget,
    withinBudget:
      errorCount <= budget.errors && figures.requestsPerSecond >= budget.minRequestsPerSecond && after.heapMb <= budget.maxHeapMb
  }
}
