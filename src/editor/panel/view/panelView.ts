import type { Instant } from '../../../model/instant'
import type { PanelView } from '../../../webview/protocol'
import { markOf } from '../../connections/marks'
import type { PanelState } from '../panelState'
import { conversationView } from './conversation'
import { explanationView } from './explanation'
import { messageView } from './message'
import { requestView } from './request'
import { routesView } from './routes'
import { sendView } from './sends'

/** What the panel shows, in words. */
export const panelView = ({ connection, notConnected, explanation, shown, notice, busy, upload }: PanelState, now: Instant): PanelView => ({
  ...(connection ? { connection: { name: connection.name, mark: markOf(connection) } } : {}),
  ...(notConnected === undefined ? {} : { notConnected }),
  ...(notice ? { notice } : {}),
  busy,
  ...(explanation ? { explanation: explanationView(explanation, shown === undefined) } : {}),
  ...(shown && connection
    ? {
        conversation: conversationView(shown, now),
        routes: routesView(shown),
        ...messageView(shown, connection, upload),
        ...requestView(shown, connection.connection)
      }
    : {}),
  sends: shown ? shown.sends.map((record) => sendView(record, shown.situation)) : []
})
