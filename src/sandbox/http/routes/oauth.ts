import { Hono } from 'hono'
import type { Clock } from '../../clock'
import type { CredentialStore } from '../../credentials/credentialStore'
import { assumeFor, type Environment, type RequestContext } from '../environment'

const basic = /^Basic +([A-Za-z\d+/=_-]+)$/i

interface ClientLogin {
  readonly id: string
  readonly secret: string
}

/** Id and secret from the Authorization header, or from the form. Source: RFC 6749, section 2.3.1. */
const clientLogin = (header: string | undefined, form: URLSearchParams): ClientLogin => {
  const encoded = header === undefined ? undefined : basic.exec(header)?.[1]
  if (encoded === undefined) return { id: form.get('client_id') ?? '', secret: form.get('client_secret') ?? '' }
  const [id = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':')
  return { id, secret: rest.join(':') }
}

/** The OAuth endpoints have an error shape of their own. */
const refuse = (c: RequestContext, status: 400 | 401, error: string, description: string): Response => {
  assumeFor(c)('oauth.refusal-status')
  return c.json({ error, description, error_description: description }, status)
}

/** `/oauth/token`, which the platform has on its login host. */
export const oauthRoutes = (credentials: CredentialStore, clock: Clock): Hono<Environment> => {
  const routes = new Hono<Environment>()
  routes.post('/token', (c) => {
    const form = new URLSearchParams(c.var.body)
    if (form.get('grant_type') !== 'client_credentials') {
      return refuse(c, 400, 'unsupported_grant_type', 'The sandbox grants tokens for client_credentials only.')
    }
    const { id, secret } = clientLogin(c.req.header('authorization'), form)
    const issued = credentials.grant(id, secret, clock.now())
    if (issued === undefined) return refuse(c, 401, 'invalid_client', 'No client of this organisation has this id and secret.')
    c.header('Cache-Control', 'no-store')
    return c.json({ access_token: issued.token, token_type: 'bearer', expires_in: issued.lifeSeconds })
  })
  return routes
}
