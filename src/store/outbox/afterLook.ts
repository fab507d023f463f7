import { choose, type Knowledge } from './choose'
import { conclude, type Patience } from './patience'
import type { AcceptedOutcome, SendRecord, UnknownOutcome } from './record'
import type { Look } from './search'

/** What a look is judged by beside what it found. */
export type Circumstances = Knowledge & Patience

/** What follows from a look. */
export type Judgement =
  /** What is known of the send now. */
  | { readonly kind: 'told'; readonly outcome: ReturnType<typeof conclude> }
  /** It is known to be this one, once that is claimed for it; else it is still looked for. */
  | { readonly kind: 'claim'; readonly id: string; readonly outcome: AcceptedOutcome; readonly otherwise: UnknownOutcome }

const contested: Look['gap'] = {
  why: 'A message is there that may be this one, and as likely another send that says the same.',
  passing: false
}

/** What is known of a send after one more look for it. */
export const afterLook = (
  record: SendRecord,
  outcome: UnknownOutcome,
  look: Look,
  { lookedFrom, waited, ...known }: Circumstances
): Judgement => {
  const { now } = known
  const looked = { ...outcome, looks: { count: (outcome.looks?.count ?? 0) + 1, lastAt: now } }
  const choice = choose(record, look.sightings, known)
  switch (choice.kind) {
    case 'chosen': {
      const { id, made, conversation } = choice.sighting
      const messageId = made === 'message' ? id : undefined
      const found: AcceptedOutcome = {
        kind: 'accepted',
        at: now,
        by: choice.by,
        messageId,
        conversationId: conversation.id,
        deliveries: []
      }
      return { kind: 'claim', id, outcome: found, otherwise: looked }
    }
    case 'none':
      return { kind: 'told', outcome: conclude(record, looked, look, { lookedFrom, waited }) }
    case 'contested':
      return { kind: 'told', outcome: conclude(record, looked, { ...look, gap: contested }, { lookedFrom, waited }) }
    case 'later':
      return { kind: 'told', outcome: looked }
  }
}
