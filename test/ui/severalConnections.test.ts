import assert from 'node:assert/strict'
import { startSandbox, type Sandbox } from '../../src/sandbox'
import { violations } from './support/accessibility'
import { useWorkbench } from './support/useWorkbench'

const command = (title: string): string => `Genesys Messaging: ${title}`
const followUp = 'Hi Jamie, your replacement has shipped.'

describe('two organisations at once, one of them production', () => {
  let organisation: Sandbox
  before('start the other organisation', async () => {
    organisation = await startSandbox({ seed: 2 })
  })
  after('stop the other organisation', () => organisation.stop())

  const workbench = useWorkbench({
    /** Read when the editor opens, once the organisation has its port. */
    get settings() {
      return { 'genesysMessaging.additionalHosts': [`localhost:${new URL(organisation.address.url).port}`] }
    }
  })
  const panel = () => workbench().webview()
  const statusBar = () =>
    workbench()
      .page.locator('.statusbar-item')
      .filter({ hasText: /connections|Berg|Sandbox/ })

  const sends = (): number =>
    organisation.ledger().filter(({ request }) => request.method === 'POST' && request.path.endsWith('/agentless')).length

  /** Brings the panel of the production organisation’s Jamie Rivera to the text that is sent. */
  const write = async (): Promise<void> => {
    await workbench().runCommand(command('Follow Up…'))
    await workbench().quickInput.waitFor('Follow up')
    await workbench().quickInput.fill('Jamie Rivera')
    await workbench().quickInput.options.filter({ hasText: 'Berg' }).first().click()
    await panel().getByText('Production: Berg').first().waitFor()
    await panel().getByRole('textbox', { name: 'Text' }).fill(followUp)
    await panel().getByText(`"textBody": "${followUp}"`).first().waitFor()
  }

  it('connects a production organisation beside the sandbox', async () => {
    await workbench().openViewContainer('Genesys Messaging')
    await workbench().conversations.view.getByRole('button', { name: 'Start Sandbox' }).click()
    await workbench()
      .conversations.item(/^Sandbox, local, no account/)
      .waitFor()

    await workbench().runCommand(command('Connect…'))
    const { quickInput } = workbench()
    await quickInput.pick(`localhost:${new URL(organisation.address.url).port}`)
    await quickInput.pick('OAuth client (client credentials)')
    for (const [asked, answer] of [
      ['Client ID', organisation.address.clientId],
      ['Client secret', organisation.address.clientSecret]
    ] as const) {
      await quickInput.waitFor(asked)
      await quickInput.fill(answer)
      await quickInput.accept()
    }
    await quickInput.pick('Yes, production')
    await quickInput.waitFor('What is it called here?')
    await quickInput.fill('Berg')
    await quickInput.accept()
    await workbench()
      .conversations.item(/^Berg, production/)
      .waitFor()
    assert.ok(
      await workbench()
        .conversations.item(/^Sandbox, local, no account/)
        .isVisible()
    )
  })

  it('says in the status bar how many are open, and that one is production', async () => {
    await statusBar().filter({ hasText: '2 connections · production' }).waitFor()
    await workbench().screenshot('two-connections')
  })

  it('asks with which of them a conversation is meant, and shows it in the panel in words', async () => {
    await write()
    await workbench().screenshot('production-panel')
    assert.deepEqual(await violations(workbench().page), [])
  })

  it('sends nothing on production without the organisation’s name, letter by letter', async () => {
    const send = panel().getByRole('button', { name: /Send to Jamie Rivera on Berg/ })
    const { quickInput } = workbench()
    await send.click()
    await quickInput.waitFor('Type “Sandbox” to go on')
    await quickInput.accept()
    await quickInput.waitFor('Nothing is entered.')
    await quickInput.fill('sandbox')
    await quickInput.accept()
    await quickInput.waitFor('Type the organisation’s name exactly as it is written: Sandbox')
    await workbench().screenshot('production-confirmation')
    await quickInput.cancel()
    assert.equal(sends(), 0)
  })

  it('sends with it, once, to the organisation that is shown', async () => {
    await panel()
      .getByRole('button', { name: /Send to Jamie Rivera on Berg/ })
      .click()
    const { quickInput } = workbench()
    await quickInput.waitFor('Type “Sandbox” to go on')
    await quickInput.fill('Sandbox')
    await quickInput.accept()
    await panel()
      .getByText(/^delivered\b/)
      .first()
      .waitFor()
    assert.equal(sends(), 1)
  })

  it('has the production organisation again, marked as it was, after the window was loaded anew', async () => {
    await workbench().runCommand('View: Close All Editors')
    await workbench().page.reload()
    await workbench()
      .conversations.item(/^Berg, production/)
      .waitFor()
    await workbench().runCommand(command('Start Sandbox'))
    await workbench()
      .conversations.item(/^Sandbox, local, no account/)
      .waitFor()
  })

  it('can call off a reading that takes long, and shows what was there', async () => {
    organisation.setFaults([{ kind: 'latency', ms: 60_000, operation: 'any' }])
    await workbench().runCommand(command('Refresh'))
    await workbench().notification('Reading the conversations of 2 organisations').getByRole('button', { name: 'Cancel' }).click()
    await workbench().notification('Reading the conversations of 2 organisations').waitFor({ state: 'detached' })
    organisation.setFaults([])
    await workbench()
      .conversations.item(/^Berg, production/)
      .waitFor()
    assert.ok((await workbench().conversations.item('Connected').count()) > 0)
  })

  it('shows the failure of one on its row, and the other goes on', async () => {
    organisation.setFaults([{ kind: 'serverError', status: 500, operation: 'any' }])
    await workbench().runCommand(command('Refresh'))
    await workbench()
      .conversations.item(/^Berg, conversations could not be read · production/)
      .waitFor()
    assert.ok(
      await workbench()
        .conversations.item(/^Sandbox, local, no account/)
        .isVisible()
    )
    organisation.setFaults([])
    await workbench().conversations.contextMenu(/^Berg,/, 'Refresh')
    await workbench()
      .conversations.item(/^Berg, production/)
      .waitFor()
  })

  it('takes the mark away and another name from the row’s menu', async () => {
    await workbench().conversations.contextMenu(/^Berg,/, 'Mark as Not Production')
    await statusBar()
      .filter({ hasText: /2 connections$/ })
      .waitFor()
    await workbench().conversations.contextMenu(/^Berg(,|$)/, 'Rename…')
    await workbench().quickInput.waitFor('What the connection is called in this editor')
    await workbench().quickInput.fill('Lind')
    await workbench().quickInput.accept()
    await workbench()
      .conversations.item(/^Lind(,|$)/)
      .waitFor()
  })

  it('disconnects one, keeps it at hand, and connects it again with a click', async () => {
    await workbench().conversations.contextMenu(/^Lind(,|$)/, 'Disconnect')
    const row = workbench().conversations.item(/^Lind, not connected/)
    await row.waitFor()
    await statusBar()
      .filter({ hasText: /Sandbox$/ })
      .waitFor()
    await row.click()
    await workbench()
      .conversations.item(/^Lind(,|$)/)
      .waitFor()
  })

  it('removes one after a confirmation', async () => {
    await workbench().conversations.contextMenu(/^Lind(,|$)/, 'Remove…')
    await workbench().answerDialog('Remove')
    await workbench().conversations.item(/^Lind/).waitFor({ state: 'detached' })
    assert.ok(
      await workbench()
        .conversations.item(/^Sandbox, local, no account/)
        .isVisible()
    )
  })
})
