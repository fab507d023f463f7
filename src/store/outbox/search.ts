import type { Connection } from '../../genesys/connection'
import { contactLookBackDays, type Correspondent } from '../../genesys/records'
import { PlatformError } from '../../genesys/platformError'
import { NoCredentialError } from '../../genesys/signIn'
import { customerLeg, legsOf, type Conversation } from '../../model/conversation'
import type { Uuid } from '../../model/ids'
import { minutes } from '../../model/instant'
import type { SendRecord, Trace } from './record'
import { likenessOf } from './said'
import { legsFor, mayBeSince } from './trace'

/** Something on the platform that a send may be. */
export interface Candidate {
  /** Absent for a conversation that was opened. */
  readonly messageId: string | undefined
  readonly conversationId: Uuid
  /** Whether nothing tells it from the send: its text, who sent it, where, and when. */
  readonly fits: boolean
}

/** What one look at the platform gave. */
export interface Look {
  readonly candidates: readonly Candidate[]
  /** Why the look was not a whole one. */
  readonly gap: { readonly why: string; readonly passing: boolean } | undefined
}

const nothing: Look = { candidates: [], gap: undefined }

/** A message of another conversation that is this much older than the send, by two clocks, is hardly it. */
const closeInTime = minutes(1)

type MessageTrace = Exclude<Trace, { readonly kind: 'opening' }>

/** The messages of a conversation that a send may be. */
const messagesIn = async (
  connection: Connection,
  { startedAt }: SendRecord,
  trace: MessageTrace,
  conversation: Conversation
): Promise<Look> => {
  const before = new Set(trace.before)
  const found = legsFor(trace, conversation).flatMap(({ participant, leg }) =>
    leg.messages
      .filter(({ id, at }) => !before.has(id) && mayBeSince(at, startedAt))
      .map((message) => ({ message, isExpectedSender: trace.kind === 'agentMessage' || participant.party !== 'agent' }))
  )
  if (found.length === 0) return nothing
  const contents = await connection.records.messageContents(
    conversation.id,
    found.map(({ message }) => message.id)
  )
  const unread = found.some(({ message }) => !contents.has(message.id))
  const candidates = found.flatMap(({ message: { id, at }, isExpectedSender }): readonly Candidate[] => {
    const likeness = likenessOf(trace.said, contents.get(id))
    if (likeness === 'none') return []
    const isClose = at !== undefined && at >= startedAt - closeInTime
    return [
      {
        messageId: id,
        conversationId: conversation.id,
        fits: isExpectedSender && isClose && likeness === 'same'
      }
    ]
  })
  return { ...nothing, candidates, gap: unread ? { why: 'A message there could not be read yet.', passing: true } : undefined }
}

const together = (looks: readonly Look[]): Look => ({
  candidates: looks.flatMap(({ candidates }) => candidates),
  gap: looks.find(({ gap }) => gap?.passing === false)?.gap ?? looks.find(({ gap }) => gap)?.gap
})

/** A look that could not be made is told as a gap. Faults of the extension are thrown. */
const looking = async (look: () => Promise<Look>): Promise<Look> => {
  try {
    return await look()
  } catch (error) {
    if (error instanceof NoCredentialError) return { ...nothing, gap: { why: error.message, passing: false } }
    if (!(error instanceof PlatformError)) throw error
    const { failure } = error
    const passing = failure.kind !== 'refused' || failure.status === 429 || failure.status >= 500
    return { ...nothing, gap: { why: error.message, passing } }
  }
}

const unfound = (from: Uuid): Look['gap'] => ({
  why: `Analytics does not find conversation ${from} by its customer within ${contactLookBackDays} days, and so would not find another one either.`,
  passing: true
})

/** The other conversations with somebody that went on after a send left. Analytics names them; each is then read as it is now. */
const elsewhere = async (
  connection: Connection,
  { from, startedAt }: SendRecord,
  who: Correspondent | undefined,
  lookInto: (conversation: Conversation) => Promise<Look>
): Promise<Look> => {
  if (who === undefined)
    return { ...nothing, gap: { why: 'The request names nobody whose conversations could be looked for.', passing: false } }
  const rows = await connection.records.conversationsWith(who)
  const going = rows.filter(({ id, endedAt }) => id !== from.id && mayBeSince(endedAt, startedAt))
  const looks = await Promise.all(going.map(({ id }) => looking(async () => lookInto(await connection.read(id)))))
  // Where it does not even find the conversation that is known, it says nothing by finding no other.
  const gap = rows.some(({ id }) => id === from.id) ? undefined : unfound(from.id)
  return together([...looks, { ...nothing, gap }])
}

/** The agent’s communication that a request to open a conversation would have made. */
const openedIn = (connection: Connection, { startedAt, trace }: SendRecord, conversation: Conversation): Look => {
  const before = new Set(trace.before)
  const userId = connection.credentials.find(({ kind }) => kind === 'user')?.userId
  const own = legsOf(conversation).find(
    ({ participant, leg }) =>
      participant.party === 'agent' && participant.userId === userId && !before.has(leg.id) && mayBeSince(leg.startedAt, startedAt)
  )
  if (!own) return nothing
  const isClose = own.leg.startedAt !== undefined && own.leg.startedAt >= startedAt - closeInTime
  return { ...nothing, candidates: [{ messageId: undefined, conversationId: conversation.id, fits: isClose }] }
}

const isWith = (conversation: Conversation, who: Correspondent | undefined): boolean => {
  const customer = customerLeg(conversation)
  if (who === undefined || !customer) return false
  const digits = (text: string | undefined): string | undefined => text?.replace(/^\+/, '')
  return 'contactId' in who
    ? customer.participant.externalContactId === who.contactId
    : [customer.leg.fromAddress, customer.leg.toAddress].some((address) => digits(address) === digits(who.address))
}

const opening = async (connection: Connection, record: SendRecord, who: Correspondent | undefined): Promise<readonly Look[]> => {
  const intoIt = (conversation: Conversation): Look => openedIn(connection, record, conversation)
  return Promise.all([
    looking(async () => intoIt(await connection.read(record.from.id))),
    looking(async () => {
      const own = await connection.ownConversations()
      return together(own.filter((each) => each.id !== record.from.id && isWith(each, who)).map(intoIt))
    }),
    looking(() => elsewhere(connection, record, who, (conversation) => Promise.resolve(intoIt(conversation))))
  ])
}

/** The same conversation may be found in two ways. */
const distinct = (candidates: readonly Candidate[]): readonly Candidate[] => [
  ...new Map(candidates.map((candidate) => [candidate.messageId ?? candidate.conversationId, candidate])).values()
]

/**
 * Looks for a send wherever it could be on the platform. The conversation that it was sent from is read as it is now. An agentless message may have
 * opened another one, and so may a request that opens one: analytics is asked for those.
 */
export const lookFor = async (connection: Connection, record: SendRecord): Promise<Look> => {
  const { trace, from } = record
  switch (trace.kind) {
    case 'agentMessage':
      return looking(async () => messagesIn(connection, record, trace, await connection.read(from.id)))
    case 'agentless': {
      const lookInto = (conversation: Conversation): Promise<Look> => messagesIn(connection, record, trace, conversation)
      const here = await looking(async () => lookInto(await connection.read(from.id)))
      if (here.candidates.length > 0) return here
      return together([here, await looking(() => elsewhere(connection, record, trace.who, lookInto))])
    }
    case 'opening': {
      const look = together(await opening(connection, record, trace.who))
      return { ...look, candidates: distinct(look.candidates) }
    }
  }
}
