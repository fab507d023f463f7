import { messengerTypeOf } from '../../model/conversation'
import { agentlessChannels, channelLabel, findChannel, outboundChannels } from '../../platform/channels'
import { agentlessPath, outboundPath } from '../../platform/messagingOperations'
import { sources } from '../../platform/sources'
import type { Attempt } from '../attempt'
import type { Send } from '../send'
import { cannotTell, fails, warns, type Rule } from '../rule'

const beforeSending = ({ send, exchange }: Attempt): Send | undefined => (exchange.response ? undefined : send)

/** The channel that a send goes out on, as the request or the conversation says. */
const channelOf = ({ situation }: Attempt, send: Send): string | undefined =>
  send.kind === 'agentMessage'
    ? situation.conversation.known
      ? messengerTypeOf(situation.conversation.value)
      : undefined
    : send.messengerType

const quoted = (list: readonly string[]): string => list.map((item) => `“${item}”`).join(', ')

const messengerType: Rule = {
  id: 'channel.not-accepted',
  phase: 'preflight',
  title: 'The operation does not take this channel',
  confidence: 'documented',
  sources: [sources.models, sources.openapi],
  look: (attempt) => {
    const send = beforeSending(attempt)
    if (!send || send.kind === 'agentMessage') return undefined
    const accepted = send.kind === 'agentless' ? agentlessChannels : outboundChannels
    const path = send.kind === 'agentless' ? agentlessPath : outboundPath
    if (send.messengerType === undefined)
      return fails('“toAddressMessengerType” is missing, and it is required.', `Set it to one of ${quoted(accepted)}.`)
    if (accepted.includes(send.messengerType)) return undefined
    return fails(
      `POST ${path} takes ${quoted(accepted)}. It does not take ${channelLabel(send.messengerType)}.`,
      send.kind === 'outbound' && agentlessChannels.includes(send.messengerType)
        ? `Use POST ${agentlessPath}.`
        : 'Use another channel, or wait for the customer’s next message.'
    )
  }
}

const text: Rule = {
  id: 'text.empty',
  phase: 'preflight',
  title: 'There is nothing to send',
  confidence: 'documented',
  sources: [sources.openapi],
  look: (attempt) => {
    const send = beforeSending(attempt)
    if (!send || send.kind === 'outbound') return undefined
    const { body } = send
    if (!body || (body.text ?? '').trim() !== '' || body.hasTemplate || body.hasMedia)
      return body ? undefined : fails('The request has no body.', 'Add a body with “textBody”.')
    return fails('“textBody” is empty, and there is no template or media either.', 'Write a text.')
  }
}

const tooLong: Rule = {
  id: 'text.too-long',
  phase: 'response',
  title: 'The text is too long',
  confidence: 'documented',
  sources: [sources.openapi, sources.models],
  look: (attempt) => {
    const code = attempt.exchange.response?.error?.code
    if (code === 'max.length.exceeded' || code === 'invalid.webmessaging.text.body')
      return fails('The text is empty or longer than the channel takes.', 'Shorten it: SMS 765 characters, web messaging under 4,000.')
    const send = beforeSending(attempt)
    const length = send?.body?.text?.length
    if (!send || length === undefined) return undefined
    const messengerTypeOfSend = channelOf(attempt, send)
    const channel = messengerTypeOfSend === undefined ? undefined : findChannel(messengerTypeOfSend)
    if (!channel)
      return length > 765
        ? warns(
            `The text has ${length} characters, and the channel’s limit is not known here.`,
            'Keep it short, or look up the channel’s limit.'
          )
        : undefined
    const evidence = [{ text: `The text has ${length} characters.` }]
    if (length > channel.textLimit)
      return fails(`${channelLabel(channel.messengerType)} takes at most ${channel.textLimit} characters.`, 'Shorten the text.', evidence)
    return channel.textCaution !== undefined && length > channel.textCaution
      ? warns(
          `The documentation disagrees with itself: the field’s text says ${channel.textCaution} characters, the limits say up to ${channel.textLimit}.`,
          `Stay under ${channel.textCaution} to be safe.`,
          evidence
        )
      : undefined
  }
}

const multiple: Rule = {
  id: 'body.multiple',
  phase: 'preflight',
  title: 'More than one kind of message in one request',
  confidence: 'documented',
  sources: [sources.openapi],
  look: (attempt) => {
    const send = beforeSending(attempt)
    if (send?.kind !== 'agentMessage' || !send.body) return undefined
    const kinds = [
      (send.body.text ?? '') !== '' && 'textBody',
      send.body.hasMedia && 'mediaIds',
      send.body.hasTemplate && 'messagingTemplate'
    ].filter((kind) => kind !== false)
    return kinds.length > 1
      ? fails(`The body has ${quoted(kinds)}, and a request may have one of them.`, 'Send them one after another.')
      : undefined
  }
}

const webMessagingAddress: Rule = {
  id: 'webmessaging.toaddress',
  phase: 'preflight',
  title: 'Web messaging has no “toAddress”',
  confidence: 'documented',
  sources: [sources.models],
  look: (attempt) => {
    const send = beforeSending(attempt)
    return send?.kind === 'agentless' && send.messengerType === 'webmessaging' && send.body?.fields.includes('toAddress') === true
      ? fails('For web messaging “toAddress” cannot be used.', 'Remove it, and name the guest by “externalContactId”.')
      : undefined
  }
}

const webMessagingContact: Rule = {
  id: 'webmessaging.contact-missing',
  phase: 'preflight',
  title: 'The guest’s external contact is missing',
  confidence: 'documented',
  sources: [sources.models],
  look: (attempt) => {
    const send = beforeSending(attempt)
    return send?.kind === 'agentless' && send.messengerType === 'webmessaging' && send.externalContactId === undefined
      ? fails(
          'Agentless web messaging reaches a guest by “externalContactId”, and there is none.',
          'Use the external contact of the conversation’s customer participant. An anonymous guest has one only when the deployment resolves identities.'
        )
      : undefined
  }
}

const deployment: Rule = {
  id: 'webmessaging.deployment',
  phase: 'preflight',
  title: 'The deployment cannot send',
  confidence: 'inferred',
  sources: [sources.models, sources.openapi],
  look: (attempt) => {
    const send = beforeSending(attempt)
    if (send?.kind !== 'agentless' || send.messengerType !== 'webmessaging') return undefined
    if (send.fromAddress === undefined)
      return fails(
        '“fromAddress” is missing. For web messaging it is the id of the deployment.',
        'Choose the deployment.',
        [],
        'documented'
      )
    const { deployments } = attempt.situation
    const settle = 'Read GET /api/v2/webdeployments/deployments.'
    if (!deployments.known) return cannotTell('whether “fromAddress” is an active deployment', deployments, settle)
    const found = deployments.value.find(({ id }) => id === send.fromAddress)
    if (!found)
      return fails(
        `“fromAddress” is ${send.fromAddress}, and the organisation has no deployment with this id.`,
        `Choose one of its deployments. ${settle}`
      )
    return found.status === 'Active'
      ? undefined
      : fails(`The deployment “${found.name}” has the status ${found.status}.`, 'Choose an active one, or publish this one.', [
          { text: `status ${found.status}`, from: deployments.from.source }
        ])
  }
}

export const bodyRules: readonly Rule[] = [messengerType, text, tooLong, multiple, webMessagingAddress, webMessagingContact, deployment]
