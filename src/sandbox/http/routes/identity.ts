import { Hono } from 'hono'
import type { CredentialStore } from '../../credentials/credentialStore'
import type { World } from '../../world'
import type { Needs } from '../authentication'
import type { Environment } from '../environment'
import { organisationBody } from '../shapes/organisation'
import { tokenInfo } from '../shapes/token'

/** The token that a request is sent with, and the organisation that it opens. */
export const identityRoutes = ({ organisation }: World, credentials: CredentialStore, needs: Needs): Hono<Environment> => {
  const routes = new Hono<Environment>()

  // HEAD is answered as GET without the body.
  routes.get('/tokens/me', needs({ token: 'any' }), (c) => c.json(tokenInfo(organisation, c.var.credential)))

  routes.delete('/tokens/me', needs({ token: 'any' }), (c) => {
    credentials.revoke(c.var.token)
    return c.body(null, 200)
  })

  routes.get('/organizations/me', needs({ token: 'any' }), (c) => c.json(organisationBody(organisation)))
  return routes
}
