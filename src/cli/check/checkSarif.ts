import { displayName, repository, version } from '../../../package.json'
import { sourceRules, type SourceRule } from '../../diagnosis/checkSource'
import type { CheckResult, FileProblem, SkippedFile } from './checkFiles'
import { severityWord } from './severities'

const home = repository.url.replace(/\.git$/, '')

/** A rule’s place in the reference. A heading’s anchor has no dots. */
const helpUri = (rule: string): string => `${home}/blob/main/docs/rules.md#${rule.replaceAll('.', '')}`

const uriOf = (file: string): string => file.split('/').map(encodeURIComponent).join('/')

const ruleSarif = ({ id, title, about, severity }: SourceRule) => ({
  id,
  shortDescription: { text: `${title}.` },
  fullDescription: { text: about },
  helpUri: helpUri(id),
  defaultConfiguration: { level: severityWord[severity] }
})

const locationOf = ({ file, start, end }: FileProblem) => ({
  physicalLocation: {
    artifactLocation: { uri: uriOf(file) },
    region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column }
  }
})

const ruleIndex: ReadonlyMap<string, number> = new Map(sourceRules.map(({ id }, index) => [id, index]))

const resultSarif = (problem: FileProblem) => ({
  ruleId: problem.rule,
  ruleIndex: ruleIndex.get(problem.rule) ?? -1,
  level: severityWord[problem.severity],
  message: {
    text: [`${problem.message} ${problem.remedy}`, ...problem.nearest.map(({ method, path, why }) => `${method} ${path}: ${why}`)].join(
      '\n'
    )
  },
  locations: [locationOf(problem)]
})

const notificationOf = ({ file, why }: SkippedFile) => ({
  level: 'note',
  message: { text: `${file} was not checked: ${why}.` },
  locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) } } }]
})

/** The result as SARIF 2.1.0, with locations relative to the folder that the command ran in. */
export const checkSarif = (result: CheckResult) => ({
  $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
  version: '2.1.0',
  runs: [
    {
      tool: { driver: { name: displayName, semanticVersion: version, informationUri: home, rules: sourceRules.map(ruleSarif) } },
      columnKind: 'utf16CodeUnits',
      invocations: [{ executionSuccessful: true, toolExecutionNotifications: result.skipped.map(notificationOf) }],
      results: result.problems.map(resultSarif)
    }
  ]
})
