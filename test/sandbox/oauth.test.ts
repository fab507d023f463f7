import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { startSandbox, TokenLifeOutOfRange } from '../../src/sandbox'
import { asUser, send } from './support/raw'
import { assertRefused, bodyOf, newClient, sdkWithToken } from './support/sdk'
import { eachTestWithSandbox } from './support/session'
import { challengeOf, codeFor, exchange, open, press, query, redirectUri, requestToken, sentTo, tokenOf, userToken } from './support/signIn'

const minutes = 60 * 1000

describe('Signing a user in with a browser', () => {
  const session = eachTestWithSandbox()

  it('works with PKCE from end to end, with the SDK', async () => {
    const { sandbox } = session()
    const { url, pkceClientId } = sandbox.address
    const client = newClient(url)
    const own = client.generatePKCECodeVerifier(128)
    const parameters = query(sandbox, { code_challenge: await client.computePKCECodeChallenge(own) })
    const code = await codeFor(sandbox, parameters, 'Tomás Weber')
    const { accessToken } = await client.authorizePKCEGrant(pkceClientId, own, code, redirectUri)
    assert.ok(accessToken)
    const user = sdkWithToken(url, accessToken)
    assert.equal((await bodyOf(user.users.getUsersMe())).name, 'Tomás Weber')
    const { OAuthClient, authorizedScope } = await bodyOf(user.tokens.getTokensMe())
    assert.deepEqual([OAuthClient?.id, OAuthClient?.name, OAuthClient?.authorizedGrantType], [pkceClientId, 'Messaging Inspector', 'CODE'])
    assert.ok(authorizedScope?.includes('conversations'))
  })

  it('sends the user back with the code and the state as it came', async () => {
    const { sandbox } = session()
    const target = sentTo(await press(sandbox, query(sandbox), { user: 'Nora Lind' }))
    assert.equal(target.origin + target.pathname, redirectUri)
    assert.deepEqual([...target.searchParams.keys()], ['code', 'state'])
    assert.equal(target.searchParams.get('state'), 'a state & more')
  })

  it('keeps the query that the redirect URI has', async () => {
    const { sandbox } = session()
    const target = sentTo(await press(sandbox, query(sandbox, { redirect_uri: `${redirectUri}?window=2`, state: undefined }), 'deny'))
    assert.deepEqual([...target.searchParams.keys()], ['window', 'error', 'error_description'])
  })

  it('sends the user back without a code when they deny', async () => {
    const { sandbox } = session()
    const { searchParams } = sentTo(await press(sandbox, query(sandbox), 'deny'))
    assert.deepEqual(
      [searchParams.get('error'), searchParams.get('state'), searchParams.get('code')],
      ['access_denied', 'a state & more', null]
    )
  })

  it('goes back to the editor at any path, and to loopback at any port', async () => {
    const { sandbox } = session()
    const extension = 'messaging-inspector.genesys-messaging-inspector'
    for (const uri of [
      `vscode://${extension}/signed-in`,
      `vscode-insiders://${extension}`,
      `code-oss://${extension}/a/b?windowId=3`,
      'http://127.0.0.1:4711/',
      'http://localhost:80/x'
    ]) {
      const parameters = query(sandbox, { redirect_uri: uri })
      const code = await codeFor(sandbox, parameters)
      tokenOf(await requestToken(sandbox, exchange(sandbox, code, { redirect_uri: uri })))
    }
  })

  it('shows a page, and sends nobody anywhere, when it is not certain who asks', async () => {
    const { sandbox } = session()
    const { clientId } = sandbox.address
    for (const changed of [
      { client_id: undefined },
      { client_id: 'somebody' },
      { client_id: clientId },
      { redirect_uri: undefined },
      ...[
        'https://evil.example/callback',
        'http://localhost.evil.example/',
        'http://user@localhost/',
        'https://localhost/',
        'http://localhost/#here',
        'vscode://somebody.else/',
        'javascript:alert(1)',
        '//localhost/',
        'callback'
      ].map((uri) => ({ redirect_uri: uri }))
    ]) {
      const answer = await open(sandbox, query(sandbox, changed))
      assert.equal(answer.status, 400, JSON.stringify(changed))
      assert.equal(answer.headers.get('location'), null)
      assert.match(await answer.text(), /The sandbox cannot sign you in/)
      assert.equal(answer.headers.get('x-sandbox-assumption'), 'oauth.sign-in')
    }
  })

  it('tells the app what is wrong with its request', async () => {
    const { sandbox } = session()
    for (const [error, changed] of [
      ['invalid_request', { response_type: undefined }],
      ['unsupported_response_type', { response_type: 'token' }],
      ['invalid_request', { code_challenge: undefined }],
      ['invalid_request', { code_challenge_method: undefined }],
      ['invalid_request', { code_challenge_method: 'plain' }],
      ['invalid_request', { code_challenge: 'short' }]
    ] as const) {
      const { searchParams } = sentTo(await open(sandbox, query(sandbox, changed)))
      assert.deepEqual([searchParams.get('error'), searchParams.get('state')], [error, 'a state & more'], JSON.stringify(changed))
      assert.ok(searchParams.get('error_description'))
    }
    const twice = query(sandbox)
    twice.append('state', 'another')
    assert.equal(sentTo(await open(sandbox, twice)).searchParams.get('error'), 'invalid_request')
  })

  it('checks the request again when the form comes', async () => {
    const { sandbox } = session()
    const parameters = query(sandbox, { redirect_uri: 'https://evil.example/' })
    const answer = await fetch(`${sandbox.address.url}/oauth/authorize?${parameters.toString()}`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ deny: 'yes' })
    })
    assert.deepEqual([answer.status, answer.headers.get('location')], [400, null])
  })

  it('shows a page that runs no script, cannot be framed, and writes what it was given as text', async () => {
    const { sandbox } = session()
    const uri = 'http://localhost:1/<script>alert(1)</script>'
    const answer = await open(sandbox, query(sandbox, { redirect_uri: uri }))
    const policy = answer.headers.get('content-security-policy') ?? ''
    for (const part of ["default-src 'none'", "frame-ancestors 'none'", "form-action 'self' http://localhost:1"])
      assert.ok(policy.includes(part), part)
    assert.doesNotMatch(policy, /script-src|unsafe/)
    assert.equal(answer.headers.get('referrer-policy'), 'same-origin', 'the browser names the page as the origin of the form')
    const page = await answer.text()
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(page) ?? []
    assert.ok(policy.includes(`'sha256-${createHash('sha256').update(style).digest('base64')}'`), 'the page’s own style is allowed')
    assert.doesNotMatch(page, /<script/)
    assert.match(page, /&lt;script&gt;/)
    assert.match(page, /<html lang="en">/)
  })
})

