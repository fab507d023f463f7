import type { Context } from 'hono'
import type { Assume, AssumptionId } from '../assumptions'
import type { Credential } from '../credentials/credentialStore'
import type { PermissionNeed } from '../credentials/grants'

/** What is known of a request while it is being answered. */
export interface Environment {
  Variables: {
    /** Goes into `contextId` and the `ININ-Correlation-Id` header. */
    contextId: string
    /** The assumptions that the answer rests on. */
    assumed: Set<AssumptionId>
    /** The body as it came. */
    body: string
    credential: Credential
    /** The token of the credential, as it came. */
    token: string
    /** What the operation asks of the credential’s roles. */
    permissions: PermissionNeed | undefined
  }
}

export type RequestContext = Context<Environment>

export const assumeFor =
  (c: RequestContext): Assume =>
  (id) => {
    c.var.assumed.add(id)
  }
