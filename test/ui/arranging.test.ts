import assert from 'node:assert/strict'
import { useWorkbench } from './support/useWorkbench'

const command = (title: string): string => `Genesys Messaging: ${title}`

describe('which conversations are shown, and how', () => {
  const workbench = useWorkbench()

  const groupBy = async (grouping: string): Promise<void> => {
    await workbench().runCommand(command('Group Conversations…'))
    await workbench().quickInput.pick(grouping)
  }

  const message = (text: string | RegExp) => workbench().conversations.view.locator('.message').filter({ hasText: text })

  it('groups by channel', async () => {
    await workbench().openViewContainer('Genesys Messaging')
    await workbench().conversations.view.getByRole('button', { name: 'Start Sandbox' }).click()
    await workbench().conversations.item('Connected').waitFor()
    await groupBy('By channel')
    await workbench()
      .conversations.item(/^SMS, \d+ conversations/)
      .waitFor()
    assert.equal(await workbench().conversations.item('Connected').count(), 0)
    await workbench().screenshot('tree-by-channel')
  })

  it('filters by what is written, says so above the rows, and says how many are hidden', async () => {
    await workbench().runCommand(command('Filter Conversations…'))
    const { quickInput } = workbench()
    await quickInput.waitFor('Filter conversations')
    await quickInput.fill('state:open')
    await quickInput.waitFor('“open” is no state')
    await quickInput.fill('state:waiting channel:webmessaging')
    await quickInput.waitFor(/\d of \d+ conversations/)
    await quickInput.accept()
    await message(/Filtered by state:waiting channel:webmessaging\. \d+ of \d+ hidden\./).waitFor()
    await workbench()
      .conversations.item(/^web messaging, \d conversations?/)
      .waitFor()
    assert.equal(await workbench().conversations.item(/^SMS,/).count(), 0)
    await workbench().screenshot('tree-filtered')
  })

  it('shows everything again with one click', async () => {
    const { page } = workbench()
    await page.locator('.sidebar').getByRole('button', { name: 'Clear Filter' }).click()
    await message('Filtered by').waitFor({ state: 'detached' })
    await workbench()
      .conversations.item(/^SMS, \d+ conversations/)
      .waitFor()
  })

  it('lists all together, newest first', async () => {
    await groupBy('By time')
    const { conversations, page } = workbench()
    const jamie = conversations.item(/^Jamie Rivera, Ended, reply window open, \d+ h left to reply/).and(page.locator('[aria-level="1"]'))
    await jamie.waitFor()
    await workbench().screenshot('tree-by-time')
  })

  it('shows a hundred of ten thousand, and a hundred more from the keyboard', async () => {
    await workbench().runCommand(command('Load Sandbox Scenario…'))
    await workbench().quickInput.waitFor('Load a scenario into the sandbox')
    await workbench().quickInput.fill('Many conversations')
    await workbench().quickInput.pick('Many conversations')
    await groupBy('By connection, newest first')
    const { conversations, page } = workbench()
    // Below its connection: before that it is drawn as it was arranged before.
    await conversations
      .item(/^Customer 9999/)
      .and(page.locator('[aria-level="2"]'))
      .click()
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowUp')
    const more = conversations.item('Show 100 more conversations')
    await more.waitFor()
    await workbench().screenshot('tree-ten-thousand')
    await page.keyboard.press('Enter')
    // As a screen reader counts them: two hundred, and the two rows below them. Only those in sight are on the page.
    await conversations.items.and(page.locator('[aria-setsize="202"]')).first().waitFor()
  })
})
