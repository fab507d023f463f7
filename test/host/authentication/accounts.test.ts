import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { Accounts } from '../../../src/editor/authentication/accounts'
import { openOrganisation, type Organisation } from './organisation'

type Change = vscode.AuthenticationProviderAuthenticationSessionsChangeEvent

const ids = ({ added, removed, changed }: Change) => ({
  added: (added ?? []).map(({ id }) => id),
  removed: (removed ?? []).map(({ id }) => id),
  changed: (changed ?? []).map(({ id }) => id)
})

describe('The accounts', () => {
  let at: Organisation
  let accounts: Accounts
  const emitter = new vscode.EventEmitter<Change>()

  beforeEach(async () => {
    at = await openOrganisation()
    accounts = new Accounts(
      {
        profiles: at.profiles,
        secrets: at.secrets,
        connectUser: () => Promise.resolve(undefined),
        signOutUser: (profile) => at.session.signOutUser(profile)
      },
      emitter
    )
  })
  afterEach(async () => {
    accounts.dispose()
    await at.stop()
  })
  after(() => {
    emitter.dispose()
  })

  const nextChange = (): Promise<Change> =>
    new Promise((resolve) => {
      const subscription = emitter.event((change) => {
        subscription.dispose()
        resolve(change)
      })
    })

  it('are the signed-in users, with their connection’s name and what was authorised', async () => {
    await at.keep()
    const [session, ...others] = await accounts.getSessions()
    assert.ok(session && others.length === 0)
    assert.deepEqual(
      [session.account.label, session.scopes, session.accessToken],
      ['Nora Lind (Berg & Co)', ['conversations'], at.sandbox.address.userToken]
    )
  })

  it('have none for a connection without a user', async () => {
    const { id, name, endpoint, client } = at.profile
    await at.keep({ id, name, endpoint, isProduction: false, ...(client && { client }) })
    assert.deepEqual(await accounts.getSessions(), [])
  })

  it('are found by scopes and by account', async () => {
    await at.keep()
    await at.keep({ ...at.profile, id: 'c-2', name: 'Second' })
    assert.equal((await accounts.getSessions(['conversations'])).length, 2)
    assert.deepEqual(await accounts.getSessions(['conversations', 'billing']), [])
    const chosen = await accounts.getSessions([], { account: { id: 'c-2', label: 'any' } })
    assert.deepEqual(
      chosen.map(({ account }) => account.label),
      ['Nora Lind (Second)']
    )
  })

  it('tell who came, whose token is another one, and who is gone', async () => {
    const came = nextChange()
    await at.keep()
    assert.deepEqual(ids(await came), { added: ['c-1'], removed: [], changed: [] })
    const changed = nextChange()
    await at.secrets.saveUserToken('c-1', { token: 'another' })
    assert.deepEqual(ids(await changed), { added: [], removed: [], changed: ['c-1'] })
    const gone = nextChange()
    await at.secrets.forgetUserToken('c-1')
    assert.deepEqual(ids(await gone), { added: [], removed: ['c-1'], changed: [] })
  })

  it('sign out: the token is revoked and forgotten', async () => {
    await at.keep()
    await accounts.removeSession('c-1')
    assert.deepEqual([await at.statusOfToken(), await accounts.getSessions()], [401, []])
  })

  it('say so when nobody signed in', async () => {
    await assert.rejects(accounts.createSession(), /Nobody has signed in/)
  })
})
