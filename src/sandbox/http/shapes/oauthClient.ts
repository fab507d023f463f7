import type { Models } from 'purecloud-platform-client-v2'
import type { Grant } from '../../credentials/grants'
import type { OAuthClient } from '../../credentials/oauthClient'
import { roleId } from '../../credentials/roles'
import type { Organisation } from '../../organisation/organisation'
import type { Answer } from '../answers'
import { roleDivisions } from './role'

const clientFields = (organisation: Organisation, client: OAuthClient, grants: readonly Grant[]) => ({
  id: client.id,
  name: client.name,
  authorizedGrantType: client.kind === 'program' ? 'CLIENT-CREDENTIALS' : 'CODE',
  scope: client.kind === 'program' ? [] : client.scopes,
  roleDivisions: roleDivisions(organisation, grants),
  state: 'active'
})

/** The client of a token, as `tokens/me` tells it. */
export const tokenClientBody = (
  organisation: Organisation,
  client: OAuthClient,
  grants: readonly Grant[]
): Answer<Models.OrgOAuthClient> => ({
  ...clientFields(organisation, client, grants),
  organization: { id: organisation.id, name: organisation.name }
})

/** @param grants the client’s own; none for an app */
export const oauthClientBody = (organisation: Organisation, client: OAuthClient, grants: readonly Grant[]): Answer<Models.OAuthClient> => ({
  ...clientFields(organisation, client, grants),
  accessTokenValiditySeconds: client.tokenLifeSeconds,
  registeredRedirectUri: client.kind === 'program' ? [] : client.redirectUris,
  roleIds: [...new Set(grants.map(({ role }) => roleId(role)))],
  selfUri: `/api/v2/oauth/clients/${client.id}`
})
