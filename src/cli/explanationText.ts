import type { Finding } from '../diagnosis/finding'
import type { Explanation } from '../followUp/explain'
import { isSending, type SendingRoute } from '../followUp/route'
import { exchangeTitle, verdictText } from '../followUp/words'

/** With which code the platform refuses a request that has not been sent yet. */
const codeText = ({ phase, refusedWith }: Finding): readonly string[] => {
  if (phase !== 'preflight' || refusedWith === undefined) return []
  return [`  Code: ${refusedWith === 'not-documented' ? 'not documented' : refusedWith.join(' or ')}`]
}

const findingText = (finding: Finding): string => {
  const { rule, severity, title, cause, remedy, evidence, confidence, sources } = finding
  return [
    `${severity.toUpperCase()}  ${title}  [${rule}]`,
    `  ${cause}`,
    ...evidence.map(({ text, from }) => `  · ${text}${from === undefined ? '' : ` (${from})`}`),
    `  What to do: ${remedy}`,
    ...codeText(finding),
    `  ${confidence}: ${sources.map(({ label }) => label).join('; ')}`
  ].join('\n')
}

/** What a route sends, as somebody would write it down. */
const requestText = ({ title, request }: SendingRoute): string =>
  [`${title}, with a ${request.credential}’s token:`, `${request.method} ${request.path}`, JSON.stringify(request.body, undefined, 2)]
    .join('\n')
    .replaceAll('\n', '\n  ')

/** The explanation for a person at a terminal. */
export const explanationText = (explanation: Explanation): string =>
  [
    exchangeTitle(explanation.exchange),
    verdictText(explanation.verdict),
    ...explanation.findings.map(findingText),
    ...(explanation.nearest.length === 0
      ? []
      : [['Real operations:', ...explanation.nearest.map(({ method, path, why }) => `  ${method} ${path}\n    ${why}`)].join('\n')]),
    ['How to reach the customer:', ...explanation.routes.map(({ title, reason }) => `  ${title}: ${reason}`)].join('\n'),
    ...explanation.routes.filter(isSending).slice(0, 1).map(requestText)
  ].join('\n\n')
