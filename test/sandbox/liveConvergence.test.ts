import assert from 'node:assert/strict'
import fc from 'fast-check'
import { rowOf, type ConversationRow } from '../../src/model/conversationRow'
import { readConversation } from '../../src/genesys/wire/conversation'
import { minutes } from '../../src/model/instant'
import type { FaultRequest } from '../../src/sandbox'
import { disordered, fates, type Fate } from './support/disorder'
import { joinAsGuest, text, type GuestClient } from './support/guest'
import { bodyOf } from './support/sdk'
import { openSession, type Session } from './support/session'
import { Watched } from './support/watched'

const names = ['connected-web', 'connected-sms', 'alerting-web', 'parked-whatsapp'] as const
type Name = (typeof names)[number]

type Deed = 'agent sends' | 'agent accepts' | 'agent parks' | 'agent resumes' | 'agent leaves'

type Action =
  | { readonly kind: Deed; readonly name: Name }
  | { readonly kind: 'customer writes' }
  | { readonly kind: 'time'; readonly seconds: number }
  | { readonly kind: 'fault'; readonly fault: FaultRequest }

const faults: readonly FaultRequest[] = [
  { kind: 'dropped', socket: 'notifications', times: 1 },
  { kind: 'stalled', socket: 'notifications', ms: 40_000, times: 1 },
  { kind: 'stalled', socket: 'notifications', ms: 200_000, times: 1 },
  { kind: 'tooManyRequests', operation: 'GET /api/v2/conversations/{conversationId}', retryAfterSeconds: 1, times: 2 },
  { kind: 'reset', operation: 'GET /api/v2/conversations/{conversationId}', when: 'after', times: 1 },
  { kind: 'serverError', status: 500, operation: 'GET /api/v2/conversations/{conversationId}', times: 2 },
  { kind: 'tooManyRequests', operation: 'any', retryAfterSeconds: 2, times: 3 },
  { kind: 'reset', operation: 'GET /api/v2/conversations/{conversationId}', when: 'before', times: 6 },
  { kind: 'reset', operation: 'POST /api/v2/analytics/conversations/details/query', times: 2 },
  { kind: 'tooManyRequests', operation: 'POST /api/v2/analytics/conversations/details/query', retryAfterSeconds: 1, times: 5 },
  { kind: 'reset', operation: 'GET /api/v2/conversations/messages', times: 5 },
  { kind: 'reset', operation: 'POST /api/v2/notifications/channels', times: 1 },
  { kind: 'reset', operation: 'PUT /api/v2/notifications/channels/{channelId}/subscriptions', when: 'after', times: 1 },
  { kind: 'tooManyRequests', operation: 'PUT /api/v2/notifications/channels/{channelId}/subscriptions', retryAfterSeconds: 1, times: 1 }
]

const name = fc.constantFrom(...names)
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({
    kind: fc.constantFrom<Deed>('agent sends', 'agent sends', 'agent accepts', 'agent parks', 'agent resumes', 'agent leaves'),
    name
  }),
  fc.constant({ kind: 'customer writes' as const }),
  fc.record({ kind: fc.constant('time' as const), seconds: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ kind: fc.constant('fault' as const), fault: fc.constantFrom(...faults) })
)

/** Scenery that analytics cannot tell from what it is not: a communication in a state that only the conversation itself names. */
const untold = (read: ConversationRow, { reading }: ConversationRow): boolean => reading === 'analytics' && read.state.kind === 'unknown'

/** What a list shows of a conversation. @param source where it knows it from: analytics knows no messages, and tells the state only in effect */
const shown = (row: ConversationRow, source: ConversationRow['reading']): unknown => {
  if (source !== 'live') return row.state.kind
  const { state, lastMessage, customer, messengerType, externalContactId, queueId, startedAt } = row
  return { state, lastMessage, customer, messengerType, externalContactId, queueId, startedAt }
}

