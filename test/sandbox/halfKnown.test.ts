import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readConversationEvent } from '../../src/genesys/notifications/conversationEvent'
import { readListing } from '../../src/genesys/wire/analytics'
import { readConversation } from '../../src/genesys/wire/conversation'
import { readMyConversations } from '../../src/genesys/wire/messageConversation'
import type { Conversation } from '../../src/model/conversation'
import { rowOf } from '../../src/model/conversationRow'
import { listen } from './support/listener'
import { idOf, leg } from './support/legs'
import { bodyOf } from './support/sdk'
import { openSession } from './support/session'

type Path = readonly (string | number)[]

/** Every place in a JSON value, the value itself left out. */
const placesIn = (value: unknown): readonly Path[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, inner]) => {
        const step = Array.isArray(value) ? Number(key) : key
        return [[step], ...placesIn(inner).map((path) => [step, ...path])]
      })

/** A copy with another value at a place; without the place where that is `undefined`. */
const changed = (value: unknown, [step, ...rest]: Path, to: unknown): unknown => {
  if (step === undefined) return to
  if (Array.isArray(value)) return value.map((each: unknown, at) => (at === step ? changed(each, rest, to) : each))
  const entries = Object.entries(value as object).map(([key, inner]) => [key, key === step ? changed(inner, rest, to) : (inner as unknown)])
  return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined))
}

const future = 'of-the-future'

const change = fc.record({ at: fc.nat(), to: fc.constantFrom<unknown>(undefined, null, future, 7, true, {}, [future]) })

/** The words of the platform that are shown as they are. */
const rawWords: ReadonlySet<string | number | undefined> = new Set(['state', 'purpose', 'messageStatus', 'disconnectType'])

/** Changes a record anywhere but in its id and in having participants, without which it is none, and checks that it is read all the same, with its id and its raw words. */
const holds = (record: unknown, idKey: string, read: (body: unknown) => Conversation | undefined): void => {
  const places = placesIn(record).filter(([first, ...inner]) => first !== idKey && (first !== 'participants' || inner.length > 0))
  fc.assert(
    fc.property(change, ({ at, to }) => {
      const place = places[at % places.length] ?? []
      const conversation = read(changed(record, place, to))
      assert.ok(conversation, `it is read with ${JSON.stringify(to)} at ${place.join('.')}`)
      assert.equal(rowOf(conversation).id, (record as Record<string, unknown>)[idKey])
      if (to === future && place[0] === 'participants' && rawWords.has(place.at(-1)))
        assert.ok(JSON.stringify(conversation).includes(future), `the raw word of ${place.join('.')} is shown`)
    }),
    { numRuns: 400 }
  )
}

/** Does the same to one row of a page, and checks that the others are read as before. */
const holdsOnPage = (page: unknown, list: string, idKey: string, read: (body: unknown) => readonly Conversation[]): void => {
  const rows = (page as Record<string, unknown[]>)[list] ?? []
  const [before, [row, ...others]] = [read(page), rows]
  assert.ok(others.length > 0)
  holds(row, idKey, (body) => {
    const [first, ...rest] = read({ ...(page as object), [list]: [body, ...others] })
    assert.deepEqual(rest, before.slice(1))
    return first
  })
  // A row of which nothing is to be had takes no other with it.
  for (const nothing of [undefined, null, future, {}, { [idKey]: 7 }])
    assert.deepEqual(read({ ...(page as object), [list]: [nothing, ...others] }), before.slice(1))
}

describe('What the platform answers and this version only half knows', () => {
  it('is shown as far as it is known, whatever is missing, new or of another type', async () => {
    const { sandbox, clock, user, client, conversation, conversationId } = await openSession({})
    try {
      const now = clock.now()
      const { id: userId } = await bodyOf(user.users.getUsersMe())
      const listener = await listen(user, [`v2.users.${userId ?? ''}.conversations.messages`])
      const name = 'connected-web'
      const whole = await conversation(name)
      await user.conversations.postConversationsMessageCommunicationMessages(conversationId(name), idOf(leg(whole, 'agent')), {
        textBody: 'Hello'
      })
      const { eventBody } = await listener.next()
      listener.close()
      const mine = await bodyOf(user.conversations.getConversationsMessages())
      const interval = `${new Date(now - 86_400_000).toISOString()}/${new Date(now).toISOString()}`
      const page = await bodyOf(client.conversations.postAnalyticsConversationsDetailsQuery({ interval }))

      holds(whole, 'id', (body) => readConversation(body, now))
      holdsOnPage(mine, 'entities', 'id', (body) => readMyConversations(body, now))
      holdsOnPage(page, 'conversations', 'conversationId', (body) => readListing(body, now).conversations)
      holds(eventBody, 'id', (body) => {
        const reading = readConversationEvent(body, () => undefined, now)
        return reading === undefined || reading.kind === 'doubtful' ? undefined : reading.conversation
      })
    } finally {
      await sandbox.stop()
    }
  })
})