describe('Exchanging a code for a token', () => {
  const session = eachTestWithSandbox()

  const assertNoToken = async (fields: Record<string, string>, error: string, status = 400): Promise<void> => {
    const answer = await requestToken(session().sandbox, fields)
    assert.deepEqual([answer.status, answer.body['error'], answer.body['access_token']], [status, error, undefined])
    assert.equal(answer.headers.get('cache-control'), 'no-store')
    assert.match(answer.headers.get('x-sandbox-assumption') ?? '', /oauth\.refusal-status/)
  }

  const code = () => codeFor(session().sandbox, query(session().sandbox))

  it('refuses a wrong verifier, and none', async () => {
    const { sandbox } = session()
    await assertNoToken(
      exchange(sandbox, await code(), { code_verifier: 'another-verifier-of-at-least-43-characters-in-all' }),
      'invalid_grant'
    )
    await assertNoToken(exchange(sandbox, await code(), { code_verifier: undefined }), 'invalid_grant')
  })

  it('takes a verifier for what it is, not for its challenge', async () => {
    const { sandbox } = session()
    const short = 'short'
    const forged = await codeFor(sandbox, query(sandbox, { code_challenge: challengeOf(short) }))
    await assertNoToken(exchange(sandbox, forged, { code_verifier: short }), 'invalid_grant')
  })

  it('refuses a code that comes a second time, and revokes the token that was given for it', async () => {
    const { sandbox } = session()
    const fields = exchange(sandbox, await code())
    const sdk = sdkWithToken(sandbox.address.url, tokenOf(await requestToken(sandbox, fields)))
    await sdk.tokens.getTokensMe()
    await assertNoToken(fields, 'invalid_grant')
    await assertRefused(sdk.tokens.getTokensMe(), 401, 'bad.credentials', 'credential.worthless')
  })

  it('refuses another redirect URI, another app’s code and a made-up one', async () => {
    const { sandbox } = session()
    await assertNoToken(exchange(sandbox, await code(), { redirect_uri: 'http://localhost:53682/other' }), 'invalid_grant')
    await assertNoToken(exchange(sandbox, await code(), { client_id: sandbox.viewerId }), 'invalid_grant')
    await assertNoToken(exchange(sandbox, 'made-up'), 'invalid_grant')
  })

  it('refuses a code after five minutes', async () => {
    const { sandbox, clock } = session()
    const [early, late] = [await code(), await code()]
    clock.advance(5 * minutes - 1)
    tokenOf(await requestToken(sandbox, exchange(sandbox, early)))
    clock.advance(1)
    await assertNoToken(exchange(sandbox, late), 'invalid_grant')
  })

  it('refuses an app that it does not know, and one that brings a secret without having one', async () => {
    const { sandbox } = session()
    await assertNoToken(exchange(sandbox, await code(), { client_id: 'somebody' }), 'invalid_client', 401)
    await assertNoToken(exchange(sandbox, await code(), { client_secret: 'guessed' }), 'invalid_client', 401)
  })

  it('names a field that is missing', async () => {
    const { sandbox } = session()
    await assertNoToken(exchange(sandbox, await code(), { redirect_uri: undefined }), 'invalid_request')
  })

  it('lets each client use its own grant only', async () => {
    const { sandbox } = session()
    const { clientId, clientSecret, pkceClientId } = sandbox.address
    await assertNoToken({ grant_type: 'client_credentials', client_id: pkceClientId }, 'unauthorized_client')
    await assertNoToken(exchange(sandbox, await code(), { client_id: clientId, client_secret: clientSecret }), 'unauthorized_client')
    await assertNoToken({ grant_type: 'refresh_token', client_id: pkceClientId, refresh_token: 'x' }, 'unauthorized_client')
  })

  it('gives no refresh token without a secret, and says that this is an assumption', async () => {
    const { sandbox } = session()
    const answer = await requestToken(sandbox, exchange(sandbox, await code()))
    assert.deepEqual([answer.body['refresh_token'], answer.body['expires_in']], [undefined, 86_400])
    assert.equal(answer.headers.get('x-sandbox-assumption'), 'oauth.refresh-token')
  })
})

