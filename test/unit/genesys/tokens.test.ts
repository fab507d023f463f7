import assert from 'node:assert/strict'
import type { Reply, TokenReply } from '../../../src/genesys/api'
import { renewedTokens } from '../../../src/genesys/tokens/renewedTokens'
import { givenToken } from '../../../src/genesys/tokens/tokenSource'
import { callerFor, type Call } from '../../../src/genesys/traffic/caller'
import { Traffic } from '../../../src/genesys/traffic/traffic'
import { hours, minutes } from '../../../src/model/instant'
import { refusal } from '../support/platform'
import { fakePace } from '../support/pace'

const unauthorised: Reply = { ok: false, failure: refusal(401, 'bad.credentials') }
const answered: Reply = { ok: true, body: 'here' }

/** Gives `token-1`, `token-2` and so on, each for a day. */
const numbered = () => {
  let given = 0
  const ask = (): Promise<TokenReply> => Promise.resolve({ ok: true, token: `token-${++given}`, lifeMs: hours(24) })
  return { ask, asked: () => given }
}

const tokenIn = (reply: TokenReply | undefined): string => (reply?.ok === true ? reply.token : 'none')

describe('the tokens of an OAuth client', () => {
  it('are asked for once, also by many at the same time', async () => {
    const platform = numbered()
    const tokens = renewedTokens(platform.ask, () => 0)
    assert.deepEqual((await Promise.all([tokens.current(), tokens.current(), tokens.current()])).map(tokenIn), [
      'token-1',
      'token-1',
      'token-1'
    ])
    assert.equal(tokenIn(await tokens.current()), 'token-1')
    assert.equal(platform.asked(), 1)
  })

  it('are renewed before they end', async () => {
    let now = 0
    const tokens = renewedTokens(numbered().ask, () => now)
    await tokens.current()
    now = hours(24) - minutes(80)
    assert.equal(tokenIn(await tokens.current()), 'token-1')
    now = hours(24) - minutes(60)
    assert.equal(tokenIn(await tokens.current()), 'token-2')
  })

  it('are replaced once when the platform refuses one, however many were refused with it', async () => {
    const platform = numbered()
    const tokens = renewedTokens(platform.ask, () => 0)
    await tokens.current()
    assert.deepEqual((await Promise.all([tokens.another('token-1'), tokens.another('token-1')])).map(tokenIn), ['token-2', 'token-2'])
    assert.equal(tokenIn(await tokens.another('token-1')), 'token-2')
    assert.equal(platform.asked(), 2)
  })

  it('are asked for again after they could not be got', async () => {
    const replies: TokenReply[] = [{ ok: false, failure: { kind: 'unreachable', why: 'x' } }]
    const tokens = renewedTokens(
      () => Promise.resolve(replies.shift() ?? { ok: true, token: 'token-1', lifeMs: undefined }),
      () => 0
    )
    assert.equal(tokenIn(await tokens.current()), 'none')
    assert.equal(tokenIn(await tokens.current()), 'token-1')
  })
})

describe('a call that is refused with 401', () => {
  /** The platform takes only tokens that are in `taken`. */
  const taking =
    (...taken: readonly string[]): Call =>
    (token) =>
      Promise.resolve(taken.includes(token) ? answered : unauthorised)
  const traffic = (): Traffic => new Traffic(fakePace(), () => 0)

  it('is made once more with a new token, a send as well', async () => {
    for (const kind of ['read', 'send'] as const) {
      const caller = callerFor(
        traffic(),
        renewedTokens(numbered().ask, () => 0),
        () => assert.fail('nobody needs to sign in')
      )
      assert.equal(await caller[kind](taking('token-2')), answered)
    }
  })

  it('is told, and the sign-in with it, when the new token is refused too', async () => {
    const platform = numbered()
    let told = 0
    const caller = callerFor(
      traffic(),
      renewedTokens(platform.ask, () => 0),
      () => {
        told++
      }
    )
    assert.equal(await caller.read(taking('no token')), unauthorised)
    assert.deepEqual([told, platform.asked()], [1, 2])
  })

  it('is told at once with a token that nothing renews', async () => {
    let told = 0
    let calls = 0
    const caller = callerFor(traffic(), givenToken('user-token'), () => {
      told++
    })
    await caller.read((token, signal) => {
      calls++
      return taking('no token')(token, signal)
    })
    assert.deepEqual([told, calls], [1, 1])
  })

  it('is not made at all without a token', async () => {
    const failure: TokenReply = { ok: false, failure: refusal(401, 'invalid_client') }
    const caller = callerFor(
      traffic(),
      renewedTokens(
        () => Promise.resolve(failure),
        () => 0
      ),
      () => undefined
    )
    assert.equal(await caller.read(() => assert.fail('there is no token to call with')), failure)
  })
})
