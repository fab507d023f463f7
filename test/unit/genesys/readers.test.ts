import assert from 'node:assert/strict'
import { PlatformError } from '../../../src/genesys/platformError'
import { readMessageStatus, readNamed, readSentIds } from '../../../src/genesys/wire/message'
import { readClientName, readGrant } from '../../../src/genesys/wire/token'
import { readGrantedPermissions, readUserPermissions } from '../../../src/genesys/wire/permissions'
import { readMemberships, readQueue } from '../../../src/genesys/wire/queue'
import { readRoutingStatus } from '../../../src/genesys/wire/routingStatus'
import { readDeployments, readIntegrations, readSmsNumbers } from '../../../src/genesys/wire/senders'
import { readThreadingTimeline } from '../../../src/genesys/wire/settings'

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

  it('has the grant type and the scopes, as far as they are told', () => {
    assert.deepEqual(readGrant({ OAuthClient: { authorizedGrantType: 'CODE' }, authorizedScope: ['conversations', 'users'] }), {
      type: 'CODE',
      scopes: ['conversations', 'users']
    })
    assert.deepEqual(readGrant({}), { type: undefined, scopes: [] })
    assert.throws(() => readGrant('x'), unexpected)
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

describe('the integrations', () => {
  it('have id, name, channel and status', () => {
    const body = {
      entities: [{ id: 'i-1', name: 'Shop line', messengerType: 'whatsapp', status: 'Active', version: 3 }],
      total: 1,
      pageCount: 1
    }
    assert.deepEqual(readIntegrations(body), {
      rows: [{ id: 'i-1', name: 'Shop line', messengerType: 'whatsapp', status: 'Active' }],
      isComplete: true
    })
  })

  it('are incomplete when the platform counts more of them, or more pages', () => {
    for (const count of [{ total: 2 }, { pageCount: 2 }])
      assert.equal(readIntegrations({ entities: [{ id: 'i-1' }], ...count }).isComplete, false)
  })

  it('are refused in words when they are none', () => {
    for (const body of [undefined, 'x', { entities: [{ name: 'Shop line' }] }]) assert.throws(() => readIntegrations(body), unexpected)
  })
})

describe('what is sent from', () => {
  it('names its supported content profile, where it has one of its own', () => {
    const supportedContent = { id: 'p-1', name: 'Pictures' }
    assert.equal(readIntegrations({ entities: [{ id: 'i-1', supportedContent }] }).rows[0]?.supportedContentId, 'p-1')
    assert.equal(readDeployments({ entities: [{ id: 'd-1', supportedContent }] })[0]?.supportedContentId, 'p-1')
    assert.equal(readSmsNumbers({ entities: [{ phoneNumber: '+1', supportedContent }] }).rows[0]?.supportedContentId, 'p-1')
    assert.equal(readIntegrations({ entities: [{ id: 'i-1', supportedContent: null }] }).rows[0]?.supportedContentId, undefined)
  })
})

describe('the SMS numbers', () => {
  it('have their status, where they have one', () => {
    const body = { entities: [{ phoneNumber: '+41445550100', phoneNumberStatus: 'PORTING' }, { phoneNumber: '12345' }] }
    assert.deepEqual(readSmsNumbers(body).rows, [
      { phoneNumber: '+41445550100', status: 'PORTING' },
      { phoneNumber: '12345', status: undefined }
    ])
  })
})

describe('a queue', () => {
  it('has the channels for which it has an outbound address', () => {
    const outboundMessagingAddresses = { smsAddress: { id: 'n-1' }, openMessagingRecipient: null, whatsAppRecipient: { id: 'i-1' } }
    assert.deepEqual(readQueue({ id: 'q-1', name: 'Web support', outboundMessagingAddresses }), {
      id: 'q-1',
      name: 'Web support',
      outboundChannels: ['sms', 'whatsapp'],
      manualAssignment: undefined
    })
  })

  it('says whether conversations in it may be assigned by hand', () => {
    for (const enableManualAssignment of [true, false])
      assert.equal(readQueue({ id: 'q-1', enableManualAssignment }).manualAssignment, enableManualAssignment)
    assert.equal(readQueue({ id: 'q-1', enableManualAssignment: null }).manualAssignment, undefined)
  })

  it('has none when it says nothing of them', () => {
    assert.deepEqual(readQueue({ id: 'q-1' }), { id: 'q-1', name: 'q-1', outboundChannels: [], manualAssignment: undefined })
  })

  it('is refused in words without an id', () => {
    assert.throws(() => readQueue({ name: 'Web support' }), unexpected)
  })
})

describe('the user’s routing status', () => {
  it('is the platform’s word', () => {
    assert.equal(readRoutingStatus({ id: 'u-1', routingStatus: { userId: 'u-1', status: 'OFF_QUEUE' } }), 'OFF_QUEUE')
  })

  it('is refused in words where the user has none', () => {
    for (const body of [{ id: 'u-1' }, { routingStatus: {} }, undefined]) assert.throws(() => readRoutingStatus(body), unexpected)
  })
})

describe('the user’s queues', () => {
  it('say whether the user has joined them', () => {
    assert.deepEqual(readMemberships({ entities: [{ id: 'q-1', name: 'Web support', joined: false }, { id: 'q-2' }], total: 2 }), {
      rows: [
        { queueId: 'q-1', queueName: 'Web support', joined: false },
        { queueId: 'q-2', queueName: 'q-2', joined: undefined }
      ],
      isComplete: true
    })
  })
})

describe('the permissions', () => {
  it('of a user are those that the authorization lists', () => {
    assert.deepEqual(readUserPermissions({ id: 'u-1', authorization: { permissions: ['conversation:message:create'] } }), [
      'conversation:message:create'
    ])
  })

  it('of a user are refused in words when there are none to read', () => {
    for (const body of [{ id: 'u-1' }, { id: 'u-1', authorization: null }, 'x']) assert.throws(() => readUserPermissions(body), unexpected)
  })

  it('of a client are those of all its roles', () => {
    const policies = [{ domain: 'conversation', entityName: 'message', actions: ['create', 'view'] }]
    assert.deepEqual(
      readGrantedPermissions({ grants: [{ role: { policies } }, { role: { policies: [{ domain: 'routing', actions: ['view'] }] } }] }),
      ['conversation:message:create', 'conversation:message:view', 'routing:*:view']
    )
    assert.deepEqual(readGrantedPermissions({ grants: [] }), [])
  })
})
