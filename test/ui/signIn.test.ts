import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { hours } from '../../src/model/instant'
import { startSandbox, type Sandbox } from '../../src/sandbox'
import { useWorkbench } from './support/useWorkbench'

describe('signing in with the browser', () => {
  let sandbox: Sandbox
  const host = () => new URL(sandbox.address.url).host

  before('start an organisation', async () => {
    sandbox = await startSandbox()
  })
  const workbench = useWorkbench(() => ({ settings: { 'genesysMessaging.additionalHosts': [host()] } }))
  after('stop the organisation', () => sandbox.stop())

  before('forward ports', async () => {
    // This workbench expects something in front of its server that forwards ports under /proxy/. Here it is the browser.
    await workbench()
      .page.context()
      .route(/\/proxy\/\d+\//, (route) => {
        const location = route
          .request()
          .url()
          .replace(/^http:\/\/[^/]+\/proxy\/(\d+)\//, 'http://127.0.0.1:$1/')
        return route.fulfill({ status: 307, headers: { location } })
      })
  })

  const quickInput = () => workbench().quickInput

  /** Chooses a line by keys: a line under the mouse shows its help above the others. */
  const choose = async (label: string): Promise<void> => {
    await quickInput().fill(label)
    await quickInput().options.filter({ hasText: label }).first().waitFor()
    await quickInput().accept()
  }

  /** Does what opens the login page, and gives the page. */
  const loginPage = async (open: () => Promise<void>): Promise<Page> => {
    const opened = workbench().page.context().waitForEvent('page')
    await open()
    const page = await opened
    await page.getByRole('button', { name: 'Deny' }).waitFor()
    return page
  }

  /** Answers the questions of Connect… up to the sign-in of a user, with this way back. */
  const connectUser = async (wayBack: string): Promise<void> => {
    await workbench().runCommand('Genesys Messaging: Connect…')
    await quickInput().waitFor('(1/')
    await choose(host())
    await quickInput().waitFor('(2/')
    await choose('Sign in as a user (browser)')
    await quickInput().waitFor('(3/6)')
    await quickInput().fill(sandbox.address.pkceClientId)
    await quickInput().accept()
    await quickInput().waitFor('(4/6)')
    await choose(wayBack)
  }

  const answerRest = async (name: string): Promise<void> => {
    await quickInput().waitFor('(5/6)')
    await choose('No, for development or tests')
    await quickInput().waitFor('(6/6)')
    await quickInput().fill(name)
    await quickInput().accept()
  }

  it('checks what is entered, and goes back a step', async () => {
    await workbench().openViewContainer('Genesys Messaging')
    await workbench().runCommand('Genesys Messaging: Connect…')
    await quickInput().waitFor('(1/')
    await quickInput().fill('eu-west-1')
    await quickInput().options.filter({ hasText: 'Europe, Ireland' }).first().waitFor()
    await quickInput().accept()
    await quickInput().waitFor('(2/')
    await choose('OAuth client (client credentials)')
    await quickInput().waitFor('(3/6)')
    await quickInput().fill('my-client')
    await quickInput().accept()
    await quickInput().waitFor('This is not a client id')
    await quickInput().box.getByRole('button', { name: 'Back' }).click()
    await quickInput().waitFor('(2/')
    await quickInput().box.getByRole('button', { name: 'Back' }).click()
    await quickInput().waitFor('(1/')
    await quickInput().cancel()
  })

  it('comes back to the editor, and connects the user', async () => {
    const page = await loginPage(() => connectUser('To the editor'))
    assert.match(await page.locator('body').innerText(), /Messaging Inspector wants to act for a user/)
    await page.getByRole('button', { name: /Nora Lind/ }).click()
    await page.getByText('You can close this page now').waitFor()
    await page.close()
    await answerRest('By the editor')
    const row = workbench().conversations.item('By the editor')
    await row.waitFor()
    await workbench()
      .notification(/“By the editor” is connected\. It may send as an agent/)
      .waitFor()
    await workbench().screenshot('connected')
  })

  it('comes back to a port of this machine, and says there that the window can be closed', async () => {
    const page = await loginPage(() => connectUser('To a port of this machine'))
    await page.getByRole('button', { name: /Nora Lind/ }).click()
    await page.getByText('You can close this window').first().waitFor()
    await page.close()
    await answerRest('By a port')
    await workbench().conversations.item('By a port').waitFor()
  })

  it('says that it was denied, and keeps nothing', async () => {
    const page = await loginPage(() => connectUser('To a port of this machine'))
    await page.getByRole('button', { name: 'Deny' }).click()
    await workbench()
      .notification(/The sign-in was denied/)
      .waitFor()
    await page.close()
    assert.equal(await workbench().conversations.items.filter({ hasText: host() }).count(), 0)
  })

  it('can be cancelled', async () => {
    const page = await loginPage(() => connectUser('To a port of this machine'))
    await workbench()
      .notification(/Sign in to/)
      .getByRole('button', { name: 'Cancel' })
      .click()
    await workbench()
      .notification(/The sign-in was cancelled/)
      .waitFor()
    await page.close()
  })

  it('asks once to sign in again when the sessions have ended, and goes on', async () => {
    sandbox.advance(hours(25))
    await workbench().runCommand('Genesys Messaging: Refresh')
    const notice = workbench().notification('“By a port” has signed you out.')
    await notice.waitFor()
    assert.equal(await notice.count(), 1)
    const page = await loginPage(() => notice.getByRole('button', { name: 'Sign In Again' }).click())
    await page.getByRole('button', { name: /Nora Lind/ }).click()
    await page.getByText('You can close this window').first().waitFor()
    await page.close()
    await workbench()
      .conversations.item(/^By a port(?!.*sign in again)/)
      .waitFor()
    assert.match((await workbench().conversations.item('By the editor').getAttribute('aria-label')) ?? '', /sign in again/)
  })

  it('shows the users in the Accounts menu, where they can be signed out', async () => {
    const { page } = workbench()
    await page
      .locator('.activitybar')
      .getByRole('button', { name: /^Accounts/ })
      .click()
    const account = page.getByRole('menuitem', { name: /Nora Lind \(By a port\)/ })
    await account.hover()
    await page.keyboard.press('ArrowRight')
    await page.getByRole('menuitem', { name: 'Sign Out' }).waitFor()
    await workbench().screenshot('accounts')
    await page.getByRole('menuitem', { name: 'Sign Out' }).hover()
    await page.keyboard.press('Enter')
    await workbench().answerDialog('Sign Out')
    await workbench()
      .conversations.item(/^By a port.*not connected/)
      .waitFor()
    assert.equal(await workbench().notification('“By a port” has signed you out.').count(), 0)
  })
})
