import assert from 'node:assert/strict'
import type { Locator } from 'playwright-core'
import { channelLabel } from '../../src/platform/channels'
import { violations } from './support/accessibility'
import { useWorkbench } from './support/useWorkbench'

interface Way {
  readonly messengerType: string
  /** Where the conversation stands, as the filter of the tree says it. */
  readonly state: string
  readonly route: RegExp
}

/** One for each channel: from the row in the tree, by the route that is offered as the best one, to the last status that there is. */
const ways: readonly Way[] = [
  { messengerType: 'webmessaging', state: 'window-open', route: /Agentless message, web messaging/ },
  { messengerType: 'sms', state: 'window-open', route: /Agentless message, SMS/ },
  { messengerType: 'open', state: 'window-open', route: /Agentless message, open messaging/ },
  { messengerType: 'whatsapp', state: 'connected', route: /Agent message/ },
  { messengerType: 'apple', state: 'connected', route: /Agent message/ },
  { messengerType: 'facebook', state: 'connected', route: /Agent message/ },
  { messengerType: 'instagram', state: 'connected', route: /Agent message/ },
  { messengerType: 'twitter', state: 'connected', route: /Agent message/ }
]

interface BlockedWay {
  readonly messengerType: string
  readonly state: string
  /** What the panel chooses, where nothing can be sent. */
  readonly best: RegExp
  readonly reason: RegExp
}

const takesNoAgentless = /takes “webmessaging”, “sms”/

const blockedWays: readonly BlockedWay[] = [
  { messengerType: 'facebook', state: 'window-open', best: /Wait for the customer/, reason: takesNoAgentless },
  { messengerType: 'instagram', state: 'window-open', best: /Wait for the customer/, reason: takesNoAgentless },
  { messengerType: 'twitter', state: 'parked', best: /Use another channel/, reason: /The agent has parked the conversation/ },
  { messengerType: 'facebook', state: 'alerting', best: /Use another channel/, reason: /The agent has not accepted yet/ },
  { messengerType: 'apple', state: 'window-open', best: /Wait for the customer/, reason: /is a phone number in E\.164 form/ }
]

