/** A queue, as far as opening a conversation on its behalf needs it. */
export interface Queue {
  readonly id: string
  readonly name: string
  /** The channels for which it has an outbound address. */
  readonly outboundChannels: readonly string[]
}

/** That the user is a member of a queue. */
export interface QueueMembership {
  readonly queueId: string
  readonly queueName: string
  /** Whether the user has joined it, and not only been added. */
  readonly joined: boolean | undefined
}
