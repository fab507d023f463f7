import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isUploadAddress, putFile } from '../../../../src/genesys/media/putFile'

const never = new AbortController().signal
const ignore = (): void => undefined

describe('an address to upload to', () => {
  it('is an encrypted one, or on this machine for a sandbox', () => {
    assert.equal(isUploadAddress('https://bucket.s3.eu-central-1.amazonaws.com/file?X-Amz-Signature=1', false), true)
    assert.equal(isUploadAddress('http://127.0.0.1:4567/message-media/1?key=2', true), true)
    assert.equal(isUploadAddress('http://localhost:4567/message-media/1', true), true)
    for (const address of [
      'http://bucket.s3.amazonaws.com/file',
      'http://127.0.0.1.example.com/file',
      'http://127.0.0.1@example.com/file',
      'https://user:secret@example.com/file',
      'file:///etc/passwd',
      'data:text/plain,1',
      'upload'
    ])
      assert.equal(isUploadAddress(address, true), false, address)
    assert.equal(isUploadAddress('http://127.0.0.1:4567/message-media/1', false), false)
  })
})

describe('a file on its way', () => {
  let server: Server
  let answer: RequestListener
  let headers: IncomingHttpHeaders
  let received: Buffer

  beforeEach(async () => {
    answer = (_request, response) => response.writeHead(200).end()
    server = createServer((request, response) => {
      ;({ headers } = request)
      const pieces: Buffer[] = []
      request.on('data', (piece: Buffer) => pieces.push(piece))
      request.on('end', () => {
        received = Buffer.concat(pieces)
        answer(request, response)
      })
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
  })
  afterEach(() => {
    server.closeAllConnections()
    server.close()
  })

  const address = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/file?key=1`

  it('carries the headers that were given, and no token', async () => {
    await putFile(address(), { 'x-amz-acl': 'private' }, Buffer.from('1'), ignore, never)
    assert.deepEqual(Object.keys(headers).sort(), ['connection', 'content-length', 'host', 'x-amz-acl'])
  })

  it('arrives as it is, and tells how far it is', async () => {
    const bytes = Buffer.alloc(200_000, 'picture')
    const sent: number[] = []
    const reply = await putFile(address(), {}, bytes, (now) => sent.push(now), never)
    assert.deepEqual(reply, { ok: true })
    assert.deepEqual(received, bytes)
    assert.deepEqual([sent[0], sent.at(-1)], [0, 200_000])
    assert.ok(sent.length > 2)
  })

  it('arrives also when it is empty', async () => {
    assert.deepEqual(await putFile(address(), {}, Buffer.alloc(0), ignore, never), { ok: true })
  })

  it('goes nowhere else: a redirection is not followed', async () => {
    let others = 0
    answer = ({ url }, response) => {
      if (url === '/other') others++
      response.writeHead(307, { location: '/other' }).end()
    }
    const reply = await putFile(address(), {}, Buffer.from('1'), ignore, never)
    assert.deepEqual(reply.ok ? undefined : reply.failure, {
      kind: 'refused',
      status: 307,
      code: undefined,
      message: undefined,
      correlationId: undefined
    })
    assert.equal(others, 0)
  })

  it('can be called off', async () => {
    const abort = new AbortController()
    answer = () => {
      abort.abort()
    }
    assert.deepEqual(await putFile(address(), {}, Buffer.from('1'), ignore, abort.signal), { ok: false, failure: { kind: 'cancelled' } })
  })

  it('is told to be lost when the connection breaks', async () => {
    answer = ({ socket }) => socket.destroy()
    const reply = await putFile(address(), {}, Buffer.from('1'), ignore, never)
    assert.equal(reply.ok ? undefined : reply.failure.kind, 'noAnswer')
  })
})
