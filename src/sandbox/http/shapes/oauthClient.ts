import type { Models } from 'purecloud-platform-client-v2'
import type { OAuthClient } from '../../credentials/oauthClient'
import { roleId } from '../../credentials/roles'
import type { Organisation } from '../../organisation/organisation'
import type { Answer } from '../answers'
import { roleDivisions } from './role'

const clientFields = (organisation: Organisation, client: OAuthClient) => {
  const { id, name } = client
  return client.kind === 'program'
    ? {
        id,
        name,
        authorizedGrantType: 'CLIENT-CREDENTIALS',
        scope: [],
        roleDivisions: roleDivisions(organisation, client.grants),
        state: 'active'
      }
    : { id, name, authorizedGrantType: 'CODE', scope: client.scopes, roleDivisions: [], state: 'active' }
}

/** The client of a token, as `tokens/me` tells it. */
export const tokenClientBody = (organisation: Organisation, client: OAuthClient): Answer<Models.OrgOAuthClient> => ({
  ...clientFields(organisation, client),
  organization: { id: organisation.id, name: organisation.name }
})

export const oauthClientBody = (organisation: Organisation, client: OAuthClient): Answer<Models.OAuthClient> => ({
  ...clientFields(organisation, client),
  accessTokenValiditySeconds: client.tokenLifeSeconds,
  registeredRedirectUri: client.kind === 'program' ? [] : client.redirectUris,
  roleIds: client.kind === 'program' ? [...new Set(client.grants.map(({ role }) => roleId(role)))] : [],
  selfUri: `/api/v2/oauth/clients/${client.id}`
})
