import type { Instant } from '../../../src/model/instant'
import { ended, minutesAgo } from './conversation'
import { ids } from './ids'

const iso = (instant: Instant): string => new Date(instant).toISOString()

/** The body of GET /api/v2/conversations/{conversationId} of a web messaging conversation with a connected agent. */
export const conversationBody = {
  id: ids.conversation,
  startTime: iso(minutesAgo(40)),
  participants: [
    {
      id: ids.customer,
      purpose: 'customer',
      name: 'Ada Berg',
      startTime: iso(minutesAgo(40)),
      externalContactId: ids.contact,
      messages: [
        {
          id: ids.customerLeg,
          state: 'connected',
          type: 'webmessaging',
          connectedTime: iso(minutesAgo(40)),
          peerId: ids.agentLeg,
          fromAddress: { addressNormalized: 'guest-7', addressRaw: 'guest-7' },
          toAddress: { addressNormalized: ids.deployment },
          messages: [{ messageId: 'm-1', messageStatus: 'received', messageTime: iso(minutesAgo(39)) }]
        }
      ]
    },
    {
      id: ids.agent,
      purpose: 'agent',
      name: 'Nora Lind',
      userId: ids.agentUser,
      queueId: ids.queue,
      startTime: iso(minutesAgo(38)),
      wrapupRequired: true,
      messages: [
        {
          id: ids.agentLeg,
          state: 'connected',
          startAlertingTime: iso(minutesAgo(38)),
          connectedTime: iso(minutesAgo(37)),
          messages: [
            {
              messageId: 'm-2',
              messageStatus: 'delivery-failed',
              messageTime: iso(minutesAgo(36)),
              errorInfo: { code: 'RecipientOptedOut', message: 'No.' }
            }
          ]
        }
      ]
    }
  ]
}

/** The same conversation on another channel. */
export const conversationBodyOf = (messengerType: string): unknown => ({
  ...conversationBody,
  participants: conversationBody.participants.map((participant) => ({
    ...participant,
    messages: participant.messages.map((leg) => ({ ...leg, type: messengerType }))
  }))
})

/** That conversation while it waits in a queue for an agent. */
export const waitingConversationBody = {
  ...conversationBody,
  participants: [
    ...conversationBody.participants.slice(0, 1),
    { id: ids.queue, purpose: 'acd', name: 'Support', queueId: ids.queue, messages: [{ id: ids.queueLeg, state: 'connected' }] }
  ]
}

/** The same conversation after its end. */
export const endedConversationBody = {
  ...conversationBody,
  endTime: iso(ended),
  participants: conversationBody.participants.map((participant) => ({
    ...participant,
    wrapup: { code: 'x' },
    messages: participant.messages.map((leg) => ({ ...leg, state: 'disconnected', disconnectedTime: iso(ended), disconnectType: 'client' }))
  }))
}

/** A row of POST /api/v2/analytics/conversations/details/query: that conversation, as long as it goes on. */
export const analyticsRow = {
  conversationId: ids.conversation,
  conversationStart: iso(minutesAgo(40)),
  originatingDirection: 'inbound',
  participants: [
    {
      participantId: ids.customer,
      participantName: 'Ada Berg',
      purpose: 'customer',
      externalContactId: ids.contact,
      sessions: [
        {
          sessionId: ids.customerLeg,
          mediaType: 'message',
          messageType: 'webmessaging',
          addressFrom: 'guest-7',
          addressTo: ids.deployment,
          peerId: ids.agentLeg,
          segments: [{ segmentStart: iso(minutesAgo(40)), segmentType: 'interact' }]
        }
      ]
    },
    {
      participantId: ids.agent,
      purpose: 'agent',
      userId: ids.agentUser,
      sessions: [
        {
          sessionId: ids.agentLeg,
          mediaType: 'message',
          messageType: 'webmessaging',
          segments: [
            { segmentStart: iso(minutesAgo(38)), segmentEnd: iso(minutesAgo(37)), segmentType: 'alert', queueId: ids.queue },
            { segmentStart: iso(minutesAgo(37)), segmentType: 'interact', queueId: ids.queue }
          ]
        }
      ]
    }
  ]
} as const
