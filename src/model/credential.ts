import type { Fact } from './fact'

/** What a request is sent with: a person's token, or an OAuth client's own. Some operations take only one of them. */
export type CredentialKind = 'user' | 'client'

/** How a token came about, and what it is held to. */
export interface Grant {
  /** The grant type of the OAuth client behind the token, in the platform’s word: `CODE`, `CLIENT-CREDENTIALS` and others. */
  readonly type: string | undefined
  /** The scopes that the OAuth client is authorised for. They bind a user’s token; what a client’s own may do follows from its roles. */
  readonly scopes: readonly string[]
}

export interface Credential {
  readonly kind: CredentialKind
  /** The user's or the OAuth client's name. Never a secret. */
  readonly name: string
  /** Set for a user credential. */
  readonly userId: string | undefined
  /** What its roles permit, as `domain:entity:action`; `*` stands for any. */
  readonly permissions: Fact<readonly string[]>
  readonly grant: Fact<Grant>
}

const grants = (granted: string, wanted: string): boolean => {
  const parts = granted.split(':')
  return wanted.split(':').every((part, index) => parts[index] === '*' || parts[index] === part)
}

/** Whether one of the granted permissions covers `wanted`. */
export const permits = (granted: readonly string[], wanted: string): boolean => granted.some((permission) => grants(permission, wanted))
