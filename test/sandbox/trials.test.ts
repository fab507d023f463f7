// That a scenario shows its situation at once, and that what comes of it is explained as what it is.
import assert from 'node:assert/strict'
import { attemptOf } from '../../src/diagnosis/attempt'
import { diagnose } from '../../src/diagnosis/diagnose'
import { readPaste } from '../../src/exchange/read'
import { nothingKnown } from '../../src/model/situation'
import { scenarios, startSandbox, type Sandbox } from '../../src/sandbox'

/** What a developer sees of each trial: status and code, and the rule that explains it. */
const expected: Readonly<Record<string, readonly [status: number, code: string, rule: string]>> = {
  '409-after-the-customer-left': [409, 'request.conflict', 'conflict.generic'],
  'agent-still-alerting': [409, 'request.conflict', 'conflict.generic'],
  'parked-conversation': [409, 'request.conflict', 'conflict.generic'],
  'bot-holds-the-conversation': [400, 'active.conversation', 'agentless.active'],
  'waiting-in-queue': [400, 'active.conversation', 'agentless.active'],
  'manual-assignment-off': [400, 'feature.not.enabled', 'assign.not-enabled'],
  'whatsapp-window-over': [400, 'constraint.validation', 'whatsapp.template'],
  'contact-merged': [400, 'invalid.value', 'validation'],
  'deployment-inactive': [400, 'invalid.value', 'validation'],
  'user-token-on-agentless': [400, 'not.a.client', 'token.user-on-agentless'],
  'missing-permission': [403, 'missing.permissions', 'auth.permission'],
  'rate-limited': [429, 'too.many.requests', 'rate.429'],
  'outbound-limit-reached': [409, 'organization.outbound.usage.limit.exceeded', 'org.outbound-limit']
}

describe('Trying a scenario', () => {
  let sandbox: Sandbox
  before(async () => {
    sandbox = await startSandbox()
  })
  after(() => sandbox.stop())

  const attempt = async (scenario: string) => {
    sandbox.loadScenario(scenario)
    const text = await sandbox.tryScenario()
    assert.ok(text, 'there is something to try')
    const reading = readPaste(text)
    assert.ok(reading.kind === 'exchanges', text)
    const { userToken, clientSecret, controlToken } = sandbox.address
    for (const secret of [userToken, clientSecret, controlToken, ...Object.values(sandbox.guestTokens())]) assert.ok(!text.includes(secret))
    return { text, exchanges: reading.exchanges }
  }

  for (const [scenario, [status, code, rule]] of Object.entries(expected))
    it(`${scenario}: ${status} ${code}`, async () => {
      const { text, exchanges } = await attempt(scenario)
      const [exchange, ...others] = exchanges
      assert.ok(exchange?.request, text)
      assert.deepEqual([exchange.response?.status, exchange.response?.error?.code, others.length], [status, code, 0], text)
      const { verdict, findings } = diagnose(attemptOf(nothingKnown(0, 'Nobody was asked.'), exchange))
      assert.equal(verdict, 'failed')
      assert.ok(
        findings.some((finding) => finding.rule === rule),
        findings.map((finding) => finding.rule).join(', ')
      )
    })

  it('guest-read-only: the guest’s 409 on the websocket', async () => {
    const { text, exchanges } = await attempt('guest-read-only')
    assert.match(text, /"code":409/)
    const rules = exchanges.flatMap((exchange) =>
      diagnose(attemptOf(nothingKnown(0, 'Nobody was asked.'), exchange)).findings.map((finding) => finding.rule)
    )
    assert.ok(rules.includes('guest.readonly'), `${text}\n${rules.join(', ')}`)
  })

  it('is offered for these, and for no other', () => {
    const offered = scenarios.filter(({ canBeTried }) => canBeTried).map(({ name }) => name)
    assert.deepEqual(offered.toSorted(), [...Object.keys(expected), 'guest-read-only'].toSorted())
  })

  it('does nothing in a scenario that has nothing to try at once', async () => {
    sandbox.loadScenario('default')
    assert.equal(await sandbox.tryScenario(), undefined)
  })
})
