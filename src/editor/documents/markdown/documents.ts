import { factLines, legLines, titleOf, unknownLines } from './facts'
import { messageSections } from './messages'
import { masker, type Masking } from './personal'
import { routeSections } from './routes'
import type { Written, WrittenMessage } from './written'

const markdown = (blocks: readonly string[]): string => `${blocks.join('\n\n')}\n`

const asItIs = (text: string): string => text

/** A diagnosis: where the conversation stands, every way to follow up with its verdict, and what was not known. */
export const diagnosisDocument = (written: Written): string =>
  markdown([
    `# Diagnosis: ${titleOf(written, asItIs)}`,
    factLines(written, asItIs),
    '## Communications',
    legLines(written, asItIs),
    '## Routes',
    ...routeSections(written.routes, '###', asItIs),
    '## Not known',
    unknownLines(written, asItIs)
  ])

/** A transcript: who wrote what, when, and what became of it. */
export const transcriptDocument = (written: Written, messages: readonly WrittenMessage[]): string =>
  markdown([
    `# Transcript: ${titleOf(written, asItIs)}`,
    factLines(written, asItIs),
    ...(messages.length === 0 ? ['The record has no messages.'] : messageSections(messages, '##', { text: asItIs, hidesTexts: false }))
  ])

/** A conversation for a ticket, with as little of the people in it as is wished. */
export const ticketDocument = (written: Written, messages: readonly WrittenMessage[], masking: Masking): string => {
  const text = masker(written.conversation.value, written.situation, masking)
  return markdown([
    `# ${titleOf(written, text)}`,
    factLines(written, text),
    '## Communications',
    legLines(written, text),
    '## Messages',
    ...(messages.length === 0 ? ['The record has no messages.'] : messageSections(messages, '###', { text, hidesTexts: masking.texts })),
    '## Ways to follow up',
    ...routeSections(written.routes, '###', text)
  ])
}
