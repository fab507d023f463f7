import { apiPathOf, hostOf } from '../../platform/operationUrl'
import { regionOfHost } from '../../platform/regions'
import { endOfVariable } from '../../platform/templateVariable'
import { joinedBehind } from './joinedText'
import { variableFor } from './variableName'

/** A path under `/api/v2` as it stands in a text. */
export interface PathText {
  /** Where its URL begins, and one past where its path ends. */
  readonly start: number
  readonly end: number
  readonly apiPath: string
  /** It goes on in a way that the text does not show. */
  readonly openEnded: boolean
  /** It stands in a string. */
  readonly quoted: boolean
  /** Its host is one of Genesys Cloud. */
  readonly namesPlatform: boolean
}

/** What every path has in it: searched for first, since most of a text has none. */
export const pathAnchor = 'api/v2/'

const inUrl = /[^\s"'`<>()[\],;=|\\]/
const longestPrefix = 200
const longestPath = 1000

const startOfUrl = (text: string, anchor: number): number => {
  let start = anchor
  while (start > 0 && anchor - start < longestPrefix && inUrl.test(text.charAt(start - 1))) start -= 1
  return start
}

type Host = 'platform' | 'notShown' | 'other'

const isLocal = (host: string): boolean => /^(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|::1)$/.test(host)

/** Whose the path is, by what stands before `api/v2/`. A path of files, as of an import, is no URL. */
const hostBefore = (prefix: string, quoted: boolean): Host => {
  if (prefix === '') return quoted ? 'notShown' : 'other'
  if (/^\/(?:platform\/)?$/.test(prefix)) return 'notShown'
  if (/[{}$%]|^:/.test(prefix)) return 'notShown' // ${host}/ · {{baseUrl}}/ · https://api.%s/
  const host = hostOf(prefix)
  if (host === undefined) return /^(?:https?:)?\/\/$/.test(prefix) ? 'notShown' : 'other'
  if (regionOfHost(host) || host.endsWith('.pure.cloud')) return 'platform'
  return isLocal(host) ? 'notShown' : 'other'
}

const namedVariable = /\$[A-Za-z_]\w*(?:(?:->|\.)\w+|\[[^\]\n]*\])*|%(?:\d+\$)?[a-z@](?![\da-z])|%\(\w+\)[a-z]/y
const colonVariable = /:[A-Za-z_]\w*/y

const matchAt = (pattern: RegExp, text: string, at: number): string | undefined => {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

/** Where the variable at `at` ends, one past it; -1 when none stands there. Tags and lists are no variables: those stand behind a slash only. */
const endOfVariableAt = (text: string, at: number, startsSegment: boolean): number => {
  const character = text.charAt(at)
  if ((character === '<' || character === '[') && (!startsSegment || text.charAt(at + 1) === '/')) return -1
  const end = endOfVariable(text, at)
  if (end > 0) return end
  const name = matchAt(namedVariable, text, at) ?? (startsSegment ? matchAt(colonVariable, text, at) : undefined)
  return name === undefined ? -1 : at + name.length
}

interface PathRead {
  readonly path: string
  readonly end: number
  readonly openEnded: boolean
}

/** What ends a path, and what shows that it is a pattern or is cut short. */
const ending = /[\s?#)\]},;=<>&:"'`\\]/
const pattern = /[(*^|+…[]/

/** Reads on from `from`, over variables and joined strings, up to the query or the end of the string. */
const readPath = (text: string, from: number): PathRead => {
  let path = ''
  let at = from
  const stop = (openEnded: boolean): PathRead => ({ path, end: at, openEnded: openEnded || path.endsWith('/') || path === '' })
  while (at < text.length && at - from < longestPath) {
    const end = endOfVariableAt(text, at, path === '' || path.endsWith('/'))
    if (end > 0) {
      const variable = text.slice(at, end)
      path += /^%[^({]/.test(variable) ? '{…}' : variableFor(variable) // %s has no name.
      at = end
      continue
    }
    const character = text.charAt(at)
    if (character === '"' || character === "'" || character === '`') {
      const joined = joinedBehind(text, at, path.endsWith('/'))
      switch (joined.kind) {
        case 'no':
          return stop(false)
        case 'open':
          return stop(true)
        case 'expression': {
          // What is joined to the end of a whole segment may be a query, or more of the path.
          const isSegment = path.endsWith('/')
          if (isSegment) path += variableFor(joined.expression)
          return stop(!isSegment)
        }
        case 'piece':
          if (joined.expression !== undefined) path += variableFor(joined.expression)
          at = joined.at
          continue
      }
    }
    if (text.startsWith('...', at) || pattern.test(character)) return stop(true)
    if (ending.test(character)) return stop(false)
    path += character
    at += 1
  }
  return stop(at < text.length)
}

const isQuote = (character: string): boolean => character === '"' || character === "'" || character === '`'

/** `"POST ` before a path. */
const quotedMethod = /["'`](?:GET|POST|PUT|PATCH|DELETE|HEAD)\s+$/

/** True for a path that is a string, alone or behind its method, or a piece of one. In a longer string it is a word of a sentence. */
const isString = (text: string, start: number, end: number): boolean => {
  const before = text.charAt(start - 1)
  if (isQuote(before)) return true
  return /\s/.test(before) ? quotedMethod.test(text.slice(Math.max(0, start - 12), start)) : isQuote(text.charAt(end))
}

/** What stands at an anchor, and how far it was read for that: nothing before there is looked at again. */
interface Look {
  readonly readTo: number
  readonly found?: PathText
}

const pathAt = (text: string, anchor: number): Look => {
  const behind = anchor + pathAnchor.length
  if (/[\w-]/.test(text.charAt(anchor - 1))) return { readTo: behind }
  const start = startOfUrl(text, anchor)
  const read = readPath(text, behind)
  const readTo = Math.max(read.end, behind)
  const quoted = isString(text, start, read.end)
  const host = hostBefore(text.slice(start, anchor), quoted)
  if (host === 'other') return { readTo }
  const path = read.path.replace(/[.!]+$/, '')
  const apiPath = apiPathOf(`/${pathAnchor}${path}`)
  // Another product's resource, or a file: no path of the platform ends so.
  if (apiPath === undefined || /\.[a-z]{2,5}$/i.test(apiPath)) return { readTo }
  const end = read.end - (read.path.length - path.length)
  return { readTo, found: { start, end, apiPath, openEnded: read.openEnded, quoted, namesPlatform: host === 'platform' } }
}

/** The paths under `/api/v2` in a text of any language, in their order. */
export function* pathsIn(text: string): Generator<PathText> {
  let at = text.indexOf(pathAnchor)
  while (at >= 0) {
    const { found, readTo } = pathAt(text, at)
    if (found) yield found
    at = text.indexOf(pathAnchor, readTo)
  }
}
