import assert from 'node:assert/strict'
import type { CodeExchange, TokenReply } from '../../../../src/genesys/api'
import { PlatformError } from '../../../../src/genesys/platformError'
import type { Redirect, TakeAnswer } from '../../../../src/genesys/userSignIn/redirect'
import { SignInError } from '../../../../src/genesys/userSignIn/signInError'
import { signInUser, type SignedIn } from '../../../../src/genesys/userSignIn/signInUser'
import { now } from '../../support/conversation'
import { fakePace, settled } from '../../support/pace'
import { refusal } from '../../support/platform'

/** A sign-in with a browser in which nothing happens by itself. */
class SignIn {
  readonly exchanges: CodeExchange[] = []
  readonly cancelling = new AbortController()
  foreign = 0
  isClosed = false
  readonly signedIn: Promise<SignedIn>
  readonly #opened: Promise<URL>
  #take: TakeAnswer = () => false

  constructor({
    opensBrowser = true,
    exchanged = { ok: true, token: 'token-1', lifeMs: 3_600_000 },
    pace = fakePace(0)
  }: { opensBrowser?: boolean; exchanged?: TokenReply; pace?: ReturnType<typeof fakePace> } = {}) {
    const redirect: Redirect = {
      uri: 'vscode://a.b/signed-in',
      listen: (take) => (this.#take = take),
      close: () => (this.isClosed = true)
    }
    let open: (url: URL) => void = () => undefined
    this.#opened = new Promise((resolve) => (open = resolve))
    this.signedIn = signInUser(
      { endpoint: { kind: 'domain', domain: 'example.com' }, oauthClientId: 'app-1', redirect, signal: this.cancelling.signal },
      {
        pace,
        sdk: {
          newPkce: () => Promise.resolve({ verifier: 'verifier-1', challenge: 'challenge-1' }),
          codeToken: (_endpoint, exchange) => {
            this.exchanges.push(exchange)
            return Promise.resolve(exchanged)
          }
        },
        openBrowser: (url) => {
          open(new URL(url))
          return Promise.resolve(opensBrowser)
        },
        onForeign: () => (this.foreign += 1)
      }
    )
  }

  /** The login page, once the browser shows it. */
  get loginPage(): Promise<URL> {
    return this.#opened
  }

  /** The browser comes back with this query. Whether it is taken for the answer. */
  async comesBack(query: Readonly<Record<string, string>>): Promise<boolean> {
    const state = (await this.#opened).searchParams.get('state') ?? ''
    return this.#take(new URLSearchParams({ state, ...query }))
  }
}

const failing = (kind: SignInError['failure']['kind'], message: RegExp) => (error: unknown) => {
  assert.ok(error instanceof SignInError)
  assert.equal(error.failure.kind, kind)
  assert.match(error.message, message)
  return true
}

describe('a person’s sign-in with the browser', () => {
  it('brings a token, with its end, for the code that came back', async () => {
    const signIn = new SignIn()
    const page = await signIn.loginPage
    assert.equal(page.origin + page.pathname, 'https://login.example.com/oauth/authorize')
    assert.equal(page.searchParams.get('code_challenge'), 'challenge-1')
    assert.equal(await signIn.comesBack({ code: 'code-1' }), true)
    assert.deepEqual(await signIn.signedIn, { token: 'token-1', endsAt: now + 3_600_000 })
    assert.deepEqual(signIn.exchanges, [
      { clientId: 'app-1', code: 'code-1', verifier: 'verifier-1', redirectUri: 'vscode://a.b/signed-in' }
    ])
    assert.ok(signIn.isClosed)
  })

  it('has a state of its own each time, which cannot be guessed', async () => {
    const states = await Promise.all([new SignIn(), new SignIn()].map(async ({ loginPage }) => (await loginPage).searchParams.get('state')))
    assert.notEqual(states[0], states[1])
    for (const state of states) assert.match(state ?? '', /^[\w-]{22}$/)
  })

  it('passes over an answer with another state, tells of it once, and goes on waiting', async () => {
    const signIn = new SignIn()
    assert.equal(await signIn.comesBack({ state: 'someone-elses', code: 'code-2' }), false)
    assert.equal(await signIn.comesBack({ state: '', error: 'access_denied' }), false)
    await settled()
    assert.deepEqual([signIn.foreign, signIn.isClosed, signIn.exchanges], [1, false, []])
    await signIn.comesBack({ code: 'code-1' })
    assert.equal((await signIn.signedIn).token, 'token-1')
    assert.equal(signIn.foreign, 1)
  })

  it('says that it was denied, with the reason', async () => {
    const signIn = new SignIn()
    await signIn.comesBack({ error: 'access_denied', error_description: 'The user said no' })
    await assert.rejects(signIn.signedIn, failing('denied', /^The sign-in was denied: The user said no\. Nothing was changed\.$/))
    assert.ok(signIn.isClosed)
  })

  it('says what to check when the platform does not know the app', async () => {
    const signIn = new SignIn()
    await signIn.comesBack({ error: 'unauthorized_client' })
    await assert.rejects(signIn.signedIn, failing('denied', /\(unauthorized_client\).*Check the OAuth client’s id/))
  })

  it('ends after five minutes in which nobody signed in', async () => {
    const pace = fakePace()
    const signIn = new SignIn({ pace })
    await assert.rejects(signIn.signedIn, failing('timedOut', /within 5 minutes/))
    assert.deepEqual([pace.waits, signIn.isClosed], [[300_000], true])
  })

  it('ends when it is cancelled, and takes no answer after that', async () => {
    const signIn = new SignIn()
    await signIn.loginPage
    signIn.cancelling.abort()
    await assert.rejects(signIn.signedIn, failing('cancelled', /was cancelled/))
    assert.deepEqual([signIn.isClosed, signIn.exchanges], [true, []])
  })

  it('ends when another one takes its place', async () => {
    const signIn = new SignIn()
    await signIn.loginPage
    signIn.cancelling.abort(new SignInError({ kind: 'replaced' }))
    await assert.rejects(signIn.signedIn, failing('replaced', /taken its place/))
  })

  it('ends at once where there is no browser', async () => {
    const signIn = new SignIn({ opensBrowser: false })
    await assert.rejects(signIn.signedIn, failing('noBrowser', /No browser/))
    assert.ok(signIn.isClosed)
  })

  it('says what the platform answered when it does not take the code, and shows neither code nor verifier', async () => {
    const signIn = new SignIn({ exchanged: { ok: false, failure: refusal(400, 'invalid_grant') } })
    await signIn.comesBack({ code: 'code-1' })
    await assert.rejects(signIn.signedIn, (error: unknown) => {
      assert.ok(error instanceof PlatformError)
      assert.match(error.message, /^Signing in: the platform answered 400 “invalid_grant”/)
      assert.doesNotMatch(error.message, /code-1|verifier-1/)
      return true
    })
  })
})
