/** Finds requests, statuses and errors in a line of text of any kind: a log, a stack trace, a sentence. Patterns look at bounded stretches only. */

export interface FoundRequest {
  readonly method: string
  readonly url: string
}

const longestUrl = 2000
const beforeUrl = 300
const boundary = /[\s"'`<>|\\,;=([]/
const urlMark = /\/(?:api\/v2|oauth)\//g

const urlAround = (line: string, mark: number): { readonly start: number; readonly end: number } => {
  let start = mark
  while (start > 0 && mark - start < beforeUrl && !boundary.test(line.charAt(start - 1))) start--
  const rest = line.slice(mark, mark + longestUrl)
  const length = rest.search(/[\s"'`|\\]/)
  const written = (length < 0 ? rest : rest.slice(0, length)).replace(/[.,;:)\]>]{1,10}$/, '')
  return { start, end: mark + written.length }
}

const verbs = 'GET|POST|PUT|PATCH|DELETE|HEAD'
const verbBefore = new RegExp(
  String.raw`\b(${verbs})\b[^A-Za-z]{0,20}(?:(?:request|to|on|for|uri|url|call|endpoint|path)\b[^A-Za-z]{0,10}){0,3}$`
)
const verbNamed = new RegExp(String.raw`\b-?(?:http[_-]?)?method\\?["']?[ \t]{0,4}[=: ][ \t]{0,4}\\?["']?(${verbs})\b`, 'i')

/** The request that a line names: a URL of the platform, and a method near it. */
export const requestIn = (line: string): FoundRequest | undefined => {
  urlMark.lastIndex = 0
  const mark = urlMark.exec(line)?.index
  if (mark === undefined) return undefined
  const { start, end } = urlAround(line, mark)
  const before = line.slice(Math.max(0, start - 120), start)
  const method = verbBefore.exec(before.slice(-60))?.[1] ?? verbNamed.exec(before)?.[1] ?? verbNamed.exec(line.slice(end, end + 200))?.[1]
  return method === undefined ? undefined : { method, url: line.slice(start, end) }
}

const phrases =
  'Bad Request|Unauthorized|Forbidden|Not Found|Conflict|Payload Too Large|Unsupported Media Type|Too Many Requests|Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out|(?:Client|Server) Error'
const statusPatterns: readonly RegExp[] = [
  // HTTP/1.1 409 · "… HTTP/1.1" 409 · status=409 · statusCode: 409 · Response code 409 · <-- 409 · → 409
  /(?:\bHTTP\/[\d.]{1,4}\\?["']?|\bstatus(?:[ _-]?code)?\\?["']?|\bresponse(?:[ _-](?:status|code)){0,2}|[→⇒]|[-=]>|<-{1,3})[ \t]{0,4}[:=(]?[ \t]{0,4}(?:code[ \t]{1,2})?["'([]?([1-5]\d\d)\b(?![:\d-]|\.\d)/i,
  // 409 Conflict · 409 (Conflict) · 409 Client Error
  new RegExp(String.raw`\b([45]\d\d)\b[ \t:]{1,3}\(?(?:${phrases})\b`, 'i'),
  // (400) · error: (400) Bad Request
  /(?:^|[ \t:])\(([45]\d\d)\)/,
  // API Error: 400 - … (platform-client-sdk-go) · failed with 409 · got a 409 · code 409
  /\b(?:error|errors|failed|fails|returned|returns|got|get|gets|received|answered|with|code)\b:?[ \t]{1,3}(?:an? |code |HTTP )?([45]\d\d)\b(?![:\d-]|\.\d)/i,
  // Received HTTP response headers after 110ms - 409 (.NET)
  /\bresponse\b.{0,80} - ([1-5]\d\d)\s*$/i
]

export interface FoundStatus {
  readonly status: number
  /** What is said behind the status and a colon. */
  readonly reason: string | undefined
}

const reasonBehind = new RegExp(
  String.raw`^[)"'\]]{0,2}[ \t:]{0,3}\(?(?:${phrases})?\)?[ \t]{0,3}[:–-][ \t]{1,3}["']?([A-Za-z][^{}]{2,500})$`,
  'i'
)

/** The HTTP status that a line names. Numbers of another meaning are many: it has to stand behind a word, or before one, that says so. */
export const statusIn = (line: string): FoundStatus | undefined => {
  for (const pattern of statusPatterns) {
    const found = pattern.exec(line)
    const status = found?.[1]
    if (found === null || status === undefined) continue
    const behind = line.slice(line.indexOf(status, found.index) + status.length)
    return { status: Number(status), reason: reasonBehind.exec(behind.slice(0, 600))?.[1]?.trim() }
  }
  return undefined
}

export interface FoundError {
  readonly code: string | undefined
  readonly message: string | undefined
  readonly correlationId: string | undefined
}

/** `API Error: 400 - The message. (correlation id)` of platform-client-sdk-go. */
const goError = /\bAPI Error: \d{3} - (.{0,2000}?)(?: \(([\w-]{8,64})\))?\s*$/
const exceptionMessage = /\bApiException: (?!\(|Error calling)([^{}]{1,2000}?)\s*$/
/** `code=active.conversation` of a log: words with dots between them, as the platform's codes are. */
const codeNamed = /\b(?:error_?)?code\\?["']?[ \t]{0,2}[=:][ \t]{0,2}\\?["']?([a-z]{2,30}(?:\.[a-z]{1,30}){1,8})\b/i
const messageNamed = /\b(?:error_?)?(?:message|msg)\\?["']?[ \t]{0,2}[=:][ \t]{0,2}(?:"([^"]{1,2000})"|'([^']{1,2000})')/i
const contextNamed = /\b(?:context_?id|correlation[_-]?id)\\?["']?[ \t]{0,2}[=:][ \t]{0,2}\\?["']?([\w-]{8,64})/i

/** The error that a line names without JSON. */
export const errorIn = (line: string): FoundError | undefined => {
  const [, goMessage, goCorrelation] = goError.exec(line) ?? []
  if (goMessage !== undefined) return { code: undefined, message: goMessage, correlationId: goCorrelation }
  const code = codeNamed.exec(line)?.[1]
  if (code !== undefined) {
    const [, double, single] = messageNamed.exec(line) ?? []
    return { code, message: double ?? single, correlationId: contextNamed.exec(line)?.[1] }
  }
  const message = exceptionMessage.exec(line)?.[1]
  return message === undefined ? undefined : { code: undefined, message, correlationId: undefined }
}
