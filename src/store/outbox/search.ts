import type { Connection } from '../../genesys/connection'
import { contactLookBackDays, type Correspondent } from '../../genesys/records'
import { PlatformError } from '../../genesys/platformError'
import { NoCredentialError } from '../../genesys/signIn'
import { legsOf, type Conversation } from '../../model/conversation'
import type { Uuid } from '../../model/ids'
import type { SendRecord, Trace } from './record'
import { isWith, mayBeSince, spotFit, type Sighting, type Spot } from './sighting'
import { userOf } from './trace'

/** Only the user who made a send is told where it may be, and that is another one than the connection’s. */
class AnotherUserError extends Error {
  override readonly name = 'AnotherUserError'

  constructor() {
    super('It was sent as another user, whose conversations cannot be listed with this connection. Sign that user in, and look again.')
  }
}

/** What one look at the platform gave. */
export interface Look {
  readonly sightings: readonly Sighting[]
  /** Why the look was not a whole one. */
  readonly gap: { readonly why: string; readonly passing: boolean } | undefined
}

/** Who looks, and for what. */
export interface Looking {
  readonly connection: Connection
  readonly record: SendRecord
  /** Sends that may have made what is seen, beside the one that is looked for. */
  readonly others: readonly SendRecord[]
}

const nothing: Look = { sightings: [], gap: undefined }

/** The spots that the send may have made, or another one: what explains the others tells which is this one’s. */
const worthALook = ({ record, others }: Looking, spots: readonly Spot[]): readonly Spot[] =>
  spots.filter((spot) => [record, ...others].some((send) => spotFit(send, spot) !== 'none'))

/** The messages of a conversation that a send may have made. */
const messagesIn = async (looking: Looking, conversation: Conversation, foundBy?: Correspondent): Promise<Look> => {
  const { connection, record } = looking
  const spots = worthALook(
    looking,
    legsOf(conversation).flatMap(({ participant, leg }) =>
      leg.messages.map(({ id, at }): Spot => ({ made: 'message', id, conversation, participant, leg, at, foundBy }))
    )
  )
  if (spots.length === 0) return nothing
  const contents = await connection.records.messageContents(
    conversation.id,
    spots.map(({ id }) => id)
  )
  const unread = spots.some((spot) => !contents.has(spot.id) && spotFit(record, spot) !== 'none')
  return {
    sightings: spots.map((spot) => ({ ...spot, content: contents.get(spot.id) })),
    gap: unread ? { why: 'A message there could not be read yet.', passing: true } : undefined
  }
}

const together = (looks: readonly Look[]): Look => ({
  sightings: looks.flatMap(({ sightings }) => sightings),
  gap: looks.find(({ gap }) => gap?.passing === false)?.gap ?? looks.find(({ gap }) => gap)?.gap
})

/** A look that could not be made is told as a gap. Faults of the extension are thrown. */
const told = async (look: () => Promise<Look>): Promise<Look> => {
  try {
    return await look()
  } catch (error) {
    if (error instanceof NoCredentialError || error instanceof AnotherUserError)
      return { ...nothing, gap: { why: error.message, passing: false } }
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
  { connection, record }: Looking,
  who: Correspondent | undefined,
  lookInto: (conversation: Conversation, foundBy: Correspondent) => Promise<Look>
): Promise<Look> => {
  if (who === undefined)
    return { ...nothing, gap: { why: 'The request names nobody whose conversations could be looked for.', passing: false } }
  const { from } = record
  const rows = await connection.records.conversationsWith(who)
  const going = rows.filter(({ id, endedAt }) => id !== from.id && mayBeSince(endedAt, record))
  const looks = await Promise.all(going.map(({ id }) => told(async () => lookInto(await connection.read(id), who))))
  // Where it does not even find the conversation that is known, it says nothing by finding no other.
  const gap = rows.some(({ id }) => id === from.id) ? undefined : unfound(from.id)
  return together([...looks, { ...nothing, gap }])
}

/** The agent’s communications that requests to open a conversation may have made. */
const communicationsIn = (looking: Looking, conversation: Conversation, foundBy?: Correspondent): Look => {
  const spots = worthALook(
    looking,
    legsOf(conversation).map(({ participant, leg }): Spot => {
      return { made: 'communication', id: conversation.id, conversation, participant, leg, at: leg.startedAt, foundBy }
    })
  )
  return { ...nothing, sightings: spots.map((spot) => ({ ...spot, content: undefined })) }
}

/** The conversations that the user who has sent it is in. Nobody else is told them. */
const ownConversations = async ({ connection }: Looking, userId: string | undefined): Promise<readonly Conversation[]> => {
  if (userId === userOf(connection)) return connection.ownConversations()
  throw new AnotherUserError()
}

const opening = (looking: Looking, { who, userId }: Extract<Trace, { readonly kind: 'opening' }>): Promise<readonly Look[]> => {
  const { connection, record } = looking
  return Promise.all([
    told(async () => communicationsIn(looking, await connection.read(record.from.id))),
    told(async () => {
      const own = await ownConversations(looking, userId)
      return together(own.filter((each) => each.id !== record.from.id && isWith(each, who)).map((each) => communicationsIn(looking, each)))
    }),
    told(() => elsewhere(looking, who, (...found) => Promise.resolve(communicationsIn(looking, ...found))))
  ])
}

/** The same conversation may be found in two ways. */
const distinct = (sightings: readonly Sighting[]): readonly Sighting[] => [
  ...new Map(sightings.map((sighting) => [`${sighting.id} ${sighting.leg.id}`, sighting])).values()
]

/**
 * Looks for a send wherever it could be on the platform. The conversation that it was sent from is read as it is now. An agentless message may have
 * opened another one, and so may a request that opens one: analytics is asked for those.
 */
export const lookFor = async (looking: Looking): Promise<Look> => {
  const { connection, record } = looking
  const { trace, from } = record
  const here = (): Promise<Look> => told(async () => messagesIn(looking, await connection.read(from.id)))
  switch (trace.kind) {
    case 'agentMessage':
      return here()
    case 'agentless':
      return together(await Promise.all([here(), told(() => elsewhere(looking, trace.who, (...found) => messagesIn(looking, ...found)))]))
    case 'opening': {
      const look = together(await opening(looking, trace))
      return { ...look, sightings: distinct(look.sightings) }
    }
  }
}
