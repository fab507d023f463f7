import { commandAround } from './commandLine'
import { startOfLine } from './lines'
import type { PathText } from './pathText'

/** A line that is a comment as a whole, in the languages that requests are written in. */
const commentLine = /^\s*(?:\/\/|\/\*|\*(?=\s|$)|#(?!\{)|--\s|<!--|;;|REM\s|'\s)/i

/** True when a comment is opened on the line outside its strings. A `//` behind a colon belongs to a URL. */
const opensComment = (lineBefore: string): boolean => {
  let quote = ''
  for (let at = 0; at < lineBefore.length; at += 1) {
    const character = lineBefore.charAt(at)
    if (quote !== '') {
      if (character === '\\') at += 1
      else if (character === quote) quote = ''
    } else if (character === '"' || character === '`' || (character === "'" && !/\w/.test(lineBefore.charAt(at - 1)))) quote = character
    else if (character === '/' && lineBefore.charAt(at + 1) === '/' && lineBefore.charAt(at - 1) !== ':') return true
    else if (character === '/' && lineBefore.charAt(at + 1) === '*') return true
    else if (character === '#' && /\s/.test(lineBefore.charAt(at - 1)) && /\s/.test(lineBefore.charAt(at + 1))) return true
  }
  return false
}

const longestComment = 4000

/** True inside `/* … *\/` whose lines begin with nothing. */
const isInBlockComment = (text: string, at: number): boolean => {
  const before = text.slice(Math.max(0, at - longestComment), at)
  const open = before.lastIndexOf('/*')
  return open >= 0 && before.lastIndexOf('*/') < open && /(?:^|\n)[ \t]*$/.test(before.slice(0, open))
}

/** Where an unquoted path is code all the same: a request line, a value behind a name, a key of YAML, the text of an XML element. */
const unquotedCode: readonly RegExp[] = [
  /^\s*(?:GET|POST|PUT|PATCH|DELETE|HEAD)\s+$/,
  /^\s*(?:-\s+)?(?:(?:export|set|const)\s+)?[\w.-]+\s*[:=]\s*$/,
  /<[\w:.-]+(?:\s[^<>]*)?>\s*$/
]

const isCodeUnquoted = (text: string, path: PathText, lineBefore: string): boolean =>
  unquotedCode.some((pattern) => pattern.test(lineBefore)) ||
  (/^\s*$/.test(lineBefore) && text.charAt(path.end) === ':') ||
  commandAround(text, path.start) !== undefined

/** Whether a path stands in code, or in a comment or in prose. */
export const placeOf = (text: string, path: PathText): 'code' | 'comment' => {
  const lineBefore = text.slice(startOfLine(text, path.start), path.start)
  if (commentLine.test(lineBefore) || opensComment(lineBefore) || isInBlockComment(text, path.start)) return 'comment'
  return path.quoted || isCodeUnquoted(text, path, lineBefore) ? 'code' : 'comment'
}
