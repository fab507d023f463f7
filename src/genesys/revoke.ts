import type { Endpoint } from './endpoint'
import { PlatformError } from './platformError'
import type { Means } from './signIn'
import { givenToken } from './tokens/tokenSource'
import { callerFor } from './traffic/caller'
import { Traffic } from './traffic/traffic'

/**
 * Makes a token unusable everywhere (DELETE /api/v2/tokens/me). One that the platform does not take any more is as good as revoked.
 * @throws PlatformError
 */
export const revoke = async (endpoint: Endpoint, token: string, { sdk, pace, random }: Omit<Means, 'onSignedOut'>): Promise<void> => {
  const caller = callerFor(new Traffic(pace, random), givenToken(token), () => undefined)
  const reply = await sdk.openApi(endpoint, caller).signOut()
  if (!reply.ok && !(reply.failure.kind === 'refused' && reply.failure.status === 401))
    throw new PlatformError('Signing out', reply.failure)
}
