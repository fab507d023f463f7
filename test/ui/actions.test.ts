import assert from 'node:assert/strict'
import { violations } from './support/accessibility'
import { useWorkbench } from './support/useWorkbench'

describe('from a conversation that nobody can be sent into to a delivered message', () => {
  const workbench = useWorkbench()
  const panel = () => workbench().webview()

  const followUp = async (customer: string): Promise<void> => {
    await workbench().runCommand('View: Close All Editors')
    await workbench().conversations.inlineAction(customer, 'Follow Up…')
    await panel().getByRole('heading', { name: customer }).waitFor()
  }

  const does = async (button: string, confirmation: string): Promise<void> => {
    await panel().getByRole('button', { name: button }).click()
    await workbench().answerDialog(confirmation)
    await panel().getByText('Done.').first().waitFor()
  }

  /** Writes to the customer as the agent, until the message is delivered. */
  const sends = async (customer: string, text: string): Promise<void> => {
    await panel()
      .getByRole('radio', { name: /Agent message/ })
      .click()
    await panel().getByRole('textbox', { name: 'Text' }).fill(text)
    await panel()
      .getByRole('button', { name: new RegExp(`Send to ${customer} on Sandbox`) })
      .click()
    await workbench().answerDialog('Send')
    await panel()
      .getByText(/^delivered\b/)
      .first()
      .waitFor()
  }

  it('starts the sandbox', async () => {
    await workbench().openViewContainer('Genesys Messaging')
    await workbench().conversations.view.getByRole('button', { name: 'Start Sandbox' }).click()
    await workbench().conversations.item('Hannah Weiss').waitFor()
  })

  it('says what accepting an alert opens, and shows its exact request', async () => {
    await followUp('Hannah Weiss')
    await panel().getByText('Then: Agent message will work.').first().waitFor()
    await panel().getByRole('group').getByText('Request', { exact: true }).first().click()
    await panel().getByText('"state": "connected"').first().waitFor()
    await panel().getByRole('heading', { name: 'What can I change?' }).scrollIntoViewIfNeeded()
    await workbench().screenshot('action-accept')
    assert.deepEqual(await violations(workbench().page), [])
  })

  it('accepts it after a confirmation, and sends', async () => {
    await does('Accept…', 'Accept')
    await panel().getByRole('heading', { name: 'What can I change?' }).scrollIntoViewIfNeeded()
    await workbench().screenshot('action-accepted')
    assert.deepEqual(await violations(workbench().page), [])
    await sends('Hannah Weiss', 'Hello Hannah, I am with you now.')
  })

  it('opens the panel at the action that was picked in the menu of a row, with all that is said of it', async () => {
    await workbench().runCommand('View: Close All Editors')
    await workbench().conversations.contextMenu('Megan Doyle', 'Assign to Me…')
    const action = panel().getByRole('article', { name: 'Assign it to yourself' })
    await action.getByRole('heading').and(panel().locator(':focus')).waitFor()
    await action.getByText('POST /api/v2/conversations/').waitFor()
    await action.getByText('Whether this status, and the utilisation that is left').first().waitFor()
    await workbench().screenshot('action-from-the-tree')
    assert.deepEqual(await violations(workbench().page), [])
  })

  it('does it there after a confirmation, and the row follows', async () => {
    await does('Assign to Me…', 'Assign to Me')
    await workbench()
      .conversations.item(/Megan Doyle.*Nora Lind for/)
      .waitFor()
  })

  it('says in the panel why an action has no use, when it is run from the palette', async () => {
    // Clicked first: a panel that had the focus may take it back when the list of commands goes, and close the list of conversations with it.
    await workbench().conversations.item('Megan Doyle').click()
    await workbench().runCommand('Genesys Messaging: Resume Conversation…')
    await workbench().quickInput.fill('Megan')
    await workbench().quickInput.pick('Megan Doyle')
    await panel().getByText('No agent has parked the conversation, so there is nothing to resume.').waitFor()
    await panel().getByRole('heading', { name: 'What can I change?' }).and(panel().locator(':focus')).waitFor()
  })

  it('resumes a parked conversation, and the agent’s message is possible', async () => {
    await followUp('Rafael Costa')
    await does('Resume…', 'Resume')
    await sends('Rafael Costa', 'Hello Rafael, the workshop has answered.')
  })

  it('assigns a waiting conversation, accepts it, and sends', async () => {
    await followUp('Oskar Nyberg')
    await panel().getByRole('heading', { name: 'What can I change?' }).scrollIntoViewIfNeeded()
    await workbench().screenshot('action-assign')
    await does('Assign to Me…', 'Assign to Me')
    await does('Accept…', 'Accept')
    await sends('Oskar Nyberg', 'Hello Oskar, thank you for waiting.')
    await workbench().screenshot('action-delivered')
  })
})
