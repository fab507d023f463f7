import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { copyItems, type Copied } from '../../src/editor/commands/copyAs'
import { findConversation } from '../../src/editor/commands/findConversation'
import { rowIds } from '../../src/editor/commands/pickConversation'
import { ReportedError } from '../../src/editor/failures'
import { conversationLink, readConversationLink } from '../../src/editor/links/conversationLink'
import { openLink } from '../../src/editor/links/openLink'
import { uriHandler } from '../../src/editor/links/uris'
import { SignedInUris } from '../../src/editor/authentication/signedInUris'
import { legsOf } from '../../src/model/conversation'
import { Connections } from '../../src/store/connections'
import type { ConversationRef } from '../../src/store/conversationRef'
import { addSandbox, openSandboxed, type Sandboxed } from './support/sandboxed'

const extensionId = 'messaging-inspector.genesys-messaging-inspector'

describe('Going to a conversation', () => {
  const connections = new Connections()
  let at: Omit<Sandboxed, 'connections'>
  let other: Omit<Sandboxed, 'connections'>

  before(async () => {
    other = await addSandbox(connections, { id: 'sandbox' }, { seed: 1 })
    at = await addSandbox(connections, { id: 'b', name: 'Berg' }, { seed: 2 })
  })
  after(async () => {
    await Promise.all([at.sandbox.stop(), other.sandbox.stop()])
  })

  it('takes the id of one of its messages, in whichever organisation it is', async () => {
    const read = await at.open.connection.read(at.idOf('connected-web'))
    const messageId = legsOf(read)[0]?.leg.messages[0]?.id
    assert.ok(messageId)
    assert.deepEqual(await findConversation(` ${messageId}\n`, connections), at.refOf('connected-web'))
  })

  it('takes the id of an external contact who has written lately', async () => {
    const read = await at.open.connection.read(at.idOf('connected-web'))
    const contactId = read.participants.find(({ party }) => party === 'customer')?.externalContactId
    assert.ok(contactId)
    assert.deepEqual(await findConversation(contactId, connections), at.refOf('connected-web'))
  })

  it('says what it looked for where when nothing is found', async () => {
    await assert.rejects(findConversation('00000000-0000-4000-8000-00000000002a', connections), (error) => {
      assert.ok(error instanceof ReportedError)
      const none = 'no conversation, no message, no external contact that has written in the last 31 days'
      assert.equal(error.message, `Nothing was found for 00000000-0000-4000-8000-00000000002a. Sandbox: ${none}. Berg: ${none}.`)
      return true
    })
  })

  it('says that a text is no id', async () => {
    await assert.rejects(
      findConversation('Jamie', connections),
      (error) => error instanceof ReportedError && error.message.includes('“Jamie” is not an id')
    )
  })

  it('reads from a row which communication and message it is of', () => {
    const of = { leg: { id: 'leg-1' } }
    const row = { connectionId: 'b', conversationId: at.idOf('ended-web'), of }
    assert.deepEqual(rowIds({ kind: 'leg', ...row }), { communicationId: 'leg-1', messageId: undefined })
    assert.deepEqual(rowIds({ kind: 'message', ...row, message: { id: 'm-1' } }), { communicationId: 'leg-1', messageId: 'm-1' })
    assert.deepEqual(rowIds(undefined), { communicationId: undefined, messageId: undefined })
  })
})

describe('Copy As', () => {
  let at: Sandboxed
  before(async () => {
    at = await openSandboxed()
  })
  after(() => at.sandbox.stop())

  const copied = async (label: string, what: Partial<Copied> = {}): Promise<string | undefined> => {
    const all = { conversation: at.refOf('ended-web'), messageId: undefined, communicationId: undefined, ...what }
    const item = copyItems(at.open, all).find((each) => each.label === label)
    assert.ok(item, `${label} is offered`)
    return item.text()
  }

  const aMessage = async (): Promise<string> => {
    const id = legsOf(await at.open.connection.read(at.idOf('ended-web')))[0]?.leg.messages[0]?.id
    assert.ok(id)
    return id
  }

  it('gives the id, the JSON that the platform sends, and the request that reads it, without a token', async () => {
    const id = at.idOf('ended-web')
    assert.equal(await copied('Conversation ID'), id)
    assert.equal((JSON.parse((await copied('JSON')) ?? '') as { readonly id: string }).id, id)
    assert.equal(
      await copied('cURL'),
      `curl --request GET '${at.sandbox.address.url}/api/v2/conversations/${id}' \\\n  --header 'Authorization: Bearer <client token>'`
    )
  })

  it('gives the same of a message', async () => {
    const messageId = await aMessage()
    assert.equal(await copied('Message ID', { messageId }), messageId)
    assert.equal((JSON.parse((await copied('JSON', { messageId })) ?? '') as { readonly id: string }).id, messageId)
    assert.match(
      (await copied('cURL', { messageId })) ?? '',
      new RegExp(`/api/v2/conversations/messages/${at.idOf('ended-web')}/messages/${messageId}'`)
    )
  })

  it('gives the id of a communication whose row was chosen', async () => {
    assert.equal(await copied('Communication ID', { communicationId: 'leg-1' }), 'leg-1')
  })
})

