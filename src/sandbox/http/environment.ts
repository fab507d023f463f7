import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { Assume, AssumptionId } from '../assumptions'
import type { Credential } from '../credentials/credentialStore'
import type { PermissionNeed } from '../credentials/grants'
import type { RequestFault } from '../faults/fault'

/** What is known of a request while it is being answered. */
export interface Environment {
  Bindings: HttpBindings
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
    /** What is made to go wrong with the request. */
    faults: readonly RequestFault[]
    /** What went out past the answer, because a fault wrote to the connection itself; `nothing` when it stayed silent. */
    sent: 'nothing' | { readonly status: number; readonly body: string } | undefined
  }
}

export type RequestContext = Context<Environment>

export const assumeFor =
  (c: RequestContext): Assume =>
  (id) => {
    c.var.assumed.add(id)
  }
