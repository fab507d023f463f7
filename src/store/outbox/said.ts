import * as z from 'zod/mini'
import type { MessageContent } from '../../model/messageContent'
import type { Said } from './record'

/** The fields of a send’s body that carry its message. */
const textBody = z.object({ textBody: z.string().check(z.minLength(1)) })
const templateBody = z.object({ messagingTemplate: z.object({ responseId: z.string() }) })
const mediaBody = z.object({ mediaIds: z.array(z.string()).check(z.minLength(1)) })

/**
 * What the message of a request says, as far as it can be read back.
 * @param words what a person was shown of it: the text, the template with its parameters filled in, or the name of the file
 */
export const saidIn = (body: Readonly<Record<string, unknown>>, words: string): Said => {
  const text = textBody.safeParse(body)
  if (text.success) return { kind: 'text', text: text.data.textBody }
  const template = templateBody.safeParse(body)
  if (template.success) return { kind: 'template', responseId: template.data.messagingTemplate.responseId, text: words }
  return mediaBody.safeParse(body).success ? { kind: 'media', fileName: words } : { kind: 'nothing' }
}

/** `same`: it says the same. `perhaps`: what can be read of it does not tell. */
type Likeness = 'same' | 'perhaps' | 'none'

/** The platform may write blanks and accents in another way. */
const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()

const textLikeness = (text: string, read: string | undefined): Likeness => {
  if (read === undefined) return 'none'
  if (read === text) return 'same'
  return plain(read) === plain(text) ? 'perhaps' : 'none'
}

/** A template of the platform’s canned responses is named `cannedresponse@` and the response’s id (published OpenAPI). */
const isNamedAfter = (templateId: string, responseId: string): boolean => templateId === responseId || templateId.endsWith(`@${responseId}`)

/**
 * Whether a message that was read is one that was sent, by what it says. A template is filled in by the platform, and a file may get another name
 * there: what differs in such a way may still be it.
 * @param read `undefined` when it could not be read: it is looked at again then
 */
export const likenessOf = (said: Said, read: MessageContent | undefined): Likeness => {
  if (read === undefined) return 'none'
  switch (said.kind) {
    case 'text':
      return textLikeness(said.text, read.text)
    case 'template':
      if (read.templateId !== undefined && !isNamedAfter(read.templateId, said.responseId)) return 'none'
      return read.text === said.text ? 'same' : 'perhaps'
    case 'media':
      if (read.attachments.includes(said.fileName)) return 'same'
      return read.text !== undefined && read.attachments.length === 0 ? 'none' : 'perhaps'
    case 'nothing':
      return 'perhaps'
  }
}
