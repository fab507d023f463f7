import { legsOf, type Conversation, type Participant } from '../../../model/conversation'
import type { Situation } from '../../../model/situation'

/** What is left out of a copy for others, each on its own. */
export interface Masking {
  /** Names of people: customers, agents, and whoever is signed in. */
  readonly names: boolean
  /** The addresses of every communication: phone numbers, and the ids that channels address by. */
  readonly addresses: boolean
  /** What the messages say, and what the platform says of a failed delivery. */
  readonly texts: boolean
}

export const nothingMasked: Masking = { names: false, addresses: false, texts: false }

/** Stands where something was left out. */
export const mask = '‹masked›'

/** Queues and flows have names too, which are nobody’s. */
const isPerson = ({ party }: Participant): boolean => party === 'customer' || party === 'agent' || party === 'other'

/** A name as a whole, and each of its words that is longer than an initial: people are also spoken of by one of them. */
const namesIn = (name: string): readonly string[] => [name, ...name.split(/\s+/).filter((word) => word.length > 2)]

const namesOf = ({ participants }: Conversation, { credentials }: Situation): readonly string[] => [
  ...participants.filter(isPerson).flatMap(({ name }) => (name === undefined ? [] : namesIn(name))),
  ...(credentials.known ? credentials.value.flatMap(({ kind, name }) => (kind === 'user' ? namesIn(name) : [])) : [])
]

const addressesOf = (conversation: Conversation): readonly string[] =>
  legsOf(conversation).flatMap(({ leg }) => [leg.fromAddress, leg.toAddress].filter((address) => address !== undefined))

/** Writes a text without what is to be masked in it, wherever it stands and however it is capitalised. */
export const masker = (conversation: Conversation, situation: Situation, { names, addresses }: Masking): ((text: string) => string) => {
  const personal = [...(names ? namesOf(conversation, situation) : []), ...(addresses ? addressesOf(conversation) : [])].filter(
    (each) => each.trim() !== ''
  )
  if (personal.length === 0) return (text) => text
  const longestFirst = [...new Set(personal)].sort((a, b) => b.length - a.length)
  const any = new RegExp(longestFirst.map((each) => each.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`)).join('|'), 'gi')
  return (text) => text.replace(any, mask)
}
