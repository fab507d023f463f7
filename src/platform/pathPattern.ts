import { isVariable } from './templateVariable'

const segmentsOf = (path: string): readonly string[] => path.split('/').filter((segment) => segment !== '')

/**
 * True when an API path is under a pattern: `/api/v2/chats/**` is that path and all below it, `{id}` in a pattern is any segment. A variable in the
 * path, whose value is not known, fits only where the pattern has a variable too.
 */
export const fitsPattern = (pattern: string, apiPath: string): boolean => {
  const open = pattern.endsWith('/**')
  const wanted = segmentsOf(open ? pattern.slice(0, -3) : pattern)
  const given = segmentsOf(apiPath)
  return (
    (open ? given.length >= wanted.length : given.length === wanted.length) &&
    wanted.every((segment, at) => isVariable(segment) || segment === given[at]?.toLowerCase())
  )
}
