import type { CheckResult, FileProblem } from './checkFiles'
import { countOf, severityWord } from './severities'

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

/** More are in the JSON. */
const nearestShown = 3

const nearestText = ({ nearest }: FileProblem): string =>
  nearest.length === 0
    ? ''
    : ` Nearest: ${nearest
        .slice(0, nearestShown)
        .map(({ method, path }) => `${method} ${path}`)
        .join(', ')}.`

const lineOf = (problem: FileProblem): string =>
  `${problem.file}:${problem.start.line}:${problem.start.column} ${severityWord[problem.severity]} ${problem.rule}: ${problem.message} ${problem.remedy}${nearestText(problem)}`

const summaryOf = (result: CheckResult): string =>
  [
    `${counted(result.files, 'file')} checked: ${counted(countOf(result, 'error'), 'error')}, ${counted(countOf(result, 'warning'), 'warning')}, ${counted(countOf(result, 'info'), 'note')}`,
    ...(result.ignored > 0 ? [`${result.ignored} passed over by a comment`] : []),
    ...(result.skipped.length > 0 ? [`${counted(result.skipped.length, 'file')} not checked`] : [])
  ].join('; ')

/** The result for a person: a line for each problem, `file:line:column severity rule: message`, then what was not checked, then a summary. */
export const checkText = (result: CheckResult): string =>
  [
    ...result.problems.map(lineOf),
    ...result.skipped.map(({ file, why }) => `${file} was not checked: ${why}.`),
    `${summaryOf(result)}.`
  ].join('\n')
