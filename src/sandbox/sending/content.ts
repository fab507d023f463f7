import type { Assume, AssumptionId } from '../assumptions'
import type { MessageContent } from '../conversations/conversation'
import type { MessengerType } from '../conversations/messengerType'
import { documented } from '../documentedErrors'
import { Refusal } from '../refusal'

/** The parts of a send’s body that carry what is to be said. */
export interface ContentFields {
  readonly textBody?: string | undefined
  readonly mediaIds?: readonly string[] | undefined
  readonly messagingTemplate?: { readonly responseId: string } | undefined
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

const templateContent = ({ responseId }: { readonly responseId: string }, assume: Assume): MessageContent => {
  assume('content.template')
  return { kind: 'template', responseId }
}

/** What an agent’s send says. Source: SDK 262, operation text: only one of the three fields per request. */
export const agentContent = (
  { textBody, mediaIds, messagingTemplate }: ContentFields,
  messengerType: MessengerType,
  assume: Assume
): MessageContent => {
  const read = readText(textBody)
  const mediaId = mediaIds?.[0]
  const given = [read.text, mediaId, messagingTemplate].filter((part) => part !== undefined)
  if (given.length !== 1) {
    throw new Refusal(documented.constraint, 'A message carries exactly one of textBody, mediaIds and messagingTemplate.', {
      field: 'textBody',
      restsOn: [...read.restsOn, 'agent-send.one-content']
    })
  }
  if (mediaId !== undefined) {
    throw new Refusal(documented.messageNotFound, `No media has the id ${mediaId}.`, { field: 'mediaIds', restsOn: ['content.media'] })
  }
  if (messagingTemplate) return templateContent(messagingTemplate, assume)
  return textContent(read.text ?? '', messengerType, assume)
}

const required = (field: keyof ContentFields, restsOn: readonly AssumptionId[] = []): Refusal =>
  new Refusal(documented.constraint, `An agentless message on this channel needs ${field}.`, {
    field,
    restsOn: [...restsOn, 'body.channel-fields']
  })

/** What an agentless send says. Source: platform-client-sdk-dotnet 270.0.0, `SendAgentlessOutboundMessageRequest`. */
export const agentlessContent = (
  { textBody, messagingTemplate }: ContentFields,
  messengerType: MessengerType,
  assume: Assume
): MessageContent => {
  if (messengerType === 'whatsapp') {
    if (messagingTemplate === undefined) throw required('messagingTemplate')
    return templateContent(messagingTemplate, assume)
  }
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
