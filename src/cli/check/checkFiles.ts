import path from 'node:path'
import { checkSource, type SourceProblem } from '../../diagnosis/checkSource'
import { inOrder } from './inOrder'
import { linePositions, type Position } from './linePositions'
import { sourceFiles } from './sourceFiles'
import { largestFileBytes, readSourceText, type SourceText } from './sourceText'

/** A problem, and where it is. */
export interface FileProblem extends Omit<SourceProblem, 'start' | 'end'> {
  /** Relative to the folder that the command runs in, with slashes. */
  readonly file: string
  readonly start: Position
  readonly end: Position
}

/** A file that was not checked although it was asked for. */
export interface SkippedFile {
  readonly file: string
  /** In words, after the file’s name. */
  readonly why: string
}

export interface CheckResult {
  /** By file, and in their order in it. */
  readonly problems: readonly FileProblem[]
  /** How many files were read as text. */
  readonly files: number
  /** How many problems a comment asks to pass over. */
  readonly ignored: number
  readonly skipped: readonly SkippedFile[]
}

/** So many files are read at a time: enough to keep the disk busy, and few enough to be held. */
const readAtATime = 16

const shownAs = (file: string): string => path.relative(process.cwd(), file).split(path.sep).join('/')

const whySkipped = (read: Exclude<SourceText, { readonly kind: 'text' }>): string | undefined => {
  switch (read.kind) {
    case 'binary':
      return undefined
    case 'tooLarge':
      return `it has ${read.bytes} bytes, and files over ${largestFileBytes} are not checked`
    case 'unreadable':
      return `it cannot be read: ${read.why}`
  }
}

const problemsIn = (file: string, text: string): { readonly problems: readonly FileProblem[]; readonly ignored: number } => {
  const { problems, ignored } = checkSource(text)
  if (problems.length === 0) return { problems: [], ignored }
  const positionOf = linePositions(text)
  return {
    problems: problems.map(({ start, end, ...problem }) => ({ ...problem, file, start: positionOf(start), end: positionOf(end) })),
    ignored
  }
}

/** Checks the files that `paths` name. Always in the same order. */
export const checkFiles = async (paths: readonly string[]): Promise<CheckResult> => {
  const problems: FileProblem[] = []
  const skipped: SkippedFile[] = []
  let files = 0
  let ignored = 0
  const reads = inOrder(sourceFiles(paths), readAtATime, async (file) => ({ file, read: await readSourceText(file) }))
  for await (const { file, read } of reads) {
    if (read.kind === 'text') {
      const found = problemsIn(shownAs(file), read.text)
      files += 1
      ignored += found.ignored
      problems.push(...found.problems)
    } else {
      const why = whySkipped(read)
      if (why !== undefined) skipped.push({ file: shownAs(file), why })
    }
  }
  return { problems, files, ignored, skipped }
}
