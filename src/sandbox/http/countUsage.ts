import { findOperation } from '../../platform/operations'
import type { Credential } from '../credentials/credentialStore'
import type { ClientUsage } from '../usage/clientUsage'
import type { RequestContext } from './environment'

const clientIdOf = (credential: Credential): string => (credential.kind === 'client' ? credential.client.id : credential.app.id)

/** Counts a request to an operation for the program whose token it carried, once it is answered. */
export const countUsage = (c: RequestContext, credential: Credential, time: number, usage: ClientUsage): void => {
  const operation = findOperation(c.req.method, c.req.path)
  if (operation) {
    usage.count({ time, clientId: clientIdOf(credential), method: operation.method, template: operation.path, status: c.res.status })
  }
}
