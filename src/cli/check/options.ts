import { UsageError } from '../usage'

export type Format = 'text' | 'json' | 'sarif'

export interface CheckOptions {
  readonly paths: readonly string[]
  readonly format: Format
}

/** Reads the arguments of `check`. What follows `--` is a path. */
export const checkOptions = (args: readonly string[]): CheckOptions => {
  const end = args.indexOf('--')
  const before = end < 0 ? args : args.slice(0, end)
  const flags = before.filter((arg) => arg.startsWith('-'))
  const unknown = flags.find((flag) => flag !== '--json' && flag !== '--sarif')
  if (unknown !== undefined) throw new UsageError(`check does not know ${unknown}.`)
  if (flags.includes('--json') && flags.includes('--sarif')) throw new UsageError('check writes --json or --sarif, not both.')
  const paths = [...before.filter((arg) => !arg.startsWith('-')), ...(end < 0 ? [] : args.slice(end + 1))]
  if (paths.length === 0) throw new UsageError('check takes at least one file or folder.')
  return { paths, format: flags.includes('--sarif') ? 'sarif' : flags.includes('--json') ? 'json' : 'text' }
}
