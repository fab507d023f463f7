import fc from 'fast-check'
import assert from 'node:assert/strict'
import { agentlessPath, agentMessagePath } from '../../../src/platform/messagingOperations'
import { findOperation } from '../../../src/platform/operations'
import { apiPathOf, hostOf, isVariable } from '../../../src/platform/operationUrl'
import { ids } from '../support/ids'
import { fastestCpuMs } from '../support/cpuTime'

/** The operation's path that a POST to `url` is taken for. */
const operationAt = (url: string): string | undefined => findOperation('POST', apiPathOf(url) ?? '')?.path

describe('the URL of a request', () => {
  const agentlessUrls = [
    '/api/v2/conversations/messages/agentless',
    'api/v2/conversations/messages/agentless',
    '/platform/api/v2/conversations/messages/agentless',
    'https://api.mypurecloud.com/api/v2/conversations/messages/agentless',
    'https://api.euw2.pure.cloud/api/v2/conversations/messages/agentless',
    'https://api.mypurecloud.de:443/api/v2/conversations/messages/agentless',
    'https://apps.mypurecloud.ie/platform/api/v2/conversations/messages/agentless',
    'http://127.0.0.1:8700/api/v2/conversations/messages/agentless',
    'https://api.mypurecloud.com/api/v2/conversations/messages/agentless/',
    'https://api.mypurecloud.com//api/v2//conversations/messages//agentless',
    'https://api.mypurecloud.com/api/v2/conversations/messages/agentless?useNormalizedMessage=true&x=/y',
    'https://api.mypurecloud.com/api/v2/conversations/messages/agentless#top',
    'HTTPS://API.MYPURECLOUD.COM/API/V2/conversations/messages/agentless',
    '{{baseUrl}}/api/v2/conversations/messages/agentless',
    '${apiBase}/api/v2/conversations/messages/agentless',
    'https://api.{region}.pure.cloud/api/v2/conversations/messages/agentless',
    'https://api.mypurecloud.com/api/v2/conversations%2Fmessages/agentless'
  ]
  for (const url of agentlessUrls)
    it(`names the operation in ${url}`, () => {
      assert.equal(operationAt(url), agentlessPath)
    })

  const spellings = {
    'a value': ids.conversation,
    OpenAPI: '{conversationId}',
    'a template literal': '${conversationId}',
    'a template literal with a call': '${encodeURIComponent(conversation.id)}',
    'an environment of Postman': '{{conversationId}}',
    Express: ':conversationId',
    printf: '%s',
    'Objective-C': '%@',
    'a note': '<conversation id>',
    'a shell': '$CONVERSATION_ID',
    'a shell with braces': '${CONVERSATION_ID}',
    'square brackets': '[conversationId]',
    'an f-string': '{conversation_id}',
    'an f-string with an attribute': '{self.conversation["id"]}',
    'an encoded brace': '%7BconversationId%7D',
    'Java’s String.format': '%1$s',
    'a number in C': '%d',
    'Go’s fmt': '%v',
    'Python’s % with a name': '%(conversation_id)s',
    'C#': '{0}',
    'an f-string with an item': "{conv['id']}",
    'an f-string with a slash in it': '{ids["a/b"]}',
    'a template literal with a division': '${a / b}',
    'a template literal with a default': "${conversation?.id ?? 'none'}",
    'a template literal in another': '${`${a}-${b}`}',
    Ruby: '#{conversation.id}',
    Swift: '\\(conversation.id)',
    PowerShell: '$($conversation.id)',
    'PHP with a property': '$conversation->id',
    'PHP with an item': "{$conversation['id']}",
    'a Go template': '{{ .ConversationID }}',
    'embedded Ruby': '<%= conversation.id %>'
  }
  for (const [spelling, id] of Object.entries(spellings))
    it(`names the operation where an id is written as ${spelling}: ${id}`, () => {
      assert.equal(
        operationAt(`https://api.mypurecloud.com/api/v2/conversations/messages/${id}/communications/${id}/messages`),
        agentMessagePath
      )
      assert.equal(isVariable(apiPathOf(`/api/v2/${id}`)?.slice('/api/v2/'.length) ?? ''), id !== ids.conversation)
    })

  const joined = {
    Java: `"/api/v2/conversations/messages/" + conversationId + "/communications/" + communicationId + "/messages"`,
    'JavaScript with a call': `'/api/v2/conversations/messages/' + encodeURIComponent(conversation["id"]) + '/communications/' + leg.id + '/messages'`,
    'several lines': `"https://api.mypurecloud.com/api/v2/conversations/messages/"\n    + conversationId\n    + "/communications/" +\n    communicationId + "/messages"`,
    'pieces without a variable': `"/api/v2/conversations" +\n  "/messages/" + a + "/communications/" + b + "/messages"`,
    PHP: `'/api/v2/conversations/messages/' . $conversation->id . '/communications/' . $leg['id'] . '/messages'`,
    Basic: `"/api/v2/conversations/messages/" & conversationId & "/communications/" & communicationId & "/messages"`,
    'what remains of it in a string': `/api/v2/conversations/messages/" + id + "/communications/" + cid + "/messages`,
    'a query at its end': `"/api/v2/conversations/messages/" + id + "/communications/" + cid + "/messages" + query`,
    'the program behind it': `"/api/v2/conversations/messages/" + id + "/communications/" + cid + "/messages", { method: "POST" })`
  }
  for (const [language, url] of Object.entries(joined))
    it(`names the operation where a program joins it: ${language}`, () => {
      assert.equal(operationAt(url), agentMessagePath)
    })

  it('names the operation where a variable is joined to its end', () => {
    assert.equal(
      findOperation('GET', apiPathOf('fetch("/api/v2/conversations/messages/" + conversationId)') ?? '')?.path,
      '/api/v2/conversations/messages/{conversationId}'
    )
  })

  it('ends where the string ends that it stands in', () => {
    assert.equal(apiPathOf(`"/api/v2/users/me".replace('a', 'b')`), '/api/v2/users/me')
    assert.equal(apiPathOf('`${base}/api/v2/users/me`)'), '/api/v2/users/me')
    assert.equal(apiPathOf('"/api/v2/conversations/messages/{}/details".format(id)'), '/api/v2/conversations/messages/{}/details')
  })

  it('is read where JSON writes its slashes with a backslash', () => {
    assert.equal(operationAt(String.raw`https:\/\/api.mypurecloud.com\/api\/v2\/conversations\/messages\/agentless`), agentlessPath)
  })

  it('names none outside the API', () => {
    for (const url of [
      '',
      'https://api.mypurecloud.com/',
      'https://login.mypurecloud.com/oauth/token',
      '/api/v2',
      '/api/v2/',
      '/capi/v2/users/me',
      '/api/v1/users'
    ])
      assert.equal(apiPathOf(url), undefined, url)
  })

  it('never stops us, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const path = apiPathOf(`https://api.mypurecloud.com/api/v2/${text}`)
        assert.ok(path === undefined || path.startsWith('/api/v2/'))
        findOperation('POST', path ?? '')
      })
    )
    assert.equal(apiPathOf('/api/v2/users/%E0%A4%A'), '/api/v2/users/%E0%A4%A')
  })

  it('is read quickly, whatever is in it', () => {
    for (const piece of ['{', '${', '<', '[', '"+', '" + a', "' . $a", '%', '/', '\\', '{{}', 'api/v2/', '\\/']) {
      const text = `/api/v2/users/${piece.repeat(100_000 / piece.length)}`
      const took = fastestCpuMs(50, () => findOperation('POST', apiPathOf(text) ?? ''))
      assert.ok(took < 50, `${took} ms for ${piece}`)
    }
  })

  it('has a host without a scheme, a user or a path too', () => {
    assert.equal(hostOf('api.mypurecloud.com/api/v2/users/me'), 'api.mypurecloud.com')
    assert.equal(hostOf('api.mypurecloud.com'), 'api.mypurecloud.com')
    assert.equal(hostOf('wss://webmessaging.euw2.pure.cloud/v1?deploymentId=1'), 'webmessaging.euw2.pure.cloud')
    assert.equal(hostOf('https://api.mypurecloud.com@example.org/api/v2/users/me'), 'example.org')
    assert.equal(hostOf('api/v2/users/me'), undefined)
  })

  it('has its host read without the port and in lower case', () => {
    assert.equal(hostOf('https://API.mypurecloud.com:443/api/v2/users/me'), 'api.mypurecloud.com')
    assert.equal(hostOf('/api/v2/users/me'), undefined)
  })
})

describe('a segment of a path', () => {
  it('is a value, unless it is written as a variable', () => {
    for (const segment of ['agentless', ids.conversation, 'existing-closed-conversation-id', 'me', '', '100%', 'a{b}c', 'x:y', '$'])
      assert.equal(isVariable(segment), false, segment)
  })
})
