import type { Assume, AssumptionId } from '../assumptions'
import type { Attachment, MessageContent } from '../conversations/conversation'
import type { MessengerType } from '../conversations/messengerType'
import { documented, type DocumentedError } from '../documentedErrors'
import { attachmentKind, type Media } from '../media/media'
import { largestMediaBytes } from '../media/mediaStore'
import type { Organisation } from '../organisation/organisation'
import { takesMediaType } from '../organisation/outboundMedia'
import { resolveTemplate, type FilledTemplate, type TemplateFields } from '../organisation/templates'
import { Refusal } from '../refusal'

/** The parts of a send’s body that carry what is to be said. */
export interface ContentFields {
  readonly textBody?: string | undefined
  readonly mediaIds?: readonly string[] | undefined
  readonly messagingTemplate?: TemplateFields | undefined
}

/**
 * The longest text per channel, in characters. Sources: error text of `invalid.webmessaging.text.body` (under 4,000); Genesys help ?p=174625
 * (WhatsApp and open messaging 4,000, Facebook and Apple 2,000, Instagram 1,000); field documentation (SMS 765,
 * X 2,000).
 */
const longestText: Readonly<Record<MessengerType, number>> = {
  webmessaging: 3999,
  sms: 765,
  whatsapp: 4000,
  open: 4000,
  facebook: 2000,
  instagram: 1000,
  twitter: 2000,
  apple: 2000
}

/** The limit that the field’s own documentation gives to every channel but SMS. */
const fieldLimit = 2000

interface ReadText {
  /** `undefined` when there is none. */
  readonly text: string | undefined
  /** What taking it for none rests on. */
  readonly restsOn: readonly AssumptionId[]
}

const readText = (textBody = ''): ReadText =>
  textBody.trim() === '' ? { text: undefined, restsOn: textBody === '' ? [] : ['text.blank'] } : { text: textBody, restsOn: [] }

/** The text, if the channel takes one that long. */
const textContent = (text: string, messengerType: MessengerType, assume: Assume): MessageContent => {
  const longest = longestText[messengerType]
  if (text.length > longest) {
    throw new Refusal(documented.maxLength, `textBody has ${text.length} characters; this channel takes ${longest}.`, { field: 'textBody' })
  }
  if (text.length > fieldLimit) assume('text.two-limits')
  return { kind: 'text', text }
}

/** What a content is made from, and what it goes through. */
export interface SendChannel {
  readonly organisation: Organisation
  readonly messengerType: MessengerType
  /** Where it is sent from. */
  readonly businessAddress: string
}

/** What the sandbox has to choose of a template’s parameters. */
const restsOnParameters = ({ buttonUrlParameters, carouselParameters }: TemplateFields, { unfilled }: FilledTemplate): boolean =>
  unfilled.length > 0 || buttonUrlParameters !== undefined || carouselParameters !== undefined

const templateContent = (template: TemplateFields, { organisation, messengerType }: SendChannel, assume: Assume): MessageContent => {
  const field = 'messagingTemplate'
  const resolved = resolveTemplate(organisation, template)
  switch (resolved.kind) {
    case 'unknown':
      throw new Refusal(documented.invalidValue, `No canned response has the id ${template.responseId}.`, {
        field,
        restsOn: ['content.template']
      })
    case 'withoutInvitation':
      throw new Refusal(documented.appleInvitationMissing, `Response ${resolved.response.name} has no Apple invitation.`, { field })
    case 'resolved': {
      const { response, filled } = resolved
      const { kind } = response.use
      const expected = messengerType === 'apple' ? 'appleInvitation' : messengerType === 'whatsapp' ? 'whatsAppTemplate' : kind
      if (kind !== expected) {
        throw new Refusal(documented.constraint, `Response ${response.name} is none that this channel can send as a template.`, {
          field,
          restsOn: ['content.template']
        })
      }
      if (restsOnParameters(template, filled)) assume('content.template-parameters')
      return { kind: 'template', responseId: response.id, filled }
    }
  }
}

