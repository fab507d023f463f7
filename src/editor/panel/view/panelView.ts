import { minutes, type Instant } from '../../../model/instant'
import type { ConversationView, PanelView } from '../../../webview/protocol'
import { markOf } from '../../connections/marks'
import type { PanelState, ShownConversation } from '../panelState'
import { actionsView } from './actions'
import { conversationView } from './conversation'
import { explanationView } from './explanation'
import { messageView } from './message'
import { requestView } from './request'
import { routesView } from './routes'
import { sendView } from './sends'

/** The conversation’s part, which stays the same one within a minute until something else is known of the conversation. */
const conversationViews = (): ((shown: ShownConversation, now: Instant) => ConversationView) => {
  let last: { readonly situation: ShownConversation['situation']; readonly minute: number; readonly view: ConversationView } | undefined
  return (shown, now) => {
    const { situation } = shown
    const minute = Math.floor(now / minutes(1))
    if (last?.situation !== situation || last.minute !== minute) last = { situation, minute, view: conversationView(shown, now) }
    return last.view
  }
}

/**
 * Words what a panel shows, one state after the other. A view is made for every keystroke, so what takes long with thousands of messages is
 * made once and handed out again.
 */
export const panelViews = (): ((state: PanelState, now: Instant) => PanelView) => {
  const conversation = conversationViews()
  return ({ connection, notConnected, explanation, shown, asked, format, notice, busy, upload }, now) => ({
    ...(connection ? { connection: { name: connection.name, mark: markOf(connection) } } : {}),
    ...(notConnected === undefined ? {} : { notConnected }),
    ...(notice ? { notice } : {}),
    busy,
    ...(explanation ? { explanation: explanationView(explanation, shown === undefined) } : {}),
    ...(shown && connection
      ? {
          conversation: conversation(shown, now),
          routes: routesView(shown),
          actions: actionsView(shown, connection, asked),
          ...messageView(shown, connection, upload),
          ...requestView(shown, connection, format)
        }
      : {}),
    sends: shown ? shown.sends.map((record) => sendView(record, shown.situation)) : []
  })
}
