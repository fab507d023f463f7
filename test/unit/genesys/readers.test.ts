import assert from 'node:assert/strict'
import { PlatformError } from '../../../src/genesys/platformError'
import { readClientName, readMessageStatus, readNamed, readSentIds } from '../../../src/genesys/wire/message'
import { readDeployments, readThreadingTimeline } from '../../../src/genesys/wire/settings'

const unexpected = (error: unknown): boolean => PlatformError.is(error) && error.failure.kind === 'unexpected'

describe('the answer to a send', () => {
  it('names the message and its conversation', () => {
    assert.deepEqual(readSentIds({ id: 'm-1', conversationId: 'c-1', status: 'queued' }), { messageId: 'm-1', conversationId: 'c-1' })
  })

  it('names the message that is in it, of agentless', () => {
    assert.deepEqual(readSentIds({ id: 'a-1', conversationId: 'c-1', message: { id: 'm-1' } }), { messageId: 'm-1', conversationId: 'c-1' })
  })

  it('names nothing when it has no body, as with 202', () => {
    for (const body of [undefined, null, '', {}, []])
      assert.deepEqual(readSentIds(body), { messageId: undefined, conversationId: undefined })
  })
})

describe('a message', () => {
  it('has its status as the platform writes it', () => {
    assert.equal(readMessageStatus({ id: 'm-1', status: 'delivery-success' }), 'delivery-success')
    assert.equal(readMessageStatus({ status: 'teleported' }), 'teleported')
  })

  it('without a status is refused in words', () => {
    for (const body of [undefined, {}, { status: 7 }]) assert.throws(() => readMessageStatus(body), unexpected)
  })
})

describe('who a token is of', () => {
  it('is the user or the organisation by name, else by id', () => {
    assert.deepEqual(readNamed('Reading the user', { id: 'u-1', name: 'Nora' }), { id: 'u-1', name: 'Nora' })
    assert.deepEqual(readNamed('Reading the user', { id: 'u-1', name: null }), { id: 'u-1', name: 'u-1' })
    assert.throws(() => readNamed('Reading the user', {}), unexpected)
  })

  it('is the OAuth client by name, else by id, else not known', () => {
    assert.equal(readClientName({ OAuthClient: { id: 'c-1', name: 'Notifier' } }), 'Notifier')
    assert.equal(readClientName({ OAuthClient: { id: 'c-1' } }), 'c-1')
    for (const body of [{}, { OAuthClient: null }, undefined, 'x']) assert.equal(readClientName(body), undefined)
  })
})

describe('the threading timeline', () => {
  it('has minutes by channel, and a default', () => {
    const { defaultMinutes, minutesByMessengerType } = readThreadingTimeline({
      settings: [
        { messengerType: 'sms', timeoutInMinutes: 60 },
        { messengerType: 'webmessaging', timeoutInMinutes: 0 }
      ],
      defaultTimeoutMinutes: 120
    })
    assert.equal(defaultMinutes, 120)
    assert.deepEqual(Object.fromEntries(minutesByMessengerType), { sms: 60, webmessaging: 0 })
  })

  it('has the documented 72 hours where the organisation has set no default', () => {
    assert.equal(readThreadingTimeline({ settings: [] }).defaultMinutes, 72 * 60)
    assert.equal(readThreadingTimeline({ settings: [], defaultTimeoutMinutes: null }).defaultMinutes, 72 * 60)
    assert.equal(readThreadingTimeline({ settings: [], defaultTimeoutMinutes: 0 }).defaultMinutes, 0)
  })

  it('is refused in words when it is none', () => {
    for (const body of [undefined, {}, { settings: [{}] }]) assert.throws(() => readThreadingTimeline(body), unexpected)
  })
})

describe('the deployments', () => {
  it('have id, name and status', () => {
    assert.deepEqual(readDeployments({ entities: [{ id: 'd-1', name: 'Shop', status: 'Active', snippet: '<script>' }] }), [
      { id: 'd-1', name: 'Shop', status: 'Active' }
    ])
  })

  it('have their id as a name, and no status, where they have none', () => {
    assert.deepEqual(readDeployments({ entities: [{ id: 'd-1' }] }), [{ id: 'd-1', name: 'd-1', status: 'not given' }])
  })

  it('may be none', () => {
    assert.deepEqual(readDeployments({}), [])
    assert.deepEqual(readDeployments({ entities: [] }), [])
  })

  it('are refused in words when they are none', () => {
    for (const body of [undefined, 'x', { entities: [{ name: 'Shop' }] }]) assert.throws(() => readDeployments(body), unexpected)
  })
})