describe('A link to a conversation', () => {
  const closed = { id: 'c', name: 'Closed/Co', place: 'Ireland, eu-west-1', isProduction: false, isSandbox: false }
  let at: Sandboxed
  before(async () => {
    at = await openSandboxed()
    at.connections.know(closed)
  })
  after(() => at.sandbox.stop())

  const asked: string[] = []
  const opened = async (link: string, mayConnect = false): Promise<readonly ConversationRef[]> => {
    const shown: ConversationRef[] = []
    await openLink(vscode.Uri.parse(link), {
      connections: at.connections,
      know: () => Promise.resolve(),
      mayConnect: (name) => {
        asked.push(name)
        return Promise.resolve(mayConnect)
      },
      connect: (id) => {
        assert.ok(mayConnect, 'nothing is connected without a person’s word')
        at.connections.add({ ...closed, id }, at.open.connection)
        return Promise.resolve()
      },
      openPanel: (conversation) => Promise.resolve(void shown.push(conversation))
    })
    return shown
  }

  const linkOf = (connection: string): string => conversationLink(extensionId, { connection, id: at.idOf('ended-web') })

  it('names the connection and the conversation, also with a name that is hard to write', () => {
    const id = at.idOf('ended-web')
    for (const connection of ['sandbox', 'Berg & Co', 'Closed/Co', 'Zürich 100%'])
      assert.deepEqual(readConversationLink(vscode.Uri.parse(conversationLink(extensionId, { connection, id }))), { connection, id })
    assert.equal(linkOf('sandbox'), `${vscode.env.uriScheme}://${extensionId}/conversation/sandbox/${id}`)
  })

  it('opens the conversation in its connection, by the id or by the name', async () => {
    for (const connection of ['sandbox', 'Sandbox', 'SANDBOX']) assert.deepEqual(await opened(linkOf(connection)), [at.refOf('ended-web')])
  })

  it('connects nothing before a person was asked', async () => {
    assert.deepEqual(await opened(linkOf('Closed/Co')), [])
    assert.deepEqual(asked, ['Closed/Co'])
    assert.deepEqual(await opened(linkOf('Closed/Co'), true), [{ connectionId: 'c', id: at.idOf('ended-web') }])
  })

  it('of a connection that this editor does not have says so', async () => {
    await assert.rejects(
      opened(linkOf('Elsewhere')),
      (error) => error instanceof ReportedError && error.message.includes('a connection that this editor does not have: “Elsewhere”')
    )
  })

  it('that is malformed says so', async () => {
    for (const path of ['', 'conversation', 'conversation/sandbox', 'conversation/sandbox/42', `other/sandbox/${at.idOf('ended-web')}`])
      await assert.rejects(
        opened(`${vscode.env.uriScheme}://${extensionId}/${path}`),
        (error) => error instanceof ReportedError && error.message.includes('The link is malformed')
      )
  })

  it('comes in beside the answers of a login page, which it does not take', async () => {
    const signedIn = new SignedInUris(extensionId)
    const links: string[] = []
    const handler = uriHandler(signedIn, (uri) => Promise.resolve(void links.push(uri.path)))
    for (const path of ['/signed-in', '/conversation/sandbox/1'])
      await handler.handleUri(vscode.Uri.from({ scheme: vscode.env.uriScheme, authority: extensionId, path }))
    assert.deepEqual(links, ['/conversation/sandbox/1'])
  })
})
