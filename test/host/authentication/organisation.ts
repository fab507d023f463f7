import { Connector } from '../../../src/editor/authentication/connector'
import type { ConnectionProfile } from '../../../src/editor/authentication/profile'
import { ConnectionProfiles } from '../../../src/editor/authentication/profiles'
import { ConnectionSecrets } from '../../../src/editor/authentication/secrets'
import { Session } from '../../../src/editor/authentication/session'
import { Log } from '../../../src/editor/log'
import { startSandbox, type Sandbox } from '../../../src/sandbox'
import { Connections } from '../../../src/store/connections'
import { realMeans } from '../../support/means'
import { memento, secretStorage } from '../support/kept'

/** An organisation that the user’s settings name as a host of this machine, and everything that connects it. */
export const openOrganisation = async (start: Parameters<typeof startSandbox>[0] = {}) => {
  const sandbox: Sandbox = await startSandbox(start)
  const host = new URL(sandbox.address.url).host
  const hosts: string[] = [host]
  const storage = secretStorage()
  const profiles = new ConnectionProfiles(memento())
  const secrets = new ConnectionSecrets(storage)
  const connections = new Connections()
  const log = new Log()
  const failures: unknown[] = []
  const forgotten: string[] = []
  const connector = new Connector({
    secrets,
    means: () => realMeans(() => sandbox.now()),
    additionalHosts: () => hosts,
    onSignedOut: (id, kind) => {
      connections.signedOut(id, kind)
    },
    onFailure: (_doing, error) => failures.push(error)
  })
  const belongings = {
    forget: (id: string) => {
      forgotten.push(id)
      return Promise.resolve()
    }
  }
  const session = new Session(profiles, connector, connections, belongings, () => Promise.resolve(), log)
  const { clientId, clientSecret, userToken, pkceClientId } = sandbox.address
  const profile: ConnectionProfile = {
    id: 'c-1',
    name: 'Berg & Co',
    endpoint: { kind: 'host', host },
    isProduction: false,
    user: { oauthClientId: pkceClientId },
    client: { id: clientId }
  }
  const keep = async (kept: ConnectionProfile = profile): Promise<void> => {
    await secrets.save(kept.id, {
      ...(kept.user && { userToken: { token: userToken, user: { id: 'u-1', name: 'Nora Lind' }, scopes: ['conversations'] } }),
      ...(kept.client && { clientSecret })
    })
    await profiles.save(kept)
  }
  /** The status of a request with the user’s token. */
  const statusOfToken = async (): Promise<number> =>
    (await fetch(`${sandbox.address.url}/api/v2/users/me`, { headers: { authorization: `Bearer ${userToken}` } })).status
  const stop = async (): Promise<void> => {
    session.dispose()
    log.dispose()
    await sandbox.stop()
  }
  return {
    sandbox,
    hosts,
    storage,
    profiles,
    secrets,
    connections,
    connector,
    session,
    profile,
    keep,
    statusOfToken,
    failures,
    forgotten,
    stop
  }
}

export type Organisation = Awaited<ReturnType<typeof openOrganisation>>
