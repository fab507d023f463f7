import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openLoopback } from '../../../../src/genesys/userSignIn/loopback'
import type { Redirect } from '../../../../src/genesys/userSignIn/redirect'
import { SignInError } from '../../../../src/genesys/userSignIn/signInError'

describe('the way back to a port of this machine', () => {
  let redirect: Redirect
  const taken: string[] = []

  beforeEach(async () => {
    taken.length = 0
    redirect = await openLoopback()
    redirect.listen((query) => {
      if (query.get('state') !== 'ours') return false
      taken.push(query.toString())
      return true
    })
  })
  afterEach(() => {
    redirect.close()
  })

  /** The port listens on 127.0.0.1, whatever `localhost` is here. */
  const get = (path: string, method = 'GET') => fetch(redirect.uri.replace('localhost', '127.0.0.1') + path, { method })

  it('is an address that OAuth clients have registered, at a port of its own', () => {
    assert.match(redirect.uri, /^http:\/\/localhost:\d+$/)
  })

  it('takes the answer and says that the window can be closed, without showing anything of it', async () => {
    const answer = await get('/?code=c-1&state=ours')
    const text = await answer.text()
    assert.equal(answer.status, 200)
    assert.match(text, /You can close this window/)
    assert.doesNotMatch(text, /c-1|ours/)
    assert.deepEqual(taken, ['code=c-1&state=ours'])
    assert.equal(answer.headers.get('content-security-policy'), "default-src 'none'; style-src 'unsafe-inline'")
    assert.equal(answer.headers.get('referrer-policy'), 'no-referrer')
  })

  it('says of another answer that it is not the one, and goes on waiting', async () => {
    const answer = await get('/?code=c-2&state=theirs')
    assert.equal(answer.status, 400)
    assert.match(await answer.text(), /not the answer that is waited for/)
    assert.equal((await get('/?code=c-1&state=ours')).status, 200)
  })

  it('answers nothing else', async () => {
    assert.equal((await get('/favicon.ico?state=ours')).status, 404)
    assert.equal((await get('/?state=ours', 'POST')).status, 404)
    assert.deepEqual(taken, [])
  })

  it('is gone when it is closed', async () => {
    redirect.close()
    await assert.rejects(get('/?code=c-1&state=ours'))
    assert.deepEqual(taken, [])
  })

  it('says what to do when the port is taken', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    try {
      await assert.rejects(openLoopback((other.address() as AddressInfo).port), (error: unknown) => {
        assert.ok(error instanceof SignInError)
        assert.match(error.message, /EADDRINUSE.*way back to the editor instead/)
        return true
      })
    } finally {
      other.close()
    }
  })
})
