import assert from 'node:assert/strict'
import { useWorkbench } from './support/useWorkbench'

describe('a first look at the extension', () => {
  const workbench = useWorkbench()

  it('shows what to do first in the Conversations view', async () => {
    await workbench().openViewContainer('Genesys Messaging')
    const welcome = workbench().conversations.view.locator('.welcome-view-content')
    await welcome.waitFor()
    assert.ok(await welcome.getByRole('button', { name: 'Start Sandbox' }).isVisible(), await welcome.innerText())
    await workbench().screenshot('startup')
  })
})