describe('An app with a secret', () => {
  const session = eachTestWithSandbox()

  /** Without PKCE. */
  const code = (): Promise<string> => {
    const { sandbox } = session()
    const { clientId } = sandbox.desktop
    return codeFor(sandbox, query(sandbox, { client_id: clientId, code_challenge: undefined, code_challenge_method: undefined }))
  }

  it('signs a user in without PKCE, with the SDK', async () => {
    const { sandbox } = session()
    const { clientId, clientSecret } = sandbox.desktop
    const { url } = sandbox.address
    const { accessToken } = await newClient(url).loginCodeAuthorizationGrant(clientId, clientSecret, await code(), redirectUri)
    assert.equal((await bodyOf(sdkWithToken(url, accessToken).tokens.getTokensMe())).OAuthClient?.name, 'Agent desktop')
  })

  it('gets a new token for its refresh token, once', async () => {
    const { sandbox } = session()
    const { clientId, clientSecret } = sandbox.desktop
    const login = { client_id: clientId, client_secret: clientSecret }
    const first = await requestToken(sandbox, exchange(sandbox, await code(), { ...login, code_verifier: undefined }))
    const refresh = (token: unknown) =>
      requestToken(sandbox, { grant_type: 'refresh_token', ...login, refresh_token: typeof token === 'string' ? token : '' })
    const second = await refresh(first.body['refresh_token'])
    assert.notEqual(tokenOf(second), tokenOf(first))
    const again = await refresh(first.body['refresh_token'])
    assert.deepEqual([again.status, again.body['error']], [400, 'invalid_grant'])
    tokenOf(await refresh(second.body['refresh_token']))
  })

  it('gets nothing without its secret', async () => {
    const { sandbox } = session()
    const { clientId } = sandbox.desktop
    const code = await codeFor(sandbox, query(sandbox, { client_id: clientId }))
    const answer = await requestToken(sandbox, exchange(sandbox, code, { client_id: clientId }))
    assert.deepEqual([answer.status, answer.body['error']], [401, 'invalid_client'])
  })
})

