import type { Body } from '../exchange'
import { withoutSecretFields } from '../secrets'
import type { Span } from './balanced'
import { argumentsAround, isCall, type Around } from './callsAround'
import { commandAround } from './commandLine'
import { startOfLine } from './lines'
import { objectAt } from './objectLiteral'
import type { PathText } from './pathText'

type Fields = Readonly<Record<string, unknown>>

/** How far before a call its body is looked for. */
const longestWayBack = 3000

/** What makes text of an object: the object is the body. */
const serialising =
  /\b(?:JSON\.stringify|json\.dumps|json_encode|json\.Marshal|JsonConvert\.SerializeObject|JsonSerializer\.Serialize|JsonContent\.Create|ConvertTo-Json(?:\s+-InputObject)?)\s*\(?\s*/g
/** What a body is called among options and named arguments. */
const naming = /(?<![\w$.])["']?(?:body|json|data|content|payload)["']?\s*(?::|=>|=(?!=))\s*/g
const identifier = /[A-Za-z_]\w*/y

const nameAt = (text: string, at: number): string | undefined => {
  identifier.lastIndex = text.charAt(at) === '$' || text.charAt(at) === '&' || text.charAt(at) === '@' ? at + 1 : at
  return identifier.exec(text)?.[0]
}

/** True when `text` has a function with a parameter of this name: what was assigned before it is another one. */
const hasParameter = (text: string, name: string): boolean =>
  new RegExp(
    String.raw`(?<![\w.])${name}\s*=>|[(,]\s*(?:[\w<>.]+\s+)?[$]?${name}\s*(?:[:=,][^()]*)?\)[^\n(){}]{0,60}(?:=>|\{|:\s*\n)`
  ).test(text)

/** The object that was last assigned to a name before `at`, in the same function as far as can be seen. */
const assignedBefore = (text: string, name: string, at: number): Fields | undefined => {
  const start = Math.max(0, at - longestWayBack)
  const before = text.slice(start, at)
  const assignment = new RegExp(String.raw`(?<![\w.])\$?${name}\s*(?::\s*[\w<>,. |]{1,80})?\s*:?=(?!=)\s*`, 'g')
  const last = [...before.matchAll(assignment)].at(-1)
  const assigned = last && objectAt(text, start + last.index + last[0].length)
  return assigned && assigned.end <= at && !hasParameter(text.slice(assigned.end, at), name) ? assigned.value : undefined
}

/** The object that stands at `at`, or that the name there was given. */
const fieldsAt = (text: string, at: number, callStart: number): Fields | undefined => {
  const written = objectAt(text, at)
  if (written) return written.value
  const name = nameAt(text, at)
  return name === undefined ? undefined : assignedBefore(text, name, callStart)
}

const startOfText = (text: string, { start, end }: Span): number => {
  const blank = /^\s*/.exec(text.slice(start, end))?.[0].length ?? 0
  return start + blank
}

/** The body that `pattern` leads to inside `span`. */
const fieldsBehind = (text: string, pattern: RegExp, span: Span): Fields | undefined => {
  for (const found of text.slice(span.start, span.end).matchAll(pattern)) {
    const at = span.start + found.index + found[0].length
    const fields = fieldsAt(text, at, span.start)
    if (fields) return fields
  }
  return undefined
}

/** Options of a request, which are no body. */
const isOptions = (fields: Fields): boolean =>
  ['method', 'headers', 'params', 'body', 'url', 'timeout', 'signal'].some((name) => name in fields)

/** The body of a shell's command: what follows `-d`, `--data…`, `--json` or `-Body`. */
const fieldsOfCommand = (text: string, { start, end }: Span): Fields | undefined => {
  const data = /(?:\s(?:-d|--data(?:-raw|-binary)?|--json)[\s=]*\$?["']?|-Body\s+(?:\(\s*)?["']?)(?=[{@$\\])/gi
  return fieldsBehind(text, data, { start, end })
}

/** The body of a request in a .http file: behind its headers and an empty line. */
const fieldsOfHttpFile = (text: string, path: PathText): Fields | undefined => {
  if (!/^\s*(?:POST|PUT|PATCH|DELETE)\s+$/.test(text.slice(startOfLine(text, path.start), path.start))) return undefined
  const rest = text.slice(path.end, path.end + longestWayBack)
  const body = /^[^\n]*\n(?:[\w-]+:[^\n]*\n)*\s*(?=\{)/.exec(rest)
  return body ? objectAt(text, path.end + body[0].length)?.value : undefined
}

const fieldsOfCall = (text: string, call: Around, path: PathText): Fields | undefined => {
  const named =
    fieldsBehind(text, serialising, { start: call.open, end: call.end }) ?? fieldsBehind(text, naming, { start: call.open, end: call.end })
  if (named || !isCall(call)) return named
  const { all, index } = argumentsAround(text, call, path.start)
  const next = all[index + 1]
  const fields = next && fieldsAt(text, startOfText(text, next), call.open)
  return fields && !isOptions(fields) ? fields : undefined
}

const fieldsNearby = (text: string, path: PathText, around: readonly Around[]): Fields | undefined => {
  const command = commandAround(text, path.start)
  if (command) return fieldsOfCommand(text, command)
  for (const call of around) {
    const fields = fieldsOfCall(text, call, path)
    if (fields) return fields
  }
  return fieldsOfHttpFile(text, path)
}

/** Fields as a request's body, without secrets. */
export const bodyOf = (fields: Fields | undefined): Body | undefined => fields && { kind: 'json', value: withoutSecretFields(fields) }

/** The body that is written as an object beside a path: in the call, or as what a name in the call was given. `undefined` where there is none. */
export const bodyNearby = (text: string, path: PathText, around: readonly Around[]): Body | undefined =>
  bodyOf(fieldsNearby(text, path, around))

/** The object that is an argument of a call, or that the argument was given before. */
export const fieldsOfArgument = (text: string, argument: Span, callStart: number): Fields | undefined =>
  fieldsAt(text, startOfText(text, argument), callStart)
