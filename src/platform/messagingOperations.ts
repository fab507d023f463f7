/** What a caller wants of an operation. */
export type Purpose = 'send' | 'startConversation' | 'changeState' | 'read' | 'receive' | 'offer'

export type CredentialNeed = 'user' | 'client' | 'either'

export interface MessagingOperation {
  readonly method: string
  readonly path: string
  readonly purpose: Purpose
  /** What it is for, in a sentence. */
  readonly summary: string
  readonly credential: CredentialNeed
  /** Top-level fields of the request body; absent where the body is not described here. */
  readonly bodyFields?: readonly string[]
}

export const agentMessagePath = '/api/v2/conversations/messages/{conversationId}/communications/{communicationId}/messages'
export const agentlessPath = '/api/v2/conversations/messages/agentless'
export const outboundPath = '/api/v2/conversations/messages'

/**
 * The operations that the messaging story touches, with what the SDK does not say. Sources: published OpenAPI of July 2026 and the models of
 * platform-client-sdk-dotnet 270.0.0; the credential that the agent's send needs: Genesys developer blog of 27 September 2024.
 */
export const messagingOperations: readonly MessagingOperation[] = [
  {
    method: 'POST',
    path: agentlessPath,
    purpose: 'send',
    summary: 'Sends a message without an agent, also when the conversation has ended or nobody is connected.',
    credential: 'client',
    bodyFields: [
      'fromAddress',
      'toAddress',
      'externalContactId',
      'toAddressMessengerType',
      'textBody',
      'messagingTemplate',
      'useExistingActiveConversation'
    ]
  },
  {
    method: 'POST',
    path: agentMessagePath,
    purpose: 'send',
    summary: 'Sends a message as the agent whose communication is connected.',
    credential: 'user',
    bodyFields: ['textBody', 'mediaIds', 'messagingTemplate']
  },
  {
    method: 'POST',
    path: outboundPath,
    purpose: 'startConversation',
    summary: 'Opens an outbound conversation that an agent owns (SMS, open messaging, WhatsApp). It sends no text itself.',
    credential: 'user',
    bodyFields: ['queueId', 'toAddress', 'toAddressMessengerType', 'useExistingConversation', 'externalContactId', 'useUserFromAddress']
  },
  {
    method: 'PATCH',
    path: '/api/v2/conversations/messages/{conversationId}',
    purpose: 'changeState',
    summary: 'Disconnects a conversation. “disconnected” is the only state that can be written.',
    credential: 'either'
  },
  {
    method: 'PATCH',
    path: '/api/v2/conversations/messages/{conversationId}/participants/{participantId}',
    purpose: 'changeState',
    summary: 'Accepts an alerting conversation (“connected”) or leaves it (“disconnected”).',
    credential: 'user'
  },
  {
    method: 'POST',
    path: '/api/v2/conversations/{conversationId}/assign',
    purpose: 'changeState',
    summary: 'Hands an active, waiting conversation to a user, who can then send as its agent.',
    credential: 'user'
  },
  {
    method: 'GET',
    path: '/api/v2/conversations/{conversationId}',
    purpose: 'read',
    summary: 'Reads a conversation with its participants, their communications and the time it ended.',
    credential: 'either'
  },
  {
    method: 'GET',
    path: '/api/v2/conversations/messages/{conversationId}',
    purpose: 'read',
    summary: 'Reads the messaging side of a conversation.',
    credential: 'either'
  },
  {
    method: 'GET',
    path: '/api/v2/conversations/messages/{conversationId}/messages/{messageId}',
    purpose: 'read',
    summary: 'Reads one message with its delivery status.',
    credential: 'either'
  },
  {
    method: 'POST',
    path: '/api/v2/analytics/conversations/details/query',
    purpose: 'read',
    summary: 'Lists conversations, ended ones too.',
    credential: 'either'
  },
  {
    method: 'POST',
    path: '/api/v2/conversations/messages/{integrationId}/inbound/open/message',
    purpose: 'receive',
    summary: 'Brings a customer’s message into the platform (open messaging). It never reaches the customer.',
    credential: 'client'
  },
  {
    method: 'POST',
    path: '/api/v2/journey/actionmaps',
    purpose: 'offer',
    summary: 'Offers a web chat to a visitor who is on the page now.',
    credential: 'either'
  }
]

export const findMessagingOperation = (method: string, path: string): MessagingOperation | undefined =>
  messagingOperations.find((operation) => operation.method === method && operation.path === path)
