import assert from 'node:assert/strict'
import { useWorkbench } from './support/useWorkbench'

const command = (title: string): string => `Genesys Messaging: ${title}`

describe('bad input gets a clear word, and nothing is lost', () => {
  const workbench = useWorkbench()
  const panel = () => workbench().webview()

  const explain = async (text: string): Promise<void> => {
    await workbench().page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text)
    await workbench().runCommand(command('Explain Pasted Error or Request…'))
  }

  const diagnose = async (typed: string): Promise<void> => {
    await workbench().runCommand(command('Diagnose Send…'))
    await workbench().quickInput.waitFor('Diagnose a send')
    await workbench().quickInput.fill(typed)
    await workbench().quickInput.accept()
  }

  /** Waits for a notification with this text, checks that it offers the log, and closes it. */
  const told = async (text: RegExp): Promise<void> => {
    const toast = workbench().notification(text)
    await toast.waitFor()
    assert.ok(await toast.getByRole('button', { name: 'Open Log' }).isVisible())
    assert.doesNotMatch(await toast.innerText(), /\bat .*\.js:\d+|undefined|\[object/)
    await workbench().runCommand('Notifications: Clear All Notifications')
    await toast.waitFor({ state: 'detached' })
  }

  it('a command without a connection says so and offers the sandbox', async () => {
    await workbench().openViewContainer('Genesys Messaging')
    await workbench().runCommand(command('Diagnose Send…'))
    const toast = workbench().notification('No organisation is connected.')
    await toast.getByRole('button', { name: 'Start Sandbox' }).click()
    await workbench().conversations.item('Ended, reply window open').waitFor()
  })

  it('an empty paste', async () => {
    await explain(' \n ')
    await told(/There is nothing to explain\./)
  })

  it('half a cURL command', async () => {
    await explain(`curl -X POST 'https://api.mypurecloud.ie/api/v2/conversations/messages/agentless' -d '{"textBody":`)
    await told(/The cURL command is cut short: a quote \('\) is opened and never closed\./)
  })

  it('a text without a request', async () => {
    await explain('Dear colleague, it does not work.')
    await told(/No request or error was found in the text\./)
  })

  it('a conversation id that is none', async () => {
    await diagnose('conversation-42')
    await told(/“conversation-42” is not an id/)
  })

  it('an id that this organisation does not have', async () => {
    await diagnose('00000000-0000-4000-8000-000000000000')
    await workbench()
      .notification(/Nothing was found for 0+-.* Sandbox: no conversation, no message, no external contact/)
      .waitFor()
    await workbench().screenshot('unknown-conversation')
    await told(/Nothing was found for/)
  })

  it('a text that is too long', async () => {
    await workbench().conversations.inlineAction('Jamie Rivera', 'Follow Up…')
    await panel().getByRole('textbox', { name: 'Text' }).fill('x'.repeat(4000))
    await panel()
      .getByText(/web messaging takes 1 to 3,999 characters/)
      .first()
      .waitFor()
    assert.ok(
      await panel()
        .getByRole('button', { name: /Send to Jamie Rivera/ })
        .isDisabled()
    )
    await workbench().screenshot('text-too-long')
  })

  it('a draft of a panel that was closed', async () => {
    const text = panel().getByRole('textbox', { name: 'Text' })
    await text.fill('Not sent yet')
    await panel().getByText('"textBody": "Not sent yet"').first().waitFor()
    await workbench().runCommand('View: Close All Editors')
    await workbench().conversations.inlineAction('Jamie Rivera', 'Follow Up…')
    await text.waitFor()
    assert.equal(await text.inputValue(), 'Not sent yet')
  })

  it('a sandbox that has stopped', async () => {
    await workbench().runCommand(command('Stop Sandbox'))
    await workbench().conversations.view.locator('.welcome-view-content').waitFor()
    await panel()
      .getByText(/No organisation is connected|Nothing is connected/)
      .first()
      .waitFor()
    await workbench().screenshot('sandbox-stopped')
  })
})
