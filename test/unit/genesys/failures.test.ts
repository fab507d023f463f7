import assert from 'node:assert/strict'
import { PlatformError, type Failure } from '../../../src/genesys/platformError'
import { failureOf } from '../../../src/genesys/sdkFailure'

const token = 'kJ3aVeryOpaqueToken00'
const errorBody = { message: 'No.', code: 'not.a.client', status: 400, contextId: 'correlation-5' }
const headers = { 'content-type': 'application/json', 'inin-correlation-id': 'correlation-9' }
const request = { headers: { Authorization: `Bearer ${token}` }, data: `client_secret=${token}` }

/** An error as axios makes it: with the answer's status on the error itself too, as soon as there is an answer. */
const axiosError = (given: object): Error =>
  Object.assign(new Error('Request failed'), { isAxiosError: true, config: request, request, ...given })

const answeredWith = (status: number, data: unknown): Error => axiosError({ status, response: { status, data, headers, config: request } })

const refused = (given: Partial<Failure> = {}): object => ({
  kind: 'refused',
  status: 400,
  code: 'not.a.client',
  message: 'No.',
  correlationId: 'correlation-5',
  quietMs: undefined,
  ...given
})

describe('what the SDK rejects with', () => {
  it('is the platform’s refusal, from an extended response', () => {
    const thrown = { status: 400, statusText: 'Bad Request', headers, body: errorBody, text: '…', error: answeredWith(400, errorBody) }
    assert.deepEqual(failureOf(thrown), refused())
  })

  it('is the platform’s refusal, from an error of axios', () => {
    assert.deepEqual(failureOf(answeredWith(400, errorBody)), refused())
    const withoutStatus = axiosError({ response: { status: 400, data: errorBody, headers } })
    assert.deepEqual(failureOf(withoutStatus), refused())
  })

  it('is the refusal of a wrong secret, with what the OAuth endpoint says', () => {
    const failure = failureOf(answeredWith(400, { error: 'invalid_client', error_description: 'client not found', description: 'x' }))
    assert.deepEqual(failure, refused({ code: 'invalid_client', message: 'client not found', correlationId: 'correlation-9' }))
  })

  it('has the correlation id of the headers where the body has none', () => {
    assert.deepEqual(
      failureOf({ status: 400, headers, body: { ...errorBody, contextId: undefined } }),
      refused({ correlationId: 'correlation-9' })
    )
  })

  it('is a refusal with nothing but a status, where the body is none of the platform’s', () => {
    for (const body of [undefined, null, '', '<html>Bad Gateway</html>', { code: 7 }])
      assert.deepEqual(failureOf({ status: 502, body }), {
        kind: 'refused',
        status: 502,
        code: undefined,
        message: undefined,
        correlationId: undefined,
        quietMs: undefined
      })
  })

  for (const code of [
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'CERT_HAS_EXPIRED',
    'DEPTH_ZERO_SELF_SIGNED_CERT'
  ])
    it(`means that nothing was sent: ${code}`, () => {
      assert.deepEqual(failureOf(axiosError({ code })), { kind: 'unreachable', why: code })
    })

  for (const code of ['ECONNRESET', 'ETIMEDOUT', 'ECONNABORTED', 'EPIPE', 'ERR_NETWORK'])
    it(`may have been sent, and no answer came: ${code}`, () => {
      assert.deepEqual(failureOf(axiosError({ code })), { kind: 'noAnswer', why: code })
    })

  it('may have been sent, where an error has no code', () => {
    assert.deepEqual(failureOf(new Error('socket hang up')), { kind: 'noAnswer', why: 'socket hang up' })
  })

  it('is a text, as the SDK throws it for a missing parameter', () => {
    const text = 'Missing the required parameter "conversationId" when calling getConversation'
    assert.deepEqual(failureOf(text), { kind: 'unexpected', why: text })
  })

  it('is something else, and then has no reason', () => {
    for (const thrown of [undefined, null, 7, {}, []])
      assert.deepEqual(failureOf(thrown), { kind: 'unexpected', why: 'the SDK gave no reason' })
  })

  it('brings nothing of the request with it', () => {
    const all = [
      answeredWith(400, errorBody),
      axiosError({ code: 'ECONNRESET' }),
      axiosError({ code: 'ECONNREFUSED' }),
      { status: 400, headers, body: errorBody, error: answeredWith(400, errorBody), config: request }
    ]
    for (const thrown of all) {
      const error = new PlatformError('Sending', failureOf(thrown))
      for (const held of [error.message, JSON.stringify(error), error.stack ?? '', JSON.stringify(error.failure)])
        assert.ok(!held.includes(token))
    }
  })
})

describe('the sentence of a failure', () => {
  const sentence = (failure: Failure): string => new PlatformError('Sending', failure).message

  it('has status, code, message and correlation id of a refusal', () => {
    assert.equal(
      sentence({ kind: 'refused', status: 400, code: 'not.a.client', message: 'This needs a client.', correlationId: 'c-5' }),
      'Sending: the platform answered 400 “not.a.client”. This needs a client. Correlation id c-5.'
    )
    assert.equal(
      sentence({ kind: 'refused', status: 502, code: undefined, message: undefined, correlationId: undefined }),
      'Sending: the platform answered 502.'
    )
  })

  it('says what to do about a refusal that is clear', () => {
    const refusedWith = (code: string): string =>
      sentence({ kind: 'refused', status: 401, code, message: undefined, correlationId: undefined })
    assert.equal(
      refusedWith('bad.credentials'),
      'Sending: the platform answered 401 “bad.credentials”. The token is wrong, has expired, or belongs to another region.'
    )
    assert.match(refusedWith('invalid_client'), /id and secret/)
  })

  it('says what to do when nobody answers', () => {
    assert.match(
      sentence({ kind: 'unreachable', why: 'ECONNREFUSED' }),
      /^Sending: the organisation cannot be reached \(ECONNREFUSED\)\. Check the network/
    )
    assert.match(sentence({ kind: 'noAnswer', why: 'ECONNRESET' }), /^Sending: no answer came \(ECONNRESET\)\. Check the network/)
    assert.equal(sentence({ kind: 'unexpected', why: 'it has no id' }), 'Sending: the answer is not what the API describes (it has no id).')
  })

  it('has no token in it, though the platform repeats one', () => {
    const failure = failureOf({ status: 401, body: { code: 'bad.credentials', message: `Bearer ${token} is not valid.` } })
    assert.ok(!sentence(failure).includes(token))
  })

  it('is told from other errors, and by its status', () => {
    const error = new PlatformError('Sending', {
      kind: 'refused',
      status: 404,
      code: undefined,
      message: undefined,
      correlationId: undefined
    })
    assert.deepEqual([PlatformError.is(error), PlatformError.is(error, 404), PlatformError.is(error, 400)], [true, true, false])
    assert.equal(PlatformError.is(new Error('x')), false)
  })
})
