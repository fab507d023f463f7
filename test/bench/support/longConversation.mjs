const id = (/** @type {number} */ n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const hour = 3_600_000

/** When a long conversation is looked at. */
export const now = Date.UTC(2026, 10, 24, 14)

export const conversationId = id(1)

/**
 * @template Value
 * @param {Value} value
 */
const known = (value) => ({ known: true, value, from: { source: 'the bench' } })

/**
 * A communication that ended an hour ago.
 *
 * @param {number} n
 * @param {number} messages
 */
const leg = (n, messages) => ({
  id: id(n),
  state: 'disconnected',
  rawState: 'disconnected',
  messengerType: 'webmessaging',
  startedAt: now - 9 * hour,
  connectedAt: now - 9 * hour,
  disconnectedAt: now - hour,
  disconnectType: 'client',
  fromAddress: 'guest',
  toAddress: id(90),
  messages: Array.from({ length: messages }, (_, index) => ({
    id: id(n * 100_000 + index),
    status: 'delivery-success',
    at: now - 9 * hour + ((index + n / 50) * 8 * hour) / messages
  }))
})

/**
 * @param {number} n
 * @param {string} party
 * @param {number} messages
 */
const participant = (n, party, messages) => ({
  id: id(n),
  purpose: party,
  party,
  name: `Name ${n}`,
  userId: id(70),
  externalContactId: id(80),
  wrapUpPending: false,
  legs: [leg(n + 10, messages)]
})

const permissions = known(['conversation:*:*'])

/**
 * A situation with an ended conversation of so many messages, in which an agentless message is the way to the customer.
 *
 * @param {number} messages
 */
export const longConversation = (messages) => ({
  now,
  conversation: known({
    id: conversationId,
    startedAt: now - 9 * hour,
    endedAt: now - hour,
    participants: [
      participant(2, 'customer', messages / 2),
      participant(3, 'queue', 0),
      participant(4, 'agent', messages / 4),
      participant(5, 'automation', messages / 4)
    ],
    reading: 'live',
    readAt: now
  }),
  threading: known({ defaultMinutes: 4320, minutesByMessengerType: new Map() }),
  credentials: known([
    { kind: 'user', name: 'Nora', userId: id(70), permissions, grant: known({ type: 'CODE', scopes: ['conversations'] }) },
    { kind: 'client', name: 'Notifier', userId: undefined, permissions, grant: known({ type: 'CLIENT-CREDENTIALS', scopes: [] }) }
  ]),
  integrations: known({ rows: [], isComplete: true }),
  smsNumbers: known({ rows: [], isComplete: true }),
  queue: known({ id: id(3), name: 'Web support', outboundChannels: ['sms'] }),
  memberships: known({ rows: [], isComplete: true }),
  deployments: known([{ id: id(90), name: 'Shop', status: 'Active' }]),
  contact: known({ kind: 'current' })
})
