import assert from 'node:assert/strict'
import type { Models } from 'purecloud-platform-client-v2'

/** The last participant with this purpose. */
export const participant = (conversation: Models.Conversation, purpose: string): Models.Participant => {
  const found = conversation.participants.findLast((candidate) => candidate.purpose === purpose)
  assert.ok(found, `the conversation has a participant ${purpose}`)
  return found
}

/** The last communication of that participant. */
export const leg = (conversation: Models.Conversation, purpose: string): Models.Message => {
  const found = participant(conversation, purpose).messages?.at(-1)
  assert.ok(found, `the ${purpose} has a communication`)
  return found
}

/** An id that must be there. */
export const idOf = ({ id }: { readonly id?: string }): string => {
  assert.ok(id, 'it has an id')
  return id
}

/** `purpose state` of every communication, in the order of the record. */
export const states = (conversation: Models.Conversation): readonly string[] =>
  conversation.participants.flatMap(({ purpose, messages }) => (messages ?? []).map(({ state }) => `${purpose ?? ''} ${state ?? ''}`))

/** The statuses of the messages that this participant sent. */
export const statuses = (conversation: Models.Conversation, purpose: string): readonly string[] =>
  (participant(conversation, purpose).messages ?? []).flatMap(({ messages }) =>
    (messages ?? []).map(({ messageStatus }) => messageStatus ?? '')
  )
