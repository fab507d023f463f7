import type { Bodies } from './body'

const textRule = 'At most 765 characters on SMS and 2,000 on other channels.'
const e164 = 'A telephone number in E.164 form, with its plus sign'

/** The bodies of what a business sends. Sources: models of purecloud-platform-client-v2 262.0.0, descriptions of the OpenAPI of July 2026. */
export const sendBodies: Bodies = {
  SendAgentlessOutboundMessageRequest: {
    fields: {
      fromAddress: {
        type: 'string',
        required: true,
        rule: 'SMS: a provisioned telephone number. WhatsApp, open messaging and Apple: the id of the integration. Web messaging: the id of the deployment.'
      },
      toAddress: {
        type: 'string',
        rule: `SMS and Apple: ${e164}. WhatsApp: digits only. Open messaging: any string up to the organisation’s limit. Web messaging: not allowed.`
      },
      externalContactId: { type: 'string', rule: 'Web messaging: the recipient.' },
      toAddressMessengerType: { type: 'string', required: true, values: ['sms', 'whatsapp', 'open', 'webmessaging', 'apple'] },
      textBody: { type: 'string', rule: `${textRule} Web messaging refuses an empty text, and 4,000 characters or more.` },
      messagingTemplate: { type: 'object', of: 'SendMessagingTemplateRequest' },
      useExistingActiveConversation: {
        type: 'boolean',
        rule: 'True: the message joins a conversation that is alerting or connected. Without it that is refused with “active.conversation”.'
      }
    },
    conditions: [
      { field: 'toAddressMessengerType', value: 'webmessaging', needs: ['textBody'], refuses: ['toAddress'], confidence: 'documented' },
      { field: 'toAddressMessengerType', value: 'webmessaging', needs: ['externalContactId'], confidence: 'inferred' },
      { field: 'toAddressMessengerType', value: 'sms', needs: ['textBody'], confidence: 'documented' },
      { field: 'toAddressMessengerType', value: 'sms', needs: ['toAddress'], confidence: 'inferred' },
      { field: 'toAddressMessengerType', value: 'whatsapp', needs: ['messagingTemplate'], confidence: 'documented' },
      { field: 'toAddressMessengerType', value: 'whatsapp', needs: ['toAddress'], confidence: 'inferred' },
      { field: 'toAddressMessengerType', value: 'open', needs: ['toAddress'], confidence: 'inferred' },
      { field: 'toAddressMessengerType', value: 'apple', needs: ['toAddress', 'messagingTemplate'], confidence: 'inferred' }
    ]
  },
  AdditionalMessage: {
    fields: {
      textBody: {
        type: 'string',
        required: true,
        rule: `${textRule} The model requires it, and the description allows media or a template in its place.`
      },
      mediaIds: { type: 'array', of: 'string', rule: 'Ids of media that have been uploaded for this communication.' },
      messagingTemplate: { type: 'object', of: 'SendMessagingTemplateRequest' }
    },
    oneOf: ['textBody', 'mediaIds', 'messagingTemplate']
  },
  CreateOutboundMessagingConversationRequest: {
    fields: {
      queueId: { type: 'string', required: true, rule: 'The queue whose outbound address is the sender.' },
      toAddress: {
        type: 'string',
        required: true,
        rule: `SMS: ${e164}. WhatsApp: digits only. Open messaging: any string up to the organisation’s limit.`
      },
      toAddressMessengerType: { type: 'string', required: true, values: ['sms', 'open', 'whatsapp'] },
      useExistingConversation: {
        type: 'boolean',
        rule: 'True: a conversation that has ended within its reply window is continued. Without it that is refused with “existing.conversation”.'
      },
      externalContactId: { type: 'string' },
      useUserFromAddress: { type: 'boolean', rule: 'True: the user’s direct routing address is the sender, not the queue’s.' }
    }
  },
  SendMessagingTemplateRequest: {
    fields: {
      responseId: { type: 'string', rule: 'A canned response of the organisation.' },
      parameters: { type: 'array', of: 'TemplateParameter', rule: 'Deprecated: use bodyParameters.' },
      headerParameters: { type: 'array', of: 'TemplateParameter' },
      bodyParameters: { type: 'array', of: 'TemplateParameter' },
      buttonUrlParameters: { type: 'array', of: 'TemplateParameter' },
      carouselParameters: { type: 'object', of: 'CarouselParameters' }
    }
  },
  CarouselParameters: { fields: { cardParameters: { type: 'array', of: 'CardParameters' } } },
  CardParameters: {
    fields: {
      index: { type: 'integer', rule: 'The card’s index in the carousel. From which number it is counted is not documented.' },
      bodyParameters: { type: 'array', of: 'TemplateParameter' },
      buttonUrlParameters: { type: 'array', of: 'TemplateParameter' }
    }
  },
  TemplateParameter: { fields: { id: { type: 'string' }, value: { type: 'string' } } },
  AdditionalSocialMediaMessage: {
    fields: {
      textBody: { type: 'string', rule: 'At most 2,000 characters.' },
      mediaIds: { type: 'array', of: 'string' },
      inReplyToMessageId: { type: 'string', required: true }
    }
  },
  UploadMediaRequest: {
    fields: {
      fileName: {
        type: 'string',
        required: true,
        rule: 'No dot at its start, no slash at its end, and none of white space and \\{^}%`]">[~<#|.'
      },
      contentLengthBytes: { type: 'integer', required: true },
      contentMd5: { type: 'string' }
    }
  },
  MessageTypingEventRequest: {
    fields: { typing: { type: 'object', of: 'ConversationEventTyping', required: true }, dateSent: { type: 'date-time' } }
  },
  ConversationEventTyping: {
    fields: { type: { type: 'string', required: true, values: ['On'] }, duration: { type: 'integer', rule: 'In milliseconds.' } }
  }
}
