import type { Confidence, Phase } from './finding'
import type { Rule } from './rule'

const phaseTitle: Readonly<Record<Phase, string>> = {
  preflight: 'Before a send',
  response: 'In an answer',
  delivery: 'In a delivery report',
  guest: 'On the guest’s side'
}

const phaseText: Readonly<Record<Phase, string>> = {
  preflight: 'Told from the request, the conversation, the credentials and the organisation’s settings.',
  response: 'Told from the status, the code and the message of an answer. Some are seen coming before there is one.',
  delivery: 'Told from a message’s status, its `errorInfo`, or a receipt.',
  guest: 'Told from a frame of the guest’s websocket, or from an error of the headless messenger.'
}

const confidenceWord: Readonly<Record<Confidence, string>> = {
  documented: 'documented',
  code: 'seen in code',
  'second-hand': 'second-hand',
  inferred: 'inferred',
  'not-documented': 'not documented'
}

const codesLine = ({ refusedWith }: Rule): readonly string[] => {
  if (refusedWith === undefined) return []
  return [`- Code: ${refusedWith === 'not-documented' ? 'not documented' : refusedWith.map((code) => `\`${code}\``).join(', ')}`]
}

const entry = (rule: Rule): string => {
  const { id, title, about, confidence, sources, foresee } = rule
  const lines = [
    ...codesLine(rule),
    `- Confidence: ${confidenceWord[confidence]}${foresee ? '; also seen coming before a send' : ''}`,
    `- Sources: ${sources.map(({ label, url }) => (url === undefined ? label : `[${label}](${url})`)).join('; ')}`
  ]
  return [`### ${id}`, `**${title}.** ${about}`, lines.join('\n')].join('\n\n')
}

const section = (phase: Phase, rules: readonly Rule[]): string =>
  [`## ${phaseTitle[phase]}`, phaseText[phase], ...rules.filter((rule) => rule.phase === phase).map(entry)].join('\n\n')

/** The rule reference as Markdown: every rule with what it says, how well that is founded, and its sources. */
export const rulesDocument = (rules: readonly Rule[]): string =>
  [
    '# Rules',
    `The ${rules.length} rules of the diagnosis. A finding names its rule by the id that stands here. Each finding also carries the evidence that it rests on: which communication, which field, which time. This page is made from the rules (\`npm run docs\`).`,
    ...(['preflight', 'response', 'delivery', 'guest'] as const).map((phase) => section(phase, rules))
  ].join('\n\n') + '\n'
