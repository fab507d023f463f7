import assert from 'node:assert/strict'
import { violations } from './support/accessibility'
import { useWorkbench } from './support/useWorkbench'

/** What a developer posted, and what they got: the request that this product begins with. */
const refusedRequest = `POST /api/v2/conversations/messaging/messages
{ "from": { "name": "Support Bot", "id": "bot-id-123" },
  "text": "Is there anything else we can help you with?",
  "conversationId": "existing-closed-conversation-id" }
→ 409 Conflict: Conversation is not in a state that allows adding messages`

const followUp = 'Hi Jamie, your replacement has shipped. Is there anything else we can help you with?'

describe('from the 409 to a delivered follow-up', () => {
  const workbench = useWorkbench()
  const panel = () => workbench().webview()

  /** Does something in a window that has room for the whole panel. */
  const tall = async (act: () => Promise<void>): Promise<void> => {
    const { page } = workbench()
    const size = page.viewportSize()
    await page.setViewportSize({ width: 1400, height: 1180 })
    await act()
    if (size) await page.setViewportSize(size)
  }

  it('starts the sandbox and shows its conversations by state', async () => {
    await workbench().openViewContainer('Genesys Messaging')
    await workbench().conversations.view.getByRole('button', { name: 'Start Sandbox' }).click()
    const { conversations } = workbench()
    for (const group of ['Connected', 'Alerting an agent', 'Waiting in queue', 'Ended, reply window open'])
      await conversations.item(group).waitFor()
    await workbench().screenshot('tree')
  })

  it('says until when the reply window of the ended conversation is open', async () => {
    const row = workbench().conversations.item('Jamie Rivera')
    await row.scrollIntoViewIfNeeded()
    const label = (await row.getAttribute('aria-label')) ?? ''
    assert.match(label, /\d+ h left to reply, .*web messaging/)
    assert.match(label, /reply window open/)
  })

  it('explains the request that was refused', async () => {
    await workbench().page.evaluate((text) => navigator.clipboard.writeText(text), refusedRequest)
    await workbench().runCommand('Genesys Messaging: Explain Pasted Error or Request…')
    await panel().getByText('This endpoint does not exist').first().waitFor()
    for (const said of ['POST /api/v2/conversations/messages/agentless', 'Nothing re-opens a conversation', 'is not a documented error'])
      await panel().getByText(said).first().waitFor()
    await workbench().screenshot('explanation')
  })

  it('explains it further with the conversation it was about', async () => {
    await panel()
      .getByRole('button', { name: /conversation/i })
      .first()
      .click()
    await workbench().quickInput.fill('Jamie')
    await workbench().quickInput.pick('Jamie Rivera')
    await panel()
      .getByText(/reply window open, \d+ h left/)
      .first()
      .waitFor()
    await workbench().screenshot('explanation-with-conversation')
  })

  it('diagnoses the agent’s send into the ended conversation', async () => {
    await workbench().conversations.contextMenu('Jamie Rivera', 'Diagnose Send…')
    const agent = panel().getByRole('radio', { name: /Agent message/ })
    await agent.waitFor()
    await panel().getByText('No communication is connected.').first().waitFor()
    await workbench().screenshot('diagnosis')
  })

  it('shows the fact that decides in the conversation’s JSON', async () => {
    const agent = panel().locator('.route').filter({ hasText: 'Agent message' })
    await agent.getByText(/^Why: \d+ finding/).click()
    await agent
      .getByRole('link', { name: /Agent Nora Lind: disconnected at/ })
      .first()
      .click()
    await workbench()
      .editorTab(/Jamie Rivera\.json/)
      .waitFor()
    await workbench().screenshot('evidence')
    const selected = await workbench().clipboard.changedBy(() => workbench().page.keyboard.press('Control+C'))
    assert.match(selected, /^"disconnectedTime": "/)
    await workbench().runCommand('View: Close Editor')
  })

  it('offers the right route and shows its exact request', async () => {
    await workbench().conversations.inlineAction('Jamie Rivera', 'Follow Up…')
    assert.ok(
      await panel()
        .getByRole('radio', { name: /Agentless message/ })
        .isChecked()
    )
    await panel().getByRole('textbox', { name: 'Text' }).fill(followUp)
    await panel().getByText('"toAddressMessengerType": "webmessaging"').first().waitFor()
    await panel().getByText(`"textBody": "${followUp}"`).first().waitFor()
    await workbench().screenshot('follow-up')
  })

  it('shows the whole panel in one tall window, and axe-core finds nothing wrong with it', async () => {
    await tall(async () => {
      await panel().getByRole('heading', { name: 'Jamie Rivera' }).scrollIntoViewIfNeeded()
      await workbench().screenshot('explanation-tall')
    })
    assert.deepEqual(await violations(workbench().page), [])
  })

  it('sends it after a confirmation and follows it until it is delivered', async () => {
    await panel()
      .getByRole('button', { name: /Send to Jamie Rivera on Sandbox/ })
      .click()
    await workbench().answerDialog('Send')
    for (const step of ['accepted', 'queued', 'sent', 'delivered'])
      await panel()
        .getByText(new RegExp(`^${step}\\b`))
        .first()
        .waitFor()
    await workbench().screenshot('delivered')
  })

  it('has the message in the sandbox’s own record of the conversation', async () => {
    await workbench().conversations.contextMenu('Jamie Rivera', 'Open as JSON')
    await workbench()
      .editorTab(/Jamie Rivera\.json/)
      .waitFor()
    const record = await workbench().editorText()
    assert.match(record, /"purpose": "api"[^]*"messageStatus": "delivery-success"/)
  })

  for (const [theme, name] of [
    ['Default Dark Modern', 'panel-dark'],
    ['Default Light Modern', 'panel-light']
  ] as const)
    it(`looks right in ${theme}, also to axe-core`, async () => {
      await workbench().runCommand('View: Close All Editors')
      await workbench().setTheme(theme)
      await workbench().conversations.inlineAction('Sam Okafor', 'Follow Up…')
      await panel().getByRole('textbox', { name: 'Text' }).fill('Hi Sam, your refund is on its way.')
      await panel().getByText('"textBody": "Hi Sam, your refund is on its way."').first().waitFor()
      await tall(async () => {
        await panel().getByRole('heading', { name: 'Sam Okafor' }).scrollIntoViewIfNeeded()
        await workbench().screenshot(name)
      })
      assert.deepEqual(await violations(workbench().page), [])
    })
})
