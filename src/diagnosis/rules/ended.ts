import { messengerTypeOf } from '../../model/conversation'
import type { ConversationState } from '../../model/state'
import { channelLabel, findChannel } from '../../platform/channels'
import { agentlessPath, outboundPath } from '../../platform/messagingOperations'
import { sources } from '../../platform/sources'
import type { Attempt } from '../attempt'
import { endBrief, endEvidence } from '../evidence'
import { fails, type Observation, type Rule } from '../rule'
import { targetOf } from './sendInto'

const isEnded = ({ kind }: ConversationState): boolean =>
  kind === 'endedWindowOpen' || kind === 'endedWindowOver' || kind === 'ended' || kind === 'wrapUpPending'

const cause =
  'No communication is connected any more, and a message can only be sent on a connected one. Nothing re-opens a conversation. Which error the platform answers here is not documented.'

/** What there is to say of an ended conversation, where `remedyFor` has a remedy for its channel. */
const ended = (attempt: Attempt, remedyFor: (messengerType: string | undefined) => string | undefined): Observation | undefined => {
  const target = targetOf(attempt)
  if (!target || !isEnded(target.state)) return undefined
  const { conversation } = target
  const remedy = remedyFor(messengerTypeOf(conversation.value))
  return remedy === undefined ? undefined : { ...fails(cause, remedy, endEvidence(conversation)), brief: endBrief(conversation.value) }
}

const webMessaging: Rule = {
  id: 'ended.webmessaging',
  phase: 'preflight',
  title: 'The web messaging conversation has ended',
  confidence: 'documented',
  sources: [sources.models, sources.openapi, sources.agentlessGuide],
  look: (attempt) =>
    ended(attempt, (messengerType) =>
      messengerType === 'webmessaging'
        ? `Send POST ${agentlessPath} with a client credential: “toAddressMessengerType” webmessaging, “fromAddress” the deployment’s id, “externalContactId” the customer’s external contact, and no “toAddress”.`
        : undefined
    )
}

const agentlessCapable: Rule = {
  id: 'ended.agentless-capable',
  phase: 'preflight',
  title: 'The conversation has ended',
  confidence: 'documented',
  sources: [sources.models, sources.openapi, sources.agentlessGuide],
  look: (attempt) =>
    ended(attempt, (messengerType) => {
      const channel = messengerType === undefined ? undefined : findChannel(messengerType)
      if (!channel?.agentless || messengerType === 'webmessaging') return undefined
      const owned = channel.outbound
        ? ` For an agent to own it: POST ${outboundPath}, with “useExistingConversation” while the reply window is open.`
        : ''
      return `Send POST ${agentlessPath} with a client credential.${owned}`
    })
}

const noOutbound: Rule = {
  id: 'ended.no-outbound-channel',
  phase: 'preflight',
  title: 'The conversation has ended, and its channel has no send of the platform’s own',
  confidence: 'documented',
  sources: [sources.models, sources.openapi],
  look: (attempt) =>
    ended(attempt, (messengerType) => {
      const channel = messengerType === undefined ? undefined : findChannel(messengerType)
      if (channel?.agentless === true) return undefined
      return `Wait for the customer’s next message, or use another channel: neither agentless nor POST ${outboundPath} takes ${channelLabel(messengerType)}.`
    })
}

export const endedRules: readonly Rule[] = [webMessaging, agentlessCapable, noOutbound]
