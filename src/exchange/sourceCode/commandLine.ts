import type { Span } from './balanced'
import { endOfLine, startOfLine } from './lines'

/** Programs of a shell that send a request. */
const sender = /(?<=^|[\s|;&$("'`])(?:curl(?:\.exe)?|invoke-restmethod|invoke-webrequest|irm|iwr|wget)\s/i

/** No command is longer. */
const longest = 4000

const isContinued = (line: string): boolean => /[\\`^|]\s*$/.test(line)

/** True when a string that was opened in `text` is still open at its end: a body over several lines. */
const isInString = (text: string): boolean => {
  let open = ''
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (character === '\\' && open !== "'") at += 1
    else if (open === '' ? character === "'" || character === '"' : character === open) open = open === '' ? character : ''
  }
  return open !== ''
}

/** The command of a shell that stands around `at`, over its continued lines; `undefined` when none of its words sends a request. */
export const commandAround = (text: string, at: number): Span | undefined => {
  let start = startOfLine(text, at)
  while (start > 0 && at - start < longest && isContinued(text.slice(startOfLine(text, start - 1), start - 1)))
    start = startOfLine(text, start - 1)
  const found = sender.exec(text.slice(start, at))
  if (!found) return undefined
  start += found.index
  let end = endOfLine(text, at)
  while (
    end < text.length &&
    end - start < longest &&
    (isContinued(text.slice(startOfLine(text, end), end)) || isInString(text.slice(start, end)))
  )
    end = endOfLine(text, end + 1)
  return { start, end }
}
