import { checkFiles } from './checkFiles'
import { checkJson } from './checkJson'
import { checkOptions } from './options'
import { checkSarif } from './checkSarif'
import { checkText } from './checkText'
import { hasProblems } from './severities'

/**
 * `check PATH… [--json or --sarif]`: finds endpoints, fields and flags in source files that cannot work. Gives the exit code: 1 when there are such,
 * else 0.
 */
export const checkCommand = async (args: readonly string[], print: (line: string) => void): Promise<0 | 1> => {
  const { paths, format } = checkOptions(args)
  const result = await checkFiles(paths)
  switch (format) {
    case 'text':
      print(checkText(result))
      break
    case 'json':
      print(JSON.stringify(checkJson(result), undefined, 2))
      break
    case 'sarif':
      print(JSON.stringify(checkSarif(result), undefined, 2))
  }
  return hasProblems(result) ? 1 : 0
}
