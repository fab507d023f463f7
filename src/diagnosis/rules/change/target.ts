import { isAlive, legsOfParty, type Conversation, type Leg, type Participant } from '../../../model/conversation'
import type { Credential } from '../../../model/credential'
import { known, unknown, type Fact } from '../../../model/fact'
import type { Attempt } from '../../attempt'
import type { StateChange } from '../../stateChange'

/** The conversation that the request’s path names, as it was read. */
export const conversationToChange = ({ operation, situation: { conversation } }: Attempt): Fact<Conversation> => {
  const named = operation?.parameters.get('conversationId')
  const isAnother = conversation.known && named !== undefined && !named.startsWith('{') && named.toLowerCase() !== conversation.value.id
  return isAnother ? unknown('The path names another conversation than the one that was read.') : conversation
}

export interface ParticipantToChange {
  readonly participant: Participant
  /** Those that are not disconnected. */
  readonly legs: readonly Leg[]
  readonly from: string
}

/** The participant that such a change names; `undefined` where the conversation is not known, or has nobody with this id. */
export const participantToChange = (attempt: Attempt, ...kinds: readonly StateChange['kind'][]): ParticipantToChange | undefined => {
  const { change } = attempt
  const conversation = conversationToChange(attempt)
  if (change === undefined || !kinds.includes(change.kind) || !('participantId' in change) || !conversation.known) return undefined
  const id = change.participantId?.toLowerCase()
  const participant = conversation.value.participants.find((each) => each.id.toLowerCase() === id)
  return participant && { participant, legs: participant.legs.filter(isAlive), from: conversation.from.source }
}

/** The user whose token the request goes out with; `undefined` when it goes out with another kind, or nobody knows with which. */
export const userToChange = ({
  credential,
  situation: { credentials }
}: Attempt): Fact<Credential & { readonly userId: string }> | undefined => {
  if (!credential.known || credential.value !== 'user') return undefined
  if (!credentials.known) return credentials
  const user = credentials.value.find(({ kind }) => kind === 'user')
  return user?.userId === undefined ? unknown('The token’s user has no id.') : known({ ...user, userId: user.userId }, credentials.from)
}

/** The part that a user has in the conversation now. */
export const partOf = (conversation: Conversation, userId: string): Participant | undefined =>
  legsOfParty(conversation, 'agent').findLast(({ participant, leg }) => participant.userId === userId && isAlive(leg))?.participant
