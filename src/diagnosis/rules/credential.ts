import { agentlessPath, agentMessagePath, findMessagingOperation, outboundPath } from '../../platform/messagingOperations'
import { sources } from '../../platform/sources'
import { answerEvidence } from '../evidence'
import { cannotTell, fails, undocumented, type Rule } from '../rule'
import { answers } from './answer/answerRule'

const useClient = 'Send it with a client credential (OAuth client credentials grant) whose role has conversation:message:create.'
const useMember = 'Send it with the token of a user who is a member of the queue (authorization code with PKCE).'
const useUser = 'Send it with the token of the user whose communication is connected (authorization code with PKCE).'
const useAgent = 'Send it with the token of the user who is, or is to be, the agent (authorization code with PKCE).'

const notAClient = ['not.a.client'] as const
const notAUser = ['not.a.user'] as const

const absent: Rule = {
  id: 'credential.absent',
  about: 'The operation takes a kind of credential that the connection does not have. Add one.',
  phase: 'preflight',
  title: 'The credential that this needs is not at hand',
  confidence: 'documented',
  sources: [sources.openapi, sources.agentlessGuide],
  look: ({ operation, credential, change }) => {
    if (!operation || !credential.known || credential.value !== 'none') return undefined
    const needed = findMessagingOperation(operation.method, operation.path)?.credential
    return needed === 'client'
      ? fails('It takes a client credential, and this connection has none.', `Add an OAuth client to the connection. ${useClient}`)
      : fails(
          'It takes a user credential, and this connection has none.',
          `Add a user to the connection. ${operation.path === outboundPath ? useMember : change ? useAgent : useUser}`
        )
  }
}

const userOnAgentless: Rule = {
  id: 'token.user-on-agentless',
  about: 'Agentless takes a client’s token only: 400 “not.a.client”. Send it with client credentials.',
  phase: 'response',
  title: 'A user’s token on agentless',
  refusedWith: notAClient,
  confidence: 'documented',
  sources: [sources.openapi, sources.agentlessGuide],
  look: (attempt) =>
    answers(attempt, { codes: notAClient })
      ? fails('The operation takes a client’s token only, and a user’s token was sent.', useClient, answerEvidence(attempt))
      : undefined,
  foresee: ({ send, credential }) => {
    if (send?.kind !== 'agentless') return undefined
    if (!credential.known) return cannotTell('which kind of token it is sent with', credential, useClient)
    return credential.value === 'user'
      ? fails(`POST ${agentlessPath} takes a client’s token only: with a user’s token the answer is 400 “not.a.client”.`, useClient)
      : undefined
  }
}

const clientOnAgentSend: Rule = {
  id: 'token.client-on-agent-send',
  about: 'The agent’s send needs a user. Send it with that user’s token.',
  phase: 'preflight',
  title: 'A client’s token on the agent’s send',
  refusedWith: 'not-documented',
  confidence: 'documented',
  sources: [sources.agentlessGuide],
  look: ({ send, credential }) => {
    if (send?.kind !== 'agentMessage') return undefined
    if (!credential.known) return cannotTell('which kind of token it is sent with', credential, useUser)
    return credential.value === 'client'
      ? fails(`POST ${agentMessagePath} needs a user context. With which code a client’s token is refused is not documented.`, useUser)
      : undefined
  }
}

const clientOnUserOperation: Rule = {
  id: 'token.client-on-user-op',
  about: 'The operation takes a user’s token only: 400 “not.a.user”. Send it with one.',
  phase: 'response',
  title: 'A client’s token where a user’s is needed',
  refusedWith: notAUser,
  confidence: 'documented',
  sources: [sources.openapi],
  look: (attempt) =>
    answers(attempt, { codes: notAUser })
      ? fails('The operation takes a user’s token only, and a client’s token was sent.', useUser, answerEvidence(attempt))
      : undefined,
  foresee: ({ operation, credential }) => {
    const need = operation && findMessagingOperation(operation.method, operation.path)?.credential
    return need === 'user' && credential.known && credential.value === 'client' && operation?.path !== agentMessagePath
      ? {
          ...undocumented(
            'The operation is made for a user: it needs one who is in the queue, or in the conversation. With which answer a client’s token is refused is not documented.',
            operation?.path === outboundPath ? useMember : useUser
          ),
          refusedWith: 'not-documented'
        }
      : undefined
  }
}

export const credentialRules: readonly Rule[] = [absent, userOnAgentless, clientOnAgentSend, clientOnUserOperation]
