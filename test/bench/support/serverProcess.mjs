import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/**
 * Starts the sandbox with 100,000 conversations, or a bare Node.js server, in a process of its own: what it takes is not the measuring one’s.
 *
 * @param {'sandbox' | 'bare'} kind
 */
export const startServer = async (kind) => {
  const child = fork(fileURLToPath(new URL('./loadedSandbox.mjs', import.meta.url)), [kind], {
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc']
  })
  if (child.stdout === null) throw new Error('The server has no output.')
  const lines = createInterface({ input: child.stdout })
  const [line] = await Promise.race([
    once(lines, 'line'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`The server ended with ${code}.`)))
  ])
  return {
    address: JSON.parse(line),
    /** @returns {Promise<{ readonly heapMb: number, readonly cpuSeconds: number }>} of the server’s process, up to now */
    usage: async () => {
      const answer = once(child, 'message')
      child.send('usage')
      const [usage] = await answer
      return usage
    },
    stop: async () => {
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    }
  }
}
