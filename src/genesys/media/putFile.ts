import { request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import type { Failure } from '../platformError'

export type PutReply = { readonly ok: true } | { readonly ok: false; readonly failure: Failure }

/** How long nothing may happen on the connection. */
const silentMs = 60_000

/** How much is written at once, so that progress shows. */
const pieceBytes = 64 * 1024

const isThisMachine = (hostname: string): boolean => hostname === '127.0.0.1' || hostname === 'localhost'

/**
 * Whether a file may go to an address that the platform gave: over an encrypted connection, or to this machine for an organisation that is on it.
 */
export const isUploadAddress = (address: string, mayBePlain: boolean): boolean => {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, username, password } = new URL(address)
  if (username !== '' || password !== '') return false
  return protocol === 'https:' || (protocol === 'http:' && mayBePlain && isThisMachine(hostname))
}

/**
 * Uploads bytes to a pre-signed address, with the headers that were given with it and no token: whoever has the address may upload there.
 * @param progress told how many bytes have gone
 */
export const putFile = (
  address: string,
  headers: Readonly<Record<string, string>>,
  bytes: Uint8Array,
  progress: (sent: number) => void,
  signal: AbortSignal
): Promise<PutReply> =>
  new Promise((resolve) => {
    const failed = (failure: Failure): void => {
      resolve({ ok: false, failure })
    }
    const request = address.startsWith('https:') ? secureRequest : plainRequest
    const put = request(address, { method: 'PUT', headers: { ...headers, 'content-length': bytes.byteLength }, signal }, (answer) => {
      const { statusCode: status = 0 } = answer
      answer.resume()
      if (status >= 200 && status < 300) resolve({ ok: true })
      else failed({ kind: 'refused', status, code: undefined, message: undefined, correlationId: undefined })
    })
    put.setTimeout(silentMs, () => put.destroy(new Error('nothing happened for a minute')))
    put.once('error', ({ message }) => {
      failed(signal.aborted ? { kind: 'cancelled' } : { kind: 'noAnswer', why: message })
    })

    const write = (from: number): void => {
      progress(from)
      if (from >= bytes.byteLength) {
        put.end()
        return
      }
      const to = Math.min(from + pieceBytes, bytes.byteLength)
      put.write(bytes.subarray(from, to), (error) => {
        if (!error) write(to)
      })
    }
    write(0)
  })
