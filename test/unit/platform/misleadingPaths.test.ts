import fc from 'fast-check'
import assert from 'node:assert/strict'
import { agentlessPath, agentMessagePath, outboundPath } from '../../../src/platform/messagingOperations'
import { findNameTrap, nameTraps } from '../../../src/platform/nameTraps'
import { allOperations, operationsAt } from '../../../src/platform/operations'
import { fitsPattern } from '../../../src/platform/pathPattern'
import { findRemovedEndpoint, removedEndpoints } from '../../../src/platform/removedEndpoints'
import { ids } from '../support/ids'

const chat = `/api/v2/conversations/chats/${ids.conversation}/communications/${ids.agentLeg}/messages`
const guestChat = '/api/v2/webchat/guest/conversations'

describe('the endpoints that were removed', () => {
  it('are those of legacy web chat, on both sides', () => {
    assert.match(findRemovedEndpoint(chat)?.was ?? '', /agent.*legacy web chat/)
    assert.match(findRemovedEndpoint('/api/v2/conversations/chats')?.was ?? '', /legacy web chat/)
    assert.match(findRemovedEndpoint(guestChat)?.was ?? '', /customer.*legacy web chat/)
    assert.match(findRemovedEndpoint('/api/v2/WebChat/Guest/conversations/{conversationId}')?.was ?? '', /legacy web chat/)
  })

  it('say since when, and what there is instead', () => {
    for (const { gone, instead, sources } of removedEndpoints) {
      assert.match(gone, /262\.0\.0/)
      assert.match(instead, /Web messaging/)
      assert.notEqual(sources.length, 0)
    }
    assert.match(findRemovedEndpoint(chat)?.gone ?? '', /OpenAPI of July 2026 still/)
    assert.doesNotMatch(findRemovedEndpoint(guestChat)?.gone ?? '', /OpenAPI/)
  })

  it('are in the installed SDK no more', () => {
    assert.deepEqual(operationsAt(chat), [])
    for (const { path } of allOperations()) assert.equal(findRemovedEndpoint(path), undefined, path)
  })

  it('are not the chat of the organisation’s own users, nor what only begins alike', () => {
    for (const path of [
      '/api/v2/chats/rooms',
      '/api/v2/conversations/chatsx',
      '/api/v2/webchat/settings',
      agentlessPath,
      '/api/v2/conversations'
    ])
      assert.equal(findRemovedEndpoint(path), undefined, path)
  })
})

describe('the paths whose name misleads', () => {
  const misleading = {
    '/api/v2/chats/users/{userId}/messages': /own users/,
    [`/api/v2/conversations/${ids.conversation}/communications/${ids.agentLeg}/internalmessages`]: /agent to agent/,
    '/api/v2/conversations/{conversationId}/participants/{participantId}/internalmessages/users/communications': /agent to agent/,
    '/api/v2/conversations/messaging/messages': /configuration only/,
    '/api/v2/conversations/messaging/integrations/open': /configuration only/,
    '/api/v2/messaging/settings': /configuration only/,
    '/api/v2/conversations/calls/{conversationId}/participants': /telephone calls only/,
    '/api/v2/conversations/calls/{conversationId}/participants/{participantId}/barge': /telephone calls only/,
    '/api/v2/conversations/{conversationId}/barge': /telephone calls only/,
    '/api/v2/conversations/emails/{conversationId}/reconnect': /e-mail conversations only/,
    '/api/v2/conversations/messages/{integrationId}/inbound/open/message': /into the platform/,
    '/api/v2/webmessaging/messages': /history/,
    '/api/v2/webmessaging/deployments/{deploymentId}/pushdevices/{tokenId}': /sends none/
  }
  for (const [path, is] of Object.entries(misleading))
    it(`say what they are: ${path}`, () => {
      assert.match(findNameTrap(path)?.is ?? '', is)
    })

  it('are none of the sends', () => {
    for (const path of [agentlessPath, agentMessagePath, outboundPath]) assert.equal(findNameTrap(path), undefined, path)
  })

  it('are said of a real part of the API, each', () => {
    for (const { patterns, sources } of nameTraps) {
      assert.notEqual(sources.length, 0)
      for (const pattern of patterns)
        assert.ok(
          allOperations().some(({ path }) => fitsPattern(pattern, path)),
          pattern
        )
    }
  })
})

describe('a pattern of paths', () => {
  it('has any value for its variables, and no value for its words', () => {
    assert.ok(fitsPattern('/api/v2/a/{id}/b', '/api/v2/a/1/b'))
    assert.ok(fitsPattern('/api/v2/a/{id}/b', '/api/v2/a/${id}/B'))
    assert.ok(!fitsPattern('/api/v2/a/{id}/b', '/api/v2/a/1/{x}'))
    assert.ok(!fitsPattern('/api/v2/a/{id}', '/api/v2/a'))
    assert.ok(!fitsPattern('/api/v2/a/{id}', '/api/v2/a/1/b'))
  })

  it('is matched without an error by whatever is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        findNameTrap(text)
        findNameTrap(`/api/v2/${text}`)
        findRemovedEndpoint(`/api/v2/conversations/chats/${text}`)
      })
    )
  })
})
