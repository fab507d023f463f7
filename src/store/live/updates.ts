import type { RefusedTopic } from '../../genesys/notifications/channel'

/** How what is shown of a connection is kept true. */
export type Updates =
  | {
      readonly kind: 'live'
      /** What is not heard all the same. */
      readonly refused: readonly RefusedTopic[]
    }
  | { readonly kind: 'polling'; readonly everySeconds: number; readonly why: string }
