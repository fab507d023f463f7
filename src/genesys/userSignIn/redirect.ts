/** Looks at the query of an answer. False when it is not the answer that is waited for. */
export type TakeAnswer = (query: URLSearchParams) => boolean

/** Where the login page sends the person back to, for one sign-in. */
export interface Redirect {
  readonly uri: string
  /** Gives every answer that comes to `uri` to this function, until it takes one. */
  readonly listen: (take: TakeAnswer) => void
  /** Takes no answer any more. */
  readonly close: () => void
}
