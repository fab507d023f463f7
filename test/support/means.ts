import { loadSdk } from '../../src/genesys/loadSdk'
import type { Means } from '../../src/genesys/signIn'
import { systemPace } from '../../src/genesys/traffic/pace'

/** What a connection over real HTTP works with: the SDK as it is shipped, and this machine’s time, or another one. */
export const realMeans = async (now: () => number = Date.now): Promise<Means> => ({
  sdk: await loadSdk(),
  pace: { ...systemPace, now },
  random: Math.random,
  onSignedOut: () => undefined
})
