import assert from 'node:assert/strict'
import type { FrameLocator, Locator } from 'playwright-core'
import { text } from '../sandbox/support/guest'
import { idOf, leg, participant } from '../sandbox/support/legs'
import { useOrganisation } from './support/useOrganisation'
import { useWorkbench } from './support/useWorkbench'

/** 4,000 characters of everything that a program could take for something else than text. */
const stranger = [
  '<img src=x onerror="alert(1)"><script>alert(2)</script> &amp; </textarea>',
  '**bold** [link](https://example.com) `code` $(whoami) ${1 + 1} %s \\n {{name}}',
  '\u202eמימין לשמאל\u202c العربية 👩‍👩‍👧 e\u0301 it’s "quoted" \'so\' 3f6c1c5e-6f5b-4b66-9d36-0f1f2f8d7f10"',
  '\tafter a tab\n\nafter an empty line  '
]
  .join('\n')
  .padEnd(3_999, 'äöü ')
  .concat('.')

const first = 'Yes, we do. Could you tell me the size?'

describe('a panel, while others work in the same organisation', () => {
  const organisation = useOrganisation('connected-webmessaging', { scenario: 'every-channel-and-state' })
  const workbench = useWorkbench(() => ({ settings: organisation().settings }))

  const id = (name: string): string => organisation().id(name)
  const conversation = (name: string) => organisation().read(name)
  const panel = () => workbench().webview()
  /** The panels that stand side by side, the one that was opened first at 0. */
  const beside = (index: number): FrameLocator =>
    workbench().page.locator('iframe.webview.ready:visible').nth(index).contentFrame().frameLocator('iframe#active-frame')
  const textOf = (of: FrameLocator): Locator => of.getByRole('textbox', { name: 'Text' })
  const sendButton = (): Locator => panel().getByRole('button', { name: /^Send to / })

  const followUp = async (name: string): Promise<void> => {
    await workbench().runCommand('Genesys Messaging: Follow Up…')
    await workbench().quickInput.waitFor('Follow up')
    await workbench().quickInput.fill(id(name))
    await workbench().quickInput.options.first().waitFor()
    await workbench().quickInput.accept()
    await panel().getByText(id(name)).first().waitFor()
  }

  /** What the person sees of where they are: the text, where the caret is in it, and whether it has the focus. */
  const writing = () =>
    textOf(panel()).evaluate((area: HTMLTextAreaElement) => ({
      text: area.value,
      caret: [area.selectionStart, area.selectionEnd],
      focused: area.ownerDocument.activeElement === area
    }))

  before('connect its agent, without a client', async () => {
    await workbench().openViewContainer('Genesys Messaging')
    await workbench().runCommand('Genesys Messaging: Connect…')
    const { quickInput, conversations } = workbench()
    await quickInput.pick(organisation().host)
    await quickInput.pick('Paste an access token')
    await quickInput.waitFor('Access token of a user')
    await quickInput.fill(organisation().sandbox.address.userToken)
    await quickInput.accept()
    await quickInput.pick('No')
    await quickInput.waitFor('What is it called here?')
    await quickInput.fill('Berg')
    await quickInput.accept()
    await conversations.item(/^Berg, .*live/).waitFor()
  })

  it('says that only a client credential is missing, and sends nothing', async () => {
    await followUp('ended-webmessaging')
    assert.ok(
      await panel()
        .getByRole('radio', { name: /Agentless message/ })
        .isChecked()
    )
    await panel().getByText('It would work with a client credential').first().waitFor()
    await textOf(panel()).fill('Hello?')
    await panel()
      .getByText(/^Nothing can be sent now\. It would work with a client credential/)
      .waitFor()
    assert.equal(await sendButton().isDisabled(), true)
    await workbench().screenshot('blocked-no-client')
    await workbench().runCommand('View: Close All Editors')
  })

  it('stands beside another one, and what is typed in one is in no other', async () => {
    await followUp('connected-webmessaging')
    await textOf(panel()).fill(first)
    await followUp('connected-sms')
    await workbench().runCommand('View: Move Editor into Right Group')
    const [left, right] = [beside(0), beside(1)]
    await right.getByText(id('connected-sms')).first().waitFor()
    assert.equal(await textOf(right).inputValue(), '')
    await textOf(right).fill('For the one on the right')
    await right.getByText('"textBody": "For the one on the right"').first().waitFor()
    await textOf(left).press('End')
    await textOf(left).pressSequentially(' And the colour?')
    await left.getByText(`"textBody": "${first} And the colour?"`).first().waitFor()
    assert.equal(await textOf(right).inputValue(), 'For the one on the right')
    await workbench().screenshot('two-panels')
    await workbench().runCommand('View: Close All Editors')
  })

  it('shows what the agent and the customer write elsewhere, and leaves the one who types in it alone', async () => {
    await followUp('connected-webmessaging')
    await textOf(panel()).fill(first)
    await textOf(panel()).press('Home')
    await textOf(panel()).press('ArrowRight')
    const before = await writing()
    assert.deepEqual(before, { text: first, caret: [1, 1], focused: true })
    const marks = panel().locator('svg.timeline .mark')
    const known = await marks.count()
    const legId = idOf(leg(await conversation('connected-webmessaging'), 'agent'))
    await organisation().agent.conversations.postConversationsMessageCommunicationMessages(id('connected-webmessaging'), legId, {
      textBody: 'One moment.'
    })
    await marks.nth(known).waitFor({ state: 'attached' })
    await organisation().guest.ask('onMessage', text('Are you still there?'))
    await marks.nth(known + 1).waitFor({ state: 'attached' })
    assert.deepEqual(await writing(), before)
    await workbench().page.keyboard.type('!')
    await panel()
      .getByText(`"textBody": "Y!${first.slice(1)}"`)
      .first()
      .waitFor()
  })

  it('shows that the agent has left elsewhere: the text is still there, and cannot be sent', async () => {
    const before = await writing()
    const agentId = idOf(participant(await conversation('connected-webmessaging'), 'agent'))
    await organisation().agent.conversations.patchConversationsMessageParticipant(id('connected-webmessaging'), agentId, {
      body: { state: 'disconnected' }
    })
    await panel()
      .getByText(/^Nothing can be sent now\./)
      .waitFor()
    assert.equal(await sendButton().isDisabled(), true)
    assert.deepEqual(await writing(), before)
    await workbench().screenshot('left-elsewhere')
    await workbench().runCommand('View: Close All Editors')
  })

  it('sends 4,000 characters of a stranger byte for byte, and shows them as text', async () => {
    await followUp('connected-open')
    await textOf(panel()).fill(stranger)
    await panel().getByText('4,000 of 4,000').waitFor()
    await sendButton().click()
    await workbench().answerDialog('Send')
    const sent = panel().getByRole('region', { name: 'What became of it' })
    await sent.getByText(/^delivered\b/).waitFor()
    assert.equal(await sent.locator('.send-text').textContent(), stranger)
    assert.equal(await sent.locator('.send-text *').count(), 0)
    await workbench().screenshot('stranger')
    const requests = organisation()
      .sandbox.ledger()
      .filter(({ request }) => request.method === 'POST' && /\/communications\/[^/]+\/messages$/.test(request.path))
      .filter(({ request }) => request.path.includes(id('connected-open')))
    assert.deepEqual(
      requests.map(({ request }): unknown => JSON.parse(request.body.text)),
      [{ textBody: stranger }]
    )
    await workbench().runCommand('View: Close All Editors')
  })
})
