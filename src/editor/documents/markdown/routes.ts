import type { Finding } from '../../../diagnosis/finding'
import { isSending, type Route } from '../../../followUp/route'
import { confidenceText } from '../../../followUp/words'
import { code, inline } from './inline'

const verdictWords: Readonly<Record<Route['verdict'], string>> = {
  'will-work': 'will work',
  'will-fail': 'will fail',
  'cannot-tell': 'cannot tell',
  wait: 'wait'
}

const findingSection = (finding: Finding, level: string, text: (text: string) => string): readonly string[] => {
  const { rule, severity, title, cause, remedy, confidence, evidence, sources } = finding
  const say = (words: string): string => inline(text(words))
  return [
    `${level} ${say(title)} (${severity})`,
    `${say(cause)} ${say(remedy)}`,
    [
      ...evidence.map((each) => `- Evidence: ${say(each.text)}${each.from === undefined ? '' : ` (${code(each.from)})`}`),
      ...sources.map(({ label, url }) => `- Source: ${url === undefined ? inline(label) : `[${inline(label)}](${url})`}`),
      `- Confidence: ${confidenceText(confidence)} · rule ${code(rule)}`
    ].join('\n')
  ]
}

/** Every route with its verdict and what it rests on. @param text applied to what may name somebody */
export const routeSections = (routes: readonly Route[], level: string, text: (text: string) => string): readonly string[] =>
  routes.flatMap((route) => [
    `${level} ${inline(text(route.title))}: ${verdictWords[route.verdict]}`,
    ...(isSending(route) ? [code(`${route.operation.method} ${route.operation.path}`)] : []),
    `${inline(text(route.reason))} (${confidenceText(route.confidence)})`,
    ...route.findings.flatMap((finding) => findingSection(finding, `${level}#`, text))
  ])
