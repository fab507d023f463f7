import { ask, newAgent } from './httpLoad.mjs'
import { inTurn } from './inTurn.mjs'

/** So many requests a second make more than 200 events: each change is told to those who listen to the agent, and to those who listen to the queue. */
const perSecond = 125

/** Of so many requests one is an agent’s message, and one ends a conversation; all others note an attribute. */
const perMessage = 5
const perEnd = 31

const newestPages = 40

/**
 * What happens in an organisation: agents write, note attributes, and leave. Half of it happens in the conversations that are at the top of a list.
 *
 * @param {any} address of the sandbox
 */
export const happenings = async (address) => {
  const agent = newAgent()
  const user = { authorization: `Bearer ${address.userToken}` }
  const basic = Buffer.from(`${address.clientId}:${address.clientSecret}`).toString('base64')
  const answer = await fetch(`${address.url}/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' })
  })
  const client = { authorization: `Bearer ${(await answer.json()).access_token}` }

  /** @param {import('./httpLoad.mjs').Asked} asked */
  const read = async (asked) => {
    const { status, text } = await ask(address.url, asked, agent)
    if (status !== 200) throw new Error(`${asked.path} was answered with ${status}: ${text}`)
    return JSON.parse(text)
  }
  /** @param {string} id */
  const partsOf = async (id) => {
    const { participants } = await read({ method: 'GET', path: `/api/v2/conversations/${id}`, headers: user })
    const { id: agentId, messages } = participants.find((/** @type {any} */ { purpose }) => purpose === 'agent')
    return { id, agentId, legId: messages[0].id }
  }
  const interval = `${new Date(Date.now() - 4 * 86_400_000).toISOString()}/${new Date().toISOString()}`
  /** @type {string[]} */
  const goingOn = []
  for (let pageNumber = 1; pageNumber <= newestPages; pageNumber += 1) {
    const body = JSON.stringify({ interval, order: 'desc', paging: { pageSize: 100, pageNumber } })
    const { conversations } = await read({ method: 'POST', path: '/api/v2/analytics/conversations/details/query', headers: client, body })
    for (const { conversationId, conversationEnd } of conversations) if (conversationEnd === undefined) goingOn.push(conversationId)
  }
  const own = await read({ method: 'GET', path: '/api/v2/conversations/messages', headers: user })
  const written = await Promise.all(own.entities.map((/** @type {any} */ { id }) => partsOf(id)))
  const isOwn = new Set(written.map(({ id }) => id))
  const others = goingOn.filter((id) => !isOwn.has(id))
  const noted = await Promise.all(others.slice(0, 100).map(partsOf))
  const ended = others.slice(100)
  agent.destroy()

  const messages = '/api/v2/conversations/messages'
  const [nextWritten, nextNoted, nextEnded] = [inTurn(written), inTurn(noted), inTurn(ended)]
  let turn = 0
  const next = () => {
    turn += 1
    if (turn % perEnd === 0) {
      const id = nextEnded()
      return { kind: 'end', asked: { method: 'POST', path: `/api/v2/conversations/${id}/disconnect`, headers: user } }
    }
    if (turn % perMessage === 0) {
      const { id, legId } = nextWritten()
      const body = JSON.stringify({ textBody: 'It arrives tomorrow.' })
      return { kind: 'message', asked: { method: 'POST', path: `${messages}/${id}/communications/${legId}/messages`, headers: user, body } }
    }
    const { id, agentId } = nextNoted()
    const body = JSON.stringify({ attributes: { order: `SB-${turn}` } })
    return { kind: 'note', asked: { method: 'PATCH', path: `${messages}/${id}/participants/${agentId}/attributes`, headers: user, body } }
  }
  return { next, perSecond }
}
