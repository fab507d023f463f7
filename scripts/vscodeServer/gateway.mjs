import { createServer, request as requestOver } from 'node:http'
import { connect } from 'node:net'
import { pipeline } from 'node:stream'
import { Failure } from '../process/failure.mjs'

/**
 * @typedef {object} Gateway
 * @property {string} url like http://127.0.0.1:8732/
 * @property {() => Promise<void>} stop ends open connections too
 */

/**
 * Where pages of a server with this port are opened from. Anything else is a page of somebody else, or a name that somebody else has pointed
 * at this machine: an editor that runs commands must not answer either.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {number} port
 */
const isFromOwnPage = ({ headers: { host, origin } }, port) => {
  const own = [`127.0.0.1:${port}`, `localhost:${port}`]
  return host !== undefined && own.includes(host) && (origin === undefined || origin === `http://${host}`)
}

/** @param {import('node:http').IncomingMessage} request */
const headOf = ({ method, url, httpVersion, rawHeaders }) => {
  const headers = rawHeaders.flatMap((name, at) => (at % 2 === 0 ? [`${name}: ${rawHeaders[at + 1]}`] : []))
  return [`${method} ${url} HTTP/${httpVersion}`, ...headers, '', ''].join('\r\n')
}

/**
 * Opens the VS Code server behind a Unix socket to browsers on this machine, and answers the one request that the server itself leaves to what
 * stands in front of it: `POST /mint-key`, a key that the page encrypts the extensions' secrets with. Without it secrets live only as long as
 * the page.
 *
 * @param {object} options
 * @param {string} options.socketPath of the server
 * @param {number} options.port 0 for any free one
 * @param {Buffer} options.secretKey 32 bytes; the same ones as last time keep the secrets readable
 * @returns {Promise<Gateway>}
 */
export const startGateway = async ({ socketPath, port, secretKey }) => {
  let ownPort = port
  /** @type {Set<import('node:stream').Duplex>} */
  const upgraded = new Set()

  const gateway = createServer((request, response) => {
    if (!isFromOwnPage(request, ownPort)) {
      response.writeHead(403).end()
    } else if (request.method === 'POST' && request.url === '/mint-key') {
      response.writeHead(200, { 'content-type': 'application/octet-stream', 'cache-control': 'no-store' }).end(secretKey)
    } else {
      const { method, url: path, headers } = request
      const inner = requestOver({ socketPath, method, path, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        pipeline(answer, response, () => inner.destroy())
      })
      inner.once('error', () => (response.headersSent ? response.destroy() : response.writeHead(502).end()))
      response.once('close', () => inner.destroy())
      request.pipe(inner)
    }
  })

  gateway.on('upgrade', (request, socket, head) => {
    if (!isFromOwnPage(request, ownPort)) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
      return
    }
    const inner = connect(socketPath)
    upgraded.add(socket)
    socket.once('close', () => upgraded.delete(socket))
    inner.write(headOf(request))
    inner.write(head)
    pipeline(socket, inner, socket, () => {
      inner.destroy()
      socket.destroy()
    })
  })

  await new Promise((resolve, reject) => {
    gateway.once('error', (error) => {
      const inUse = 'code' in error && error.code === 'EADDRINUSE'
      reject(inUse ? new Failure(`Port ${port} is in use. Set the PORT environment variable to a free one.`) : error)
    })
    gateway.listen(port, '127.0.0.1', () => resolve(undefined))
  })
  const address = gateway.address()
  if (address === null || typeof address === 'string') throw new Error('The gateway has no port.')
  ownPort = address.port

  return {
    url: `http://127.0.0.1:${ownPort}/`,
    stop: async () => {
      const closed = new Promise((resolve) => gateway.close(resolve))
      gateway.closeAllConnections()
      for (const socket of upgraded) socket.destroy()
      await closed
    }
  }
}
