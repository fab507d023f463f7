import { fitsPattern } from './pathPattern'
import { sources, type Source } from './sources'

/** Paths whose name makes people expect something else of them. */
export interface NameTrap {
  /** API paths; `/**` at the end stands for all that is below. */
  readonly patterns: readonly string[]
  /** What it is, and what it is not, in a sentence. */
  readonly is: string
  readonly sources: readonly Source[]
}

export const nameTraps: readonly NameTrap[] = [
  {
    patterns: ['/api/v2/chats/**'],
    is: 'It is the chat between the organisation’s own users, and no customer is in it.',
    sources: [sources.openapi]
  },
  {
    patterns: [
      '/api/v2/conversations/{conversationId}/communications/{communicationId}/internalmessages/**',
      '/api/v2/conversations/{conversationId}/participants/{participantId}/internalmessages/**',
      '/api/v2/conversations/internalmessages/**'
    ],
    is: 'Internal messages go from agent to agent beside a conversation; the customer never gets them.',
    sources: [sources.openapi]
  },
  {
    patterns: ['/api/v2/conversations/messaging/**', '/api/v2/messaging/**'],
    is: 'It is configuration only (integrations, settings, supported content, threading timeline, identity resolution); no message is sent or read under it.',
    sources: [sources.sdk, sources.openapi]
  },
  {
    patterns: ['/api/v2/conversations/calls/{conversationId}/participants/**'],
    is: 'It takes telephone calls only: participants can be added to a call, and to no message conversation.',
    sources: [sources.sdk, sources.openapi]
  },
  {
    patterns: ['/api/v2/conversations/{conversationId}/barge'],
    is: 'It takes telephone calls only: nobody can barge into a message conversation.',
    sources: [sources.openapi]
  },
  {
    patterns: ['/api/v2/conversations/emails/{conversationId}/reconnect'],
    is: 'It takes e-mail conversations only: nothing re-connects a message conversation.',
    sources: [sources.openapi]
  },
  {
    patterns: ['/api/v2/conversations/messages/inbound/open', '/api/v2/conversations/messages/{integrationId}/inbound/open/**'],
    is: 'It brings what a customer says into the platform; the customer never gets it.',
    sources: [sources.openapi]
  },
  {
    patterns: ['/api/v2/webmessaging/messages'],
    is: 'It reads the history of a guest’s own session, with the guest’s JWT; nothing is sent with it.',
    sources: [sources.openapi]
  },
  {
    patterns: ['/api/v2/webmessaging/deployments/{deploymentId}/pushdevices/{tokenId}'],
    is: 'It registers a telephone for push notifications; it sends none.',
    sources: [sources.openapi]
  }
]

/** The trap that a path is, or lies in. */
export const findNameTrap = (apiPath: string): NameTrap | undefined =>
  nameTraps.find(({ patterns }) => patterns.some((pattern) => fitsPattern(pattern, apiPath)))
