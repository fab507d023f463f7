import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { ConversationDocuments } from '../../src/editor/documents/conversationDocuments'
import { documentUri, type DocumentRef } from '../../src/editor/documents/documentUri'
import { PlatformError } from '../../src/genesys/platformError'
import { legsOf } from '../../src/model/conversation'
import { parseUuid } from '../../src/model/ids'
import { openSandboxed, type Sandboxed } from './support/sandboxed'

describe('Documents of a conversation', () => {
  let at: Sandboxed
  let documents: ConversationDocuments
  const changed = new vscode.EventEmitter<vscode.Uri>()

  before(async () => {
    at = await openSandboxed()
    documents = new ConversationDocuments(at.connections, changed, () => Promise.resolve())
  })
  after(async () => {
    documents.dispose()
    changed.dispose()
    await at.sandbox.stop()
  })

  const textOf = (ref: DocumentRef): Promise<string> => documents.provideTextDocumentContent(documentUri(ref, 'Jamie Rivera'))

  const jsonOf = async (ref: DocumentRef): Promise<Record<string, unknown>> => JSON.parse(await textOf(ref)) as Record<string, unknown>

  it('have names that say what they are, and the language of what is in them', () => {
    const of = at.refOf('ended-web')
    const refs: readonly DocumentRef[] = [
      ...(['conversation', 'analytics', 'diagnosis', 'transcript'] as const).map((kind) => ({ kind, of })),
      { kind: 'message', of, messageId: '1234567890' }
    ]
    assert.deepEqual(
      refs.map((ref) => documentUri(ref, 'Jamie/Rivera').path.split('/').at(-1)),
      [
        'Jamie_Rivera.json',
        'Jamie_Rivera (analytics).json',
        'Jamie_Rivera (diagnosis).md',
        'Jamie_Rivera (transcript).md',
        'Jamie_Rivera (message 12345678).json'
      ]
    )
  })

  it('show a conversation as the platform sends it, without a token', async () => {
    const id = at.idOf('ended-web')
    const text = await textOf({ kind: 'conversation', of: at.refOf('ended-web') })
    const read: unknown = JSON.parse(text)
    assert.ok(typeof read === 'object' && read !== null && 'id' in read && 'endTime' in read)
    assert.equal(read.id, id)
    assert.ok(!text.includes(at.sandbox.address.userToken))
  })

  it('show one message of it', async () => {
    const of = at.refOf('ended-web')
    const { id } = of
    const messageId = legsOf(await at.open.connection.read(id))[0]?.leg.messages[0]?.id
    assert.ok(messageId)
    const read = await jsonOf({ kind: 'message', of, messageId })
    assert.deepEqual([read['id'], read['conversationId']], [messageId, id])
    assert.ok('normalizedMessage' in read)
  })

  it('show its analytics record', async () => {
    const read = await jsonOf({ kind: 'analytics', of: at.refOf('ended-web') })
    assert.equal(read['conversationId'], at.idOf('ended-web'))
    assert.ok('participants' in read)
  })

  it('show its diagnosis, in Markdown', async () => {
    const text = await textOf({ kind: 'diagnosis', of: at.refOf('ended-web') })
    assert.match(text, /^# Diagnosis: Jamie Rivera\n/)
    assert.match(text, /State:\*\* Ended · reply window open/)
    assert.match(text, /### Agentless message, web messaging: will work/)
  })

  it('show its transcript, with what was said', async () => {
    const text = await textOf({ kind: 'transcript', of: at.refOf('ended-web') })
    assert.match(text, /^# Transcript: Jamie Rivera\n/)
    assert.match(text, /### \d\d:\d\d:\d\d Nora Lind\n\n> \w/)
    assert.doesNotMatch(text, /The text was not read/)
  })

  it('are shown anew when the conversation changes, and only then', async () => {
    const open = async (name: string): Promise<string> => {
      const uri = documentUri({ kind: 'transcript', of: at.refOf(name) }, name)
      await documents.provideTextDocumentContent(uri)
      return uri.toString()
    }
    await open('ended-web')
    const uri = await open('connected-web')
    const fired: string[] = []
    const subscription = changed.event((uri) => fired.push(uri.toString()))
    await at.open.conversations.read(at.idOf('connected-web'))
    subscription.dispose()
    assert.deepEqual(fired, [uri])
  })

  it('tell of which conversations any are shown', () => {
    assert.deepEqual(new Set(documents.conversations.map(({ id }) => id)), new Set([at.idOf('ended-web'), at.idOf('connected-web')]))
  })

  it('are not opened for an unknown conversation: the reason is said instead', async () => {
    const stranger = parseUuid('00000000-0000-4000-8000-000000000000')
    assert.ok(stranger)
    await assert.rejects(
      documents.open({ kind: 'conversation', of: { connectionId: 'sandbox', id: stranger } }, 'nobody'),
      (error) => error instanceof PlatformError && error.message.includes('404')
    )
  })

  it('are of the connection that they name, and say so when that one is not connected', async () => {
    at.connections.know({ id: 'closed-one', name: 'Berg & Co', place: 'Ireland, eu-west-1', isProduction: false, isSandbox: false })
    const of = { connectionId: 'closed-one', id: at.idOf('ended-web') }
    for (const kind of ['conversation', 'transcript'] as const) assert.match(await textOf({ kind, of }), /Berg & Co is not connected\./)
  })

  it('of an earlier version are empty', async () => {
    const id = at.idOf('ended-web')
    for (const old of [`${id}/Jamie.json`, `sandbox/${id}/Jamie.json`])
      assert.equal(await documents.provideTextDocumentContent(vscode.Uri.parse(`genesys-messaging://${old}`)), '')
  })
})
