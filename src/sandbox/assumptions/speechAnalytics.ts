import type { Assumption } from './assumption'

/** Services beside messaging that this organisation does not use. */
export const speechAnalyticsAssumptions = {
  'speech-analytics.none': {
    does: 'Answers as an organisation without speech and text analytics and without recordings: 404 `resource.not.found` for the analytics of a conversation, no topics, no recordings.',
    unknown:
      'What an organisation answers that has not bought them. That a conversation without analytics gets 404 `resource.not.found` is seen in public code that expects it.',
    settledBy: 'The same reads on a real organisation without them.'
  }
} as const satisfies Record<string, Assumption>
