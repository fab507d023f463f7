import assert from 'node:assert/strict'
import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { mark } from '../support/canary/mark.cjs'
import { openWorkbench, type OpenWorkbench } from './support/openWorkbench'

const countFile = path.join(process.cwd(), 'out', 'secrets-made')

describe('the search for secrets in an editor that was used', () => {
  let editor: OpenWorkbench
  let isClosed = false
  before(async () => {
    await rm(countFile, { force: true })
    editor = await openWorkbench({ env: { SECRETS_MADE_FILE: countFile } }, new AbortController().signal)
  })
  after(async () => {
    if (!isClosed) await editor.close()
  })

  it('knows the secrets that the sandbox makes in the editor', async () => {
    const { workbench } = editor
    await workbench.openViewContainer('Genesys Messaging')
    await workbench.conversations.view.getByRole('button', { name: 'Start Sandbox' }).click()
    await workbench.conversations.item('Connected').waitFor()
    assert.ok((await readFile(countFile, 'utf8')).length > 5)
  })

  it('finds one that is shown, kept or written, and says where', async () => {
    const { workbench, close } = editor
    // Not in a place where a secret would be taken out: the panel shows the text.
    const paste = `POST /api/v2/conversations/messaging/${mark}`
    await workbench.page.evaluate((text) => navigator.clipboard.writeText(text), paste)
    await workbench.runCommand('Genesys Messaging: Explain Pasted Error or Request…')
    await workbench.webview().getByText(mark).first().waitFor()
    await workbench.page.evaluate((text) => {
      localStorage.setItem('planted', text)
    }, mark)
    await workbench.page.evaluate(`console.info(${JSON.stringify(mark)})`)
    isClosed = true
    const finds: unknown = await close().catch((error: unknown) => error)
    assert.ok(finds instanceof Error, 'the run ended as if no secret had been found')
    for (const where of [/\$postMessage/, /localStorage’s “planted”/, /the window’s console/]) assert.match(finds.message, where)
  })
})
