// A process of its own that prints where it listens, as one line of JSON, and then answers until it is ended. With the argument “sandbox” it is
// the sandbox with 100,000 conversations; with “bare” a Node.js server that answers everything with a fixed body. To a message it
// answers with the size of its heap and the time that it has used.
import { createServer } from 'node:http'
import { loadBundle } from './bundle.mjs'

const startSandbox = async () => {
  const { startSandbox: start } = await loadBundle('sandboxLoad', ['sandbox/index'])
  const begun = performance.now()
  const { address } = await start({ scenario: 'large', conversations: 100_000 })
  return { ...address, startMs: performance.now() - begun }
}

/** @returns {Promise<{ readonly url: string }>} */
const startBare = () => {
  const body = JSON.stringify({ text: 'x'.repeat(4000) })
  const server = createServer((request, response) => {
    request.resume()
    request.on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end(body))
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (typeof address === 'object' && address !== null) resolve({ url: `http://127.0.0.1:${address.port}` })
    })
  })
}

process.on('message', () => {
  globalThis.gc?.()
  const { user, system } = process.cpuUsage()
  process.send?.({ heapMb: process.memoryUsage().heapUsed / 1_000_000, cpuSeconds: (user + system) / 1_000_000 })
})
process.on('disconnect', () => process.exit())

console.log(JSON.stringify(await (process.argv[2] === 'bare' ? startBare() : startSandbox())))
