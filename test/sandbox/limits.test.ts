import assert from 'node:assert/strict'
import { asUser, clientToken, send } from './support/raw'
import { answerOf, assertRefused, bodyOf } from './support/sdk'
import { eachTestWithSandbox } from './support/session'

describe('The limits of the organisation', () => {
  const session = eachTestWithSandbox()

  it('can be read by namespace, with their defaults and what they mean', async () => {
    const { user } = session()
    const { body, headers } = await answerOf(user.organization.getOrganizationsLimitsNamespace('platform.api'))
    assert.equal(body.entities?.find(({ key }) => key === 'token.rate.per.minute')?.value, 300)
    assert.equal(headers['x-sandbox-assumption'], 'limits.values')
    assert.deepEqual(await bodyOf(user.organization.getOrganizationsLimitsNamespaceDefaults('platform.api')), body)
    const { namespaces = [] } = await bodyOf(user.organization.getOrganizationsLimitsDocs())
    assert.ok(namespaces.flatMap(({ limits = [] }) => limits).every(({ description }) => description !== undefined && description !== ''))
    const listed = (await bodyOf(user.organization.getOrganizationsLimitsNamespaces())) as { entities?: readonly string[] }
    assert.deepEqual(
      listed.entities,
      namespaces.map(({ name }) => name)
    )
  })

  it('are refused for a namespace that has none', async () => {
    const { user } = session()
    await assertRefused(user.organization.getOrganizationsLimitsNamespace('learning'), 400, 'invalid.value', 'limits.values')
  })

  it('have no requests to change them, which not everybody may see', async () => {
    const { user, client } = session()
    assert.deepEqual((await bodyOf(client.organization.getOrganizationsLimitsChangerequests())).entities, [])
    await assertRefused(user.organization.getOrganizationsLimitsChangerequests(), 403, 'missing.any.permissions')
  })
})

const path = '/api/v2/organizations/me'

describe('Rate limits', () => {
  const session = eachTestWithSandbox({ rateLimits: true })
  const ask = (token: string) => send(session().sandbox, { path, headers: { authorization: `Bearer ${token}` } })

  it('refuse the request after the last that is allowed, say when to come back, and let it through then', async () => {
    const { sandbox, clock } = session()
    const token = sandbox.address.userToken
    const first = await ask(token)
    assert.deepEqual(
      [first.headers['inin-ratelimit-count'], first.headers['inin-ratelimit-allowed'], first.headers['inin-ratelimit-reset']],
      ['1', '300', '60']
    )
    for (let count = 2; count <= 300; count += 1) assert.equal((await ask(token)).status, 200)
    clock.advance(20_500)
    const { status, json, headers } = await ask(token)
    assert.deepEqual([status, json['code'], headers['retry-after']], [429, 'too.many.requests', '40'])
    assert.deepEqual(json['limit'], { namespace: 'platform.api', key: 'token.rate.per.minute', value: 300 })
    assert.equal(headers['inin-ratelimit-count'], '300')
    assert.equal(headers['x-sandbox-assumption'], 'rate-limit.window')
    clock.advance(39_500)
    assert.equal((await ask(token)).status, 200)
  })

  it('count each token by itself, and a client’s against its own limit', async () => {
    const { sandbox } = session()
    const [one, other] = [await clientToken(sandbox), await clientToken(sandbox)]
    for (let count = 1; count <= 300; count += 1) await ask(one)
    const { status, json } = await ask(one)
    assert.deepEqual(
      [status, json['limit']],
      [429, { namespace: 'platform.api', key: 'client.credentials.token.rate.per.minute', value: 300 }]
    )
    assert.equal((await ask(other)).status, 200)
  })
})

describe('Without rate limits', () => {
  const session = eachTestWithSandbox()

  it('nothing is refused, and the headers are there all the same', async () => {
    const { sandbox } = session()
    for (let count = 1; count <= 301; count += 1) {
      const { status, headers } = await send(sandbox, { path, headers: asUser(sandbox) })
      assert.deepEqual([status, headers['inin-ratelimit-count']], [200, String(Math.min(count, 300))])
    }
  })
})
