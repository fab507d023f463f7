import diagnostics from 'node:diagnostics_channel'

/** Counts the HTTP requests that this process makes, from now on. */
export const watchRequests = () => {
  const counts = { made: 0, underWay: 0, mostAtOnce: 0 }
  diagnostics.subscribe('http.client.request.start', (message) => {
    counts.made += 1
    counts.underWay += 1
    counts.mostAtOnce = Math.max(counts.mostAtOnce, counts.underWay)
    // Whether it was answered or broken off.
    if (typeof message === 'object' && message !== null && 'request' in message) {
      const { request } = /** @type {{ request: import('node:http').ClientRequest }} */ (message)
      request.once('close', () => (counts.underWay -= 1))
    }
  })
  return counts
}