describe('The life of a token', () => {
  const session = eachTestWithSandbox({ tokenLifeSeconds: 300 })

  it('is what was chosen, for a user’s token too', async () => {
    const { sandbox, clock } = session()
    const sdk = sdkWithToken(sandbox.address.url, await userToken(sandbox))
    assert.equal((await bodyOf(sdk.tokens.getTokensMe())).dateTokenIdles, new Date(clock.now() + 5 * minutes).toISOString())
    clock.advance(5 * minutes - 1)
    await sdk.users.getUsersMe()
    clock.advance(1)
    await assertRefused(sdk.users.getUsersMe(), 401, 'bad.credentials', 'credential.worthless')
  })

  it('has no end for the token that is ready to use', async () => {
    const { user, clock } = session()
    clock.advance(30 * 24 * 60 * minutes)
    assert.equal((await bodyOf(user.tokens.getTokensMe())).dateTokenIdles, undefined)
  })

  it('ends when it is revoked', async () => {
    const { sandbox, client } = session()
    const [one, other] = [await userToken(sandbox), await userToken(sandbox)]
    await sdkWithToken(sandbox.address.url, one).tokens.deleteTokensMe()
    await assertRefused(sdkWithToken(sandbox.address.url, one).tokens.getTokensMe(), 401, 'bad.credentials', 'credential.worthless')
    await sdkWithToken(sandbox.address.url, other).tokens.getTokensMe()
    await client.tokens.deleteTokensMe()
    await assertRefused(client.tokens.getTokensMe(), 401, 'bad.credentials', 'credential.worthless')
  })

  it('is checked by HEAD', async () => {
    const { sandbox } = session()
    const head = (token: string) =>
      send(sandbox, { method: 'HEAD', path: '/api/v2/tokens/me', headers: { authorization: `Bearer ${token}` } })
    assert.equal((await head(sandbox.address.userToken)).status, 200)
    assert.equal((await head('made-up')).status, 401)
  })

  it('never begins for a token of another region', async () => {
    const { sandbox } = session()
    await assertRefused(
      sdkWithToken(sandbox.address.url, sandbox.foreignToken).tokens.getTokensMe(),
      401,
      'bad.credentials',
      'credential.worthless'
    )
  })

  it('is 5 minutes at least and 48 hours at most', async () => {
    for (const tokenLifeSeconds of [299, 172_801, 300.5]) await assert.rejects(startSandbox({ tokenLifeSeconds }), TokenLifeOutOfRange)
  })
})

describe('Signing out', () => {
  const session = eachTestWithSandbox()

  it('goes back to a registered address and nowhere else', async () => {
    const { sandbox } = session()
    const { url, pkceClientId } = sandbox.address
    const logout = (uri: string) =>
      fetch(`${url}/logout?${new URLSearchParams({ client_id: pkceClientId, redirect_uri: uri }).toString()}`, { redirect: 'manual' })
    assert.equal(sentTo(await logout(redirectUri)).href, redirectUri)
    const elsewhere = await logout('https://evil.example/')
    assert.deepEqual([elsewhere.status, elsewhere.headers.get('location')], [200, null])
    assert.equal((await send(sandbox, { path: '/api/v2/tokens/me', headers: asUser(sandbox) })).status, 200)
  })
})
