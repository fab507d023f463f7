import { Hono } from 'hono'
import type { Models } from 'purecloud-platform-client-v2'
import * as z from 'zod/mini'
import { findMessage } from '../../conversations/reading'
import { documented } from '../../documentedErrors'
import { mediaPath } from '../../media/media'
import { Refusal } from '../../refusal'
import { sendAgentless } from '../../sending/agentlessSend'
import { sendAsAgent } from '../../sending/agentSend'
import { startOutbound } from '../../sending/outboundConversation'
import type { World } from '../../world'
import { isoTime, type Answer } from '../answers'
import { requestingUser, type Needs } from '../authentication'
import { assumeFor, type Environment } from '../environment'
import { pathConversation, pathId } from '../path'
import { readBody } from '../requestBody'
import { messageDataBody } from '../shapes/messageData'

// The request models as SDK 262 and platform-client-sdk-dotnet 270.0.0 have them.
const templateParameters = z.optional(z.array(z.object({ id: z.optional(z.string()), value: z.optional(z.string()) })))

const cardParameters = z.strictObject({
  index: z.optional(z.int()),
  bodyParameters: templateParameters,
  buttonUrlParameters: templateParameters
})

const template = z.strictObject({
  responseId: z.string(),
  parameters: templateParameters,
  headerParameters: templateParameters,
  bodyParameters: templateParameters,
  buttonUrlParameters: templateParameters,
  carouselParameters: z.optional(z.strictObject({ cardParameters: z.optional(z.array(cardParameters)) }))
})

const additionalMessage = z.strictObject({
  textBody: z.optional(z.string()),
  mediaIds: z.optional(z.array(z.string())),
  messagingTemplate: z.optional(template)
})

const agentlessRequest = z.strictObject({
  fromAddress: z.string(),
  toAddress: z.optional(z.string()),
  externalContactId: z.optional(z.string()),
  toAddressMessengerType: z.enum(['sms', 'whatsapp', 'open', 'webmessaging', 'apple']),
  textBody: z.optional(z.string()),
  messagingTemplate: z.optional(template),
  useExistingActiveConversation: z.optional(z.boolean())
})

const outboundRequest = z.strictObject({
  queueId: z.string(),
  toAddress: z.string(),
  toAddressMessengerType: z.enum(['sms', 'open', 'whatsapp']),
  useExistingConversation: z.optional(z.boolean()),
  externalContactId: z.optional(z.string()),
  useUserFromAddress: z.optional(z.boolean())
})

const messageAnswer = (world: World, conversationId: string, messageId: string) => {
  const conversation = world.conversations.get(conversationId)
  const found = conversation && findMessage(conversation, messageId)
  if (conversation === undefined || found === undefined) {
    throw new Refusal(documented.internal, 'The message that was just sent is not there.')
  }
  return messageDataBody(conversation, found)
}

/** The three ways to send. */
export const sendRoutes = (world: World, needs: Needs): Hono<Environment> => {
  const routes = new Hono<Environment>()

  routes.post('/', needs({ token: 'user', permissions: { every: ['conversation:message:create'] } }), (c) => {
    const { queueId, toAddress, toAddressMessengerType, useExistingConversation, externalContactId } = readBody(
      c,
      outboundRequest,
      'CreateOutboundMessagingConversationRequest'
    )
    const { id } = startOutbound(
      world,
      {
        user: requestingUser(c),
        queueId,
        toAddress,
        messengerType: toAddressMessengerType,
        externalContactId,
        useExistingConversation: useExistingConversation ?? false
      },
      assumeFor(c)
    )
    const body: Answer<Models.CreateOutboundMessagingConversationResponse> = { id, selfUri: `/api/v2/conversations/messages/${id}` }
    return c.json(body)
  })

  routes.post('/agentless', needs({ token: 'client', permissions: { every: ['conversation:message:create'] } }), (c) => {
    const request = readBody(c, agentlessRequest, 'SendAgentlessOutboundMessageRequest')
    const { fromAddress, toAddress, externalContactId, toAddressMessengerType, textBody, messagingTemplate } = request
    const useExistingActiveConversation = request.useExistingActiveConversation ?? false
    const { credential } = c.var
    const { conversation, message } = sendAgentless(
      world,
      {
        messengerType: toAddressMessengerType,
        addresses: { fromAddress, toAddress, externalContactId },
        content: { textBody, messagingTemplate },
        useExistingActiveConversation,
        senderName: credential.kind === 'client' ? credential.client.name : credential.user.name
      },
      assumeFor(c)
    )
    const body: Answer<Models.SendAgentlessOutboundMessageResponse> = {
      id: message.id,
      conversationId: conversation.id,
      fromAddress,
      toAddress: toAddress ?? conversation.customerAddress,
      messengerType: toAddressMessengerType,
      useExistingActiveConversation,
      message: messageAnswer(world, conversation.id, message.id),
      timestamp: isoTime(message.time),
      selfUri: `/api/v2/conversations/messages/${conversation.id}/messages/${message.id}`
    }
    return c.json(body)
  })

  routes.post(
    '/:conversationId/communications/:communicationId/messages',
    needs({ token: 'user', permissions: { some: ['conversation:message:create', 'conversation:webmessaging:create'] } }),
    (c) => {
      const conversation = pathConversation(c, world, documented.notFound)
      const communicationId = pathId(c, 'communicationId')
      const content = readBody(c, additionalMessage, 'AdditionalMessage')
      const message = sendAsAgent(
        world,
        {
          userId: requestingUser(c).id,
          conversation,
          communicationId,
          content,
          mediaUrl: (media) => new URL(c.req.url).origin + mediaPath(media)
        },
        assumeFor(c)
      )
      return c.json(messageAnswer(world, conversation.id, message.id))
    }
  )
  return routes
}
