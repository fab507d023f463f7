// Requests that the SDK would not make.
import assert from 'node:assert/strict'
import { request } from 'node:http'
import type { Sandbox } from '../../../src/sandbox'

export interface RawRequest {
  readonly method?: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Sends the body in chunks, without a Content-Length. */
  readonly chunked?: boolean
}

export interface RawAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly json: Readonly<Record<string, unknown>>
}

export const send = ({ address }: Sandbox, { method = 'GET', path, headers = {}, body, chunked = false }: RawRequest): Promise<RawAnswer> =>
  new Promise((resolve, reject) => {
    const length = body === undefined || chunked ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const outgoing = request(`${address.url}${path}`, { method, agent: false, headers: { ...length, ...headers } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          json: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)
        })
      })
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })

/** The headers of a JSON request with the agent's token. */
export const asUser = ({ address }: Sandbox): Record<string, string> => ({
  authorization: `Bearer ${address.userToken}`,
  'content-type': 'application/json'
})

/** A client's token, got as a program gets it. */
export const clientToken = async (sandbox: Sandbox): Promise<string> => {
  const { clientId, clientSecret } = sandbox.address
  const { json } = await send(sandbox, {
    method: 'POST',
    path: '/oauth/token',
    headers: {
      authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded'
    },
    body: 'grant_type=client_credentials'
  })
  const token = json['access_token']
  assert.ok(typeof token === 'string')
  return token
}

export const asClient = async (sandbox: Sandbox): Promise<Record<string, string>> => ({
  authorization: `Bearer ${await clientToken(sandbox)}`,
  'content-type': 'application/json'
})
