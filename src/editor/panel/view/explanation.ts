import type { Explanation } from '../../../followUp/explain'
import { exchangeTitle, verdictText } from '../../../followUp/words'
import type { ExplanationView, Tone } from '../../../webview/protocol'
import { findingView } from './findings'

const tones: Readonly<Record<Explanation['verdict'], Tone>> = {
  'will-work': 'good',
  'will-fail': 'bad',
  failed: 'bad',
  'cannot-tell': 'caution'
}

/** @param withoutConversation - true when no conversation is shown beside it, so that choosing one would say more */
export const explanationView = ({ exchange, verdict, findings, nearest }: Explanation, withoutConversation: boolean): ExplanationView => ({
  title: exchangeTitle(exchange),
  verdict: { text: verdictText(verdict), tone: tones[verdict] },
  findings: findings.map(findingView),
  nearest: nearest.map(({ method, path, why }) => ({ operation: `${method} ${path}`, why })),
  offersConversationChoice: withoutConversation
})
