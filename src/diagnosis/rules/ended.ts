import { disconnects, messengerTypeOf } from '../../model/conversation'
import type { ConversationState } from '../../model/state'
import { channelLabel, findChannel } from '../../platform/channels'
import { agentlessPath, outboundPath } from '../../platform/messagingOperations'
import { sources } from '../../platform/sources'
import type { Attempt } from '../attempt'
import { endBrief, endEvidence, legEvidence } from '../evidence'
import { fails, notes, type Observation, type Rule } from '../rule'
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
  about: 'An agent’s message needs a connected communication, and there is none any more. Send agentless web messaging.',
  phase: 'preflight',
  title: 'The web messaging conversation has ended',
  refusedWith: 'not-documented',
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
  about:
    'An agent’s message needs a connected communication, and there is none any more. Send agentless, or open an outbound conversation.',
  phase: 'preflight',
  title: 'The conversation has ended',
  refusedWith: 'not-documented',
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
  about: 'The conversation has ended, and the platform has no send for its channel. Wait for the customer, or use another channel.',
  phase: 'preflight',
  title: 'The conversation has ended, and its channel has no send of the platform’s own',
  refusedWith: 'not-documented',
  confidence: 'documented',
  sources: [sources.models, sources.openapi],
  look: (attempt) =>
    ended(attempt, (messengerType) => {
      if (messengerType === undefined || findChannel(messengerType)?.agentless === true) return undefined
      return `Wait for the customer’s next message, or use another channel: neither agentless nor POST ${outboundPath} takes ${channelLabel(messengerType)}.`
    })
}

const channelUnknown: Rule = {
  id: 'ended.channel-unknown',
  about: 'The conversation has ended, and its record names no channel. Find it out first.',
  phase: 'preflight',
  title: 'The conversation has ended',
  refusedWith: 'not-documented',
  confidence: 'documented',
  sources: [sources.models],
  look: (attempt) =>
    ended(attempt, (messengerType) =>
      messengerType === undefined ? 'Find out the conversation’s channel first: no communication of the record names it.' : undefined
    )
}

const inactivity: Rule = {
  id: 'ended.inactivity',
  about: 'A communication was ended by an inactivity timer. Lengthen the timer if conversations end too early.',
  phase: 'preflight',
  title: 'An inactivity timer ended it',
  confidence: 'documented',
  sources: [sources.models],
  look: (attempt) => {
    const target = targetOf(attempt)
    if (!target || !isEnded(target.state)) return undefined
    const last = disconnects(target.conversation.value).findLast(({ leg }) => leg.disconnectType === 'inactivity')
    return last
      ? notes(
          'Nobody wrote for as long as the queue or the flow allows, and the platform disconnected the conversation.',
          'Lengthen the inactivity timeout of the queue or the flow if conversations end too early.',
          [legEvidence(last, target.conversation.from.source)]
        )
      : undefined
  }
}

export const endedRules: readonly Rule[] = [webMessaging, agentlessCapable, noOutbound, channelUnknown, inactivity]
