import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod/mini'
import type { MessageContent } from '../../model/messageContent'
import type { Said } from './record'

/** The fields of a send’s body that carry its message. */
const textBody = z.object({ textBody: z.string().check(z.minLength(1)) })
const templateBody = z.object({
  messagingTemplate: z.object({ responseId: z.string(), bodyParameters: z._default(z.array(z.object({ value: z.string() })), []) })
})
const mediaBody = z.object({ mediaIds: z.array(z.string()).check(z.minLength(1)) })

/**
 * What the message of a request says, as far as it can be read back.
 * @param words what a person was shown of it: the text, the template with its parameters filled in, or the name of the file
 */
export const saidIn = (body: Readonly<Record<string, unknown>>, words: string): Said => {
  const text = textBody.safeParse(body)
  if (text.success) return { kind: 'text', text: text.data.textBody }
  const template = templateBody.safeParse(body)
  if (template.success) {
    const { responseId, bodyParameters } = template.data.messagingTemplate
    return { kind: 'template', responseId, text: words, values: bodyParameters.map(({ value }) => value) }
  }
  const media = mediaBody.safeParse(body)
  return media.success ? { kind: 'media', mediaIds: media.data.mediaIds, fileName: words } : { kind: 'nothing' }
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

type SaidByTemplate = Extract<Said, { readonly kind: 'template' }>

/** The platform need not write a template’s text (“For WhatsApp, ignored”, published OpenAPI): its name and what fills it in say as much. */
const templateLikeness = ({ responseId, text, values }: SaidByTemplate, read: MessageContent): Likeness => {
  const isNamed = read.templateId !== undefined && isNamedAfter(read.templateId, responseId)
  if (read.templateId !== undefined && !isNamed) return 'none'
  const isFilledAlike = isDeepStrictEqual([...(read.templateValues ?? [])].sort(), [...values].sort())
  return read.text === text || (isNamed && isFilledAlike) ? 'same' : 'perhaps'
}

type SaidByMedia = Extract<Said, { readonly kind: 'media' }>

/** That an id of the upload comes back with the message is documented as optional: where it does not, the name is what there is. */
const mediaLikeness = ({ mediaIds, fileName }: SaidByMedia, { text, attachments, mediaIds: readIds = [] }: MessageContent): Likeness => {
  if (readIds.some((id) => mediaIds.includes(id)) || attachments.includes(fileName)) return 'same'
  return text !== undefined && attachments.length === 0 && readIds.length === 0 ? 'none' : 'perhaps'
}

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
      return templateLikeness(said, read)
    case 'media':
      return mediaLikeness(said, read)
    case 'nothing':
      return 'perhaps'
  }
}
