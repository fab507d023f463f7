import assert from 'node:assert/strict'
import type { Locator } from 'playwright-core'
import { useWorkbench } from './support/useWorkbench'

describe('the first steps', () => {
  const workbench = useWorkbench()
  const panel = () => workbench().webview()
  const step = (title: string): Locator => workbench().page.locator('.getting-started-step').filter({ hasText: title })

  /** Runs a command that asks for a conversation: in a small window, not every row is in sight. */
  const onJamie = async (command: string): Promise<void> => {
    await workbench().runCommand(`Genesys Messaging: ${command}`)
    await workbench().quickInput.fill('Jamie')
    await workbench().quickInput.pick('Jamie Rivera')
  }

  /** The size of the pictures in media/walkthrough, which are copies of these screenshots. */
  const size = { width: 1000, height: 620 }

  it('are four, found from the empty view, each with a picture of the product', async () => {
    const { page, conversations } = workbench()
    await workbench().openViewContainer('Genesys Messaging')
    await conversations.view.getByText('See the four steps').click()
    for (const title of ['Try it on the sandbox', 'Connect your organisation', 'Find out why a send fails', 'Follow up']) {
      await step(title).click()
      const picture = page.locator('.getting-started-media img')
      await picture.waitFor()
      await page.waitForFunction(() => (document.querySelector<HTMLImageElement>('.getting-started-media img')?.naturalWidth ?? 0) > 0)
      assert.ok(((await picture.getAttribute('alt')) ?? '').length > 20)
    }
    await workbench().screenshot('walkthrough')
  })

  it('are ticked off as they are done', async () => {
    await step('Try it on the sandbox').click()
    await step('Try it on the sandbox').getByRole('button', { name: 'Start Sandbox' }).click()
    await step('Try it on the sandbox').locator('.codicon-getting-started-step-checked').first().waitFor()
    assert.equal(await step('Follow up').locator('.codicon-getting-started-step-checked').count(), 0)
    await workbench().conversations.item('Connected').waitFor()
  })

  for (const [theme, suffix] of [
    ['Default Dark Modern', 'dark'],
    ['Default Light Modern', 'light']
  ] as const)
    it(`have their pictures in ${theme}`, async () => {
      const { page, conversations, quickInput } = workbench()
      await workbench().runCommand('View: Close All Editors')
      await workbench().setTheme(theme)
      await workbench().runCommand('Notifications: Clear All Notifications')
      await page.setViewportSize(size)
      await conversations.item('Connected').waitFor()
      await workbench().screenshot(`sandbox-${suffix}`)

      await workbench().runCommand('Genesys Messaging: Connect…')
      // Its own title: until then it is the command palette, on its way out.
      await quickInput.waitFor('Connect a Genesys Cloud organisation')
      await workbench().screenshot(`connect-${suffix}`)
      await quickInput.cancel()

      await onJamie('Diagnose Send…')
      await panel().getByText('No communication is connected.').first().waitFor()
      await workbench().screenshot(`diagnose-${suffix}`)

      await onJamie('Follow Up…')
      await panel().getByRole('textbox', { name: 'Text' }).fill('Hi Jamie, your replacement has shipped.')
      await panel().getByText('"textBody": "Hi Jamie, your replacement has shipped."').first().waitFor()
      await workbench().screenshot(`followUp-${suffix}`)
    })
})
