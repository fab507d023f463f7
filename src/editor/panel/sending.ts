import * as vscode from 'vscode'
import { isSending, type SendingRoute } from '../../followUp/route'
import { customerName, messengerTypeOf } from '../../model/conversation'
import { channelLabel } from '../../platform/channels'
import type { OpenConnection } from '../../store/connections'
import type { Sends } from '../../store/sends'
import { withLocalTimes } from '../times'
import { confirmSend } from './confirmation'
import type { PanelContents } from './contents'
import { chosenRoute, type ShownConversation } from './panelState'

const confirm = ({ conversation }: ShownConversation, route: SendingRoute, open: OpenConnection): Promise<boolean> => {
  const name = customerName(conversation.value) ?? conversation.value.id
  const opens = route.id === 'outbound'
  const detail = [
    `${route.title}, ${channelLabel(messengerTypeOf(conversation.value))}`,
    ...(route.verdict === 'cannot-tell' ? [vscode.l10n.t('It is not known whether this works: {0}', route.reason)] : [])
  ]
  return confirmSend(
    {
      question: opens
        ? vscode.l10n.t('Open a conversation with {0} on {1}?', name, open.name)
        : vscode.l10n.t('Send to {0} on {1}?', name, open.name),
      detail: withLocalTimes(detail.join('\n'), open.connection.now()),
      act: opens ? vscode.l10n.t('Open Conversation') : vscode.l10n.t('Send')
    },
    open
  )
}

/**
 * Sends the draft by the chosen route: after a confirmation, and only when the conversation, read again, still permits it.
 * @param onSending - called when it leaves
 */
export const sendDraft = async (contents: PanelContents, sends: Sends, onSending: () => void): Promise<void> => {
  const { shown, connection: open } = contents.state
  const route = shown && chosenRoute(shown)
  if (!shown || !open || !route || !isSending(route)) return
  if (!(await confirm(shown, route, open))) return

  if (!(await contents.refresh())) return
  const { shown: now, connection: still } = contents.state
  const planned = now?.routes.find((candidate): candidate is SendingRoute => candidate.id === route.id)
  if (!now || !planned || still?.connection !== open.connection) return
  if (planned.verdict === 'will-fail') {
    contents.say({ tone: 'caution', text: vscode.l10n.t('Nothing was sent. The conversation has changed: {0}', planned.reason) })
    return
  }
  const sending = sends.send(open.connection, now.ref, now.draft.text, planned.request)
  onSending()
  const record = await sending
  if (record.outcome.kind === 'accepted' && route.id !== 'outbound') await contents.clearDraft()
}