describe('every channel, from its row in the tree', () => {
  const workbench = useWorkbench()
  const panel = () => workbench().webview()

  let filter = ''
  /** Leaves the conversations in this state in the tree, one for each channel. */
  const filterBy = async (state: string): Promise<void> => {
    if (filter === state) return
    filter = state
    const { quickInput } = workbench()
    await workbench().runCommand('Genesys Messaging: Filter Conversations…')
    await quickInput.waitFor('Filter conversations')
    await quickInput.fill(`state:${state}`)
    await quickInput.waitFor(/8 of \d+ conversations/)
    await quickInput.accept()
    await workbench()
      .conversations.view.locator('.message')
      .filter({ hasText: `Filtered by state:${state}.` })
      .waitFor()
    // The line says it before the rows are drawn again: those of one state are one group, and below it is “Load Older Conversations…”.
    await workbench().conversations.root.locator('[role="treeitem"][aria-level="2"]').nth(2).waitFor({ state: 'detached' })
  }

  const followUp = async (messengerType: string, state: string): Promise<void> => {
    await workbench().runCommand('View: Close All Editors')
    await filterBy(state)
    const label = new RegExp(`, ${channelLabel(messengerType).replaceAll(/[()]/g, String.raw`\$&`)}`)
    await workbench().conversations.inlineAction(label, 'Follow Up…')
    await panel().getByText(channelLabel(messengerType)).first().waitFor()
  }

  const sendButton = (): Locator => panel().getByRole('button', { name: /^Send to / })

  const chooseTemplate = async (): Promise<void> => {
    await panel().getByRole('button', { name: 'Choose template…' }).click()
    await workbench().quickInput.waitFor('Choose Template')
    await workbench().quickInput.pick('Anything else')
    await panel().getByText('Is there anything else that we can do for you?').first().waitFor()
  }

  /** Sends after the confirmation, and waits until the message is delivered. */
  const sends = async (): Promise<void> => {
    await sendButton().click()
    await workbench().answerDialog('Send')
    await panel()
      .getByRole('region', { name: 'What became of it' })
      .getByText(/^delivered\b/)
      .waitFor()
  }

  const load = async (scenario: string): Promise<void> => {
    await workbench().runCommand('View: Close All Editors')
    await workbench().runCommand('Genesys Messaging: Load Sandbox Scenario…')
    const { quickInput } = workbench()
    await quickInput.waitFor('Load a scenario into the sandbox')
    await quickInput.fill(scenario)
    await quickInput.pick(scenario)
    await workbench().notification(scenario).waitFor()
    await workbench().runCommand('Notifications: Clear All Notifications')
  }

  before('load a conversation for each channel in each state', async () => {
    await workbench().openViewContainer('Genesys Messaging')
    await load('Every channel in every state')
    await workbench().conversations.item('Connected').waitFor()
  })

  for (const { messengerType, state, route } of ways)
    it(`${channelLabel(messengerType)}: a text is delivered`, async () => {
      await followUp(messengerType, state)
      assert.ok(await panel().getByRole('radio', { name: route }).isChecked())
      const text = `Hello from ${channelLabel(messengerType)}.`
      await panel().getByRole('textbox', { name: 'Text' }).fill(text)
      await panel().getByText(`"textBody": "${text}"`).first().waitFor()
      await workbench().screenshot(`channel-${messengerType}`)
      await sends()
      await workbench().screenshot(`channel-${messengerType}-delivered`)
    })

  it('WhatsApp, ended: a template is delivered', async () => {
    await followUp('whatsapp', 'window-open')
    assert.ok(
      await panel()
        .getByRole('radio', { name: /Agentless message, WhatsApp/ })
        .isChecked()
    )
    assert.equal(await sendButton().isDisabled(), true)
    await chooseTemplate()
    await sends()
    await workbench().screenshot('channel-whatsapp-template-delivered')
  })

  for (const { messengerType, state, best, reason } of blockedWays)
    it(`${channelLabel(messengerType)}, ${state}: nothing can be sent, and it says why`, async () => {
      await followUp(messengerType, state)
      assert.ok(await panel().getByRole('radio', { name: best }).isChecked())
      await panel().getByText(reason).first().waitFor()
      assert.equal(await sendButton().count(), 0)
      await panel()
        .getByRole('radio', { name: /Agent message/ })
        .check()
      await panel().getByRole('textbox', { name: 'Text' }).fill('Hello?')
      await panel()
        .getByText(/^Nothing can be sent now\./)
        .waitFor()
      assert.equal(await sendButton().isDisabled(), true)
      await workbench().screenshot(`blocked-${messengerType}-${state}`)
      assert.deepEqual(await violations(workbench().page), [])
    })

  it('WhatsApp, 24 hours after the customer wrote: the agent sends a template, and a text would not be delivered', async () => {
    await filterBy('connected')
    await load('WhatsApp window over')
    await workbench().conversations.inlineAction(/^Amara Diallo,/, 'Follow Up…')
    const kind = panel().getByRole('combobox', { name: 'Send' })
    await kind.waitFor()
    assert.equal(await kind.inputValue(), 'template')
    await kind.selectOption('text')
    await panel().getByRole('textbox', { name: 'Text' }).fill('Hello?')
    await panel()
      .getByText(/24 hours/)
      .last()
      .waitFor()
    assert.equal(await sendButton().isDisabled(), true)
    await workbench().screenshot('blocked-whatsapp-window-over')
    await kind.selectOption('template')
    await chooseTemplate()
    await sends()
  })

  it('SMS, to somebody who wrote STOP: accepted, and then it says why it was not delivered', async () => {
    await load('SMS opted out')
    await workbench().conversations.inlineAction(/^Carla Jensen,/, 'Follow Up…')
    await panel().getByRole('textbox', { name: 'Text' }).fill('Hello Carla.')
    await sendButton().click()
    await workbench().answerDialog('Send')
    await panel()
      .getByRole('region', { name: 'What became of it' })
      .getByText(/^delivery failed\b/)
      .waitFor()
    await panel().getByText('The customer has sent STOP: nothing is delivered to this number any more.').last().waitFor()
    await workbench().screenshot('channel-sms-delivery-failed')
  })
})
