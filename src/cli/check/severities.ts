import type { FileProblem, CheckResult } from './checkFiles'

type Severity = FileProblem['severity']

/** What a person reads for a severity. */
export const severityWord: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = { error: 'error', warning: 'warning', info: 'note' }

export const countOf = ({ problems }: CheckResult, severity: Severity): number =>
  problems.filter((problem) => problem.severity === severity).length

/** True when something cannot work, or may not. Notes stop nothing. */
export const hasProblems = ({ problems }: CheckResult): boolean => problems.some(({ severity }) => severity !== 'info')
