import { messengerTypeOf } from '../../model/conversation'
import { unknown } from '../../model/fact'
import { channelLabel, findChannel } from '../../platform/channels'
import { sources } from '../../platform/sources'
import type { Attempt } from '../attempt'
import { answerEvidence } from '../evidence'
import { cannotTell, fails, warns, type Rule } from '../rule'
import type { Send } from '../send'
import { answers } from './answer/answerRule'

/** The channel that a send goes out on, as the request or the conversation says. */
const channelOf = ({ situation: { conversation } }: Attempt, send: Send): string | undefined => {
  if (send.kind !== 'agentMessage') return send.messengerType
  return conversation.known ? messengerTypeOf(conversation.value) : undefined
}

const empty: Rule = {
  id: 'text.empty',
  about: 'The request has nothing to send. Write a text, or add a template or media.',
  phase: 'preflight',
  title: 'There is nothing to send',
  refusedWith: 'not-documented',
  confidence: 'documented',
  sources: [sources.openapi],
  look: ({ send }) => {
    if (!send || send.kind === 'outbound') return undefined
    const { body } = send
    if (!body) return fails('The request has no body.', 'Add a body with “textBody”.')
    if ((body.text ?? '').trim() !== '' || body.template !== undefined || body.hasMedia) return undefined
    // Its own rule names the code that web messaging has for it.
    return send.kind === 'agentless' && send.messengerType === 'webmessaging'
      ? undefined
      : fails('“textBody” is empty, and there is no template or media either.', 'Write a text.')
  }
}

const tooLongCodes = ['max.length.exceeded'] as const

/** Characters up to which every channel takes a text. */
const shortForAll = 765

const tooLong: Rule = {
  id: 'text.too-long',
  about: 'The text is longer than the channel takes: 400 “max.length.exceeded”. Shorten it.',
  phase: 'response',
  title: 'The text is too long',
  refusedWith: tooLongCodes,
  confidence: 'documented',
  sources: [sources.openapi, sources.models, sources.whatsAppWindow],
  look: (attempt) =>
    answers(attempt, { codes: tooLongCodes })
      ? fails(
          'The text, or another field, is longer than the channel takes.',
          'Shorten it. SMS takes 765 characters, Instagram 1,000, Facebook and Apple 2,000, web messaging 3,999, WhatsApp and open messaging 4,000.',
          answerEvidence(attempt)
        )
      : undefined,
  foresee: (attempt) => {
    const { send } = attempt
    const length = send?.body?.text?.length
    if (!send || length === undefined) return undefined
    const messengerType = channelOf(attempt, send)
    const channel = messengerType === undefined ? undefined : findChannel(messengerType)
    const evidence = [{ text: `The text has ${length} characters.` }]
    if (!channel)
      return length > shortForAll
        ? cannotTell(
            'whether the channel takes a text of this length',
            unknown(`The text has ${length} characters, and the channel’s limit is not known here.`),
            'Keep it under 766 characters, or look up the channel’s limit.'
          )
        : undefined
    if (length > channel.textLimit && messengerType === 'webmessaging' && send.kind === 'agentless') return undefined
    if (length > channel.textLimit)
      return fails(
        `${channelLabel(messengerType)} takes at most ${channel.textLimit} characters: the answer is 400 “max.length.exceeded”.`,
        'Shorten the text.',
        evidence
      )
    return channel.textCaution !== undefined && length > channel.textCaution
      ? warns(
          `The documentation disagrees with itself: the field’s text says ${channel.textCaution} characters, the limits say up to ${channel.textLimit}.`,
          `Stay under ${channel.textCaution} to be safe.`,
          evidence
        )
      : undefined
  }
}

const webMessagingCodes = ['invalid.webmessaging.text.body'] as const
const oneTo3999 = 'Send a “textBody” of 1 to 3,999 characters that is not only white space.'

const webMessaging: Rule = {
  id: 'text.webmessaging',
  about: 'Agentless web messaging takes 1 to 3,999 characters: 400 “invalid.webmessaging.text.body”.',
  phase: 'response',
  title: 'Agentless web messaging needs 1 to 3,999 characters',
  refusedWith: webMessagingCodes,
  confidence: 'documented',
  sources: [sources.openapi],
  look: (attempt) =>
    answers(attempt, { codes: webMessagingCodes })
      ? fails('The text is empty, or has 4,000 characters or more.', oneTo3999, answerEvidence(attempt))
      : undefined,
  foresee: ({ send }) => {
    if (send?.kind !== 'agentless' || send.messengerType !== 'webmessaging' || !send.body) return undefined
    const { length } = send.body.text ?? ''
    return (send.body.text ?? '').trim() === '' || length > 3999
      ? fails('Agentless web messaging takes 1 to 3,999 characters: the answer is 400 “invalid.webmessaging.text.body”.', oneTo3999, [
          { text: `The text has ${length} characters.` }
        ])
      : undefined
  }
}

export const textRules: readonly Rule[] = [empty, tooLong, webMessaging]
