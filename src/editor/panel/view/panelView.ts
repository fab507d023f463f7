import type { Instant } from '../../../model/instant'
import type { PanelView } from '../../../webview/protocol'
import { markOf } from '../../connections/marks'
import type { PanelState } from '../panelState'
import { actionsView } from './actions'
import { conversationView } from './conversation'
import { explanationView } from './explanation'
import { messageView } from './message'
import { requestView } from './request'
import { routesView } from './routes'
import { sendView } from './sends'

/** What the panel shows, in words. */
export const panelView = ({ connection, notConnected, explanation, shown, notice, busy }: PanelState, now: Instant): PanelView => ({
  ...(connection ? { connection: { name: connection.name, mark: markOf(connection) } } : {}),
  ...(notConnected === undefined ? {} : { notConnected }),
  ...(notice ? { notice } : {}),
  busy,
  ...(explanation ? { explanation: explanationView(explanation, shown === undefined) } : {}),
  ...(shown && connection
    ? {
        conversation: conversationView(shown, now),
        routes: routesView(shown),
        actions: actionsView(shown, connection),
        ...messageView(shown, connection),
        ...requestView(shown, connection.connection)
      }
    : {}),
  sends: shown ? shown.sends.map((record) => sendView(record, shown.situation)) : []
})
