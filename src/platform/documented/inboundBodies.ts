import type { Bodies, BodyRow } from './body'

const idTypes = ['Email', 'Phone', 'Opaque']

const person = (idType: { readonly required?: true }): BodyRow => ({
  fields: {
    nickname: { type: 'string' },
    id: { type: 'string', required: true },
    idType: { type: 'string', values: idTypes, ...idType },
    firstName: { type: 'string' },
    lastName: { type: 'string' },
    image: { type: 'string', rule: 'The address of a picture.' },
    email: { type: 'string' }
  }
})

/**
 * The bodies of what comes from a customer through open messaging. Sources: models of purecloud-platform-client-v2 262.0.0, descriptions of the
 * OpenAPI of July 2026.
 */
export const inboundBodies: Bodies = {
  OpenInboundNormalizedMessage: {
    fields: {
      channel: { type: 'object', of: 'OpenInboundMessageMessagingChannel', required: true },
      text: { type: 'string' },
      content: { type: 'array', of: 'OpenInboundMessageContent' },
      metadata: { type: 'object', of: 'string' }
    }
  },
  OpenInboundNormalizedEvent: {
    fields: {
      channel: { type: 'object', of: 'OpenInboundMessagingChannel', required: true },
      events: { type: 'array', of: 'OpenEvent', required: true }
    }
  },
  OpenInboundNormalizedReceipt: {
    fields: {
      id: { type: 'string', required: true, rule: 'The id that the platform gave to the message.' },
      channel: { type: 'object', of: 'OpenInboundMessagingReceiptChannel', required: true },
      status: { type: 'string', required: true, values: ['Sent', 'Delivered', 'Failed', 'Published', 'Removed'] },
      reasons: { type: 'array', of: 'ConversationReason', rule: 'With “Failed” only.' },
      isFinalReceipt: { type: 'boolean' }
    }
  },
  OpenInboundStructuredResponseMessage: {
    fields: {
      channel: { type: 'object', of: 'OpenInboundMessageMessagingChannel', required: true },
      buttonResponse: { type: 'object', of: 'ContentButtonResponse', required: true },
      originatingMessageId: { type: 'string', required: true }
    }
  },
  OpenInboundMessageMessagingChannel: {
    fields: {
      from: { type: 'object', of: 'OpenMessagingFromRecipient', required: true },
      time: { type: 'date-time', required: true },
      messageId: { type: 'string', rule: 'The provider’s own id of the message, which is unique.' },
      metadata: { type: 'object', of: 'ConversationChannelMetadata' }
    }
  },
  OpenInboundMessagingChannel: {
    fields: {
      from: { type: 'object', of: 'OpenMessagingFromRecipient', required: true },
      time: { type: 'date-time', required: true }
    }
  },
  OpenInboundMessagingReceiptChannel: {
    fields: {
      to: { type: 'object', of: 'OpenMessagingToRecipient', required: true },
      time: { type: 'date-time', required: true }
    }
  },
  OpenMessagingFromRecipient: person({ required: true }),
  OpenMessagingToRecipient: person({}),
  OpenEvent: { fields: { eventType: { type: 'string', required: true, values: ['Typing'] } } },
  ContentButtonResponse: {
    fields: {
      id: { type: 'string', rule: 'Deprecated.' },
      type: { type: 'string', required: true, values: ['Button', 'QuickReply', 'DatePicker'] },
      text: { type: 'string', required: true },
      payload: { type: 'string', required: true }
    }
  },
  ConversationReason: {
    fields: {
      code: {
        type: 'string',
        values: [
          'MessageExpired',
          'RateLimited',
          'MessageNotAllowed',
          'GeneralError',
          'UnsupportedMessage',
          'UnknownMessage',
          'InvalidMessageStructure',
          'InvalidDestination',
          'ServerError',
          'MediaTypeNotAllowed',
          'InvalidMediaContentLength',
          'RecipientOptedOut',
          'DataFiltered'
        ]
      },
      message: { type: 'string', required: true }
    }
  }
}
