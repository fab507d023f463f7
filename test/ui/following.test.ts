import assert from 'node:assert/strict'
import type { Locator } from 'playwright-core'
import { text } from '../sandbox/support/guest'
import { idOf, leg, participant } from '../sandbox/support/legs'
import { useOrganisation } from './support/useOrganisation'
import { useWorkbench } from './support/useWorkbench'

const command = (title: string): string => `Genesys Messaging: ${title}`

/** What happens in the organisation stands in the view within this. */
const mostMs = 1_000

describe('the tree follows what happens in the organisation', () => {
  const organisation = useOrganisation('connected-web')
  const workbench = useWorkbench(() => ({ settings: organisation().settings }))

  const row = (): Locator => workbench().conversations.item(/^Priya Raman,/)
  const spoken = async (line: Locator): Promise<string> => (await line.getAttribute('aria-label')) ?? ''

  /** Does something in the organisation, and measures how long after its answer the view has what is expected of it. */
  const followed = async (act: () => Promise<unknown>, expected: Locator): Promise<number> => {
    await act()
    const answered = performance.now()
    await expected.waitFor()
    return performance.now() - answered
  }

  const id = (name: string): string => organisation().id(name)
  const read = (name: string) => organisation().read(name)

  it('is live once a user is connected', async () => {
    await workbench().openViewContainer('Genesys Messaging')
    await workbench().runCommand(command('Connect…'))
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
    await conversations.item(/^Connected, \d+ conversations/).waitFor()
  })

  it('shows the communications of a conversation, and what was said', async () => {
    await workbench().conversations.expand(/^Priya Raman,/)
    await workbench()
      .conversations.item(/^Agent Nora Lind, connected since/)
      .first()
      .waitFor()
    await workbench()
      .conversations.item(/^from the customer, .*“/)
      .first()
      .waitFor()
    await row().click()
    await row().click()
    await workbench().conversations.expand(/^Priya Raman,/)
    await workbench().screenshot('following-1-before')
  })

  it('shows within a second that the customer wrote, and what', async () => {
    const took = await followed(
      () => organisation().guest.ask('onMessage', text('Are you still there?')),
      workbench().conversations.item(/^from the customer, .*“Are you still there\?”/)
    )
    assert.match(await spoken(row()), /customer wrote \d\d:\d\d/)
    await workbench().screenshot('following-2-customer-wrote')
    assert.ok(took < mostMs, `it took ${Math.round(took)} ms`)
  })

  it('shows within a second that the agent answered, and then that it was delivered', async () => {
    const legId = idOf(leg(await read('connected-web'), 'agent'))
    const { conversations } = workbench()
    const took = await followed(
      () =>
        organisation().agent.conversations.postConversationsMessageCommunicationMessages(id('connected-web'), legId, {
          textBody: 'Yes, I am.'
        }),
      conversations.item(/^to the customer, .*“Yes, I am\.”, Nora Lind/)
    )
    assert.match(await spoken(row()), /agent wrote \d\d:\d\d/)
    await conversations.item(/^to the customer, .*“Yes, I am\.”, Nora Lind, delivered/).waitFor()
    await workbench().screenshot('following-3-agent-answered')
    assert.ok(took < mostMs, `it took ${Math.round(took)} ms`)
  })

  it('shows within a second that the conversation has ended, where it stands now, in its communications too', async () => {
    const agentId = idOf(participant(await read('connected-web'), 'agent'))
    const leave = () =>
      organisation().agent.conversations.patchConversationsMessageParticipant(id('connected-web'), agentId, {
        body: { state: 'disconnected' }
      })
    const took = await followed(leave, workbench().conversations.item(/^Priya Raman, Ended, reply window open, \d+ h left to reply/))
    await workbench()
      .conversations.item(/^Agent Nora Lind, disconnected \d\d:\d\d/)
      .waitFor()
    await workbench().screenshot('following-4-ended')
    assert.ok(took < mostMs, `it took ${Math.round(took)} ms`)
  })

  it('says within a second on the badge that one less waits for an agent', async () => {
    const badge = (waiting: number) =>
      workbench()
        .page.locator('.activitybar')
        .getByRole('tab', { name: `${waiting} conversations wait for an agent` })
    const alerted = idOf(participant(await read('alerting-web'), 'agent'))
    await badge(4).waitFor()
    const accept = () =>
      organisation().agent.conversations.patchConversationsMessageParticipant(id('alerting-web'), alerted, { body: { state: 'connected' } })
    const took = await followed(accept, badge(3))
    assert.ok(took < mostMs, `it took ${Math.round(took)} ms`)
  })

  it('has kept the row unfolded, selected and in focus all the time', async () => {
    assert.equal(await row().getAttribute('aria-expanded'), 'true')
    assert.equal(await row().getAttribute('aria-selected'), 'true')
    const focused = await workbench().conversations.root.getAttribute('aria-activedescendant')
    assert.equal(await row().getAttribute('id'), focused)
  })
})
