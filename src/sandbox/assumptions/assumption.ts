/** Something that the platform does and nobody has documented, and what the sandbox does about it. */
export interface Assumption {
  /** What the sandbox does. */
  readonly does: string
  /** What is not documented. */
  readonly unknown: string
  /** What would settle it. */
  readonly settledBy: string
}
