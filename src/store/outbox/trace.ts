import type { Connection, OutgoingRequest } from '../../genesys/connection'
import type { Correspondent } from '../../genesys/records'
import { legsOf, type Conversation } from '../../model/conversation'
import { outboundPath } from '../../platform/messagingOperations'
import { saidIn } from './said'
import type { Trace } from './record'

const textIn = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

const correspondentOf = ({ body }: OutgoingRequest): Correspondent | undefined => {
  const contactId = textIn(body['externalContactId'])
  if (contactId !== undefined) return { contactId }
  const address = textIn(body['toAddress'])
  return address === undefined ? undefined : { address }
}

const agentMessagePath = /\/communications\/([^/]+)\/messages$/

/** Who a request with a user credential is from. */
export const userOf = ({ credentials }: Pick<Connection, 'credentials'>): string | undefined =>
  credentials.find(({ kind }) => kind === 'user')?.userId

/** What a send is to be recognised by, and what is known to be none of it. */
export interface Leaving {
  readonly request: OutgoingRequest
  /** What it says, in words. */
  readonly words: string
  /** The one that it is sent from, as it is before it leaves. */
  readonly conversation: Conversation
  /** The user whose token the connection has. */
  readonly userId: string | undefined
  /** The ids of what earlier sends have made. */
  readonly madeBefore: readonly string[]
}

/** What a send will be recognised by. */
export const traceOf = ({ request, words, conversation, userId, madeBefore }: Leaving): Trace => {
  const legs = legsOf(conversation)
  if (request.path === outboundPath)
    return { kind: 'opening', who: correspondentOf(request), userId, before: [...legs.map(({ leg }) => leg.id), ...madeBefore] }
  const said = saidIn(request.body, words)
  const communicationId = agentMessagePath.exec(request.path)?.[1]
  const messagesOf = (isOnIt: (leg: (typeof legs)[number]) => boolean): readonly string[] => [
    ...new Set([...legs.filter(isOnIt).flatMap(({ leg }) => leg.messages.map(({ id }) => id)), ...madeBefore])
  ]
  return communicationId === undefined
    ? { kind: 'agentless', who: correspondentOf(request), said, before: messagesOf(({ participant }) => participant.party !== 'customer') }
    : { kind: 'agentMessage', communicationId, said, before: messagesOf(({ leg }) => leg.id === communicationId) }
}
