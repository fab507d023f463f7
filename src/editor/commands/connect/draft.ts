import type { WayBack } from '../../authentication/browserSignIn'
import type { ConnectionProfile } from '../../authentication/profile'

/** What to connect with. */
export type ConnectWith = 'user' | 'client' | 'both' | 'token'

/** The answers of a person who makes a connection, as far as they are given. */
export interface Draft {
  readonly endpoint?: ConnectionProfile['endpoint']
  readonly connectWith?: ConnectWith
  readonly oauthClientId?: string
  readonly wayBack?: WayBack
  readonly clientId?: string
  readonly clientSecret?: string
  readonly accessToken?: string
}

/** The user of a connection to make: one who signs in with the browser, or whose token was pasted. */
type UserOf =
  | { readonly kind: 'browser'; readonly oauthClientId: string; readonly wayBack: WayBack }
  | { readonly kind: 'pasted'; readonly token: string }

/** Everything that a connection is made with. It has a user, a client, or both. */
export interface Plan {
  readonly endpoint: ConnectionProfile['endpoint']
  readonly user: UserOf | undefined
  readonly client: { readonly id: string; readonly secret: string } | undefined
}

/** The plan of a draft whose questions are all answered. */
export const planOf = ({ endpoint, connectWith, oauthClientId, wayBack, clientId, clientSecret, accessToken }: Draft): Plan | undefined => {
  if (!endpoint || !connectWith) return undefined
  const browser = oauthClientId === undefined || wayBack === undefined ? undefined : ({ kind: 'browser', oauthClientId, wayBack } as const)
  const pasted = accessToken === undefined ? undefined : ({ kind: 'pasted', token: accessToken } as const)
  const client = clientId === undefined || clientSecret === undefined ? undefined : { id: clientId, secret: clientSecret }
  switch (connectWith) {
    case 'user':
      return browser && { endpoint, user: browser, client: undefined }
    case 'client':
      return client && { endpoint, user: undefined, client }
    case 'both':
      return browser && client && { endpoint, user: browser, client }
    case 'token':
      return pasted && { endpoint, user: pasted, client: undefined }
  }
}
