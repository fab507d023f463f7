import { loadBundle } from './support/bundle.mjs'
import { microsecondsOf, rounded } from './support/timing.mjs'

const budget = { maxMicroseconds: 5 }
/** One recognition is too short for the clock: so many are timed together. */
const perRound = 200

const id = '0b1f3f6e-7a51-4d0e-9c1a-0d5a5b8a4f10'

/** As people paste and write them: from a cURL command, a template literal, a joined string, Postman, and one that does not exist. */
const urls = {
  agentless: 'https://api.mypurecloud.com/api/v2/conversations/messages/agentless',
  agentSend: `https://apps.mypurecloud.ie/platform/api/v2/conversations/messages/${id}/communications/${id}/messages?x=1`,
  templateLiteral: '${base}/api/v2/conversations/messages/${conversation.id}/communications/${leg.id}/messages',
  joinedString: `"/api/v2/conversations/messages/" + conversationId + "/communications/" + communicationId + "/messages"`,
  postman: '{{baseUrl}}/api/v2/conversations/messages/{{conversationId}}/communications/{{communicationId}}/messages',
  invented: 'https://api.mypurecloud.com/api/v2/conversations/messaging/messages'
}

/** What it takes to recognise an operation by its URL, with all that is published of it, against Node.js reading a URL of the same length. */
export const measure = async () => {
  const { apiPathOf, findOperation, findMessagingOperation } = await loadBundle('operations', [
    'platform/operationUrl',
    'platform/operations',
    'platform/messagingOperations'
  ])

  /** @param {string} url */
  const recognise = (url) => {
    const operation = findOperation('POST', apiPathOf(url) ?? '')
    return operation && findMessagingOperation(operation.method, operation.path)
  }

  const begun = performance.now()
  recognise(urls.agentless)
  const firstMs = performance.now() - begun

  for (const [name, url] of Object.entries(urls))
    if ((recognise(url) === undefined) !== (name === 'invented')) throw new Error(`${url} is not recognised as what it is.`)

  const each = Object.fromEntries(
    Object.entries(urls).map(([name, url]) => [name, rounded(microsecondsOf(() => recognise(url), perRound))])
  )
  const slowest = Math.max(...Object.values(each))
  return {
    microseconds: each,
    nodeUrlMicroseconds: rounded(microsecondsOf(() => new URL(urls.agentSend), perRound)),
    firstMs: rounded(firstMs),
    budget,
    withinBudget: slowest <= budget.maxMicroseconds
  }
}
