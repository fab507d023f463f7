import { responseOf } from './errorBody'
import type { Exchange, Request, Response } from './exchange'
import { authorisationIn, headersOfValue } from './headers'
import { bodyOfValue, fieldAt, firstTextAt, isRecord, numberAt, textAt } from './json'
import { requestOf } from './request'

const methodKeys = ['method', 'httpMethod', 'http_method', 'verb', 'requestMethod', 'request_method']
const urlKeys = ['url', 'uri', 'path', 'requestUrl', 'request_url', 'requestUri', 'endpoint', 'target', 'originalUrl']
/** Where a description of a request keeps its body. */
export const requestBodyKeys = ['data', 'body', '_data', 'payload', 'requestBody', 'request_body', 'postData']

const firstAt = (value: unknown, keys: readonly string[]): unknown =>
  keys.map((key) => fieldAt(value, key)).find((held) => held !== undefined)

/** The request that an object with a method and a URL describes: axios’ `config`, a record of a log. */
export const requestOfValue = (value: unknown): Request | undefined => {
  const url = firstTextAt(value, urlKeys)
  const method = firstTextAt(value, methodKeys)
  if (url === undefined || method === undefined || !/^[a-z]{3,7}$/i.test(method)) return undefined
  const base = textAt(value, 'baseURL') ?? ''
  return requestOf({
    method,
    url: /^https?:/.test(url) ? url : `${base.replace(/\/$/, '')}${base === '' || url.startsWith('/') ? '' : '/'}${url}`,
    authorisation: authorisationIn(headersOfValue(firstAt(value, ['headers', 'header']))),
    body: bodyOfValue(firstAt(value, requestBodyKeys))
  })
}

const statusKeys = ['status', 'statusCode', 'status_code']
const answerBodyKeys = ['data', 'body', 'text', 'responseText']

/** The answer that an object describes by its status and what came with it: axios’ `response`, an extended response of the SDK. */
const responseOfValue = (value: unknown): Response | undefined => {
  const status = statusKeys.map((key) => numberAt(value, key)).find((number) => number !== undefined && number >= 100 && number < 600)
  const headers = firstAt(value, ['headers', 'header'])
  const held = firstAt(value, answerBodyKeys)
  if (status === undefined || (headers === undefined && held === undefined && textAt(value, 'statusText') === undefined)) return undefined
  const body = bodyOfValue(held)
  return responseOf(status, textAt(value, 'statusText') ?? textAt(value, 'statusMessage') ?? '', body, headersOfValue(headers))
}

/**
 * The exchange in an error as a client library throws it: axios’ `{config, response}`, the SDK’s extended response `{status, headers, body}`,
 * superagent’s `{response: {req, status, body}}`. `undefined` for any other object.
 */
export const exchangeOfErrorObject = (value: unknown): Exchange | undefined => {
  if (!isRecord(value)) return undefined
  const answer = value['response']
  const request = [
    value['config'],
    fieldAt(answer, 'config'),
    fieldAt(answer, 'req'),
    value['request'],
    value['req'],
    fieldAt(answer, 'request')
  ]
    .map(requestOfValue)
    .find((found) => found !== undefined)
  const response = responseOfValue(answer ?? value['res']) ?? responseOfValue(value)
  return request || response ? { request, response } : undefined
}
