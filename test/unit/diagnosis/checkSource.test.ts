import assert from 'node:assert/strict'
import { checkSource, sourceRules } from '../../../src/diagnosis/checkSource'
import { inventedByTheThread } from '../support/seed'

/** `severity rule`, of every problem in a text. */
const found = (text: string): readonly string[] => checkSource(text).problems.map(({ severity, rule }) => `${severity} ${rule}`)

const agentless = (fields: string): string => `axios.post('/api/v2/conversations/messages/agentless', { ${fields} })`

describe('a check of source code', () => {
  for (const line of inventedByTheThread) {
    const [method = '', path = ''] = line.split(' ')
    const template = path.replaceAll('{', '${')
    const spellings = {
      fetch: `fetch(\`\${base}${template}\`, { method: '${method}' })`,
      axios: `axios.${method.toLowerCase()}(\`${template}\`, body)`,
      Python: `requests.${method.toLowerCase()}(f"https://api.mypurecloud.com${path}", json=body)`,
      'C#': `new HttpRequestMessage(HttpMethod.${method.charAt(0)}${method.slice(1).toLowerCase()}, $"${path}")`,
      cURL: `curl -X ${method} 'https://api.mypurecloud.com${path}'`,
      'a .http file': `${method} {{host}}${path.replaceAll('{', '{{').replaceAll('}', '}}')}`
    }
    for (const [language, text] of Object.entries(spellings))
      it(`finds ${line} in ${language}, with agentless first or second of what is real`, () => {
        const invented = checkSource(text).problems.find(({ rule }) => rule === 'path.invented')
        assert.equal(invented?.severity, 'error')
        assert.match(invented.message, new RegExp(`${method} /api/v2/`))
        assert.ok(invented.nearest.slice(0, 2).some(({ path: real }) => real === '/api/v2/conversations/messages/agentless'))
      })
  }

  const cases: Readonly<Record<string, readonly [text: string, ...problems: string[]]>> = {
    'an endpoint whose method is not shown': [
      "const url = '/api/v2/conversations/messaging/messages'",
      'error path.invented',
      'warning path.configuration-only'
    ],
    'a method that the path does not take': ["axios.delete('/api/v2/conversations/messages/agentless')", 'error path.invented'],
    'an endpoint that was removed': ["axios.get('/api/v2/conversations/chats/' + id + '/messages')", 'error path.removed'],
    'an SDK’s method that was removed': ['api.postWebchatGuestConversations(body)', 'error path.removed'],
    'the wish to re-open': ["axios.patch(`/api/v2/conversations/messages/${id}`, { state: 'connected' })", 'error reopen.impossible'],
    'a deprecated endpoint': [
      "axios.post('/api/v2/conversations/messages/inbound/open', m)",
      'warning open.deprecated-inbound',
      'info internal.not-guest'
    ],
    'a deprecated endpoint of any kind': [
      "axios.post('/api/v2/conversations/messaging/integrations/whatsapp', m)",
      'warning operation.deprecated'
    ],
    'internal messages, as a note': [
      'axios.post(`/api/v2/conversations/${conversationId}/communications/${legId}/internalmessages`, m)',
      'info internal.not-guest'
    ],
    'a field that no request has': [agentless("textBody: 't', sender: 's'"), 'warning body.unknown-fields'],
    'the other operation’s flag, once': [agentless('useExistingConversation: true'), 'warning flag.swapped'],
    'a channel that the operation does not take': [agentless("toAddressMessengerType: 'facebook'"), 'error channel.not-accepted'],
    'a channel that an SDK’s call does not take': [
      "api.postConversationsMessages({ toAddressMessengerType: 'webmessaging' })",
      'error channel.not-accepted'
    ],
    'an address for web messaging': [agentless("toAddressMessengerType: 'webmessaging', toAddress: phone"), 'error webmessaging.toaddress'],
    'a WhatsApp address with a plus sign': [
      agentless("toAddressMessengerType: 'whatsapp', toAddress: '+41790000001'"),
      'error address.whatsapp'
    ],
    'two kinds of message at once': [
      'axios.post(`/api/v2/conversations/messages/${conversationId}/communications/${legId}/messages`, { textBody, mediaIds: [id] })',
      'error body.multiple'
    ],
    'an endpoint outside of messaging that is not published, as a warning: Genesys may have it': [
      "fetch('https://api.mypurecloud.com/api/v2/diagnostics/trace')",
      'warning path.unpublished'
    ],
    'an endpoint in a comment, as a note': [
      '// POST /api/v2/conversations/messaging/messages',
      'info path.invented',
      'info path.configuration-only'
    ]
  }
  for (const [name, [text, ...problems]] of Object.entries(cases))
    it(`finds ${name}`, () => {
      assert.deepEqual([...found(text)].sort(), [...problems].sort())
    })

  const quiet: Readonly<Record<string, string>> = {
    'a send that is in order': agentless(
      "fromAddress: deployment, toAddressMessengerType: 'webmessaging', externalContactId: contact, textBody: text"
    ),
    'fields that are missing, since code may add them': agentless(''),
    'values that are not shown': agentless('toAddressMessengerType: channel, toAddress: address'),
    'fields that are spread in': agentless('...message'),
    'a conversation id that is none': "axios.get('/api/v2/conversations/messages/my-test-conversation')",
    'a participant who accepts': "axios.patch(`/api/v2/conversations/messages/${id}/participants/${p}`, { state: 'connected' })",
    'the end of a conversation': "axios.patch(`/api/v2/conversations/messages/${id}`, { state: 'disconnected' })",
    'a word of the path that is not shown': 'axios.get(`/api/v2/conversations/${mediaType}/${conversationId}`)',
    'more of a path that is not shown': "axios.post('/api/v2/conversations/messages/' + id + '/' + rest, m)",
    'a base path': "const messaging = '/api/v2/conversations/messaging'",
    'a path that goes on': "axios.post('/api/v2/conversations/messages/' + id + rest, m)",
    'a query that is joined': 'axios.get(`/api/v2/conversations/messages/${id}${query}`)',
    'a route pattern': "app.use('/api/v2/conversations/*', proxy)",
    'where the OpenAPI is published': "fetch('https://api.mypurecloud.com/api/v2/docs/swagger')",
    'a path with several methods, and none shown': 'const url = `/api/v2/conversations/messages/${conversationId}`',
    'another product': "fetch('https://www.vinted.fr/api/v2/conversations/1/replies', { method: 'POST' })"
  }
  for (const [name, text] of Object.entries(quiet))
    it(`says nothing of ${name}`, () => {
      assert.deepEqual(found(text), [])
    })

  it('gives the problems in the order of the text, each with where it is', () => {
    const text = "a.post('/api/v2/conversations/x/participants')\nb.post('/api/v2/conversations/messages/reopen/now')"
    const places = checkSource(text).problems.map(({ start, end }) => text.slice(start, end))
    assert.deepEqual([...new Set(places)], ['/api/v2/conversations/x/participants', '/api/v2/conversations/messages/reopen/now'])
  })

  it('carries a remedy, a confidence and sources with every problem', () => {
    const { problems } = checkSource(
      Object.values(cases)
        .map(([text]) => text)
        .join('\n\n')
    )
    assert.ok(problems.length >= Object.keys(cases).length)
    for (const { remedy, confidence, sources, title } of problems) {
      assert.notEqual(title, '')
      assert.notEqual(remedy, '')
      assert.notEqual(confidence, '')
      assert.notEqual(sources.length, 0)
    }
  })

  describe('passes over what a comment asks it to', () => {
    const bad = "axios.post('/api/v2/conversations/messaging/messages')"
    const both = ['error path.invented', 'warning path.configuration-only']

    it('on the same line, every rule', () => {
      assert.deepEqual(checkSource(`${bad} // genesys-messaging-ignore`), { problems: [], ignored: 2 })
    })

    it('on the line above, the rules that are named', () => {
      assert.deepEqual(found(`# genesys-messaging-ignore path.invented\n${bad}`), ['warning path.configuration-only'])
      assert.deepEqual(found(`/* genesys-messaging-ignore path.invented, path.configuration-only */\r\n${bad}`), [])
    })

    it('and nowhere else', () => {
      assert.deepEqual(found(`// genesys-messaging-ignore\n\n${bad}`), both)
      assert.deepEqual(found(`${bad}\n// genesys-messaging-ignore`), both)
      assert.deepEqual(found(`// genesys-messaging-ignore flag.swapped\n${bad}`), both)
    })
  })

  it('names rules that exist, each with what it is about', () => {
    const ids = sourceRules.map(({ id }) => id)
    assert.equal(ids.length, 18)
    for (const id of ids) assert.match(id, /^[a-z-]+(?:\.[a-z-]+)+$/)
    for (const { title, about } of sourceRules) assert.notEqual(`${title}${about}`, '')
  })
})
