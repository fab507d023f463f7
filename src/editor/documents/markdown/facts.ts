import { legBrief } from '../../../diagnosis/evidence'
import { customerName, legsOf, messengerTypeOf, queueOf } from '../../../model/conversation'
import { formatInstant } from '../../../model/instant'
import { channelLabel } from '../../../platform/channels'
import { code, inline, stamp } from './inline'
import type { Written } from './written'

/** What a person calls the conversation. @param text applied to what may name somebody */
export const titleOf = ({ conversation }: Written, text: (text: string) => string): string =>
  inline(text(customerName(conversation.value) ?? 'Conversation'))

/** What the conversation is, a line each. */
export const factLines = ({ conversation, state, connection }: Written, text: (text: string) => string): string => {
  const { value, from } = conversation
  const queue = queueOf(value)?.name
  const lines: readonly (readonly [string, string])[] = [
    ['State', inline(text(state))],
    ['Channel', inline(channelLabel(messengerTypeOf(value)))],
    ...(queue === undefined ? [] : [['Queue', inline(text(queue))] as const]),
    ...(value.startedAt === undefined ? [] : [['Started', stamp(value.startedAt)] as const]),
    ...(value.endedAt === undefined ? [] : [['Ended', stamp(value.endedAt)] as const]),
    ['Conversation', code(value.id)],
    ['Connection', inline(text(connection))],
    ['Read', `${stamp(value.readAt)} with ${code(from.source)}. Times are UTC.`]
  ]
  return lines.map(([label, said]) => `- **${label}:** ${said}`).join('\n')
}

/** Every communication with its state, a line each. */
export const legLines = ({ conversation }: Written, text: (text: string) => string): string =>
  legsOf(conversation.value)
    .map((of) => `- ${inline(text(legBrief(of)))} Communication ${code(of.leg.id)}`)
    .join('\n') || 'The record has no communications.'

/** What could not be read, and why, a line each. */
export const unknownLines = ({ situation: { now, ...facts } }: Written, text: (text: string) => string): string =>
  Object.entries(facts)
    .flatMap(([name, fact]) => (fact.known ? [] : [`- ${inline(name)}: ${inline(text(fact.why))}`]))
    .join('\n') || `Everything that the routes rest on was known at ${formatInstant(now)}.`
