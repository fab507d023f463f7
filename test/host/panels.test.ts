import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { ConversationDocuments } from '../../src/editor/documents/conversationDocuments'
import { Log } from '../../src/editor/log'
import { PanelContents } from '../../src/editor/panel/contents'
import type { PanelParts } from '../../src/editor/panel/panel'
import { Panels } from '../../src/editor/panel/panels'
import { chosenRoute } from '../../src/editor/panel/panelState'
import { Drafts } from '../../src/store/drafts'
import { systemPace } from '../../src/genesys/traffic/pace'
import { sendsWith } from '../support/sends'
import { openSandboxed, type Sandboxed } from './support/sandboxed'
import { showConversation } from './support/showConversation'

/** Things kept in memory. */
const memory = () => {
  const held = new Map<string, unknown>()
  return {
    keys: () => [...held.keys()],
    get: (key: string) => held.get(key),
    update: (key: string, value: unknown) => Promise.resolve(void held.set(key, value))
  }
}

describe('A panel that stood open when the window was closed', () => {
  let at: Sandboxed
  let panels: Panels
  let parts: PanelParts
  const restored: string[] = []
  const log = new Log()
  const changed = new vscode.EventEmitter<vscode.Uri>()

  before(async () => {
    at = await openSandboxed()
    parts = {
      connections: at.connections,
      drafts: new Drafts(memory(), systemPace, assert.ifError),
      sends: sendsWith(systemPace),
      documents: new ConversationDocuments(at.connections, changed, () => Promise.resolve()),
      log,
      openRule: () => Promise.resolve()
    }
    const extension = vscode.extensions.getExtension('messaging-inspector.genesys-messaging-inspector')
    assert.ok(extension)
    panels = new Panels(extension.extensionUri, parts, (id) => {
      restored.push(id)
      return Promise.resolve()
    })
  })
  after(async () => {
    panels.dispose()
    changed.dispose()
    log.dispose()
    await at.sandbox.stop()
  })

  /** @returns the panel, and whether it was closed */
  const deserialised = async (state: unknown): Promise<{ readonly panel: vscode.WebviewPanel; readonly isClosed: () => boolean }> => {
    const panel = vscode.window.createWebviewPanel('genesysMessaging.panel', 'Genesys Messaging', vscode.ViewColumn.Active)
    let closed = false
    panel.onDidDispose(() => {
      closed = true
    })
    await panels.deserializeWebviewPanel(panel, state)
    return { panel, isClosed: () => closed }
  }

  it('shows its conversation of its connection again, once that is restored', async () => {
    const { panel, isClosed } = await deserialised({ conversation: at.refOf('ended-web'), open: [], scrollTop: 0 })
    assert.deepEqual(restored, ['sandbox'])
    assert.equal(panel.title, 'Jamie Rivera')
    assert.equal(isClosed(), false)
  })

  it('has the route that was chosen in it chosen again', async () => {
    const contents = new PanelContents(parts, () => undefined)
    await showConversation(contents, at.refOf('ended-web'), 'wait')
    assert.ok(contents.state.shown)
    assert.equal(chosenRoute(contents.state.shown)?.id, 'wait')
    contents.dispose()
  })

  it('says when its conversation is not given out any more, and shows it as it was', async () => {
    const contents = new PanelContents(parts, () => undefined)
    await showConversation(contents, at.refOf('connected-web'))
    const { id } = at.refOf('connected-web')
    at.sandbox.forgetConversation(id)
    await at.open.conversations.read(id)
    assert.match(
      contents.state.notice?.text ?? '',
      /^The conversation cannot be read any more: not found when asked \d+:\d+.*\. What is shown is as it was read at \d+:\d+/
    )
    assert.equal(contents.state.shown?.state.kind, 'connected')
    contents.dispose()
  })

  it('is closed quietly when an earlier version kept no connection with it', async () => {
    for (const state of [{ conversation: at.idOf('ended-web'), open: [], scrollTop: 0 }, { open: [] }, undefined, 7])
      assert.equal((await deserialised(state)).isClosed(), true)
  })
})
