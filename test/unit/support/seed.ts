/** What a developer really pasted into a public forum: a request of a kind that the platform does not have, and the answer they say they got. */
export const seedText = `POST /api/v2/conversations/messaging/messages
{ "from": { "name": "Support Bot", "id": "bot-id-123" },
  "text": "Is there anything else we can help you with?",
  "conversationId": "existing-closed-conversation-id" }
→ 409 Conflict: Conversation is not in a state that allows adding messages`

/** The endpoints that the same thread names or recommends. None of them exists. */
export const inventedByTheThread = [
  'POST /api/v2/conversations/messaging/messages',
  'PATCH /api/v2/conversations/messaging/conversations/{id}',
  'POST /api/v2/conversations/{id}/participants',
  'POST /api/v2/conversations/web/{conversationId}/participants'
] as const
