import assert from 'node:assert/strict'
import { regionEndpoint } from '../../../../src/genesys/endpoint'
import { authorisationUrl, readAuthorisation } from '../../../../src/genesys/userSignIn/authorisation'

const endpoint = regionEndpoint('eu-west-1')

describe('a person’s sign-in', () => {
  it('begins on the login page of the region, with the challenge and the state', () => {
    assert.ok(endpoint)
    const url = new URL(
      authorisationUrl({ endpoint, clientId: 'app-1', redirectUri: 'vscode://a.b/signed-in?x=1', state: 's+1', challenge: 'c-1' })
    )
    assert.equal(url.origin + url.pathname, 'https://login.mypurecloud.ie/oauth/authorize')
    assert.deepEqual(Object.fromEntries(url.searchParams), {
      client_id: 'app-1',
      response_type: 'code',
      redirect_uri: 'vscode://a.b/signed-in?x=1',
      state: 's+1',
      code_challenge: 'c-1',
      code_challenge_method: 'S256'
    })
  })

  const read = (query: string) => readAuthorisation(new URLSearchParams(query), 'state-1')

  it('ends with a code', () => {
    assert.deepEqual(read('code=abc&state=state-1'), { kind: 'granted', code: 'abc' })
  })

  it('ends with the reason when it was denied', () => {
    assert.deepEqual(read('error=access_denied&error_description=No.&state=state-1'), {
      kind: 'denied',
      error: 'access_denied',
      description: 'No.'
    })
    assert.deepEqual(read('state=state-1'), { kind: 'denied', error: 'no code', description: undefined })
  })

  it('is not ours with another state, or none, whatever else it says', () => {
    for (const query of ['code=abc&state=state-2', 'code=abc', 'error=access_denied', 'code=abc&state='])
      assert.deepEqual(read(query), { kind: 'foreign' })
  })
})
