import * as vscode from 'vscode'
import { legBrief } from '../../../diagnosis/evidence'
import { customerName, legsOf, messengerTypeOf, queueOf } from '../../../model/conversation'
import { formatInstant, type Instant } from '../../../model/instant'
import type { StateKind } from '../../../model/state'
import { summaryOf } from '../../../model/stateSummary'
import { timelineOf } from '../../../model/timeline'
import { channelLabel } from '../../../platform/channels'
import type { ConversationView, Tone } from '../../../webview/protocol'
import { stateText } from '../../words'
import type { ShownConversation } from '../panelState'

const tones: Readonly<Record<StateKind, Tone>> = {
  connected: 'good',
  alerting: 'caution',
  parked: 'caution',
  queued: 'caution',
  automated: 'caution',
  wrapUpPending: 'plain',
  endedWindowOpen: 'caution',
  endedWindowOver: 'plain',
  ended: 'plain',
  unknown: 'caution'
}

const endText = (state: ShownConversation['state']): string => {
  switch (state.kind) {
    case 'endedWindowOpen':
      return vscode.l10n.t('It ended at {0}. The reply window is open until {1}.', formatInstant(state.endedAt), formatInstant(state.until))
    case 'endedWindowOver':
      return vscode.l10n.t('It ended at {0}. The reply window was over at {1}.', formatInstant(state.endedAt), formatInstant(state.since))
    case 'unknown':
      return state.why
    default:
      return ''
  }
}

export const conversationView = (
  { ref, conversation: { value: conversation }, state }: ShownConversation,
  now: Instant
): ConversationView => {
  const queue = queueOf(conversation)?.name
  return {
    title: customerName(conversation) ?? vscode.l10n.t('Conversation'),
    connectionId: ref.connectionId,
    id: conversation.id,
    channel: channelLabel(messengerTypeOf(conversation)),
    state: { text: stateText(summaryOf(state), now), tone: tones[state.kind] },
    details: [...(queue === undefined ? [] : [queue]), vscode.l10n.t('read live at {0}', formatInstant(conversation.readAt))],
    timeline: timelineOf(conversation, state, now),
    timelineText: [...legsOf(conversation).map(legBrief), endText(state)].filter((sentence) => sentence !== '').join(' ')
  }
}
