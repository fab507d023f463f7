import { endOfVariable, isVariable, joinedAt } from './templateVariable'

export { isVariable }

const decode = (segment: string): string => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

const start = /(?<![\w-])api\/+v2\/+/i
/** What needs more than splitting at slashes: variables that may hold slashes, and quotes, where a string ends or is continued. */
const special = /[{(<["'`\n\\]/

/** No path is longer: what goes on after it is not read. */
const longestPath = 4000

/** A variable as it stands in a path: as it was written, unless a slash in it would part it. */
const written = (variable: string): string => (variable.includes('/') ? '{…}' : variable)
const named = (expression: string): string => (/^[\w.$]+$/.test(expression) ? `{${expression}}` : '{…}')

/** The path that `text` starts with, and what a program joins to it, up to its query, its fragment, or the end of the string that it stands in. */
const readPath = (text: string): string => {
  let path = ''
  let at = 0
  while (at < text.length) {
    const end = endOfVariable(text, at)
    if (end > 0) {
      path += written(text.slice(at, end))
      at = end
      continue
    }
    const character = text.charAt(at)
    if (character === '"' || character === "'" || character === '`') {
      const joined = joinedAt(text, at)
      // What is joined to the end of a whole segment is a query, or something else that is no part of the path.
      if (joined === undefined || (joined.end === text.length && !path.endsWith('/'))) return path
      if (joined.expression !== undefined) path += named(joined.expression)
      at = joined.end
      continue
    }
    if (character === '?' || character === '#' || character === '\n') return path
    path += character
    at += 1
  }
  return path
}

/**
 * The API path in any spelling of an operation's URL: with or without a host, behind `/platform`, with a query, a trailing slash or doubled
 * slashes, with variables of any language, or as the pieces of a string that a program joins: `"/api/v2/users/" + id + "/queues"` is
 * `/api/v2/users/{id}/queues`. `undefined` when the text names no path under `/api/v2`.
 */
export const apiPathOf = (url: string): string | undefined => {
  const text = url.includes('\\/') ? url.replaceAll('\\/', '/') : url // JSON may write a slash as “\/”.
  const found = start.exec(text)
  if (!found) return undefined
  const rest = text.slice(found.index + found[0].length).slice(0, longestPath)
  const path = special.test(rest) ? readPath(rest) : (/^[^?#]*/.exec(rest)?.[0] ?? '')
  const segments = path
    .trimEnd()
    .split('/')
    .filter((segment) => segment !== '')
  return segments.length > 0 ? `/api/v2/${segments.map(decode).join('/')}` : undefined
}

const absolute = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i
const withoutScheme = /^([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?=[:/?#]|$)/i

/** The host of a URL, with or without its scheme, in lower case and without its port. */
export const hostOf = (url: string): string | undefined => {
  const text = url.trim()
  return (absolute.exec(text) ?? withoutScheme.exec(text))?.[1]?.toLowerCase()
}
