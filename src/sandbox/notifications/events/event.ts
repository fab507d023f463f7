/** Something to tell those who are subscribed to a topic. */
export interface TopicEvent {
  readonly topic: string
  /** The event’s body as JSON. It is only made when somebody listens. */
  readonly body: () => string
}

/** `make`, called at the first time that its result is wanted. */
export const once = (make: () => string): (() => string) => {
  let made: string | undefined
  return () => (made ??= make())
}
