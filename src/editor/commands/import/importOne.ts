import { randomUUID } from 'node:crypto'
import type { FoundCredentials } from '../../../genesys/import/cliProfiles'
import { withUser, type Connector } from '../../authentication/connector'
import type { ConnectionProfile } from '../../authentication/profile'
import type { ConnectionSecrets, Secrets } from '../../authentication/secrets'
import type { Session } from '../../authentication/session'

/** What opens and keeps an imported connection. */
export interface KeepMeans {
  readonly connector: Pick<Connector, 'openWith'>
  readonly secrets: ConnectionSecrets
  readonly session: Pick<Session, 'adopt'>
}

/** The names that the tools give to what has no name. */
const unnamed = new Set(['DEFAULT', 'environment'])

/** Opens a connection with what was found, and keeps it when the platform has taken it. */
export const importOne = async (
  { name, region, client, accessToken }: FoundCredentials,
  isProduction: boolean,
  { connector, secrets, session }: KeepMeans
): Promise<void> => {
  const profile: ConnectionProfile = {
    id: randomUUID(),
    name,
    endpoint: { kind: 'region', region: region.name },
    isProduction,
    ...(accessToken === undefined ? {} : { user: {} }),
    ...(client && { client: { id: client.id } })
  }
  const userToken = accessToken === undefined ? undefined : { token: accessToken }
  const connection = await connector.openWith(profile, { userToken, clientSecret: client?.secret })
  const user = connection.credentials.find(({ kind }) => kind === 'user')
  const kept: Secrets = { userToken: userToken && user && withUser(userToken, user), clientSecret: client?.secret }
  await secrets.save(profile.id, kept)
  const { organisation } = connection
  await session.adopt({ ...profile, name: unnamed.has(name) ? organisation : `${organisation} (${name})` }, connection)
}
