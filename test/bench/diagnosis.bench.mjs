import { loadBundle } from './support/bundle.mjs'
import { microsecondsOf, rounded } from './support/timing.mjs'

const budget = { maxMicroseconds: 100 }
const perRound = 50

const now = Date.UTC(2026, 10, 24, 14)
const id = (/** @type {number} */ n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

/** A leg with as many messages as a lively conversation has. */
const leg = (/** @type {number} */ n, /** @type {string} */ state) => ({
  id: id(n),
  state,
  rawState: state,
  messengerType: 'webmessaging',
  startedAt: now - 3_600_000,
  connectedAt: now - 3_500_000,
  disconnectedAt: state === 'disconnected' ? now - 1_800_000 : undefined,
  disconnectType: state === 'disconnected' ? 'client' : undefined,
  fromAddress: 'guest',
  toAddress: id(90),
  messages: Array.from({ length: 40 }, (_, index) => ({ id: `m-${n}-${index}`, status: 'delivery-success', at: now - 3_000_000 + index }))
})

const participant = (/** @type {number} */ n, /** @type {string} */ party, /** @type {string} */ state) => ({
  id: id(n),
  purpose: party,
  party,
  name: `Name ${n}`,
  userId: id(70),
  externalContactId: id(80),
  wrapUpPending: false,
  legs: [leg(n + 10, state)]
})

const known = (/** @type {unknown} */ value) => ({ known: true, value, from: { source: 'the bench' } })

const situation = (/** @type {string} */ state) => ({
  now,
  conversation: known({
    id: id(1),
    startedAt: now - 3_600_000,
    endedAt: state === 'disconnected' ? now - 1_800_000 : undefined,
    participants: [participant(2, 'customer', state), participant(3, 'queue', 'disconnected'), participant(4, 'agent', state)],
    reading: 'live',
    readAt: now
  }),
  threading: known({ defaultMinutes: 4320, minutesByMessengerType: new Map() }),
  credentials: known([
    { kind: 'user', name: 'Nora', userId: id(70), permissions: known(['conversation:message:create']) },
    { kind: 'client', name: 'Notifier', userId: undefined, permissions: known(['conversation:message:create']) }
  ]),
  integrations: known({ rows: [], isComplete: true }),
  smsNumbers: known({ rows: [{ phoneNumber: '+13175550100', status: 'ACTIVE' }], isComplete: true }),
  queue: known({ id: id(3), name: 'Web support', outboundChannels: ['sms'], manualAssignment: true }),
  routingStatus: known('IDLE'),
  memberships: known({ rows: [{ queueId: id(3), queueName: 'Web support', joined: true }], isComplete: true }),
  deployments: known([{ id: id(90), name: 'Shop', status: 'Active' }]),
  contact: known({ kind: 'current' })
})

const agentless = { fromAddress: id(90), toAddressMessengerType: 'webmessaging', externalContactId: id(80), textBody: 'Hello' }
const agentPath = `/api/v2/conversations/messages/${id(1)}/communications/${id(14)}/messages`

/** @type {readonly (readonly [string, string, unknown, number | undefined, string | undefined])[]} */
const requests = [
  ['POST', agentPath, { textBody: 'Hello' }, undefined, undefined],
  ['POST', agentPath, { textBody: 'Hello' }, 409, 'request.conflict'],
  ['POST', '/api/v2/conversations/messages/agentless', agentless, undefined, undefined],
  ['POST', '/api/v2/conversations/messages/agentless', agentless, 400, 'not.a.client'],
  [
    'POST',
    '/api/v2/conversations/messages',
    { queueId: id(3), toAddress: '+41790000001', toAddressMessengerType: 'sms' },
    undefined,
    undefined
  ],
  ['PATCH', `/api/v2/conversations/messages/${id(1)}`, { state: 'alerting' }, undefined, undefined],
  ['GET', `/api/v2/conversations/${id(1)}`, undefined, 404, 'not.found']
]

/** What the thread sent: its path is no operation’s, so the nearest ones are looked for among all that there are. */
const invented = {
  method: 'POST',
  url: '/api/v2/conversations/messaging/messages',
  body: { from: {}, text: 'Hello', conversationId: id(1) }
}

/** One diagnosis over the whole rule set, against writing the same conversation as JSON in the same run. */
export const measure = async () => {
  const { attemptOf, diagnose, apiPathOf, rules } = await loadBundle('diagnosis', [
    'diagnosis/attempt',
    'diagnosis/diagnose',
    'diagnosis/rules/index',
    'platform/operationUrl'
  ])
  const attempts = ['connected', 'disconnected', 'alerting'].flatMap((state) =>
    requests.map(([method, url, body, status, code]) => () => {
      const request = { method, url, apiPath: apiPathOf(url), authorisation: 'bearer', body: body && { kind: 'json', value: body } }
      const response = status && { status, error: { code, message: 'No.', correlationId: 'c' }, body: undefined }
      return diagnose(attemptOf(situationOf[state], { request, response }, known('user')))
    })
  )
  /** @type {Record<string, unknown>} */
  const situationOf = Object.fromEntries(['connected', 'disconnected', 'alerting'].map((state) => [state, situation(state)]))
  const ofInvented = () => {
    const { method, url, body } = invented
    const request = { method, url, apiPath: apiPathOf(url), authorisation: 'bearer', body: { kind: 'json', value: body } }
    return diagnose(attemptOf(situationOf['disconnected'], { request, response: undefined }, known('user')))
  }
  const times = attempts.map((attempt) => microsecondsOf(attempt, perRound)).sort((a, b) => a - b)
  const medianMicroseconds = times[Math.floor(times.length / 2)] ?? Number.NaN
  return {
    rules: rules.length,
    attempts: attempts.length,
    medianMicroseconds: rounded(medianMicroseconds),
    slowestMicroseconds: rounded(times.at(-1) ?? Number.NaN),
    inventedPathMicroseconds: rounded(microsecondsOf(ofInvented, 5)),
    writingItAsJsonMicroseconds: rounded(microsecondsOf(() => JSON.stringify(situationOf['connected']), perRound)),
    budget,
    withinBudget: medianMicroseconds <= budget.maxMicroseconds
  }
}
