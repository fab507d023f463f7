import * as z from 'zod/mini'
import type { Conversation } from '../conversations/conversation'
import { exchangeText } from './exchangeText'
import { guestWritesAfterTheEnd } from './guestTrial'
import { agentlessRequest, agentSendRequest, assignRequest, disconnectRequest, type TrialRequest } from './requests'
import type { Trial } from './trial'

/** Where and as whom a trial is carried out. */
export interface TrialGround {
  readonly url: string
  readonly guestUrl: string
  readonly userToken: string
  /** The user whose token that is. */
  readonly userId: string
  readonly clientId: string
  readonly clientSecret: string
  /** The conversation with this name. */
  readonly conversation: (name: string) => Conversation
  /** The token of the guest’s session in the conversation with this name. */
  readonly guestToken: (name: string) => string
}

const issued = z.object({ access_token: z.string() })

const clientToken = async ({ url, clientId, clientSecret }: TrialGround): Promise<string> => {
  const response = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded'
    },
    body: 'grant_type=client_credentials'
  })
  return issued.parse(await response.json()).access_token
}

const ask = (url: string, { method, path, body }: TrialRequest, token: string): Promise<Response> =>
  fetch(`${url}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body)
  })

/**
 * Does what a trial says, over HTTP and websockets like any other program.
 * @returns what was sent and what came back, without a token
 */
export const carryOut = async (trial: Trial, ground: TrialGround): Promise<string> => {
  const { url, guestUrl, userToken } = ground
  const conversation = ground.conversation(trial.conversation)
  const told = async (request: TrialRequest, token: string): Promise<string> => {
    const response = await ask(url, request, token)
    return exchangeText(url, request, response, await response.text())
  }
  switch (trial.kind) {
    case 'agentSend':
      return told(agentSendRequest(conversation), userToken)
    case 'agentlessSend':
      return told(agentlessRequest(conversation), trial.as === 'user' ? userToken : await clientToken(ground))
    case 'assignToUser':
      return told(assignRequest(conversation, ground.userId), userToken)
    case 'guestWritesAfterTheEnd':
      return guestWritesAfterTheEnd({
        guestUrl,
        deploymentId: conversation.businessAddress,
        token: ground.guestToken(trial.conversation),
        endConversation: () => ask(url, disconnectRequest(conversation), userToken)
      })
  }
}
