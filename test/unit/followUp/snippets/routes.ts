import type { PlannedRequest, SendingRoute } from '../../../../src/followUp/route'
import { agentlessPath, agentMessagePath, outboundPath } from '../../../../src/platform/messagingOperations'
import { ids } from '../../support/ids'

const base = { title: 'A route', reason: 'It works.', confidence: 'documented', findings: [], verdict: 'will-work' } as const

const routeOf = (id: SendingRoute['id'], template: string, request: Omit<PlannedRequest, 'method'>): SendingRoute => ({
  ...base,
  id,
  operation: { method: 'POST', path: template },
  request: { method: 'POST', ...request }
})

/** The agentless message to a guest of web messaging. */
export const agentless = (textBody = 'Hello', more: PlannedRequest['body'] = {}): SendingRoute =>
  routeOf('agentless', agentlessPath, {
    path: agentlessPath,
    body: { fromAddress: ids.deployment, toAddressMessengerType: 'webmessaging', externalContactId: ids.contact, textBody, ...more },
    credential: 'client'
  })

/** The agent's message. */
export const agentMessage = (
  textBody = 'Hello',
  path = `/api/v2/conversations/messages/${ids.conversation}/communications/${ids.agentLeg}/messages`
): SendingRoute => routeOf('agentMessage', agentMessagePath, { path, body: { textBody }, credential: 'user' })

/** A template to a customer of WhatsApp. */
export const template = (value = 'Grace'): SendingRoute =>
  routeOf('agentless', agentlessPath, {
    path: agentlessPath,
    body: {
      fromAddress: ids.whatsAppIntegration,
      toAddress: '13175550163',
      toAddressMessengerType: 'whatsapp',
      messagingTemplate: { responseId: 'r-1', bodyParameters: [{ id: '1', value }] }
    },
    credential: 'client'
  })

/** A template of which one card is filled in. */
export const carousel = (): SendingRoute => {
  const { request, ...route } = template()
  const cardParameters = [{ index: 0, bodyParameters: [{ id: 'item', value: 'Tent' }] }]
  const messagingTemplate = { responseId: 'r-1', carouselParameters: { cardParameters } }
  return { ...route, request: { ...request, body: { ...request.body, messagingTemplate } } }
}

/** A file as the agent's message. */
export const media = (): SendingRoute => {
  const { request, ...route } = agentMessage()
  return { ...route, request: { ...request, body: { mediaIds: ['m-1'] } } }
}

/** A new conversation by SMS. */
export const outbound = (toAddressMessengerType = 'sms'): SendingRoute =>
  routeOf('outbound', outboundPath, {
    path: outboundPath,
    body: { queueId: ids.queue, toAddress: '+13175550163', toAddressMessengerType, useExistingConversation: true },
    credential: 'user'
  })

export const region = 'https://api.mypurecloud.de'
export const sandbox = 'http://127.0.0.1:4567'
