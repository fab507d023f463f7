import type { Instant } from '../../model/instant'
import { choose } from './choose'
import { conclude } from './patience'
import type { Outcome, SendRecord, UnknownOutcome } from './record'
import type { Look } from './search'

/** What a look is judged by beside what it found. */
export interface Circumstances {
  /** The sends of the connection, of all windows. */
  readonly all: readonly SendRecord[]
  readonly now: Instant
  /** When the looking began. */
  readonly lookedFrom: Instant
}

/** What is known of a send after one more look for it. */
export const afterLook = (record: SendRecord, outcome: UnknownOutcome, look: Look, { all, now, lookedFrom }: Circumstances): Outcome => {
  const looked = { ...outcome, looks: { count: (outcome.looks?.count ?? 0) + 1, lastAt: now } }
  const choice = choose(record, look.candidates, all)
  switch (choice.kind) {
    case 'chosen':
      return { kind: 'accepted', at: now, ...choice.as, deliveries: [] }
    case 'none':
      return conclude(record, looked, look, lookedFrom)
    case 'later':
      return looked
  }
}
