import { otherReadings, readCurl, shellOf } from '../curl'
import { responseOfErrorBody } from '../errorBody'
import type { Exchange, Request, Response, ShellDoubt } from '../exchange'
import { textAt } from '../json'
import { readLeadingBody } from '../jsonSpans'
import { readRawHttp } from '../rawHttp'
import type { Shell } from '../shell'
import { found, incomplete, type Format } from './format'

/** A command, and no word about it: what follows is an option, something quoted, or an address. */
const command = /\bcurl(?:\.exe)?[ \t]+(?=[-'"\\^`$/<]|\{\{?\w{1,60}\}|[^\s{]{0,200}[./])/g
/** What may stand in a line before a command: nothing, a prompt, another command, variables, or the command whose word it is. */
const lead = /(?:^|[$>#%»❯`(|;&:]|\b(?:sudo|time))[ \t]*(?:[A-Z_]{1,40}=\S{0,80}[ \t]+){0,5}$/
const longestLead = 160

/** What stands before `index` in its line; `undefined` when that is more than anybody writes before a command. */
const leadOf = (text: string, index: number): string | undefined => {
  const before = text.slice(Math.max(0, index - longestLead), index)
  const lineEnd = before.lastIndexOf('\n')
  return lineEnd < 0 && index > longestLead ? undefined : before.slice(lineEnd + 1)
}

const isCommand = (text: string, index: number): boolean => lead.test(leadOf(text, index) ?? 'no lead')

/** Where the commands of a paste begin. */
const commandStarts = (text: string): readonly number[] =>
  Array.from(text.matchAll(command), ({ index }) => index).filter((index) => isCommand(text, index))

/** JSON that can only be an answer: what the platform has made has an id or an address of its own, and a login gives a token. */
const answerKeys = ['id', 'selfUri', 'conversationId', 'access_token']

/** What the terminal printed behind a command: a status line with headers, all that -v shows, or the body alone. */
const readPrinted = (printed: string): Response | undefined => {
  const answer = readRawHttp(printed).findLast(({ response }) => response !== undefined)
  if (answer?.response) return answer.response
  const bodyStart = printed.search(/^[ \t]{0,200}[{[]/m)
  const body = bodyStart < 0 ? undefined : readLeadingBody(printed.slice(bodyStart))
  if (body === undefined) return undefined
  const error = responseOfErrorBody(body)
  if (error || body.kind !== 'json' || printed.slice(0, bodyStart).trim() !== '') return error
  const { value } = body
  return answerKeys.some((key) => textAt(value, key) !== undefined) ? { status: undefined, error: undefined, body } : undefined
}

/** A command over several lines, without the prompts that the shell shows in the later ones. */
const withoutContinuationPrompts = (text: string): string => text.replace(/([\\`^]\n)[ \t]{0,20}(?:>{1,2}|More\?)[ \t]/g, '$1')

/** What was printed, without the prompt for the next command. */
const withoutPrompt = (printed: string): string => printed.replace(/\n[^\n]{0,160}[$#%>❯][ \t]*$/, '')

/** In a paste of more commands nobody asks of each whether it could be read otherwise. */
const mostDoubted = 20

const doubtOf = (command: string, readFor: Shell, request: Request): ShellDoubt | undefined => {
  const [other, ...more] = otherReadings(command, readFor, request)
  return other && { readFor, others: [other, ...more] }
}

const ordinals = ['', 'first ', 'second ', 'third ', 'fourth ', 'fifth ']

/** cURL commands for bash, PowerShell or cmd, each with the answer that was printed behind it. */
export const curlFormat: Format = {
  name: 'cURL',
  looksLike: (text) => {
    for (const { index } of text.matchAll(command)) if (isCommand(text, index)) return true
    return false
  },
  read: (pasted) => {
    const text = withoutContinuationPrompts(pasted)
    const starts = commandStarts(text)
    const first = starts[0] ?? 0
    const { shell, isShown } = shellOf(text.slice(first), leadOf(text, first))
    const exchanges: Exchange[] = []
    let next = 0
    while (next < starts.length) {
      const start = starts[next] ?? 0
      const curl = readCurl(text.slice(start), shell)
      if (!curl.complete)
        return incomplete(exchanges.length === 0 ? curl.why : curl.why.replace('The ', `The ${ordinals[exchanges.length + 1] ?? 'last '}`))
      const end = start + curl.end
      do next++
      while ((starts[next] ?? end) < end)
      const doubt = isShown || exchanges.length >= mostDoubted ? undefined : doubtOf(text.slice(start, starts[next]), shell, curl.request)
      exchanges.push({
        request: curl.request,
        response: readPrinted(withoutPrompt(text.slice(end, starts[next]))),
        ...(doubt && { shellDoubt: doubt })
      })
    }
    return found(exchanges)
  }
}
