import { legsOf, type Conversation, type MessageRecord, type Participant } from '../../../model/conversation'
import type { MessageContent } from '../../../model/messageContent'
import { code, inline, quotation, stamp } from './inline'
import { mask } from './personal'
import type { WrittenMessage } from './written'

/** The messages of a conversation in the order in which they were sent; those without a time come last. */
export const messagesOf = (conversation: Conversation, contents: ReadonlyMap<string, MessageContent>): readonly WrittenMessage[] =>
  legsOf(conversation)
    .flatMap((of) => of.leg.messages.map((record) => ({ of, record, content: contents.get(record.id) })))
    .sort((a, b) => (a.record.at ?? Number.MAX_SAFE_INTEGER) - (b.record.at ?? Number.MAX_SAFE_INTEGER))

/** How a message is written for its reader. */
export interface MessageWriting {
  /** Applied to everything that may name somebody. */
  readonly text: (text: string) => string
  readonly hidesTexts: boolean
}

/** Who wrote: the name, else what the platform calls the participant. */
const senderOf = ({ name, queueName, purpose }: Participant): string => name ?? queueName ?? purpose

const bodyOf = (content: MessageContent | undefined, { text, hidesTexts }: MessageWriting): readonly string[] => {
  if (content === undefined) return ['*The text was not read.*']
  if (hidesTexts) return [quotation(mask)]
  return [
    ...(content.text === undefined ? [] : [quotation(text(content.text))]),
    ...(content.attachments.length === 0 ? [] : [`Attached: ${content.attachments.map((name) => inline(text(name))).join(', ')}`]),
    ...(content.text === undefined && content.attachments.length === 0 ? ['*It has no text.*'] : [])
  ]
}

const errorOf = ({ error }: MessageRecord, { text, hidesTexts }: MessageWriting): string => {
  if (error === undefined) return ''
  const said = error.text === undefined ? undefined : hidesTexts ? mask : text(error.text)
  return `: ${[error.code, said].flatMap((part) => (part === undefined ? [] : [inline(part)])).join(', ')}`
}

/** One message: a heading to fold at, what it says, and what became of it. */
const messageSection = ({ of, record, content }: WrittenMessage, level: string, write: MessageWriting): readonly string[] => {
  const when = record.at === undefined ? 'time not given' : stamp(record.at).slice(11)
  return [
    `${level} ${when} ${inline(write.text(senderOf(of.participant)))}`,
    ...bodyOf(content, write),
    `${inline(record.status ?? 'status not given')}${errorOf(record, write)} · ${code(record.id)}`
  ]
}

/** Messages under a heading for each day. @param level the days’, for example `##` */
export const messageSections = (messages: readonly WrittenMessage[], level: string, write: MessageWriting): readonly string[] => {
  let day: string | undefined
  return messages.flatMap((message) => {
    const { at } = message.record
    const own = at === undefined ? 'Time not given' : stamp(at).slice(0, 10)
    const heading = own === day ? [] : [`${level} ${own}`]
    day = own
    return [...heading, ...messageSection(message, `${level}#`, write)]
  })
}
