import assert from 'node:assert/strict'
import { asUser, send, type RawAnswer } from './support/raw'
import { eachTestWithSandbox } from './support/session'

describe('What the sandbox makes of a request', () => {
  const session = eachTestWithSandbox()
  const query = '/api/v2/analytics/conversations/details/query'

  const post = (body: string, headers: Record<string, string> = {}): Promise<RawAnswer> =>
    send(session().sandbox, { method: 'POST', path: query, headers: { ...asUser(session().sandbox), ...headers }, body })

  const told = ({ status, json }: RawAnswer) => [status, json['code']]

  it('refuses JSON that is none, an empty body, and other content types', async () => {
    assert.deepEqual(told(await post('{"interval": ')), [400, 'bad.request'])
    assert.deepEqual(told(await post('')), [400, 'bad.request'])
    assert.deepEqual(told(await post('{}', { 'content-type': 'text/plain' })), [415, 'unsupported.media.type'])
  })

  it('names the field that is missing, mistyped or unknown', async () => {
    const { sandbox } = session()
    const create = async (body: object): Promise<RawAnswer> =>
      send(sandbox, { method: 'POST', path: '/api/v2/conversations/messages', headers: asUser(sandbox), body: JSON.stringify(body) })
    const whole = { queueId: sandbox.address.queueId, toAddress: '+13175550199', toAddressMessengerType: 'sms' }
    for (const [body, code, fieldName, assumption] of [
      [{ ...whole, toAddress: undefined }, 'constraint.validation', 'toAddress', 'body.field-code'],
      [{ ...whole, toAddress: 13175550199 }, 'invalid.value', 'toAddress', 'body.field-code'],
      [{ ...whole, toAddressMessengerType: 'pigeon' }, 'invalid.value', 'toAddressMessengerType', undefined],
      [{ ...whole, useExistingActiveConversation: true }, 'invalid.property', 'useExistingActiveConversation', 'body.unknown-field']
    ] as const) {
      const { status, json, headers } = await create(body)
      assert.deepEqual([status, json['code'], json['details']], [400, code, [{ errorCode: code, fieldName }]])
      assert.equal(headers['x-sandbox-assumption'], assumption)
    }
  })

  it('tells a path that does not exist from an operation that it does not simulate', async () => {
    const { sandbox, conversationId } = session()
    const headers = asUser(sandbox)
    const ask = (method: string, path: string): Promise<RawAnswer> => send(sandbox, { method, path, headers })
    assert.deepEqual(told(await ask('POST', '/api/v2/conversations/messaging/messages')), [404, 'not.found'])
    assert.deepEqual(told(await ask('GET', '/nowhere')), [404, 'not.found'])

    const real = await ask('GET', '/api/v2/conversations/callbacks')
    assert.deepEqual(told(real), [501, 'sandbox.not.implemented'])
    assert.equal(real.headers['x-sandbox-error'], 'sandbox.not.implemented')
    assert.deepEqual(told(await ask('POST', `/api/v2/conversations/${conversationId('queued-web')}/barge`)), [
      501,
      'sandbox.not.implemented'
    ])

    const wrongMethod = await ask('DELETE', '/api/v2/conversations/messages/agentless')
    assert.deepEqual(told(wrongMethod), [404, 'not.found'])
    assert.equal(wrongMethod.headers['x-sandbox-assumption'], 'path.method')
  })

  it('gives every answer a correlation id of its own', async () => {
    const { sandbox } = session()
    const answers = await Promise.all([1, 2, 3].map(() => send(sandbox, { path: '/api/v2/organizations/me', headers: asUser(sandbox) })))
    assert.equal(new Set(answers.map(({ headers }) => headers['inin-correlation-id'])).size, 3)
  })
})
