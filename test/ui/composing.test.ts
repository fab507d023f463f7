import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { violations } from './support/accessibility'
import { useWorkbench } from './support/useWorkbench'

describe('the message of a follow-up', () => {
  const workbench = useWorkbench()
  const panel = () => workbench().webview()
  let folder: string

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'follow-up-'))
    await writeFile(path.join(folder, 'tent.png'), 'a picture of a tent')
    await writeFile(path.join(folder, 'tent.mp4'), 'a film of a tent')
  })
  after(() => rm(folder, { recursive: true }))

  /** The panel of a customer’s conversation, and of no other. */
  const followUp = async (customer: string): Promise<void> => {
    await workbench().runCommand('View: Close All Editors')
    await workbench().conversations.inlineAction(customer, 'Follow Up…')
    await panel().getByRole('heading', { name: customer }).waitFor()
  }

  const chooseFile = async (name: string): Promise<void> => {
    await panel()
      .getByRole('button', { name: /Choose (?:another )?file…/ })
      .click()
    await workbench().quickInput.waitFor('Choose the File to Send')
    // The dialog writes the folder into its box when it has read it, before what stands there: what is typed comes after that.
    await workbench().quickInput.options.first().waitFor()
    await workbench().quickInput.waitForValue()
    await workbench().quickInput.fill(path.join(folder, path.sep))
    await workbench().quickInput.pick(name)
    await workbench().quickInput.accept()
  }

  before('start the sandbox', async () => {
    await workbench().openViewContainer('Genesys Messaging')
    await workbench().conversations.view.getByRole('button', { name: 'Start Sandbox' }).click()
    await workbench().conversations.item('Jamie Rivera').waitFor()
  })

  it('to WhatsApp is a template: chosen in a list, its parameters filled in and checked', async () => {
    await followUp('Grace Obi')
    await panel()
      .getByRole('radio', { name: /Agentless message/ })
      .check()
    await panel().getByText('Choose a template first.').waitFor()
    await panel().getByRole('button', { name: 'Choose template…' }).click()
    await workbench().quickInput.waitFor('Choose Template')
    await workbench().quickInput.fill('on its way')
    await workbench().quickInput.pick('Order on its way')
    await panel().getByText('Fill in the parameters first.').waitFor()
    await panel().getByRole('textbox', { name: 'First name' }).fill('Grace <b>“G”</b>')
    await panel().getByRole('textbox', { name: 'The order’s number' }).fill('SB-20401')
    await panel().getByText('Hello Grace <b>“G”</b>, your order SB-20401 is on its way.').waitFor()
    await panel().getByText('"value": "Grace <b>“G”</b>"').first().waitFor()
    await workbench().screenshot('message-template')
    assert.deepEqual(await violations(workbench().page), [])
  })

  it('to WhatsApp has a field for each parameter, named after its place, and is delivered with all of them', async () => {
    await panel().getByText('A template, not a text: Agentless WhatsApp needs a template.').first().waitFor()
    await panel().getByRole('button', { name: 'Choose another template…' }).click()
    await workbench().quickInput.waitFor('Choose Template')
    await workbench().quickInput.fill('parcel')
    await workbench().quickInput.pick('Track your parcel')
    await panel().getByText('Fill in the parameters first.').waitFor()
    await panel().getByRole('textbox', { name: 'Header: The parcel’s number' }).fill('P-7')
    await panel().getByRole('textbox', { name: 'Body: First name' }).fill('Grace')
    const code = panel().getByRole('textbox', { name: 'Button 1: The tracking code' })
    await code.fill('x 9')
    await panel().getByText('It becomes a part of an address, which can have no white space.').first().waitFor()
    await code.fill('x9')
    await panel().getByText('https://shop.example/track/x9').waitFor()
    await panel().getByText('Parcel P-7').waitFor()
    const request = panel().getByRole('region', { name: 'Request' })
    for (const line of [
      '"headerParameters"',
      '"value": "P-7"',
      '"bodyParameters"',
      '"value": "Grace"',
      '"buttonUrlParameters"',
      '"value": "x9"'
    ])
      await request.getByText(line).first().waitFor()
    await workbench().screenshot('message-template-parameters')
    assert.deepEqual(await violations(workbench().page), [])
    await panel()
      .getByRole('button', { name: /^Send to / })
      .click()
    await workbench().answerDialog('Send')
    await panel()
      .getByRole('region', { name: 'What became of it' })
      .getByText(/^delivered\b/)
      .waitFor()
  })

  it('to WhatsApp says of a template that it has a parameter which no request can carry, and is not sent', async () => {
    await panel().getByRole('button', { name: 'Choose template…' }).click()
    await workbench().quickInput.waitFor('Choose Template')
    await workbench().quickInput.fill('visit')
    await workbench().quickInput.pick('Confirm your visit')
    await panel().getByRole('textbox', { name: 'Body: First name' }).fill('Grace')
    await panel()
      .getByText(/This template needs “visit” in the payload of button 1, for which POST/)
      .first()
      .waitFor()
    assert.equal(
      await panel()
        .getByRole('button', { name: /^Send to / })
        .isDisabled(),
      true
    )
    await panel().getByRole('region', { name: 'Message', exact: true }).getByText('Why: 1 finding').click()
    const finding = panel().getByRole('article').filter({ hasText: 'The template needs a value that no request can carry' })
    await finding.getByText('Confidence: inferred').waitFor()
    await finding.getByText('Genesys Cloud published OpenAPI, July 2026').waitFor()
    await finding.getByText('template.parameter-place').waitFor()
    await workbench().screenshot('message-template-impossible')
    assert.deepEqual(await violations(workbench().page), [])
  })

  it('says at an address what is wrong with it, while it is typed', async () => {
    const to = panel().getByRole('textbox', { name: 'To' })
    const right = await to.inputValue()
    await to.fill('+447700900139')
    await panel().getByText('“toAddress” has something else than digits').first().waitFor()
    assert.equal(await to.getAttribute('aria-invalid'), 'true')
    await to.fill(right)
    await panel().getByText('“toAddress” has something else than digits').first().waitFor({ state: 'detached' })
  })

  it('names whom it goes to: somebody else by the address that was typed', async () => {
    const to = panel().getByRole('textbox', { name: 'To' })
    const right = await to.inputValue()
    await to.fill('447700900000')
    await panel().getByRole('button', { name: 'Send to 447700900000 on Sandbox…' }).waitFor()
    await to.fill(right)
    await panel().getByRole('button', { name: 'Send to Grace Obi on Sandbox…' }).waitFor()
  })

  it('takes the words of a canned response where the cursor is', async () => {
    await followUp('Jamie Rivera')
    const text = panel().getByRole('textbox', { name: 'Text' })
    await text.fill('Hi Jamie. Bye.')
    await text.press('Control+Home')
    let steps = 'Hi Jamie. '.length
    while (steps-- > 0) await text.press('ArrowRight')
    await panel().getByRole('button', { name: 'Insert canned response…' }).click()
    await workbench().quickInput.waitFor('Insert Canned Response')
    await workbench().quickInput.pick('Delivery day')
    await workbench().quickInput.waitFor('The order’s number')
    await workbench().quickInput.fill('SB-1 ')
    await workbench().quickInput.accept()
    await workbench().quickInput.waitFor('The day of the week')
    await workbench().quickInput.accept()
    await panel().getByText('"textBody": "Hi Jamie. Your order SB-1 arrives on Saturday.Bye."').first().waitFor()
    await workbench().screenshot('message-canned-response')
  })

  it('is there again after the panel was closed', async () => {
    await followUp('Jamie Rivera')
    assert.equal(await panel().getByRole('textbox', { name: 'Text' }).inputValue(), 'Hi Jamie. Your order SB-1 arrives on Saturday.Bye.')
  })

  it('is shown as text, whatever it is, and sent as it was typed', async () => {
    const stranger = '<img src=x onerror="alert(1)"><b>bold</b> **bold** [link](https://example.com) \u202eevil\u202c 👩‍👩‍👧 it’s "quoted"'
    await followUp('Leo Fischer')
    const text = panel().getByRole('textbox', { name: 'Text' })
    await text.fill(stranger)
    await panel().getByText('Emoji count as two or more here').waitFor()
    await panel()
      .getByRole('button', { name: /^Send to / })
      .click()
    await workbench().answerDialog('Send')
    const sent = panel().getByRole('region', { name: 'What became of it' }).getByText('<img src=x')
    assert.equal(await sent.first().textContent(), stranger)
    assert.equal(await panel().locator('img, b').count(), 0)
  })

  it('is a file: one that the channel does not take is not uploaded, another one is sent', async () => {
    await followUp('Priya Raman')
    await panel()
      .getByRole('radio', { name: /Agent message/ })
      .check()
    await panel().getByRole('combobox', { name: 'Send' }).selectOption('media')
    await panel()
      .getByText(/The supported content profile of the sender allows .*image/)
      .waitFor()
    await chooseFile('tent.mp4')
    await panel().getByText('is video/mp4 by its name').first().waitFor()
    await chooseFile('tent.png')
    await panel().getByText('"mediaIds"').first().waitFor()
    await workbench().screenshot('message-file')
    assert.deepEqual(await violations(workbench().page), [])
    await panel()
      .getByRole('button', { name: /^Send to / })
      .click()
    await workbench().answerDialog('Send')
    await panel()
      .getByText(/^delivered\b/)
      .first()
      .waitFor()
  })

  it('is a file whose types are not known where a permission is missing, which is named', async () => {
    const { quickInput } = workbench()
    await workbench().runCommand('View: Close All Editors')
    await workbench().runCommand('Genesys Messaging: Load Sandbox Scenario…')
    await quickInput.waitFor('Load a scenario into the sandbox')
    await quickInput.fill('Missing permission')
    await quickInput.pick('Missing permission')
    await workbench().notification('Missing permission').waitFor()
    await workbench().runCommand('Notifications: Clear All Notifications')
    await followUp('Priya Raman')
    await panel()
      .getByRole('radio', { name: /Agent message/ })
      .check()
    await panel().getByRole('combobox', { name: 'Send' }).selectOption('media')
    await panel()
      .getByText(/^Which types may be sent is not known\..*What settles it is the permission messaging:supportedContent:view\.$/)
      .waitFor()
    await workbench().screenshot('message-file-types-unknown')
    assert.deepEqual(await violations(workbench().page), [])
  })
})
