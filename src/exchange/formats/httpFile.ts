import { cutShortIn, readRawHttp } from '../rawHttp'
import { isSecretName } from '../secrets'
import { found, incomplete, type Format } from './format'

const definition = /^[ \t]*@([\w.-]{1,60})[ \t]*=[ \t]*(.*)$/
const reference = /\{\{[ \t]{0,4}([\w.-]{1,60})[ \t]{0,4}\}\}/g
/** Longer values are no part of an address: they are left as references, so that no file can grow without end. */
const longestValue = 200
/** An address alone in the first line of a request is asked with GET. */
const addressAlone = /^(?:https?:\/\/|\{\{)\S+$/
const comment = /^[ \t]*(?:#|\/\/)/
/** A query over several lines, a file as body, and what is done with the answer. */
const queryLine = /^[ \t]+[?&]\S+$/
const file = /^[ \t]*(?:<@?|>>?)[ \t]+[^{\s]/
const scriptStart = /^[ \t]*[<>][ \t]*\{%/

/** The file's own variables. Those that hold secrets are not among them. */
const variablesIn = (lines: readonly string[]): ReadonlyMap<string, string> => {
  const variables = new Map<string, string>()
  for (const line of lines) {
    const [, name, value] = definition.exec(line) ?? []
    if (name !== undefined && value !== undefined && value.length <= longestValue && !isSecretName(name)) variables.set(name, value.trim())
  }
  return variables
}

/** One request of the file as plain HTTP. */
const plainRequest = (lines: readonly string[]): string => {
  const plain: string[] = []
  let inBody = false
  let inScript = false
  for (const line of lines) {
    if (!inBody && (comment.test(line) || definition.test(line) || (plain.length === 0 && line.trim() === ''))) continue
    if (plain.length > 0 && line.trim() === '') inBody = true
    inScript ||= scriptStart.test(line)
    if (inScript) {
      inScript = !line.includes('%}')
      continue
    }
    if (file.test(line)) continue
    if (plain.length === 0) plain.push(addressAlone.test(line.trim()) ? `GET ${line.trim()}` : line)
    else if (plain.length === 1 && queryLine.test(line)) plain[0] = `${(plain[0] ?? '').replace(/ HTTP\/[\d.]+$/, '')}${line.trim()}`
    else plain.push(line)
  }
  return plain.join('\n')
}

/** Files of REST Client, JetBrains and Visual Studio: requests between `###`, and `@variables`. */
export const httpFileFormat: Format = {
  name: '.http file',
  looksLike: (text) =>
    /^(?:###|[ \t]{0,40}@[\w.-]{1,60}[ \t]{0,40}=)/m.test(text) && /\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|https?:)/i.test(text),
  read: (text) => {
    const lines = text.split('\n')
    const variables = variablesIn(lines)
    const sections: string[][] = [[]]
    for (const line of lines)
      if (line.startsWith('###')) sections.push([])
      else sections.at(-1)?.push(line.replace(reference, (written, name: string) => variables.get(name) ?? written))
    const requests = sections.map(plainRequest)
    const missing = cutShortIn(requests.at(-1) ?? '')
    return missing === undefined ? found(requests.flatMap(readRawHttp)) : incomplete(missing)
  }
}
