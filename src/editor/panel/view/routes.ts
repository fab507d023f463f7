import * as vscode from 'vscode'
import { isSending, type Route } from '../../../followUp/route'
import { confidenceText } from '../../../followUp/words'
import type { RoutesView, Tone } from '../../../webview/protocol'
import { chosenRoute, type ShownConversation } from '../panelState'
import { findingView } from './findings'

const verdict = (route: Route): { readonly text: string; readonly tone: Tone } => {
  switch (route.verdict) {
    case 'will-work':
      return { text: vscode.l10n.t('will work'), tone: 'good' }
    case 'will-fail':
      return { text: vscode.l10n.t('will fail'), tone: 'bad' }
    case 'cannot-tell':
      return { text: vscode.l10n.t('cannot tell'), tone: 'caution' }
    case 'wait':
      return { text: vscode.l10n.t('wait'), tone: 'plain' }
  }
}

const shortPath = (path: string): string =>
  path.replace('/api/v2', '').replace('/conversations/messages/{conversationId}/communications', '…/communications')

export const routesView = (shown: ShownConversation): RoutesView => ({
  chosen: chosenRoute(shown)?.id ?? '',
  list: shown.routes.map((route) => ({
    id: route.id,
    title: route.title,
    ...(!isSending(route) ? {} : { operation: `${route.operation.method} ${shortPath(route.operation.path)}` }),
    verdict: verdict(route),
    reason: route.reason,
    confidence: confidenceText(route.confidence),
    findings: route.findings.map(findingView)
  }))
})
