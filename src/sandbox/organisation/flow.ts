/** A bot flow that answers before the queue does. */
export interface Flow {
  readonly id: string
  readonly name: string
}
