import { Hono } from 'hono'
import type { Models } from 'purecloud-platform-client-v2'
import type { Credential } from '../../credentials/credentialStore'
import type { Organisation } from '../../organisation/organisation'
import type { World } from '../../world'
import { optionalIsoTime, type Answer } from '../answers'
import { requestingUser, type Needs } from '../authentication'
import type { Environment } from '../environment'

/** The scopes that the program has with which the sandbox’s user is signed in. Scopes do not apply to client credentials. */
const userScopes = [
  'analytics',
  'conversations',
  'external-contacts',
  'notifications',
  'organization',
  'routing',
  'user-basic-info',
  'webdeployments'
] as const

const tokenInfo = ({ id, name }: Organisation, credential: Credential): Answer<Models.TokenInfo> => {
  const organization = { id, name }
  const client: Answer<Models.OrgOAuthClient> =
    credential.kind === 'client'
      ? { id: credential.client.id, name: credential.client.name, authorizedGrantType: 'CLIENT-CREDENTIALS', scope: [], organization }
      : { name: 'Sandbox sign-in', authorizedGrantType: 'CODE', scope: userScopes, organization }
  return {
    organization,
    homeOrganization: organization,
    authorizedScope: credential.kind === 'user' ? userScopes : [],
    dateTokenIdles: optionalIsoTime(credential.expires),
    OAuthClient: client
  }
}

/** Who is asking, and in which organisation. */
export const identityRoutes = ({ organisation }: World, needs: Needs): Hono<Environment> => {
  const routes = new Hono<Environment>()

  routes.get('/tokens/me', needs({ token: 'any' }), (c) => c.json(tokenInfo(organisation, c.var.credential)))

  routes.get('/users/me', needs({ token: 'documentedUser' }), (c) => {
    const user = requestingUser(c)
    const { role } = c.var.credential
    const expand = (c.req.query('expand') ?? '').split(',')
    const body: Answer<Models.UserMe> = {
      id: user.id,
      name: user.name,
      division: organisation.division,
      email: user.email,
      username: user.email,
      state: 'active',
      version: 1,
      acdAutoAnswer: false,
      authorization: expand.includes('authorization') ? { roles: [{ name: role.name }], permissions: role.permissions } : undefined,
      selfUri: `/api/v2/users/${user.id}`
    }
    return c.json(body)
  })

  routes.get('/organizations/me', needs({ token: 'any' }), (c) => {
    const body: Answer<Models.Organization> = {
      id: organisation.id,
      name: organisation.name,
      defaultLanguage: 'en-us',
      defaultCountryCode: 'US',
      thirdPartyOrgName: 'sandbox',
      domain: 'sandbox',
      version: 1,
      state: 'active',
      productPlatform: 'GenesysCloud',
      features: {},
      selfUri: `/api/v2/organizations/${organisation.id}`
    }
    return c.json(body)
  })
  return routes
}
