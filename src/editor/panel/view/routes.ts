import { isSending } from '../../../followUp/route'
import { confidenceText } from '../../../followUp/words'
import type { RoutesView } from '../../../webview/protocol'
import { chosenRoute, type ShownConversation } from '../panelState'
import { findingView } from './findings'
import { verdictView } from './verdict'

const shortPath = (path: string): string =>
  path.replace('/api/v2', '').replace('/conversations/messages/{conversationId}/communications', '…/communications')

export const routesView = (shown: ShownConversation): RoutesView => ({
  chosen: chosenRoute(shown)?.id ?? '',
  list: shown.routes.map((route) => ({
    id: route.id,
    title: route.title,
    ...(!isSending(route) ? {} : { operation: `${route.operation.method} ${shortPath(route.operation.path)}` }),
    verdict: verdictView(route.verdict),
    reason: route.reason,
    confidence: confidenceText(route.confidence),
    findings: route.findings.map(findingView)
  }))
})
