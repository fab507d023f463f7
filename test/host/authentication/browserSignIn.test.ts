import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { BrowserSignIns, type WayBack } from '../../../src/editor/authentication/browserSignIn'
import { SignedInUris } from '../../../src/editor/authentication/signedInUris'
import { loadSdk } from '../../../src/genesys/loadSdk'
import { systemPace } from '../../../src/genesys/traffic/pace'
import { SignInError } from '../../../src/genesys/userSignIn/signInError'
import { startSandbox, type Sandbox } from '../../../src/sandbox'
import { press, sentTo } from '../../sandbox/support/signIn'

const extensionId = 'messaging-inspector.genesys-messaging-inspector'

describe('Signing in with the browser', () => {
  let sandbox: Sandbox
  let uris: SignedInUris
  let signIns: BrowserSignIns
  let logged: string[]
  /** The login pages that the browser was sent to, and who waits for the next. */
  let shown: (url: URL) => void

  beforeEach(async () => {
    sandbox = await startSandbox()
    uris = new SignedInUris(extensionId)
    logged = []
    signIns = new BrowserSignIns({
      sdk: loadSdk,
      pace: systemPace,
      uris,
      openBrowser: (url) => {
        shown(new URL(url))
        return Promise.resolve(true)
      },
      log: { info: (_component, text) => logged.push(text) }
    })
  })
  afterEach(() => sandbox.stop())

  /** Begins a sign-in, and gives the login page that is shown for it. */
  const begin = async (wayBack: WayBack) => {
    const page = new Promise<URL>((resolve) => (shown = resolve))
    const signedIn = signIns.signIn({
      connectionId: 'c-1',
      name: 'Berg & Co',
      endpoint: { kind: 'loopback', port: Number(new URL(sandbox.address.url).port) },
      oauthClientId: sandbox.address.pkceClientId,
      wayBack
    })
    // Looked at later: that it ends early must not end the test run.
    signedIn.catch(() => undefined)
    return { page: await page, signedIn }
  }

  /** What the system hands to the editor when the browser comes back there. */
  const handOver = (answer: URL, path = '/signed-in'): void => {
    const query = new URLSearchParams({ code: answer.searchParams.get('code') ?? '', state: answer.searchParams.get('state') ?? '' })
    uris.handleUri(vscode.Uri.from({ scheme: vscode.env.uriScheme, authority: extensionId, path, query: query.toString() }))
  }

  const grantedBy = async (page: URL): Promise<URL> => sentTo(await press(sandbox, page.searchParams, { user: 'Nora Lind' }))

  it('brings a token when the browser comes back to the editor', async () => {
    const { page, signedIn } = await begin('editor')
    handOver(await grantedBy(page))
    const { token } = await signedIn
    const me = await fetch(`${sandbox.address.url}/api/v2/users/me`, { headers: { authorization: `Bearer ${token}` } })
    assert.equal(me.status, 200)
  })

  it('passes over what others hand to the editor, says so once in the log, and goes on waiting', async () => {
    const { page, signedIn } = await begin('editor')
    const answer = await grantedBy(page)
    const foreign = new URL(answer)
    foreign.searchParams.set('state', 'made up')
    handOver(foreign)
    handOver(foreign)
    handOver(answer, '/elsewhere')
    assert.equal(logged.length, 1)
    assert.doesNotMatch(logged.join(), /made up/)
    handOver(answer)
    await signedIn
  })

  it('brings a token when the browser comes back to a port of this machine', async () => {
    const { page, signedIn } = await begin('loopback')
    const answer = await grantedBy(page)
    const text = await (await fetch(answer.href.replace('localhost', '127.0.0.1'))).text()
    assert.match(text, /You can close this window/)
    assert.equal(typeof (await signedIn).token, 'string')
  })

  it('takes the place of an earlier one for the same connection', async () => {
    const first = await begin('editor')
    const second = await begin('editor')
    await assert.rejects(first.signedIn, (error) => error instanceof SignInError && error.failure.kind === 'replaced')
    handOver(await grantedBy(first.page))
    assert.equal(logged.length, 1)
    handOver(await grantedBy(second.page))
    await second.signedIn
  })
})
