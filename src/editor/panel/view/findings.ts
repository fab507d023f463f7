import type { Finding } from '../../../diagnosis/finding'
import { confidenceText } from '../../../followUp/words'
import type { FindingView } from '../../../webview/protocol'

export const findingView = ({ rule, severity, title, cause, remedy, confidence, evidence, sources }: Finding): FindingView => ({
  rule,
  severity,
  title,
  cause,
  remedy,
  confidence: confidenceText(confidence),
  evidence: evidence.map(({ text, from, at }) => ({
    text: from === undefined ? text : `${text} (${from})`,
    ...(at === undefined ? {} : { at })
  })),
  sources
})