/** A sandbox in which things happen, and the conversations as they are held meanwhile. */
class Happening {
  private constructor(
    private readonly session: Session,
    private readonly watched: Watched,
    private readonly guest: GuestClient
  ) {}

  static async begin(order: readonly Fate[]): Promise<Happening> {
    const session = await openSession({})
    const watched = await Watched.open(session, { openSocket: disordered(order) })
    await watched.show()
    const token = session.sandbox.guestTokens()['connected-web']
    assert.ok(token)
    return new Happening(session, watched, await joinAsGuest(session.sandbox, { token }))
  }

  async end(): Promise<void> {
    this.watched.live.dispose()
    await this.guest.leave()
    await this.session.sandbox.stop()
  }

  /** What cannot be done in the state of things is refused, and nothing happens. */
  async act(action: Action): Promise<void> {
    const { clock, sandbox } = this.session
    switch (action.kind) {
      case 'time':
        clock.advance(action.seconds * 1000)
        return
      case 'fault':
        sandbox.setFaults([action.fault])
        return
      case 'customer writes':
        await this.guest.ask('onMessage', text('Hello?'))
        return
      case 'agent sends':
      case 'agent accepts':
      case 'agent parks':
      case 'agent resumes':
      case 'agent leaves':
        await Promise.allSettled([this.#does(action.kind, action.name)])
    }
  }

  async #does(deed: Deed, name: Name): Promise<unknown> {
    const { conversations } = this.session.user
    const id = this.session.conversationId(name)
    const agent = (await this.session.conversation(name)).participants.findLast(({ purpose }) => purpose === 'agent')
    const agentId = agent?.id ?? ''
    const legId = agent?.messages?.at(-1)?.id ?? ''
    switch (deed) {
      case 'agent sends':
        return conversations.postConversationsMessageCommunicationMessages(id, legId, { textBody: 'Hello' })
      case 'agent accepts':
        return conversations.patchConversationsMessageParticipant(id, agentId, { body: { state: 'connected' } })
      case 'agent leaves':
        return conversations.patchConversationsMessageParticipant(id, agentId, { body: { state: 'disconnected' } })
      case 'agent parks':
        return conversations.patchConversationsMessageParticipantParkingstate(id, agentId, { state: 'parked' })
      case 'agent resumes':
        return conversations.patchConversationsMessageParticipantParkingstate(id, agentId, { state: 'connected' })
    }
  }

  /** Lets time pass, without faults, until what is held is what the organisation has; fails when it does not come to that in a quarter of an hour. */
  async settle(): Promise<void> {
    this.session.sandbox.setFaults([])
    for (let passed = 0; ; passed += 5_000) {
      const differences = await this.#differences()
      if (differences.length === 0) return
      assert.ok(passed < minutes(15), `after a quarter of an hour these differ:\n${differences.join('\n')}`)
      this.session.clock.advance(5_000)
    }
  }

  async #differences(): Promise<readonly string[]> {
    const { conversations } = this.watched
    const { user, clock } = this.session
    const compared = await Promise.all(
      conversations.rows().map(async (held) => {
        const { id } = held
        // Not by the connection: it may be waiting for the clock.
        const read = rowOf(readConversation(await bodyOf(user.conversations.getConversation(id)), clock.now()))
        const [here, there] = [held, read].map((row) => JSON.stringify(shown(row, held.reading)))
        return here === there || untold(read, held) ? [] : [`${here}\n${there}`]
      })
    )
    return compared.flat()
  }
}

describe('Whatever happens, and whatever becomes of the frames that tell it', () => {
  it('the conversations that are held equal those of the organisation once it is quiet', async function () {
    this.timeout(120_000)
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 14 }), fates, async (actions, order) => {
        const happening = await Happening.begin(order)
        try {
          for (const each of actions) await happening.act(each)
          await happening.settle()
        } finally {
          await happening.end()
        }
      }),
      { numRuns: 40 }
    )
  })
})
