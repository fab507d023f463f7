import type { CheckResult, FileProblem } from './checkFiles'
import { countOf } from './severities'

const problemJson = ({ file, start, end, rule, severity, title, message, remedy, confidence, sources, nearest }: FileProblem) => ({
  file,
  line: start.line,
  column: start.column,
  endLine: end.line,
  endColumn: end.column,
  rule,
  severity,
  title,
  message,
  remedy,
  confidence,
  sources,
  nearest
})

/**
 * The result in the shape that `check --json` promises to scripts. Lines and columns count from 1, columns in UTF-16 code units; the end is one past
 * the last character; `severity` is `error`, `warning` or `info`.
 */
export const checkJson = (result: CheckResult) => ({
  problems: result.problems.map(problemJson),
  skipped: result.skipped,
  summary: {
    files: result.files,
    errors: countOf(result, 'error'),
    warnings: countOf(result, 'warning'),
    notes: countOf(result, 'info'),
    ignored: result.ignored
  }
})
