import { isFailure, type Exchange } from '../exchange'
import { textPieces } from '../logPieces'
import { joinPieces } from '../pieces'
import { requestOf } from '../request'
import { readSource } from '../sourceCode/readSource'
import { found, type Format } from './format'

/** Words and signs of programs, in the languages of the platform's SDKs and in shells. */
const code =
  /\b(?:await|async|const|let|var|def|import|func|public|return|new|self|fetch\(|axios|requests\.\w+\(|Invoke-(?:RestMethod|WebRequest)\b)|[=-]>|:=|\$\w{1,40} ?=|[;{})]\s*$/m

/** What a single line must name before it is taken for a call of the platform: many programs have a `getConversation`. */
const platform = /api\/v2|purecloud|genesys|platform-?client|conversations_?(?:api|messages)/i

/** The answer that somebody wrote, or pasted, with the code. */
const answerIn = (text: string): Exchange['response'] =>
  joinPieces(textPieces(text)).findLast(({ response }) => response && isFailure(response))?.response

/** Calls in source code: fetch, axios, requests, Invoke-RestMethod and the official SDKs, as far as their method can be seen. */
export const sourceCodeFormat: Format = {
  name: 'source code',
  looksLike: (text) => platform.test(text) && code.test(text),
  read: (text) => {
    const requests = readSource(text).flatMap(({ place, request: { method, url, authorisation, body } }) =>
      place === 'code' && method !== undefined ? [requestOf({ method, url, authorisation, body })] : []
    )
    const [only, ...others] = requests
    if (only && others.length === 0) return found([{ request: only, response: answerIn(text) }])
    return found(requests.map((request) => ({ request, response: undefined })))
  }
}
