import assert from 'node:assert/strict'
import { migrateOnlyConnection } from '../../../src/editor/authentication/migrate'
import { endpointOf, type ConnectionProfile } from '../../../src/editor/authentication/profile'
import { ConnectionProfiles } from '../../../src/editor/authentication/profiles'
import { ConnectionSecrets } from '../../../src/editor/authentication/secrets'
import { apiOrigin } from '../../../src/genesys/endpoint'
import { memento, secretStorage } from '../support/kept'

const berg: ConnectionProfile = {
  id: 'c-1',
  name: 'Berg & Co',
  endpoint: { kind: 'region', region: 'eu-west-1' },
  isProduction: true,
  user: { oauthClientId: 'app-1', wayBack: 'loopback' },
  client: { id: 'client-1' }
}
const other: ConnectionProfile = { id: 'c-2', name: 'Other', endpoint: { kind: 'host', host: 'example.com' }, isProduction: false }

describe('The profiles of connections', () => {
  it('are there again as they were saved, in their order', async () => {
    const storage = memento()
    const profiles = new ConnectionProfiles(storage)
    await profiles.save(berg)
    await profiles.save(other)
    await profiles.save({ ...berg, name: 'Berg' })
    assert.deepEqual(new ConnectionProfiles(storage).all(), [{ ...berg, name: 'Berg' }, other])
  })

  it('tell when they change, and forget one without the others', async () => {
    const profiles = new ConnectionProfiles(memento())
    let changes = 0
    profiles.onDidChange(() => (changes += 1))
    await profiles.save(berg)
    await profiles.save(other)
    await profiles.remove('c-1')
    assert.deepEqual([profiles.all(), profiles.get('c-1'), changes], [[other], undefined, 3])
  })

  it('lose only the one that cannot be read', async () => {
    const storage = memento()
    await storage.update('connections', [{ id: 1 }, other, 'x'])
    assert.deepEqual(new ConnectionProfiles(storage).all(), [other])
    await storage.update('connections', 'x')
    assert.deepEqual(new ConnectionProfiles(storage).all(), [])
  })

  it('lead only to regions, and to hosts that the user’s settings have now', () => {
    const origin = (profile: ConnectionProfile, hosts: readonly string[]) => {
      const endpoint = endpointOf(profile, hosts)
      return endpoint && apiOrigin(endpoint)
    }
    assert.equal(origin(berg, []), 'https://api.mypurecloud.ie')
    assert.equal(origin(other, ['example.com']), 'https://api.example.com')
    assert.equal(origin(other, []), undefined)
    assert.equal(origin({ ...berg, endpoint: { kind: 'region', region: 'evil.example' } }, ['evil.example']), undefined)
  })
})

describe('The secrets of connections', () => {
  it('stand under their connection, and nowhere else', async () => {
    const storage = secretStorage()
    const secrets = new ConnectionSecrets(storage)
    await secrets.save('c-1', { userToken: { token: 'token-1', endsAt: 5 }, clientSecret: 'secret-1' })
    assert.deepEqual([...storage.held.keys()].sort(), ['connection/c-1/clientSecret', 'connection/c-1/userToken'])
    assert.equal(await secrets.clientSecret('c-1'), 'secret-1')
    assert.deepEqual(await secrets.userToken('c-1'), { token: 'token-1', endsAt: 5 })
    assert.equal(await secrets.clientSecret('c-2'), undefined)
  })

  it('are all gone when the connection is forgotten, and no other’s', async () => {
    const storage = secretStorage()
    const secrets = new ConnectionSecrets(storage)
    await secrets.save('c-1', { userToken: { token: 'token-1' }, clientSecret: 'secret-1' })
    await secrets.save('c-2', { clientSecret: 'secret-2' })
    await secrets.forget('c-1')
    assert.deepEqual([...storage.held], [['connection/c-2/clientSecret', 'secret-2']])
  })

  it('are taken for absent when they cannot be read', async () => {
    const storage = secretStorage()
    for (const broken of ['{', '{"token":1}', 'null']) {
      await storage.store('connection/c-1/userToken', broken)
      assert.equal(await new ConnectionSecrets(storage).userToken('c-1'), undefined)
    }
  })

  it('tell whose token has changed', async () => {
    const secrets = new ConnectionSecrets(secretStorage())
    const told: string[] = []
    secrets.onDidChangeUserToken((id) => told.push(id))
    await secrets.saveClientSecret('c-1', 'secret-1')
    await secrets.saveUserToken('c-2', { token: 'token-2' })
    await secrets.forgetUserToken('c-2')
    assert.deepEqual(told, ['c-2', 'c-2'])
  })
})

describe('The one connection that an earlier version kept', () => {
  const migrated = async (old: string) => {
    const storage = secretStorage()
    await storage.store('connection', old)
    const profiles = new ConnectionProfiles(memento())
    const secrets = new ConnectionSecrets(storage)
    await migrateOnlyConnection(storage, profiles, secrets)
    await migrateOnlyConnection(storage, profiles, secrets)
    return { storage, profiles, secrets }
  }

  it('is a connection among others now, once, and its old form is gone', async () => {
    const old = { region: 'eu-west-1', userToken: 'token-1', client: { id: 'client-1', secret: 'secret-1' } }
    const { storage, profiles, secrets } = await migrated(JSON.stringify(old))
    const [profile, ...others] = profiles.all()
    assert.ok(profile)
    assert.deepEqual(
      [others, { ...profile, id: '' }],
      [
        [],
        {
          id: '',
          name: 'eu-west-1',
          endpoint: { kind: 'region', region: 'eu-west-1' },
          isProduction: false,
          user: {},
          client: { id: 'client-1' }
        }
      ]
    )
    assert.deepEqual([await secrets.userToken(profile.id), await secrets.clientSecret(profile.id)], [{ token: 'token-1' }, 'secret-1'])
    assert.equal(storage.held.has('connection'), false)
  })

  it('is forgotten when it cannot be read', async () => {
    const { storage, profiles } = await migrated('{"region":1}')
    assert.deepEqual([profiles.all(), storage.held.size], [[], 0])
  })
})
