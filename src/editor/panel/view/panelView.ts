import type { Instant } from '../../../model/instant'
import type { PanelView } from '../../../webview/protocol'
import type { PanelState } from '../panelState'
import { conversationView } from './conversation'
import { explanationView } from './explanation'
import { messageView } from './message'
import { requestView } from './request'
import { routesView } from './routes'
import { sendView } from './sends'

/** What the panel shows, in words. */
export const panelView = ({ connection, explanation, shown, notice, busy }: PanelState, now: Instant): PanelView => ({
  ...(connection ? { connection: { name: connection.organisation, sandbox: connection.isSandbox } } : {}),
  ...(notice ? { notice } : {}),
  busy,
  ...(explanation ? { explanation: explanationView(explanation, shown === undefined) } : {}),
  ...(shown && connection
    ? {
        conversation: conversationView(shown, now),
        routes: routesView(shown),
        ...messageView(shown, connection),
        ...requestView(shown, connection)
      }
    : {}),
  sends: shown ? shown.sends.map((record) => sendView(record, shown.situation)) : []
})
