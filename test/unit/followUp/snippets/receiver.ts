import { once } from 'node:events'
import { createServer, type Server } from 'node:http'

/** A request as it arrived. */
export interface Received {
  readonly method: string | undefined
  readonly url: string | undefined
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

/** A server on this machine that keeps what it is sent. */
export class Receiver {
  readonly #server: Server
  #received: Received[] = []

  private constructor() {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        const { method, url, headers } = request
        this.#received.push({ method, url, headers, body: Buffer.concat(chunks) })
        response.end()
      })
    })
  }

  static async start(): Promise<Receiver> {
    const receiver = new Receiver()
    receiver.#server.listen(0, '127.0.0.1')
    await once(receiver.#server, 'listening')
    return receiver
  }

  get origin(): string {
    const address = this.#server.address()
    if (address === null || typeof address === 'string') throw new Error('The receiver has no port.')
    return `http://127.0.0.1:${address.port}`
  }

  /** What has arrived since this was last asked, in order. */
  take(): readonly Received[] {
    const taken = this.#received
    this.#received = []
    return taken
  }

  async stop(): Promise<void> {
    this.#server.close()
    this.#server.closeAllConnections()
    await once(this.#server, 'close')
  }
}
