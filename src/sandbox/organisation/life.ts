/** How long things take by themselves. All of it is an organisation’s to choose. */
export interface LifeSettings {
  /** How long an agent is alerted before the next one is. On the platform it is the alerting timeout of the queue. */
  readonly alertingSeconds: number
  /** When after-conversation work that nobody finishes ends by itself; `undefined`: never, as with a mandatory prompt without a timeout. */
  readonly wrapUpSeconds: number | undefined
  /** How long after the last message a conversation that nobody has parked is disconnected; `undefined`: never. */
  readonly inactivityMinutes: number | undefined
  /** How long a bot thinks. */
  readonly botSeconds: number
  /** How long a queue looks for an agent. */
  readonly offerSeconds: number
}

export const usualLife: LifeSettings = {
  alertingSeconds: 30,
  wrapUpSeconds: undefined,
  inactivityMinutes: 72 * 60,
  botSeconds: 1,
  offerSeconds: 1
}

/** What an organisation has used up. */
export interface MessageLimits {
  /** The most messages that a conversation may have. */
  readonly messagesPerConversation?: number
  /** Whether the organisation’s allowance of outbound messages is used up. */
  readonly outboundUsedUp?: boolean
}
