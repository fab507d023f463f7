import { channelLabel, findChannel } from '../../platform/channels'
import { sources } from '../../platform/sources'
import { fails, undocumented, type Rule } from '../rule'
import { templateChannel } from './templateChannel'

const responseMissing: Rule = {
  id: 'template.response-missing',
  about: 'A template is a canned response of the organisation. Name it in “responseId”.',
  phase: 'preflight',
  title: 'The template names no response',
  refusedWith: 'not-documented',
  // The model does not mark “responseId” as required, and has no other field that names what is sent.
  confidence: 'inferred',
  sources: [sources.openapi],
  look: ({ send }) => {
    const template = send?.body?.template
    return template !== undefined && template.responseId === undefined
      ? fails(
          '“messagingTemplate” has no “responseId”, and nothing else in it names what is sent.',
          'Choose a template: a canned response of the organisation, by its id.'
        )
      : undefined
  }
}

const channel: Rule = {
  id: 'template.channel',
  about: 'Templates are documented for WhatsApp, and for agentless as Apple invitations. Elsewhere send a text.',
  phase: 'preflight',
  title: 'A template is not documented for this channel',
  refusedWith: 'not-documented',
  confidence: 'not-documented',
  sources: [sources.openapi, sources.models],
  look: (attempt) => {
    const messengerType = templateChannel(attempt)
    const { send } = attempt
    if (send === undefined || messengerType === undefined) return undefined
    const found = findChannel(messengerType)
    if (send.kind === 'agentMessage' ? found?.agentTemplate === true : found?.agentlessTemplate !== undefined) return undefined
    return undocumented(
      `“messagingTemplate” is documented for WhatsApp${send.kind === 'agentMessage' ? ' and forms' : ', and for invitations to Apple Messages'}. Whether ${channelLabel(messengerType)} takes one is not documented.`,
      'Send its words as a text. What the organisation answers to a template settles it.'
    )
  }
}

export const templateRules: readonly Rule[] = [responseMissing, channel]
