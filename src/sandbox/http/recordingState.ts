import * as z from 'zod/mini'
import type { Assume } from '../assumptions'
import type { Conversation } from '../conversations/conversation'
import { businessSide, isActive, isPresent } from '../conversations/reading'
import { documented, type DocumentedError } from '../documentedErrors'
import type { User } from '../organisation/organisation'
import { Refusal } from '../refusal'
import type { World } from '../world'

/** `SetRecordingState` as SDK 262 has it. The field’s documentation writes the values in lower case, its type in upper case. */
export const setRecordingState = z.strictObject({ recordingState: z.optional(z.string()) })

interface RecordingChange {
  readonly recordingState: string | undefined
  /** Who must take part; `undefined`: nobody need. */
  readonly user: User | undefined
  /** What the operation answers to another value. */
  readonly otherwise: DocumentedError
}

/** Pauses or resumes what would be recorded. */
export const changeRecording = (
  world: World,
  conversation: Conversation,
  { recordingState, user, otherwise }: RecordingChange,
  assume: Assume
): Conversation => {
  if (!isActive(conversation)) throw new Refusal(documented.conversationDisconnected, 'The conversation is disconnected.')
  const takesPart = businessSide(conversation).some(
    (participant) => participant.purpose === 'agent' && participant.userId === user?.id && isPresent(participant)
  )
  if (user && !takesPart) throw new Refusal(documented.notActiveParticipant, `${user.name} is not active in this conversation.`)
  const wanted = recordingState?.toUpperCase()
  if (wanted !== 'ACTIVE' && wanted !== 'PAUSED') {
    throw new Refusal(otherwise, 'recordingState can be set to active and paused.', { field: 'recordingState' })
  }
  assume('recording.none')
  return world.conversations.change(conversation.id, (before) => ({ ...before, recordingState: wanted }))
}
