import { createServer } from 'node:net'

/**
 * @param {number} wanted
 * @returns {Promise<number>} the wanted port if nothing listens there on this machine, else 0, which stands for any free one
 */
export const freePort = (wanted) =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(0))
    probe.listen(wanted, '127.0.0.1', () => probe.close(() => resolve(wanted)))
  })
