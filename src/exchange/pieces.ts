import { errorAnswerOf, looksLikeError, responseOf } from './errorBody'
import type { Body, Exchange, Request, Response } from './exchange'
import type { Headers } from './headers'
import { numberAt } from './json'
import { withoutSecrets } from './secrets'
import type { FoundError } from './textFinds'

/** What a log or a text says of exchanges, piece by piece. */
export type Piece =
  | { readonly kind: 'request'; readonly request: Request }
  /** The request of an error that was read before: PowerShell shows the line that failed behind what it says of it. */
  | { readonly kind: 'cause'; readonly request: Request }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'body'; readonly body: Body }
  | { readonly kind: 'error'; readonly error: FoundError }
  | { readonly kind: 'headers'; readonly headers: Headers }
  | { readonly kind: 'exchange'; readonly exchange: Exchange }

interface Gathered {
  request: Request | undefined
  status: number | undefined
  body: Body | undefined
  error: FoundError | undefined
  headers: Headers
  /** An answer that was read whole. */
  response: Response | undefined
}

const isErrorBody = (body: Body): boolean => body.kind === 'json' && looksLikeError(body.value)

const isAnswered = ({ status, body, error, response }: Gathered): boolean =>
  status !== undefined || body !== undefined || error !== undefined || response !== undefined

const statusInBody = (body: Body | undefined): number | undefined => (body?.kind === 'json' ? numberAt(body.value, 'status') : undefined)

const withFoundError = (response: Response, error: FoundError | undefined): Response => {
  const { code, message, correlationId } = error ?? {}
  if (error === undefined || response.error?.code !== undefined) return response
  return {
    ...response,
    error: {
      code,
      message: message === undefined ? response.error?.message : withoutSecrets(message),
      correlationId: response.error?.correlationId ?? correlationId
    }
  }
}

/** The answer that was read whole, and else what was gathered of one. */
const responseIn = (gathered: Gathered): Response | undefined => {
  const { status, body, error, headers, response } = gathered
  if (response?.body !== undefined || !isAnswered(gathered)) return response
  const read = withFoundError(responseOf(response?.status ?? status ?? statusInBody(body), '', body, headers), error)
  return { ...response, ...read, error: read.error ?? response?.error }
}

const exchangeOf = (gathered: Gathered): Exchange => ({ request: gathered.request, response: responseIn(gathered) })

/** True for what says something: a request, or an answer that failed. */
const isWorthKeeping = ({ request, response }: Exchange): boolean =>
  request !== undefined || (response !== undefined && (response.error !== undefined || (response.status ?? 0) >= 400))

const isSameRequest = (a: Request, b: Request): boolean => a.method === b.method && (a.apiPath ?? a.url) === (b.apiPath ?? b.url)

const isSameError = (a: Body, b: Body): boolean => errorAnswerOf(a)?.code === errorAnswerOf(b)?.code

const merged = (first: Request, again: Request): Request => ({
  ...first,
  authorisation: first.authorisation === 'not shown' ? again.authorisation : first.authorisation,
  body: first.body ?? again.body
})

/** Joins pieces to exchanges, in order: each request with the answer that follows it. What is said twice counts once. */
export const joinPieces = (pieces: readonly Piece[]): readonly Exchange[] => {
  const all: Gathered[] = []
  const begin = (request: Request | undefined): Gathered => {
    const begun: Gathered = { request, status: undefined, body: undefined, error: undefined, headers: new Map(), response: undefined }
    all.push(begun)
    return begun
  }
  const last = (): Gathered => all.at(-1) ?? begin(undefined)

  for (const piece of pieces) {
    const now = last()
    switch (piece.kind) {
      case 'request':
        if (now.request === undefined ? !isAnswered(now) : !isAnswered(now) && isSameRequest(now.request, piece.request))
          now.request = now.request ? merged(now.request, piece.request) : piece.request
        else begin(piece.request)
        break
      case 'cause':
        now.request ??= piece.request
        break
      case 'status':
        if (now.status === undefined && now.response === undefined) now.status = piece.status
        else if (now.status !== piece.status && now.response?.status !== piece.status) begin(undefined).status = piece.status
        break
      case 'body':
        if (now.request !== undefined && !isAnswered(now) && !isErrorBody(piece.body))
          now.request = merged(now.request, { ...now.request, body: piece.body })
        else if (now.body === undefined && now.response === undefined) now.body = piece.body
        else if (isErrorBody(piece.body) && !(now.body && isSameError(now.body, piece.body)) && now.response === undefined)
          begin(undefined).body = piece.body
        break
      case 'error':
        if (now.response === undefined) now.error ??= piece.error
        break
      case 'headers':
        now.headers = new Map([...now.headers, ...piece.headers])
        break
      case 'exchange': {
        const { request, response } = piece.exchange
        const isOther = now.request !== undefined && request !== undefined && !isSameRequest(now.request, request)
        const isAnother = now.response !== undefined || (now.status !== undefined && now.status !== response?.status)
        const target = isOther || isAnother ? begin(request) : now
        if (request) target.request = target.request ? merged(target.request, request) : request
        target.response = response
      }
    }
  }
  return all.map(exchangeOf).filter(isWorthKeeping)
}
