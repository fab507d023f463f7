import assert from 'node:assert/strict'
import { SignedOutError } from '../../../src/editor/failures'
import type { Standing } from '../../../src/store/connections'
import { userToken } from '../../sandbox/support/signIn'
import { openOrganisation, type Organisation } from './organisation'

/** Of an open connection: with which credentials, and which of them are taken no more. */
const shown = (standing: Standing | undefined) =>
  standing?.kind === 'open'
    ? { has: standing.open.connection.credentials.map(({ kind }) => kind), signedOut: standing.signedOut }
    : standing?.kind

describe('The session', () => {
  let at: Organisation
  beforeEach(async () => {
    at = await openOrganisation()
  })
  afterEach(() => at.stop())

  const standing = () => shown(at.connections.find('c-1')?.standing)

  const revokeToken = async (): Promise<void> => {
    const { url, userToken } = at.sandbox.address
    const answer = await fetch(`${url}/api/v2/tokens/me`, { method: 'DELETE', headers: { authorization: `Bearer ${userToken}` } })
    assert.equal(answer.status, 200)
  }

  it('opens what was kept, with both credentials', async () => {
    await at.keep()
    await at.session.restored('c-1')
    assert.deepEqual(standing(), { has: ['user', 'client'], signedOut: [] })
  })

  it('opens with the client alone when the user’s token is taken no more, and says that the user is signed out', async () => {
    await at.keep()
    await revokeToken()
    await at.session.restored('c-1')
    assert.deepEqual(standing(), { has: ['client'], signedOut: ['user'] })
  })

  it('opens with the user alone when the client’s secret is taken no more', async () => {
    await at.keep()
    await at.secrets.saveClientSecret('c-1', 'another-secret')
    await at.session.restored('c-1')
    assert.deepEqual(standing(), { has: ['user'], signedOut: ['client'] })
  })

  it('is signed out when nothing is taken', async () => {
    await at.keep({ id: 'c-1', name: 'Berg & Co', endpoint: at.profile.endpoint, isProduction: false, user: {} })
    await revokeToken()
    await assert.rejects(at.session.open('c-1'), SignedOutError)
    assert.equal(standing(), 'signedOut')
  })

  it('uses a token that the platform takes, although by this machine’s clock it has ended', async () => {
    await at.keep()
    await at.secrets.saveUserToken('c-1', { token: at.sandbox.address.userToken, endsAt: 1 })
    await at.session.open('c-1')
    assert.deepEqual(standing(), { has: ['user', 'client'], signedOut: [] })
  })

  it('is told that the user is signed out in the middle of work, and goes on with the new token', async () => {
    const { id, endpoint, name } = at.profile
    await at.keep({ id, endpoint, name, isProduction: false, user: {} })
    const open = await at.session.open('c-1')
    await revokeToken()
    await assert.rejects(at.connections.refresh('c-1'))
    assert.deepEqual(standing(), { has: ['user'], signedOut: ['user'] })
    at.connector.replaceUserToken('c-1', await userToken(at.sandbox))
    at.connections.signedIn('c-1', 'user')
    await at.connections.refresh('c-1')
    assert.deepEqual(standing(), { has: ['user'], signedOut: [] })
    assert.equal(at.connections.get('c-1')?.conversations, open.conversations)
  })

  it('does not open a host that the user’s settings name no more', async () => {
    await at.keep()
    at.hosts.pop()
    await assert.rejects(at.session.open('c-1'), /is not among the hosts of the setting genesysMessaging\.additionalHosts/)
    assert.equal(standing(), 'failed')
  })

  it('signs the user out: the token is revoked and forgotten, and the client goes on', async () => {
    await at.keep()
    await at.session.open('c-1')
    await at.session.signOutUser(at.profile)
    assert.deepEqual([await at.statusOfToken(), await at.secrets.userToken('c-1')], [401, undefined])
    assert.deepEqual(standing(), { has: ['client'], signedOut: ['user'] })
  })

  it('does not revoke a token that was pasted: it belongs to somebody else', async () => {
    const pasted = { ...at.profile, user: {} }
    await at.keep(pasted)
    await at.session.signOutUser(pasted)
    assert.deepEqual([await at.statusOfToken(), await at.secrets.userToken('c-1')], [200, undefined])
  })

  it('forgets everything of a connection that is removed, also when the platform cannot be reached', async () => {
    await at.keep()
    await at.session.open('c-1')
    at.hosts.pop()
    await at.session.remove('c-1')
    assert.deepEqual([at.storage.held.size, at.profiles.all(), at.connections.find('c-1'), at.forgotten], [0, [], undefined, ['c-1']])
    assert.equal(at.failures.length, 1)
  })

  it('revokes the token of a connection that is removed', async () => {
    await at.keep()
    await at.session.remove('c-1')
    assert.equal(await at.statusOfToken(), 401)
  })
})
