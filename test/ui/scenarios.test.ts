import assert from 'node:assert/strict'
import { violations } from './support/accessibility'
import { useWorkbench } from './support/useWorkbench'

/** A scenario as a newcomer chooses it, and what the explanation then says. */
const stories = [
  {
    title: '409 after the customer left',
    says: ['409 request.conflict', 'No communication is connected.'],
    picture: 'scenario-409'
  },
  { title: 'Guest in a read-only session', says: ['string 409', 'The guest’s session is read-only'], picture: 'scenario-guest-read-only' },
  { title: 'Rate limited', says: ['429 too.many.requests', 'Too many requests'], picture: 'scenario-429' }
] as const

describe('a newcomer reproduces, from the Command Palette alone', () => {
  const workbench = useWorkbench()

  for (const { title, says, picture } of stories)
    it(title, async () => {
      const begun = Date.now()
      await workbench().runCommand('Genesys Messaging: Load Sandbox Scenario…')
      await workbench().quickInput.waitFor('Load a scenario into the sandbox')
      await workbench().quickInput.fill(title)
      await workbench().quickInput.pick(title)
      await workbench().notification(title).getByRole('button', { name: 'Try It' }).click()
      for (const words of says) await workbench().webview().getByText(words).first().waitFor()
      assert.ok(Date.now() - begun < 60_000, 'in less than a minute')
      await workbench().screenshot(picture)
      assert.deepEqual(await violations(workbench().page), [])
      await workbench().runCommand('View: Close All Editors')
    })
})
