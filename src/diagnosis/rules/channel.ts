import { messengerTypeOf } from '../../model/conversation'
import { agentlessChannels, channelLabel, findChannel, outboundChannels } from '../../platform/channels'
import { agentlessPath, outboundPath } from '../../platform/messagingOperations'
import { sources } from '../../platform/sources'
import { fails, notes, undocumented, type Rule } from '../rule'
import { strayFieldOf } from '../strayField'

const quoted = (list: readonly string[]): string => list.map((item) => `“${item}”`).join(', ')

const notAccepted: Rule = {
  id: 'channel.not-accepted',
  about: '“toAddressMessengerType” lists other channels for this operation. Use the operation that takes the channel.',
  phase: 'preflight',
  title: 'The operation does not take this channel',
  refusedWith: ['invalid.value'],
  confidence: 'documented',
  sources: [sources.models, sources.openapi],
  look: ({ send }) => {
    if (!send || send.kind === 'agentMessage') return undefined
    const accepted = send.kind === 'agentless' ? agentlessChannels : outboundChannels
    const path = send.kind === 'agentless' ? agentlessPath : outboundPath
    if (send.messengerType === undefined)
      return {
        ...fails('“toAddressMessengerType” is missing, and it is required.', `Set it to one of ${quoted(accepted)}.`),
        refusedWith: 'not-documented'
      }
    if (accepted.includes(send.messengerType)) return undefined
    const takes = `POST ${path} takes ${quoted(accepted)}. It does not take ${channelLabel(send.messengerType)}`
    return {
      ...fails(
        `${takes}: the answer is 400 “invalid.value”.`,
        send.kind === 'outbound' && agentlessChannels.includes(send.messengerType)
          ? `Use POST ${agentlessPath}.`
          : 'Use another channel, or wait for the customer’s next message.'
      ),
      brief: `${takes}.`
    }
  }
}

const agentSendUndocumented: Rule = {
  id: 'channel.undocumented',
  about: 'The channel is named in lists only; that an agent’s message can be sent on it is not documented.',
  phase: 'preflight',
  title: 'The agent’s send is not documented for this channel',
  refusedWith: 'not-documented',
  confidence: 'not-documented',
  sources: [sources.models, sources.openapi],
  look: ({ send, situation: { conversation } }) => {
    if (send?.kind !== 'agentMessage' || !conversation.known) return undefined
    const messengerType = messengerTypeOf(conversation.value)
    if (messengerType === undefined || findChannel(messengerType)?.agentSend === true) return undefined
    return undocumented(
      `${channelLabel(messengerType)} is named in lists of channels, but no documentation says that an agent’s message can be sent on it.`,
      'Send one to yourself first: what the organisation answers settles it.'
    )
  }
}

const appleText: Rule = {
  id: 'apple.text',
  about: 'Agentless Apple Messages is documented for invitations; whether it takes a text is not.',
  phase: 'preflight',
  title: 'Agentless Apple Messages is documented for invitations only',
  refusedWith: 'not-documented',
  confidence: 'not-documented',
  sources: [sources.models],
  look: ({ send }) =>
    send?.kind === 'agentless' && send.messengerType === 'apple' && send.body?.template === undefined
      ? undocumented(
          'Since July 2026 agentless takes Apple Messages, with a response of the type AppleInvitation. Whether it takes a text is not documented.',
          'Send an invitation: “messagingTemplate” with the “responseId” of an AppleInvitation response.'
        )
      : undefined
}

const agentlessMedia: Rule = {
  id: 'open.agentless-media',
  about: 'Agentless carries a text or a template. Media must come from an agent.',
  phase: 'preflight',
  title: 'Agentless sends no media',
  refusedWith: 'not-documented',
  confidence: 'documented',
  sources: [sources.openMessaging, sources.models],
  look: ({ send }) =>
    send?.body?.fields.some((field) => strayFieldOf(field, send).kind === 'media') === true
      ? fails(
          'Agentless messages carry a text or a template. Media must come from an agent.',
          'Send the medium as the agent who is connected, or put a link into the text.'
        )
      : undefined
}

const noDisconnectEvent: Rule = {
  id: 'open.no-disconnect-event',
  about: 'An open messaging webhook gets no event when a conversation is disconnected. Subscribe to notifications.',
  phase: 'preflight',
  title: 'An open messaging webhook hears nothing of a disconnect',
  confidence: 'documented',
  sources: [sources.noDisconnectEvent],
  look: ({ operation, exchange: { request }, situation: { conversation } }) => {
    const disconnects =
      operation?.method === 'PATCH' &&
      operation.path.startsWith('/api/v2/conversations/messages/') &&
      /"?disconnected"?/.test(JSON.stringify(request?.body ?? ''))
    return disconnects && conversation.known && messengerTypeOf(conversation.value) === 'open'
      ? notes(
          'When an agent or this request disconnects an open messaging conversation, the integration’s webhook gets no event.',
          'Subscribe to the notification topic v2.users.{id}.conversations.messages, or to the queue’s, to learn of it.'
        )
      : undefined
  }
}

export const channelRules: readonly Rule[] = [notAccepted, agentSendUndocumented, appleText, agentlessMedia, noDisconnectEvent]
