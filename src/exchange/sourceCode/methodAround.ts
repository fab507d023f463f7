import { argumentsAround, isCall, type Around } from './callsAround'
import { commandAround } from './commandLine'
import { pathAnchor, type PathText } from './pathText'

const verbs = 'GET|POST|PUT|PATCH|DELETE|HEAD'
const anyCase = 'GET|POST|PUT|PATCH|DELETE|HEAD|get|post|put|patch|delete|head|Get|Post|Put|Patch|Delete|Head'

/** `POST /api/v2/…`, as in a .http file, in a sentence, and in a table of requests. */
const requestLine = new RegExp(String.raw`\b(${verbs})\s+$`)

/** A callee that is named after its method, with what libraries add to it: `postForObject`, `PostAsJsonAsync`, `get_json`. */
const verbCallee = new RegExp(
  String.raw`(?:^|[.:>\s])(?:Http)?(${anyCase})(?:Async|(?:As|From|For)?(?:Json|String|Stream|ByteArray|Object|Entity|Location)\w*|Form|Raw|Request|One|_json)?(?:<.*>)?(?:\.new)?$`
)

/** `method: 'POST'` · `type: "POST"` · `Method = HttpMethod.Post` · `"POST"` among the arguments · `-Method Post`. */
const named: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:method|verb|(?:request_?)?type)["'\x60]?\s*(?::|=>|=)\s*["'\x60]?(${anyCase})\b`, 'gi'),
  new RegExp(String.raw`\b(?:HttpMethod|RequestMethod|Method|http)(?:\.|::)(?:Method)?(${anyCase})\b`, 'g'),
  new RegExp(String.raw`(?<=[(,]\s*)["'](${anyCase})["'](?=\s*[,)])`, 'g')
]

/** The one method that `patterns` find in `text`; `undefined` when they find none, or several. */
const onlyOne = (text: string, patterns: readonly RegExp[]): string | undefined => {
  for (const pattern of patterns) {
    const found = new Set([...text.matchAll(pattern)].map(([, method = '']) => method.toUpperCase()))
    if (found.size > 0) return found.size === 1 ? [...found][0] : undefined
  }
  return undefined
}

const fetches = /(?:^|\.)(?:fetch|\$fetch|ofetch|urlopen|axios|got|ky)$/

/** The method that a call shows: by its name, by an argument, or because it has no other argument than the URL. */
const methodOfCall = (text: string, call: Around, path: PathText): string | undefined => {
  const byName = verbCallee.exec(call.callee)?.[1]
  if (byName !== undefined) return byName.toUpperCase()
  const byArgument = onlyOne(text.slice(call.open, call.end), named)
  if (byArgument !== undefined) return byArgument
  const { all } = argumentsAround(text, call, path.start)
  return fetches.test(call.callee) && all.length === 1 ? 'GET' : undefined
}

const curlMethod = new RegExp(String.raw`(?:-X\s*|--request[\s=]+)["']?(${anyCase})\b`)
const curlData = /\s(?:-d|--data(?:-\w+)?|--json|-F|--form)[\s='"{]/
const powerShellMethod = new RegExp(String.raw`-Method\s+["']?(${anyCase})\b`, 'i')

/** The method of a shell's command, as cURL and PowerShell choose it. */
const methodOfCommand = (command: string): string | undefined => {
  if (!/^\W*curl/i.test(command)) {
    const shown = powerShellMethod.exec(command)?.[1]?.toUpperCase()
    // What is splatted (@request) may hold the method, and so may a wget option.
    return shown ?? (/^\W*(?:wget)|\s@\w|-Method/i.test(command) ? undefined : 'GET')
  }
  const shown = curlMethod.exec(command)?.[1]
  if (shown !== undefined) return shown.toUpperCase()
  if (/\s(?:-X|--request)\b|\s-G\b|\s-I\b/.test(command)) return undefined
  return curlData.test(command) ? 'POST' : 'GET'
}

/** What builders chain behind the URL: `.uri(…).POST(…)`, `.url(…).post(body)`. */
const chainedBehind = new RegExp(String.raw`\.(${anyCase})\(`, 'g')
/** What names the method behind it: `.method("POST", body)`, `connection.setRequestMethod("POST")`. */
const namedBehind = new RegExp(String.raw`\.(?:method|setRequestMethod)\(["'](${anyCase})["']`, 'g')
/** And before it: `client.post().uri(…)`. */
const chainedBefore = new RegExp(String.raw`\.(${anyCase})\(\)\s*\.uri\($`)

const longestStatement = 400

/** The text behind a path, up to `end`, and to the next path in any case. */
const textBehind = (text: string, from: number, end: RegExp): string => {
  const [untilNext = ''] = text.slice(from, from + longestStatement).split(pathAnchor, 1)
  const found = end.exec(untilNext)
  return found ? untilNext.slice(0, found.index) : untilNext
}

const endOfStatement = /;\s*\n|\n\s*\n/
const emptyLine = /\n\s*\n/

/** `method: POST` on the lines beside it, as in YAML; `request_type = "POST"`, as in a data action. */
const besideIt = (text: string, path: PathText): string | undefined => {
  const before = text
    .slice(Math.max(0, path.start - 200), path.start)
    .split('\n')
    .slice(-4)
    .join('\n')
  const after = text
    .slice(path.end, path.end + 200)
    .split('\n')
    .slice(0, 4)
    .join('\n')
  const line = new RegExp(String.raw`^[ \t-]*["']?(?:method|request_?type)["']?\s*[:=]\s*["']?(${anyCase})\b`, 'gim')
  return onlyOne(`${before}\n${after}`, [line])
}

/** The method that a path in a text is asked with, in upper case; `undefined` where the text does not show it. */
export const methodAround = (text: string, path: PathText, around: readonly Around[]): string | undefined => {
  const line = requestLine.exec(text.slice(Math.max(0, path.start - 20), path.start).replace(/["'`]$/, ''))?.[1]
  if (line !== undefined) return line

  const command = commandAround(text, path.start)
  if (command) return methodOfCommand(text.slice(command.start, command.end))

  for (const call of around) {
    const method = isCall(call) ? methodOfCall(text, call, path) : onlyOne(text.slice(call.open, call.end), named.slice(0, 2))
    if (method !== undefined) return method
  }
  const before = chainedBefore.exec(text.slice(Math.max(0, path.start - 80), path.start).replace(/["'`]$/, ''))?.[1]
  if (before !== undefined) return before.toUpperCase()
  const byName = onlyOne(textBehind(text, path.end, emptyLine), [namedBehind])
  const chained = around.some(isCall) ? onlyOne(textBehind(text, path.end, endOfStatement), [chainedBehind]) : undefined
  const behind = byName ?? chained
  return behind ?? besideIt(text, path)
}
