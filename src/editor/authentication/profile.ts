import * as z from 'zod/mini'
import { addedEndpoint, regionEndpoint, type Endpoint } from '../../genesys/endpoint'

/** What is known of a connection when it is not open. No secret is in it: those are in `ConnectionSecrets`. */
export const connectionProfile = z.object({
  id: z.string(),
  name: z.string(),
  endpoint: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('region'), region: z.string() }),
    z.object({ kind: z.literal('host'), host: z.string() })
  ]),
  /** Sends on it are confirmed with the organisation’s name. */
  isProduction: z.boolean(),
  /** Set when it has a user. Without `oauthClientId` the token was pasted, and nobody can sign in again. */
  user: z.optional(
    z.object({
      oauthClientId: z.optional(z.string()),
      /** How the browser comes back from the login page; to the editor unless given. */
      wayBack: z.optional(z.enum(['editor', 'loopback']))
    })
  ),
  /** Set when it has an OAuth client of its own (client credentials grant). */
  client: z.optional(z.object({ id: z.string() }))
})

export type ConnectionProfile = z.infer<typeof connectionProfile>

/** The id of the sandbox’s connection. It is made anew at each start, and never kept. */
export const sandboxId = 'sandbox'

/**
 * Where the organisation of a profile answers; `undefined` for a region that does not exist, and for a host that is not in the user’s settings any
 * more.
 * @param additionalHosts as the setting has them
 */
export const endpointOf = ({ endpoint }: Pick<ConnectionProfile, 'endpoint'>, additionalHosts: readonly string[]): Endpoint | undefined => {
  switch (endpoint.kind) {
    case 'region':
      return regionEndpoint(endpoint.region)
    case 'host':
      return additionalHosts.includes(endpoint.host) ? addedEndpoint(endpoint.host) : undefined
  }
}
