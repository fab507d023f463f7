import assert from 'node:assert/strict'
import { useWorkbench } from './support/useWorkbench'

const command = (title: string): string => `Genesys Messaging: ${title}`

describe('reading a conversation, and passing it on', () => {
  const workbench = useWorkbench()

  it('opens the transcript from the row’s menu: who said what, and what became of it', async () => {
    await workbench().openViewContainer('Genesys Messaging')
    await workbench().conversations.view.getByRole('button', { name: 'Start Sandbox' }).click()
    // Until all is listed, the tree is drawn anew, and a menu may lose the row that it was opened on.
    await workbench()
      .conversations.item(/^Sandbox.*live/)
      .waitFor()
    await workbench().conversations.item('Jamie Rivera').waitFor()
    await workbench().conversations.contextMenu('Jamie Rivera', 'Open Transcript')
    await workbench()
      .editorTab(/Jamie Rivera \(transcript\)\.md/)
      .waitFor()
    await workbench().page.getByText('Times are UTC').waitFor()
    await workbench().screenshot('transcript')
    const text = await workbench().editorText()
    assert.match(text, /^# Transcript: Jamie Rivera/)
    assert.match(text, /### \d\d:\d\d:\d\d Nora Lind\n\n> \w/)
  })

  it('opens the diagnosis as a document', async () => {
    await workbench().conversations.contextMenu('Jamie Rivera', 'Open Diagnosis')
    await workbench()
      .editorTab(/Jamie Rivera \(diagnosis\)\.md/)
      .waitFor()
    await workbench().page.getByText('Agentless message, web messaging: will work').waitFor()
    await workbench().screenshot('diagnosis-document')
    assert.match(await workbench().editorText(), /### Agentless message, web messaging: will work/)
  })

  it('copies a ticket without names, addresses and texts, by keys alone', async () => {
    const { quickInput, clipboard } = workbench()
    const ticket = await clipboard.changedBy(async () => {
      await workbench().runCommand(command('Copy As…'))
      await quickInput.waitFor('Copy a conversation')
      await quickInput.fill('Jamie')
      await quickInput.accept()
      await quickInput.waitFor('Copy the conversation as')
      await workbench().screenshot('copy-as')
      await quickInput.fill('ticket')
      await quickInput.accept()
      await quickInput.waitFor('What is masked in the copy?')
      await workbench().screenshot('ticket-masking')
      await quickInput.accept()
    })
    assert.match(ticket, /^# ‹masked›\n/)
    assert.match(ticket, /\*\*State:\*\* Ended · reply window open/)
    assert.doesNotMatch(ticket, /Jamie|Rivera|Nora|Lind|where is my order/i)
    await workbench().runCommand('File: New Untitled Text File')
    await workbench()
      .editorTab(/Untitled-1/)
      .waitFor()
    await workbench().page.keyboard.press('Control+V')
    await workbench()
      .editorTab(/# ‹masked›/)
      .waitFor()
    await workbench().page.keyboard.press('Control+Home')
    await workbench().screenshot('ticket-copy')
  })

  it('goes to a conversation by the id of a message of it', async () => {
    const { conversations, quickInput, clipboard } = workbench()
    await conversations.expand('Jamie Rivera')
    const message = conversations.item(/^to the customer/).first()
    await message.click()
    const id = await clipboard.changedBy(async () => {
      await workbench().page.keyboard.press('Shift+F10')
      const menu = workbench().page.locator('.monaco-menu')
      await menu.getByRole('menuitem', { name: 'Copy As…' }).hover()
      await workbench().page.keyboard.press('Enter')
      await quickInput.waitFor('Copy the message as')
      await quickInput.pick('Message ID')
    })
    assert.match(id, /^[0-9a-f-]{36}$/)
    await workbench().runCommand(command('Go to Conversation…'))
    await quickInput.waitFor('Go to a conversation')
    await quickInput.fill(id)
    await workbench().screenshot('go-to-conversation')
    await quickInput.accept()
    await workbench().webview().getByRole('heading', { name: 'Jamie Rivera' }).waitFor()
  })

  it('tells everything of a conversation to who asks from the keyboard, and copies its id', async () => {
    const { conversations, clipboard, page } = workbench()
    await conversations.item('Jamie Rivera').click()
    await page.keyboard.press('Control+K')
    await page.keyboard.press('Control+I')
    const hover = page.locator('.monaco-hover:visible')
    for (const said of ['Reply window until', 'Agent Nora Lind: disconnected', 'External contact ID', 'Read with'])
      await hover.getByText(said).waitFor()
    await workbench().screenshot('tree-tooltip')
    const id = await clipboard.changedBy(() => hover.locator('p', { hasText: 'Conversation ID' }).getByRole('link').click())
    assert.match(id, /^[0-9a-f-]{36}$/)
  })

  it('copies a link to it', async () => {
    const link = await workbench().clipboard.changedBy(() => workbench().conversations.contextMenu('Jamie Rivera', 'Copy Link'))
    assert.match(link, /^[\w-]+:\/\/messaging-inspector\.genesys-messaging-inspector\/conversation\/Sandbox\/[0-9a-f-]{36}$/)
  })
})
