import { Hono } from 'hono'
import type { Clock } from '../../clock'
import type { AuthorizationCodes } from '../../credentials/authorizationCodes'
import type { CredentialStore, IssuedToken } from '../../credentials/credentialStore'
import type { App, OAuthClient } from '../../credentials/oauthClient'
import type { User } from '../../organisation/organisation'
import { assumeFor, type Environment, type RequestContext } from '../environment'

const basic = /^Basic +([A-Za-z\d+/=_-]+)$/i

interface ClientLogin {
  readonly id: string
  /** `undefined` from a public app, which has none. */
  readonly secret: string | undefined
}

/** Id and secret from the Authorization header, or from the form. Source: RFC 6749, section 2.3.1. */
const clientLogin = (header: string | undefined, form: URLSearchParams): ClientLogin => {
  const encoded = header === undefined ? undefined : basic.exec(header)?.[1]
  if (encoded === undefined) return { id: form.get('client_id') ?? '', secret: form.get('client_secret') ?? undefined }
  const [id = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':')
  return { id, secret: rest.join(':') }
}

const grantTypes = ['authorization_code', 'client_credentials', 'refresh_token'] as const

type GrantType = (typeof grantTypes)[number]

type TokenError = 'invalid_request' | 'invalid_client' | 'invalid_grant' | 'unauthorized_client' | 'unsupported_grant_type'

/** The OAuth endpoints have an error shape of their own. */
const refuse = (c: RequestContext, error: TokenError, description: string): Response => {
  assumeFor(c)('oauth.refusal-status')
  return c.json({ error, description, error_description: description }, error === 'invalid_client' ? 401 : 400)
}

const grant = (c: RequestContext, { token, lifeSeconds }: IssuedToken, refreshToken?: string): Response =>
  c.json({ access_token: token, token_type: 'bearer', expires_in: lifeSeconds, refresh_token: refreshToken })

/** `/oauth/token`, which the platform has on its login host. */
export const oauthRoutes = (credentials: CredentialStore, codes: AuthorizationCodes, clock: Clock): Hono<Environment> => {
  const grantForUser = (c: RequestContext, user: User, app: App, issued: IssuedToken): Response => {
    assumeFor(c)('oauth.refresh-token')
    return grant(c, issued, app.kind === 'confidentialApp' ? credentials.issueRefreshToken(user, app) : undefined)
  }

  const exchangeCode = (c: RequestContext, app: App, form: URLSearchParams): Response => {
    const [code, redirectUri] = [form.get('code'), form.get('redirect_uri')]
    if (code === null || redirectUri === null) return refuse(c, 'invalid_request', 'This grant needs the fields code and redirect_uri.')
    const now = clock.now()
    const redeemed = codes.redeem(
      { code, app, redirectUri, verifier: form.get('code_verifier') ?? undefined },
      now,
      (user) => ({ user, ...credentials.grantUser(user, app, now) }),
      (token) => {
        credentials.revoke(token)
      }
    )
    if ('refused' in redeemed) return refuse(c, 'invalid_grant', redeemed.refused)
    return grantForUser(c, redeemed.user, app, redeemed)
  }

  const refresh = (c: RequestContext, client: OAuthClient, form: URLSearchParams): Response => {
    if (client.kind !== 'confidentialApp') {
      assumeFor(c)('oauth.refresh-token')
      return refuse(c, 'unauthorized_client', 'Only an app with a secret gets a refresh token.')
    }
    const user = credentials.spendRefreshToken(form.get('refresh_token') ?? '', client)
    if (user === undefined) return refuse(c, 'invalid_grant', 'The refresh_token was not issued to this app, or has been used before.')
    return grantForUser(c, user, client, credentials.grantUser(user, client, clock.now()))
  }

  const answerGrant = (c: RequestContext, grantType: GrantType, client: OAuthClient, form: URLSearchParams): Response => {
    switch (grantType) {
      case 'client_credentials':
        return client.kind === 'program'
          ? grant(c, credentials.grant(client, clock.now()))
          : refuse(c, 'unauthorized_client', `${client.name} signs users in, and may not sign in by itself.`)
      case 'authorization_code':
        return client.kind === 'program'
          ? refuse(c, 'unauthorized_client', `${client.name} signs in by itself, and may not sign users in.`)
          : exchangeCode(c, client, form)
      case 'refresh_token':
        return refresh(c, client, form)
    }
  }

  const routes = new Hono<Environment>()
  routes.post('/token', (c) => {
    c.header('Cache-Control', 'no-store')
    const form = new URLSearchParams(c.var.body)
    const grantType = grantTypes.find((known) => known === form.get('grant_type'))
    if (grantType === undefined)
      return refuse(c, 'unsupported_grant_type', `The field grant_type must be one of: ${grantTypes.join(', ')}.`)
    const { id, secret } = clientLogin(c.req.header('authorization'), form)
    const client = credentials.identify(id, secret === '' ? undefined : secret)
    if (client === undefined) return refuse(c, 'invalid_client', 'No client of this organisation has this id and secret.')
    return answerGrant(c, grantType, client, form)
  })
  return routes
}
