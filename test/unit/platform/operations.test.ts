import assert from 'node:assert/strict'
import { findErrorCode, errorCodes } from '../../../src/platform/errorCodes'
import {
  agentlessPath,
  agentMessagePath,
  findMessagingOperation,
  messagingOperations,
  outboundPath
} from '../../../src/platform/messagingOperations'
import { allOperations, findOperation, operationsAt, sdkVersion } from '../../../src/platform/operations'
import { ids } from '../support/ids'
import { installedSdkVersion, operationsInSdk } from '../support/sdkSources'
import { inventedByTheThread } from '../support/seed'

const inSdk = operationsInSdk()
const pairs = (): readonly string[] => allOperations().map(({ method, path }) => `${method} ${path}`)

/** The operation as `METHOD /path`, or undefined. */
const found = (line: string): string | undefined => {
  const [method = '', path = ''] = line.split(' ')
  const operation = findOperation(method, path)
  return operation && `${operation.method} ${operation.path}`
}

describe('the operations of the platform', () => {
  it('are those of the installed SDK, all of them, each once', () => {
    assert.deepEqual([...pairs()].sort(), [...inSdk].sort())
    assert.ok(inSdk.size > 3200 && inSdk.size < 3500, `about 3,300, and not ${inSdk.size}`)
    assert.equal(sdkVersion, installedSdkVersion())
  })

  it('are each found by their own path', () => {
    for (const pair of pairs()) assert.equal(found(pair), pair)
  })

  it('have the three sends', () => {
    for (const path of [agentlessPath, agentMessagePath, outboundPath]) assert.ok(inSdk.has(`POST ${path}`), path)
  })

  it('have none of the endpoints that the thread names', () => {
    for (const line of inventedByTheThread) {
      assert.equal(found(line), undefined, line)
      assert.equal(found(line.replace(/\{[^}]*\}/, ids.conversation)), undefined, line)
    }
  })

  it('are told by the method as well as by the path', () => {
    assert.equal(found(`GET ${agentlessPath}x/y/z`), undefined)
    assert.equal(found(`DELETE ${agentlessPath}`), undefined)
    assert.deepEqual(
      operationsAt('/api/v2/conversations/messages')
        .map(({ method }) => method)
        .sort(),
      ['GET', 'POST']
    )
    assert.deepEqual(operationsAt('/api/v2/conversations/messaging/messages'), [])
  })

  it('take a word of a path for that word before they take it for a value', () => {
    assert.equal(found('POST /api/v2/conversations/messages/agentless'), `POST ${agentlessPath}`)
    assert.equal(found('GET /api/v2/users/me'), 'GET /api/v2/users/me')
    assert.equal(found(`GET /api/v2/users/${ids.agentUser}`), 'GET /api/v2/users/{userId}')
  })

  it('take a word for a value where no operation has it as a word', () => {
    const operation = findOperation('GET', '/api/v2/conversations/messages/agentless')
    assert.equal(operation?.path, '/api/v2/conversations/messages/{conversationId}')
    assert.equal(operation.parameters.get('conversationId'), 'agentless')
  })

  it('give the values that a path has for its variables', () => {
    const operation = findOperation('POST', `/api/v2/conversations/messages/${ids.conversation}/communications/${ids.agentLeg}/messages`)
    assert.equal(operation?.path, agentMessagePath)
    assert.deepEqual(
      [...operation.parameters],
      [
        ['conversationId', ids.conversation],
        ['communicationId', ids.agentLeg]
      ]
    )
  })

  it('are found with a method in any case, and with a path in capitals', () => {
    assert.equal(found('post /api/v2/conversations/messages/agentless'), `POST ${agentlessPath}`)
    assert.equal(found('POST /api/v2/Conversations/Messages/AGENTLESS'), `POST ${agentlessPath}`)
  })

  it('are none for what is not a path of the API', () => {
    for (const path of ['', '/', '/api/v2', '/api/v2/', '/api/v1/users/me', 'constructor', '/api/v2/__proto__'])
      assert.equal(findOperation('GET', path), undefined, path)
  })
})

describe('what we say of messaging operations', () => {
  it('is said of operations that exist', () => {
    for (const { method, path } of messagingOperations) assert.ok(inSdk.has(`${method} ${path}`), `${method} ${path}`)
  })

  it('is said of each once', () => {
    const named = messagingOperations.map(({ method, path }) => `${method} ${path}`)
    assert.equal(new Set(named).size, named.length)
  })

  it('knows which credential each send takes', () => {
    assert.equal(findMessagingOperation('POST', agentlessPath)?.credential, 'client')
    assert.equal(findMessagingOperation('POST', agentMessagePath)?.credential, 'user')
    assert.equal(findMessagingOperation('POST', outboundPath)?.credential, 'user')
  })

  it('knows the two flags apart that are so easily confused', () => {
    const fields = (path: string): readonly string[] => findMessagingOperation('POST', path)?.bodyFields ?? []
    assert.ok(fields(agentlessPath).includes('useExistingActiveConversation'))
    assert.ok(!fields(agentlessPath).includes('useExistingConversation'))
    assert.ok(fields(outboundPath).includes('useExistingConversation'))
    assert.ok(!fields(outboundPath).includes('useExistingActiveConversation'))
  })
})

describe('the error codes of the platform', () => {
  it('are told by status and code together: “not.found” comes with 400 too, and means something else there', () => {
    assert.notEqual(findErrorCode(400, 'not.found')?.meaning, findErrorCode(404, 'not.found')?.meaning)
    assert.equal(findErrorCode(409, 'active.conversation'), undefined)
    assert.equal(findErrorCode(400, 'active.conversation')?.status, 400)
  })

  it('are found by the code alone where the status is not known', () => {
    assert.equal(findErrorCode(undefined, 'not.a.client')?.status, 400)
    assert.equal(findErrorCode(undefined, 'made.up'), undefined)
  })

  it('stand in the list once each', () => {
    const named = errorCodes.map(({ status, code }) => `${status} ${code}`)
    assert.equal(new Set(named).size, named.length)
  })

  it('have the two conflicts of a send, and no conflict that says that a conversation has ended', () => {
    assert.deepEqual(
      errorCodes.filter(({ status }) => status === 409).map(({ code }) => code),
      ['request.conflict', 'organization.outbound.usage.limit.exceeded']
    )
  })
})
