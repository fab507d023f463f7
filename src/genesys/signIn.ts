import type { Credential, CredentialKind, Grant } from '../model/credential'
import type { Instant } from '../model/instant'
import type { Api, Reply, Sdk } from './api'
import type { Endpoint } from './endpoint'
import { unknown, type Fact } from '../model/fact'
import { readFact } from './fact'
import { PlatformError } from './platformError'
import { isClientRefused } from './tokens/refused'
import { renewedTokens } from './tokens/renewedTokens'
import { givenToken, type TokenSource } from './tokens/tokenSource'
import { callerFor } from './traffic/caller'
import type { Pace } from './traffic/pace'
import { Traffic } from './traffic/traffic'
import { readNamed } from './wire/message'
import { readGrantedPermissions, readUserPermissions } from './wire/permissions'
import { readClientName, readGrant } from './wire/token'

/** What a connection is made of. The secrets in it are kept by who made it, and in no other place. */
export interface ConnectionSettings {
  readonly id: string
  readonly endpoint: Endpoint
  /** A user’s token, or where it comes from. */
  readonly userToken: string | TokenSource | undefined
  readonly client: { readonly id: string; readonly secret: string } | undefined
}

/** A credential that the platform has accepted, and the platform as it sees it. */
export interface Opened {
  /** As far as it is known. */
  readonly credential: Credential
  /** All of it, where more is still being read. */
  readonly described: Promise<Credential> | undefined
  readonly api: Api
  /** The user’s own conversations, asked for beside who the user is, so that the first rows come with the first answers. */
  readonly own: BegunRead | undefined
}

/** A read that is on its way. */
export interface BegunRead {
  readonly reply: Promise<Reply>
  readonly begunAt: Instant
}

export class NoCredentialError extends Error {
  override readonly name = 'NoCredentialError'

  constructor(kind: Credential['kind'] | undefined) {
    super(
      kind === undefined
        ? 'This connection has no credential. Connect again, with a user token or an OAuth client.'
        : `This connection has no ${kind} credential. Connect again with one.`
    )
  }
}

/** The body of an answer; throws `PlatformError` for a failure. */
export const bodyOf = (what: string, reply: Reply): unknown => {
  if (!reply.ok) throw new PlatformError(what, reply.failure)
  return reply.body
}

/** What signing in and everything after it works with. */
export interface Means {
  readonly sdk: Sdk
  readonly pace: Pace
  /** Numbers from 0 to 1. */
  readonly random: () => number
  /** Told when the platform takes a credential no more, and only a person can mend it. */
  readonly onSignedOut: (kind: CredentialKind) => void
}

const grantOf = (reading: Promise<Reply>, now: () => Instant): Promise<Fact<Grant>> =>
  readFact('GET /api/v2/tokens/me', now, async () => readGrant(bodyOf('Reading the token’s details', await reading)))

const openUser = async (api: Api, now: () => Instant): Promise<Credential> => {
  const grant = grantOf(api.token(), now)
  const body = bodyOf('Reading the user', await api.me())
  const { id, name } = readNamed('Reading the user', body)
  const permissions = await readFact('GET /api/v2/users/me?expand=authorization', now, () => Promise.resolve(readUserPermissions(body)))
  return { kind: 'user', name, userId: id, permissions, grant: await grant }
}

const openClient = async (api: Api, clientId: string, now: () => Instant): Promise<Credential> => {
  const permissions = readFact('GET /api/v2/authorization/subjects/me', now, async () =>
    readGrantedPermissions(bodyOf('Reading the client’s roles', await api.grants()))
  )
  const token = api.token()
  const name = await readFact('GET /api/v2/tokens/me', now, async () => readClientName(bodyOf('Reading the token’s details', await token)))
  return {
    kind: 'client',
    name: (name.known ? name.value : undefined) ?? clientId,
    userId: undefined,
    permissions: await permissions,
    grant: await grantOf(token, now)
  }
}

/** What is known of a client’s credential while it is being read. */
const nameless = (clientId: string): Credential => {
  const beingRead = unknown('It is being read.')
  return { kind: 'client', name: clientId, userId: undefined, permissions: beingRead, grant: beingRead }
}

/**
 * Signs in with every credential of the settings, and reads whose they are and what they permit: one round trip after the tokens. What a client permits
 * comes later where there is a user, whose conversations can be listed meanwhile. Rejects with `PlatformError` when a credential is refused, and with
 * `NoCredentialError` when there is none.
 */
export const signIn = async (
  { endpoint, userToken, client }: ConnectionSettings,
  { sdk, pace, random, onSignedOut }: Means
): Promise<{ readonly organisation: string; readonly opened: readonly Opened[] }> => {
  const { now } = pace
  const traffic = new Traffic(pace, random)
  const apiWith = (kind: CredentialKind, tokens: TokenSource): Api =>
    sdk.openApi(
      endpoint,
      callerFor(traffic, tokens, () => {
        onSignedOut(kind)
      })
    )

  const asUser = async (token: string | TokenSource) => {
    const api = apiWith('user', typeof token === 'string' ? givenToken(token) : token)
    const own = { reply: api.myConversations(), begunAt: now() }
    const organisation = api.organisation()
    return { api, own, organisation, credential: await openUser(api, now), described: undefined }
  }
  const asClient = async ({ id, secret }: NonNullable<ConnectionSettings['client']>) => {
    const tokens = renewedTokens(() => sdk.clientToken(endpoint, id, secret), now)
    const reply = await tokens.current()
    if (isClientRefused(reply)) onSignedOut('client')
    if (!reply.ok) throw new PlatformError('Signing in as the OAuth client', reply.failure)
    const api = apiWith('client', tokens)
    const described = openClient(api, id, now)
    if (userToken !== undefined) return { api, own: undefined, organisation: undefined, credential: nameless(id), described }
    const organisation = api.organisation()
    return { api, own: undefined, organisation, credential: await described, described: undefined }
  }

  const [user, program] = await Promise.all([userToken === undefined ? undefined : asUser(userToken), client && asClient(client)])
  // Whose the tokens are comes first: where one is refused, its own sentence says more than the organisation's.
  const organisation = (user ?? program)?.organisation
  if (!organisation) throw new NoCredentialError(undefined)
  const { name } = readNamed('Reading the organisation', bodyOf('Reading the organisation', await organisation))
  return { organisation: name, opened: [user, program].filter((opened) => opened !== undefined) }
}
