import { sources } from '../../platform/sources'
import { answers } from './answer/answerRule'
import { answerEvidence } from '../evidence'
import { fails, warns, type Rule } from '../rule'
import { strayFieldCodes, strayFieldOf } from '../strayField'

const multiple: Rule = {
  id: 'body.multiple',
  about: 'A request may carry one of text, media and template. Send them one after another.',
  phase: 'preflight',
  title: 'More than one kind of message in one request',
  refusedWith: 'not-documented',
  confidence: 'documented',
  sources: [sources.openapi],
  look: ({ send }) => {
    if (send?.kind !== 'agentMessage' || !send.body) return undefined
    const kinds = [
      (send.body.text ?? '') !== '' && 'textBody',
      send.body.hasMedia && 'mediaIds',
      send.body.template !== undefined && 'messagingTemplate'
    ].filter((kind) => kind !== false)
    return kinds.length > 1
      ? fails(
          `The body has ${kinds.map((kind) => `“${kind}”`).join(', ')}, and a request may have one of them.`,
          'Send them one after another.'
        )
      : undefined
  }
}

const swappedFlag: Rule = {
  id: 'flag.swapped',
  about: 'Agentless and outbound have different flags for a conversation that is there. Use the operation’s own.',
  phase: 'preflight',
  title: 'The flag has the name of the other operation’s',
  confidence: 'documented',
  sources: [sources.models, sources.sdk],
  look: ({ send }) => {
    const fields = send?.body?.fields ?? []
    for (const field of fields) {
      const stray = strayFieldOf(field, send)
      if (stray.kind === 'swappedFlag')
        return {
          ...warns(
            `“${field}” is the flag of the other operation. Whether it is passed over or refused here is not documented; it is not applied.`,
            `Rename it to “${stray.right}”.`,
            [{ text: `Fields of the body: ${fields.join(', ')}.` }]
          ),
          refusedWith: strayFieldCodes
        }
    }
    return undefined
  }
}

const noTime: Rule = {
  id: 'agentless.no-time',
  about: 'An agentless message is sent now: no field sets a time. Send it when you want it sent.',
  phase: 'preflight',
  title: 'An agentless message cannot have a time of its own',
  confidence: 'documented',
  sources: [sources.models],
  look: ({ send }) => {
    const fields = send?.body?.fields ?? []
    const time = fields.find((field) => strayFieldOf(field, send).kind === 'time')
    return time === undefined
      ? undefined
      : {
          ...warns(`“${time}” is in no agentless request: the message is sent now.`, 'Leave it out, and send at the time that you want.', [
            { text: `Fields of the body: ${fields.join(', ')}.` }
          ]),
          refusedWith: strayFieldCodes
        }
  }
}

const refusedChannelCodes = ['invalid.value', 'invalid.property'] as const

/** The value and the field that are new. The same codes answer to anything else that is wrong in a body. */
const namesTheNew = /\bwebmessaging\b|messengerType|externalContactId/i

const outdatedSdk: Rule = {
  id: 'sdk.outdated',
  about: 'Older SDKs, or an organisation without the feature, do not know web messaging for agentless. Upgrade, or call over HTTP.',
  phase: 'response',
  title: 'The SDK, or the platform, does not know web messaging for agentless yet',
  refusedWith: refusedChannelCodes,
  confidence: 'code',
  sources: [sources.models, sources.sdk],
  look: (attempt) => {
    const { send, exchange } = attempt
    const message = exchange.response?.error?.message ?? ''
    const isRefusedChannel =
      send?.kind === 'agentless' &&
      send.messengerType === 'webmessaging' &&
      answers(attempt, { codes: refusedChannelCodes }) &&
      namesTheNew.test(message)
    if (!/OutdatedSdkVersion/i.test(message) && !isRefusedChannel) return undefined
    return fails(
      'Agentless web messaging came in June 2026, and the field “externalContactId” between August and September 2026: older SDKs have neither, and show an enum value as “OutdatedSdkVersion”.',
      'Use JavaScript SDK 262 or .NET SDK 270 (or newer), or call the operation over HTTP. If HTTP is refused as well, the organisation may not have it yet: that is not documented.',
      answerEvidence(attempt)
    )
  }
}

export const bodyRules: readonly Rule[] = [multiple, swappedFlag, noTime, outdatedSdk]
