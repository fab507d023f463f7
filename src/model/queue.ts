/** A queue, as far as opening a conversation on its behalf, and taking one out of it, need it. */
export interface Queue {
  readonly id: string
  readonly name: string
  /** The channels for which it has an outbound address. */
  readonly outboundChannels: readonly string[]
  /** Whether conversations that wait in it may be assigned by hand; `undefined` where the record does not say. */
  readonly manualAssignment: boolean | undefined
}

/** That the user is a member of a queue. */
export interface QueueMembership {
  readonly queueId: string
  readonly queueName: string
  /** Whether the user has joined it, and not only been added. */
  readonly joined: boolean | undefined
}
