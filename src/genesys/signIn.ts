import type { Credential } from '../model/credential'
import type { Instant } from '../model/instant'
import type { Api, Reply, Sdk, TokenReply } from './api'
import type { Endpoint } from './endpoint'
import { readFact } from './fact'
import { PlatformError } from './platformError'
import { readClientName, readNamed } from './wire/message'
import { readGrantedPermissions, readUserPermissions } from './wire/permissions'

/** What a connection is made of. The secrets in it are kept by who made it, and in no other place. */
export interface ConnectionSettings {
  readonly id: string
  readonly endpoint: Endpoint
  readonly userToken: string | undefined
  readonly client: { readonly id: string; readonly secret: string } | undefined
}

/** A credential that the platform has accepted, and the platform as it sees it. */
export interface Opened {
  readonly credential: Credential
  readonly api: Api
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

const tokenOf = (what: string, reply: TokenReply): string => {
  if (!reply.ok) throw new PlatformError(what, reply.failure)
  return reply.token
}

/** A token that is there, and how to learn whose it is. */
interface Token {
  readonly api: Api
  readonly whose: () => Promise<Credential>
}

const userTokenOf = (sdk: Sdk, endpoint: Endpoint, token: string, now: () => Instant): Token => {
  const api = sdk.openApi(endpoint, token)
  return {
    api,
    whose: async () => {
      const body = bodyOf('Reading the user', await api.me())
      const { id, name } = readNamed('Reading the user', body)
      const permissions = await readFact('GET /api/v2/users/me?expand=authorization', now, () => Promise.resolve(readUserPermissions(body)))
      return { kind: 'user', name, userId: id, permissions }
    }
  }
}

const clientTokenOf = async (
  sdk: Sdk,
  endpoint: Endpoint,
  client: { readonly id: string; readonly secret: string },
  now: () => Instant
): Promise<Token> => {
  const api = sdk.openApi(endpoint, tokenOf('Signing in as the OAuth client', await sdk.clientToken(endpoint, client.id, client.secret)))
  return {
    api,
    whose: async () => {
      const reading = readFact('GET /api/v2/authorization/subjects/me', now, async () =>
        readGrantedPermissions(bodyOf('Reading the client’s roles', await api.grants()))
      )
      const name = readClientName(bodyOf('Reading the token’s details', await api.token())) ?? client.id
      return { kind: 'client', name, userId: undefined, permissions: await reading }
    }
  }
}

/**
 * Signs in with every credential of the settings, and reads whose they are and what they permit: one round trip after the tokens. Rejects with `PlatformError` when a
 * credential is refused, and with `NoCredentialError` when there is none.
 */
export const signIn = async (
  { endpoint, userToken, client }: ConnectionSettings,
  sdk: Sdk,
  now: () => Instant
): Promise<{ readonly organisation: string; readonly opened: readonly Opened[] }> => {
  const tokens = [
    ...(userToken === undefined ? [] : [userTokenOf(sdk, endpoint, userToken, now)]),
    ...(client === undefined ? [] : [await clientTokenOf(sdk, endpoint, client, now)])
  ]
  const [first] = tokens
  if (!first) throw new NoCredentialError(undefined)
  // Whose the tokens are comes first: where one is refused, its own sentence says more than the organisation's.
  const organisation = first.api.organisation()
  const opened = await Promise.all(tokens.map(async ({ api, whose }) => ({ api, credential: await whose() })))
  return { organisation: readNamed('Reading the organisation', bodyOf('Reading the organisation', await organisation)).name, opened }
}
