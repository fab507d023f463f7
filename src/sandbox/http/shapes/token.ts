import type { Models } from 'purecloud-platform-client-v2'
import type { Credential } from '../../credentials/credentialStore'
import type { Organisation } from '../../organisation/organisation'
import { optionalIsoTime, type Answer } from '../answers'
import { tokenClientBody } from './oauthClient'

export const tokenInfo = (organisation: Organisation, credential: Credential): Answer<Models.TokenInfo> => {
  const home = { id: organisation.id, name: organisation.name }
  return {
    organization: home,
    homeOrganization: home,
    authorizedScope: credential.kind === 'user' ? credential.app.scopes : [],
    dateTokenIdles: optionalIsoTime(credential.expires),
    OAuthClient:
      credential.kind === 'user'
        ? tokenClientBody(organisation, credential.app, [])
        : tokenClientBody(organisation, credential.client, credential.grants)
  }
}