/** The files that a send names, which must be uploaded on the same communication, and such as the channel takes. */
export interface MediaSource {
  readonly find: (mediaId: string) => Media | undefined
  /** Where a recipient reads the file. */
  readonly urlOf: (media: Media) => string
}

const mediaRefusal = (error: DocumentedError, message: string, restsOn: readonly AssumptionId[] = ['content.media']): Refusal =>
  new Refusal(error, message, { field: 'mediaIds', restsOn })

const mediaContent = (
  mediaIds: readonly string[],
  source: MediaSource,
  { organisation, businessAddress }: SendChannel
): MessageContent => ({
  kind: 'attachments',
  text: undefined,
  attachments: mediaIds.map((id): Attachment => {
    const media = source.find(id)
    if (media === undefined) throw mediaRefusal(documented.messageNotFound, `No media has the id ${id}.`)
    const { upload, fileName, announcedBytes } = media
    if (announcedBytes > largestMediaBytes) throw mediaRefusal(documented.mediaTooLarge, `${fileName} has ${announcedBytes} bytes.`)
    if (upload.kind !== 'valid') throw mediaRefusal(documented.messageNotFound, `${fileName} is ${upload.kind}: it cannot be sent.`)
    if (!takesMediaType(organisation, businessAddress, upload.mediaType)) {
      throw mediaRefusal(documented.badRequest, `This channel does not take ${upload.mediaType}: see its supported content.`)
    }
    return { mediaType: attachmentKind(upload.mediaType), url: source.urlOf(media), mime: upload.mediaType, filename: fileName }
  })
})

/** What an agent’s send says. Source: SDK 262, operation text: only one of the three fields per request. */
export const agentContent = (
  { textBody, mediaIds, messagingTemplate }: ContentFields,
  channel: SendChannel,
  source: MediaSource,
  assume: Assume
): MessageContent => {
  const read = readText(textBody)
  const given = [read.text, mediaIds?.[0], messagingTemplate].filter((part) => part !== undefined)
  if (given.length !== 1) {
    throw new Refusal(documented.constraint, 'A message carries exactly one of textBody, mediaIds and messagingTemplate.', {
      field: 'textBody',
      restsOn: [...read.restsOn, 'agent-send.one-content']
    })
  }
  if (mediaIds?.[0] !== undefined) return mediaContent(mediaIds, source, channel)
  if (messagingTemplate) return templateContent(messagingTemplate, channel, assume)
  return textContent(read.text ?? '', channel.messengerType, assume)
}

const required = (field: keyof ContentFields, restsOn: readonly AssumptionId[] = []): Refusal =>
  new Refusal(documented.constraint, `An agentless message on this channel needs ${field}.`, {
    field,
    restsOn: [...restsOn, 'body.channel-fields']
  })

/** What an agentless send says. Source: platform-client-sdk-dotnet 270.0.0, `SendAgentlessOutboundMessageRequest`. */
export const agentlessContent = ({ textBody, messagingTemplate }: ContentFields, channel: SendChannel, assume: Assume): MessageContent => {
  const { messengerType } = channel
  if (messengerType === 'whatsapp' && messagingTemplate === undefined) throw required('messagingTemplate')
  if (messagingTemplate && (messengerType === 'whatsapp' || messengerType === 'apple'))
    return templateContent(messagingTemplate, channel, assume)
  if (messengerType === 'apple') assume('apple.text')
  const read = readText(textBody)
  if (messengerType === 'webmessaging' && (read.text === undefined || read.text.length > longestText.webmessaging)) {
    throw new Refusal(documented.webMessagingText, 'textBody must not be empty and must have fewer than 4,000 characters.', {
      field: 'textBody',
      restsOn: read.restsOn
    })
  }
  if (read.text === undefined) throw required('textBody', read.restsOn)
  return textContent(read.text, messengerType, assume)
}
