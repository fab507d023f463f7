import type { Models } from 'purecloud-platform-client-v2'
import type { Conversation, MessageContent } from '../../conversations/conversation'
import type { MessengerType } from '../../conversations/messengerType'
import type { FoundMessage } from '../../conversations/reading'
import type { FilledButton, FilledTemplate, FilledText } from '../../organisation/templates'
import { isoTime, type Answer } from '../answers'
import { messageUri } from './legFields'

/** `ConversationMessagingChannel.platform`. */
const platforms: Readonly<Record<MessengerType, string>> = {
  webmessaging: 'WebMessaging',
  sms: 'Sms',
  whatsapp: 'Whatsapp',
  open: 'Open',
  facebook: 'Facebook',
  instagram: 'Instagram',
  twitter: 'Twitter',
  apple: 'Apple'
}

export const platformOf = (messengerType: MessengerType): string => platforms[messengerType]

type ContentFields = Pick<Answer<Models.ConversationNormalizedMessage>, 'type' | 'text' | 'content'>

const parametersOf = ({ parameters }: FilledText): Models.ConversationNotificationTemplateParameter[] =>
  parameters.map(({ name, value }) => ({ name, text: value }))

/** What a button opens or answers, by its type. */
const buttonFields = ({ type, text, payload }: FilledButton): Partial<Models.ConversationNotificationTemplateButton> => {
  switch (type) {
    case 'Url':
      return { url: text }
    case 'PhoneNumber':
      return { phoneNumber: text }
    case 'QuickReply':
      return payload === undefined ? {} : { payload }
  }
}

/** `ConversationContentNotificationTemplate`, without its id. */
const notification = ({ header, body, footer, buttons }: FilledTemplate): Answer<Models.ConversationContentNotificationTemplate> => ({
  header: header && {
    type: header.isMedia ? 'Media' : 'Text',
    ...(header.isMedia ? { media: { mediaType: 'Link', url: header.text } } : { text: header.text }),
    parameters: parametersOf(header)
  },
  body: { text: body.text, parameters: parametersOf(body) },
  footer: footer === undefined ? undefined : { text: footer },
  buttons:
    buttons.length === 0
      ? undefined
      : buttons.map((button, index) => ({
          type: button.type,
          text: button.label,
          index,
          ...buttonFields(button),
          parameters: parametersOf(button)
        }))
})

const contentFields = (content: MessageContent): ContentFields => {
  switch (content.kind) {
    case 'text':
      return { type: 'Text', text: content.text }
    case 'template': {
      const template = { id: `cannedresponse@${content.responseId}`, ...notification(content.filled) }
      return { type: 'Structured', content: [{ contentType: 'Notification', template }] }
    }
    case 'attachments':
      return {
        type: 'Text',
        text: content.text,
        content: content.attachments.map((attachment) => ({ contentType: 'Attachment', attachment }))
      }
    case 'buttonResponse': {
      const { text, payload, originatingMessageId } = content
      return {
        type: 'Structured',
        text,
        content: [{ contentType: 'ButtonResponse', buttonResponse: { text, payload, originatingMessageId, type: 'Button' } }]
      }
    }
  }
}

/** What a content says in plain text. */
export const textOf = (content: MessageContent): string => (content.kind === 'template' ? '' : (content.text ?? ''))

/** The SDK’s typings no longer have `textBody`; the published API of July 2026 still requires it, so both readings find their field. */
type MessageDataAnswer = Answer<Models.MessageData> & { readonly textBody: string }

/** As `GET /api/v2/conversations/messages/{conversationId}/messages/{messageId}` answers it. */
export const messageDataBody = (conversation: Conversation, { participant, message }: FoundMessage): MessageDataAnswer => {
  const inbound = participant.purpose === 'customer'
  const { customerAddress, businessAddress, messengerType } = conversation
  const [from, to] = inbound ? [customerAddress, businessAddress] : [businessAddress, customerAddress]
  return {
    id: message.id,
    timestamp: isoTime(message.time),
    fromAddress: from,
    toAddress: to,
    direction: inbound ? 'inbound' : 'outbound',
    messengerType,
    textBody: textOf(message.content),
    status: message.status,
    normalizedMessage: {
      id: message.id,
      ...contentFields(message.content),
      direction: inbound ? 'Inbound' : 'Outbound',
      originatingEntity: participant.purpose === 'botflow' || participant.purpose === 'api' ? 'Bot' : 'Human',
      channel: { platform: platforms[messengerType], type: 'Private', from: { id: from }, to: { id: to }, time: isoTime(message.time) },
      metadata: {}
    },
    createdBy:
      participant.purpose === 'agent'
        ? { id: participant.userId, name: participant.name, version: 1, selfUri: `/api/v2/users/${participant.userId}` }
        : undefined,
    conversationId: conversation.id,
    selfUri: messageUri(conversation.id, message.id)
  }
}
