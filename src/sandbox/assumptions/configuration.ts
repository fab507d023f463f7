import type { Assumption } from './assumption'

/** What is configured, listed and counted. */
export const configurationAssumptions = {
  'analytics.limits': {
    does: 'Answers 400 `bad.request` to an interval that is missing, no ISO 8601 interval, or longer than 31 days, and to pages of more than 100 rows.',
    unknown: 'The numbers and the codes: they are well known and stand in no published document.',
    settledBy: 'A query over 32 days and one with a page size of 101 on a real organisation.'
  }
} as const satisfies Record<string, Assumption>
