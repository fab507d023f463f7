import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { ConversationDocuments } from '../../src/editor/documents/conversationDocuments'
import { PlatformError } from '../../src/genesys/platformError'
import { parseUuid } from '../../src/model/ids'
import { openSandboxed, type Sandboxed } from './support/sandboxed'

describe('A conversation as JSON', () => {
  let at: Sandboxed
  let documents: ConversationDocuments
  const changed = new vscode.EventEmitter<vscode.Uri>()

  before(async () => {
    at = await openSandboxed()
    documents = new ConversationDocuments(at.connections, changed, () => Promise.resolve())
  })
  after(async () => {
    changed.dispose()
    await at.sandbox.stop()
  })

  it('is what the platform sends, without a token', async () => {
    const id = at.idOf('ended-web')
    const text = await documents.provideTextDocumentContent(vscode.Uri.parse(`genesys-messaging://sandbox/${id}/Jamie Rivera.json`))
    const read: unknown = JSON.parse(text)
    assert.ok(typeof read === 'object' && read !== null && 'id' in read && 'endTime' in read)
    assert.equal(read.id, id)
    assert.ok(!text.includes(at.sandbox.address.userToken))
  })

  it('is not opened for an unknown conversation: the reason is said instead', async () => {
    const stranger = parseUuid('00000000-0000-4000-8000-000000000000')
    assert.ok(stranger)
    await assert.rejects(
      documents.open({ connectionId: 'sandbox', id: stranger }, 'nobody'),
      (error) => error instanceof PlatformError && error.message.includes('404')
    )
  })

  it('is of the connection that it names, and says so when that one is not connected', async () => {
    at.connections.know({ id: 'closed-one', name: 'Berg & Co', place: 'Ireland, eu-west-1', isProduction: false, isSandbox: false })
    const text = await documents.provideTextDocumentContent(
      vscode.Uri.parse(`genesys-messaging://closed-one/${at.idOf('ended-web')}/Jamie.json`)
    )
    assert.match(text, /Berg & Co is not connected\./)
  })

  it('of a version that knew one connection is empty', async () => {
    const old = vscode.Uri.parse(`genesys-messaging://${at.idOf('ended-web')}/Jamie.json`)
    assert.equal(await documents.provideTextDocumentContent(old), '')
  })
})
