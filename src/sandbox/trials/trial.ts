/** What shows the situation of a scenario at once, when it is done. Each names a conversation of the scenario. */
export type Trial =
  /** An agent’s message on the last agent’s communication, with the user’s token. */
  | { readonly kind: 'agentSend'; readonly conversation: string }
  /** An agentless message to the customer, without the flag that joins an active conversation. */
  | { readonly kind: 'agentlessSend'; readonly conversation: string; readonly as: 'client' | 'user' }
  /** The user whose token the sandbox hands out takes the conversation. */
  | { readonly kind: 'assignToUser'; readonly conversation: string }
  /** The business ends the conversation, and its guest writes into the session. */
  | { readonly kind: 'guestWritesAfterTheEnd'; readonly conversation: string }
