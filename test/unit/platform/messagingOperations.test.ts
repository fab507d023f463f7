import assert from 'node:assert/strict'
import {
  agentlessPath,
  agentMessagePath,
  findMessagingOperation,
  messagingOperations,
  outboundPath,
  type MessagingOperation
} from '../../../src/platform/messagingOperations'
import { isDeprecated } from '../../../src/platform/operations'
import { findRemovedEndpoint } from '../../../src/platform/removedEndpoints'
import { operationsInSdk } from '../support/sdkSources'
import { signatureInSdk } from '../support/sdkTypings'

const line = ({ method, path }: MessagingOperation): string => `${method} ${path}`

/** The operation that a line such as `GET /users/me` names, without the `/api/v2` before its path. */
const operation = (name: string): MessagingOperation => {
  const [method = '', path = ''] = name.split(' ')
  const found = findMessagingOperation(method, `/api/v2${path}`)
  assert.ok(found, name)
  return found
}

const linesWith = (wanted: (found: MessagingOperation) => boolean): readonly string[] => messagingOperations.filter(wanted).map(line).sort()

describe('what is published of the messaging operations', () => {
  it('is known of all of them', () => {
    assert.equal(messagingOperations.length, 264)
  })

  it('is known of operations that the installed SDK has, or that are marked as removed', () => {
    const inSdk = operationsInSdk()
    for (const found of messagingOperations) assert.ok(inSdk.has(line(found)) || findRemovedEndpoint(found.path), line(found))
  })

  it('names the models of bodies that the installed SDK takes', () => {
    for (const found of messagingOperations.filter(({ purpose }) => purpose !== 'offer'))
      assert.equal(found.bodyModel, signatureInSdk(line(found)).body, line(found))
  })

  it('names the models of answers that the installed SDK gives, as far as the SDK names them', () => {
    for (const found of messagingOperations)
      for (const { model } of found.successes)
        if (model !== undefined)
          assert.ok(['object', model].includes(signatureInSdk(line(found)).answer ?? 'none'), `${line(found)} ${model}`)
  })

  it('is well formed: statuses, codes, permissions, scopes, sentences', () => {
    for (const found of messagingOperations) {
      for (const { status } of found.successes) assert.ok(status >= 200 && status < 300, line(found))
      for (const { status, code } of found.errors) {
        assert.ok(status >= 400 && status < 600, line(found))
        assert.match(code, /^[a-z0-9][\w.]+$/i, line(found))
      }
      const { permissions } = found
      if (permissions.kind === 'allOf' || permissions.kind === 'anyOf') {
        assert.notEqual(permissions.names.length, 0, line(found))
        for (const name of permissions.names) assert.match(name, /^\w+:\w+:\w+$/, line(found))
      }
      for (const scope of found.scopes ?? []) assert.match(scope, /^[a-z-]+(?::readonly)?$/, line(found))
      if (found.summary !== undefined) assert.match(found.summary, /\.$/, line(found))
    }
  })

  it('lists no code twice for one operation', () => {
    for (const found of messagingOperations) {
      const codes = found.errors.map(({ status, code }) => `${status} ${code}`)
      assert.equal(new Set(codes).size, codes.length, line(found))
    }
  })
})

describe('the credential that an operation takes', () => {
  it('is a client’s where “not.a.client” is listed, and a user’s where “not.a.user” is', () => {
    for (const { errors, credential, credentialBasis, ...found } of messagingOperations) {
      const codes = errors.map(({ code }) => code)
      if (codes.includes('not.a.client')) assert.deepEqual([credential, credentialBasis], ['client', 'errorCode'], found.path)
      if (codes.includes('not.a.user')) assert.deepEqual([credential, credentialBasis], ['user', 'errorCode'], found.path)
    }
  })

  it('is a client’s for these alone', () => {
    assert.deepEqual(
      linesWith(({ credential }) => credential === 'client'),
      [
        'POST /api/v2/conversations/emails/agentless',
        'POST /api/v2/conversations/messages/agentless',
        'POST /api/v2/conversations/messages/inbound/open',
        'POST /api/v2/conversations/messages/{integrationId}/inbound/open/event',
        'POST /api/v2/conversations/messages/{integrationId}/inbound/open/message',
        'POST /api/v2/conversations/messages/{integrationId}/inbound/open/receipt',
        'POST /api/v2/conversations/messages/{integrationId}/inbound/open/structured/response'
      ]
    )
  })

  it('is a user’s for the agent’s send by the developer blog, for no error code says so', () => {
    const send = findMessagingOperation('POST', agentMessagePath)
    assert.equal(send?.credentialBasis, 'developerBlog')
    assert.ok(!send.errors.some(({ code }) => code === 'not.a.user'))
  })

  it('is only inferred for opening an outbound conversation', () => {
    assert.equal(findMessagingOperation('POST', outboundPath)?.credentialBasis, 'inferred')
  })

  it('is not claimed where nothing says it', () => {
    for (const name of [
      'GET /conversations/{conversationId}',
      'POST /analytics/conversations/details/query',
      'PATCH /conversations/messages/{conversationId}/participants/{participantId}'
    ])
      assert.deepEqual([operation(name).credential, operation(name).credentialBasis], ['notDocumented', undefined], name)
    for (const found of messagingOperations)
      assert.equal(found.credential === 'notDocumented', found.credentialBasis === undefined, line(found))
  })

  it('is a guest’s for the history of a web messaging session, and either for asking whose a token is', () => {
    assert.equal(operation('GET /webmessaging/messages').credential, 'guest')
    assert.equal(operation('GET /tokens/me').credential, 'either')
  })
})

