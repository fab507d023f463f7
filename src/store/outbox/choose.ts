import type { Instant } from '../../model/instant'
import { matching } from './matching'
import { answerWithinMs, shownBy } from './patience'
import type { AcceptedOutcome, SendRecord } from './record'
import { fitOf, type Fit, type Sighting } from './sighting'

export type Choice =
  /** It is this one, which is to be claimed for it. */
  | { readonly kind: 'chosen'; readonly sighting: Sighting; readonly by: 'found' | 'likely' }
  /** Something is there that another send may have made, and more may show itself. */
  | { readonly kind: 'later' }
  /** What it may be is as likely another send. */
  | { readonly kind: 'contested' }
  | { readonly kind: 'none' }

/** What is known beside what was seen. */
export interface Knowledge {
  /** The sends of the connection, of all windows. */
  readonly all: readonly SendRecord[]
  /** By the id of what was claimed, the send that it was claimed for. */
  readonly claims: ReadonlyMap<string, string>
  readonly now: Instant
}

/** What the platform calls what a send is known to have made. */
export const madeBy = ({ messageId, conversationId }: Pick<AcceptedOutcome, 'messageId' | 'conversationId'>): string | undefined =>
  messageId ?? conversationId

/** The sends whose own answer names what they made, or who have claimed something, by the id of that. */
const ownersIn = ({
  all,
  claims
}: Knowledge): { readonly answered: ReadonlyMap<string, string>; readonly any: ReadonlyMap<string, string> } => {
  const named = (isNamed: (outcome: AcceptedOutcome) => boolean) =>
    all.flatMap(({ id, outcome }): readonly (readonly [string, string])[] => {
      const made = outcome.kind === 'accepted' && isNamed(outcome) ? madeBy(outcome) : undefined
      return made === undefined ? [] : [[made, id]]
    })
  const answered = named(({ by }) => by === 'answer')
  return { answered: new Map(answered), any: new Map([...claims, ...named(() => true), ...answered]) }
}

/** Whether a send may have made something that nobody has named yet. */
export const isUntold = ({ outcome }: SendRecord): boolean => {
  switch (outcome.kind) {
    case 'prepared':
    case 'unknown':
      return true
    case 'accepted':
      return madeBy(outcome) === undefined
    case 'refused':
    case 'absent':
      return false
  }
}

const isOnItsWay = ({ outcome, leaveBy }: SendRecord, now: Instant): boolean =>
  outcome.kind === 'prepared' && now <= leaveBy + answerWithinMs

const byAge = (one: SendRecord, other: SendRecord): number => one.startedAt - other.startedAt || (one.id < other.id ? -1 : 1)
const byTime = (one: Sighting, other: Sighting): number => (one.at ?? 0) - (other.at ?? 0) || (one.id < other.id ? -1 : 1)

/** Who may have made what, of the sends of which nothing is told and the sightings that nobody has. */
class Explanations {
  readonly #senders: readonly SendRecord[]
  readonly #sightings: readonly Sighting[]
  readonly #fit: (send: SendRecord, sighting: Sighting) => Fit

  constructor(senders: readonly SendRecord[], sightings: readonly Sighting[], fit: (send: SendRecord, sighting: Sighting) => Fit) {
    this.#senders = [...senders].sort(byAge)
    this.#sightings = [...sightings].sort(byTime)
    this.#fit = fit
  }

  /** The one that explains most, and the best, the same in every window that sees the same. */
  best(): ReadonlyMap<SendRecord, Sighting> {
    return this.#matching(this.#senders, this.#sightings)
  }

  /** Whether less is explained without this send: what is there cannot all be the others’ then. */
  needsSend(send: SendRecord): boolean {
    const others = this.#senders.filter((other) => other !== send)
    return this.#matching(others, this.#sightings).size < this.best().size
  }

  /** Whether less is explained without this sighting: there are not more of them than sends then, and none has to be a stranger’s. */
  needsSighting(sighting: Sighting): boolean {
    const others = this.#sightings.filter((other) => other !== sighting)
    return this.#matching(this.#senders, others).size < this.best().size
  }

  #matching(senders: readonly SendRecord[], sightings: readonly Sighting[]): ReadonlyMap<SendRecord, Sighting> {
    return matching(senders, sightings, [
      (send, sighting) => this.#fit(send, sighting) === 'fits',
      (send, sighting) => this.#fit(send, sighting) !== 'none'
    ])
  }
}

/**
 * Which of the things that were seen a send has made. Sends that look alike may be looked for at the same time, maybe in several windows, and what they
 * made shows itself in any order. So a send is only found when no explanation of what is there can do without it. Where that cannot be told even when
 * everything would have shown itself, it is a likely one; and as long as anything is there that it may have made, it is never said not to have arrived.
 */
export const choose = (record: SendRecord, sightings: readonly Sighting[], known: Knowledge): Choice => {
  const { answered, any } = ownersIn(known)
  const isAnothers = (owners: ReadonlyMap<string, string>, { id }: Sighting): boolean => (owners.get(id) ?? record.id) !== record.id
  const mine = sightings.filter((sighting) => fitOf(record, sighting) !== 'none' && !isAnothers(answered, sighting))
  const owners = new Set(any.values())
  if (mine.length === 0) return { kind: owners.has(record.id) ? 'contested' : 'none' }

  const held = mine.filter(({ id }) => any.get(id) === record.id)
  const free = [...held, ...sightings.filter(({ id }) => !any.has(id))]
  const fit = (send: SendRecord, sighting: Sighting): Fit => {
    const made = fitOf(send, sighting)
    if (send === record) return held.length === 0 || held.includes(sighting) ? made : 'none'
    // That another one’s clock is badly wrong is not supposed.
    return made === 'far' || held.includes(sighting) ? 'none' : made
  }
  const rivals = known.all.filter(
    (other) =>
      other.id !== record.id && isUntold(other) && !owners.has(other.id) && free.some((sighting) => fit(other, sighting) !== 'none')
  )
  const options = free.filter((sighting) => fit(record, sighting) !== 'none')
  if (rivals.some((rival) => isOnItsWay(rival, known.now) && options.some((option) => fit(rival, option) !== 'none')))
    return { kind: 'later' }

  const explanations = new Explanations([record, ...rivals], free, fit)
  const sighting = explanations.best().get(record)
  if (sighting && fit(record, sighting) === 'fits' && explanations.needsSend(record))
    return { kind: 'chosen', sighting, by: options.every((option) => explanations.needsSighting(option)) ? 'found' : 'likely' }
  // Who has what may be this one’s may have left its own to it.
  const holders = known.all.filter(({ id }) => mine.some((each) => any.get(each.id) === id))
  if ([record, ...rivals, ...holders].some((send) => known.now < shownBy(send))) return { kind: 'later' }
  return sighting ? { kind: 'chosen', sighting, by: 'likely' } : { kind: 'contested' }
}
