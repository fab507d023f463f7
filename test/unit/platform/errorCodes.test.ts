import fc from 'fast-check'
import assert from 'node:assert/strict'
import { errorCodes, findErrorCode } from '../../../src/platform/errorCodes'
import { agentlessPath, messagingOperations, outboundPath } from '../../../src/platform/messagingOperations'

const operationsOf = (status: number, code: string): readonly string[] =>
  (findErrorCode(status, code)?.operations ?? []).map(({ method, path }) => `${method} ${path}`).sort()

describe('an error code that the published API lists', () => {
  it('is known for every messaging operation that lists it', () => {
    for (const { method, path, errors } of messagingOperations)
      for (const { status, code } of errors) {
        const found = findErrorCode(status, code)
        assert.equal(found?.status, status, code)
        assert.ok(
          found.operations.some((operation) => operation.method === method && operation.path === path),
          code
        )
        assert.match(found.meaning, /\.$/, code)
      }
  })

  it('says which operations list it', () => {
    assert.deepEqual(operationsOf(400, 'existing.conversation'), [`POST ${outboundPath}`, `POST ${agentlessPath}`])
    assert.equal(operationsOf(400, 'not.a.client').length, 7)
    assert.deepEqual(operationsOf(409, 'request.conflict'), [])
  })

  it('says whether any operation may answer it', () => {
    assert.equal(findErrorCode(409, 'request.conflict')?.anyOperation, true)
    assert.equal(findErrorCode(404, 'not.found')?.anyOperation, true)
    assert.equal(findErrorCode(400, 'not.found')?.anyOperation, false)
    assert.equal(findErrorCode(400, 'active.conversation')?.anyOperation, false)
  })

  it('has a meaning in our words where it matters to somebody who sends, reads, or is not let in', () => {
    for (const [status, code] of [
      [400, 'queue.address.required'],
      [400, 'queue.membership.required'],
      [400, 'invalid.phone.numbers'],
      [400, 'media.too.large'],
      [400, 'conversation.message.limit.exceeded'],
      [400, 'response.missing.apple.invitation'],
      [400, 'missing.open.channel.date'],
      [400, 'conversations.error.transfer.not.connected'],
      [400, 'communication.state.required'],
      [401, 'ip.not.authorized'],
      [403, 'app.not.authorized.for.scope'],
      [403, 'authz.policy.denied'],
      [403, 'conversation.error.forbidden.not.active.participant'],
      [415, 'unsupported.media.type'],
      [504, 'request.timeout']
    ] as const)
      assert.ok(
        errorCodes.some((entry) => entry.status === status && entry.code === code),
        `${status} ${code}`
      )
  })

  it('is described by its operations where we have no words for it', () => {
    assert.equal(
      findErrorCode(409, 'device.already.registered')?.meaning,
      'The published API lists it for POST /api/v2/webmessaging/deployments/{deploymentId}/pushdevices/{tokenId}; the message of the answer says more.'
    )
    assert.match(
      findErrorCode(422, 'validation.failed')?.meaning ?? '',
      /^The published API lists it for \w+ \/api\/v2\/\S+ and \d+ more; /
    )
  })

  it('is told by its status too', () => {
    assert.equal(findErrorCode(400, 'bad.request')?.anyOperation, true)
    assert.deepEqual(operationsOf(404, 'bad.request'), ['POST /api/v2/routing/sms/phonenumbers'])
    assert.equal(findErrorCode(404, 'bad.request')?.anyOperation, false)
    assert.equal(findErrorCode(418, 'bad.request'), undefined)
    assert.equal(findErrorCode(undefined, 'not.found')?.status, 404)
  })
})

describe('an error code that it does not list', () => {
  it('is none: least of all one for a conversation that has ended', () => {
    for (const code of ['conversation.ended', 'conversation.closed', 'invalid.state', 'constructor', '__proto__', ''])
      assert.equal(findErrorCode(409, code), undefined, code)
  })

  it('is looked up without an error, whatever it is', () => {
    fc.assert(
      fc.property(fc.option(fc.integer(), { nil: undefined }), fc.string({ unit: 'binary' }), (status, code) => {
        findErrorCode(status, code)
      })
    )
  })
})
