import type { Assumption } from './assumption'

/** What a failure looks like that was asked for. */
export const faultAssumptions = {
  'fault.bad-gateway': {
    does: 'Answers a page of HTML with the status 502.',
    unknown: 'The body of a 502. The published API lists no 502, so it comes from a proxy on the way.',
    settledBy: 'A recorded 502 of a real organisation.'
  }
} as const satisfies Record<string, Assumption>
