import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { useWorkbench } from './support/useWorkbench'

/** A host of the user’s, and one that a workspace would like to have the tokens. */
const ownHost = 'genesys.example.com'
const workspaceHost = 'attacker.example.com'

describe('a workspace that nobody has said they trust', () => {
  let folder: string
  before('make a workspace', async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'gmi-workspace-'))
    await mkdir(path.join(folder, '.vscode'))
    await writeFile(
      path.join(folder, '.vscode', 'settings.json'),
      JSON.stringify({ 'genesysMessaging.additionalHosts': [workspaceHost], 'genesysMessaging.loopbackPort': 1 })
    )
    await writeFile(path.join(folder, 'call.http'), 'POST https://api.mypurecloud.ie/api/v2/conversations/messaging/messages\n')
  })
  after('remove the workspace', () => rm(folder, { recursive: true, force: true }))

  const workbench = useWorkbench(() => ({ folder, restricted: true, settings: { 'genesysMessaging.additionalHosts': [ownHost] } }))

  it('is opened in Restricted Mode', async () => {
    await workbench().page.getByRole('button', { name: 'Restricted Mode' }).first().waitFor()
  })

  it('keeps nobody from the sandbox, a diagnosis and an explanation', async () => {
    const { quickInput } = workbench()
    await workbench().openViewContainer('Genesys Messaging')
    await workbench().conversations.view.getByRole('button', { name: 'Start Sandbox' }).click()
    await workbench().conversations.item('Connected').waitFor()
    await workbench().runCommand('Genesys Messaging: Diagnose Send…')
    await quickInput.fill('Jamie')
    await quickInput.pick('Jamie Rivera')
    await workbench().webview().getByText('No communication is connected.').first().waitFor()

    await workbench().page.keyboard.press('Control+P')
    await quickInput.fill('call.http')
    await quickInput.pick('call.http')
    await workbench().page.locator('.editor-group-container.active .monaco-editor .view-line').first().click()
    await workbench().page.keyboard.press('Control+A')
    await workbench().runCommand('Genesys Messaging: Explain Pasted Error or Request…')
    await workbench().webview().getByText('This endpoint does not exist').first().waitFor()
  })

  it('adds no host that a connection could go to; the user’s own settings do', async () => {
    const { quickInput } = workbench()
    await workbench().runCommand('Genesys Messaging: Connect…')
    await quickInput.options.filter({ hasText: ownHost }).waitFor()
    await quickInput.fill(workspaceHost)
    await quickInput.options.first().waitFor({ state: 'detached' })
    assert.equal(await quickInput.options.count(), 0)
    await quickInput.cancel()
  })
})