describe('the permissions and scopes of an operation', () => {
  it('of agentless are all of one permission, and the scope of conversations', () => {
    const { permissions, scopes } = operation('POST /conversations/messages/agentless')
    assert.deepEqual(permissions, { kind: 'allOf', names: ['conversation:message:create'] })
    assert.deepEqual(scopes, ['conversations'])
  })

  it('of the agent’s send are any of two permissions', () => {
    assert.deepEqual(operation('POST /conversations/messages/{conversationId}/communications/{communicationId}/messages').permissions, {
      kind: 'anyOf',
      names: ['conversation:message:create', 'conversation:webmessaging:create']
    })
  })

  it('of a reading operation are the read-only scope too, where there is one', () => {
    assert.deepEqual(operation('GET /conversations/{conversationId}').scopes, ['conversations', 'conversations:readonly'])
    assert.deepEqual(operation('POST /analytics/conversations/details/query').scopes, ['analytics', 'analytics:readonly'])
    assert.deepEqual(operation('GET /tokens/me').scopes, ['user-basic-info'])
    assert.deepEqual(operation('PATCH /conversations/messages/{conversationId}').scopes, ['conversations'])
  })

  it('are told apart: none named, and not known', () => {
    assert.deepEqual(operation('GET /conversations/messages/{conversationId}').permissions, { kind: 'none' })
    assert.deepEqual(operation('POST /externalcontacts/identifierlookup/contacts').permissions, { kind: 'notDocumented' })
    assert.deepEqual(operation('GET /webmessaging/messages').scopes, [])
    assert.equal(operation('POST /routing/sms/phonenumbers/alphanumeric').scopes, undefined)
  })
})

describe('the answers of an operation', () => {
  it('of agentless are 200 with the message, or 202 without', () => {
    assert.deepEqual(operation('POST /conversations/messages/agentless').successes, [
      { status: 200, model: 'SendAgentlessOutboundMessageResponse' },
      { status: 202, model: undefined }
    ])
  })

  it('of the agent’s send have no code that says that the conversation has ended', () => {
    assert.deepEqual(operation('POST /conversations/messages/{conversationId}/communications/{communicationId}/messages').errors, [
      { status: 400, code: 'conversation.message.limit.exceeded' },
      { status: 400, code: 'max.length.exceeded' },
      { status: 400, code: 'media.too.large' },
      { status: 400, code: 'not.found' },
      { status: 409, code: 'organization.outbound.usage.limit.exceeded' }
    ])
  })

  it('are those of deprecated and of preview operations too', () => {
    assert.equal(linesWith(isDeprecated).length, 19)
    assert.ok(operation('GET /notifications/availabletopics').preview)
    assert.equal(linesWith(({ preview }) => preview).length, 10)
  })
})

describe('the purpose of an operation', () => {
  it('is to send for these alone', () => {
    assert.deepEqual(
      linesWith(({ purpose }) => purpose === 'send'),
      [
        `POST ${agentlessPath}`,
        `POST ${agentMessagePath}`,
        'POST /api/v2/conversations/messages/{conversationId}/communications/{communicationId}/socialmedia/messages'
      ].sort()
    )
  })

  it('is never to send or to read a conversation under /conversations/messaging', () => {
    for (const { path, purpose } of messagingOperations)
      if (path.startsWith('/api/v2/conversations/messaging/'))
        assert.ok(purpose === 'configure' || path.endsWith('/threadingtimeline') || path.endsWith('/integrations'), path)
  })

  it('comes with a sentence for those that people are pointed to', () => {
    for (const path of [agentlessPath, agentMessagePath, outboundPath]) assert.ok(findMessagingOperation('POST', path)?.summary)
  })
})
