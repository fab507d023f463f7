import assert from 'node:assert/strict'
import { rules } from '../../../src/diagnosis/rules'

/** The ids under which our research of the platform (its rules.json) lists the failures. Scripts and suppressions name rules by them. */
const researched = [
  'ended.agentless-capable',
  'ended.webmessaging',
  'ended.no-outbound-channel',
  'reopen.impossible',
  'path.invented',
  'token.user-on-agentless',
  'token.client-on-agent-send',
  'token.client-on-user-op',
  'agentless.active',
  'outbound.existing',
  'flag.swapped',
  'comm.wrong-id',
  'leg.alerting',
  'leg.parked',
  'no.agent.active',
  'send.message-not-found',
  'text.too-long',
  'text.webmessaging',
  'body.multiple',
  'webmessaging.toaddress',
  'webmessaging.deployment',
  'contact.stale',
  'address.whatsapp',
  'address.sms',
  'whatsapp.window',
  'facebook.window',
  'twitter.five',
  'sms.optout',
  'webmessaging.undelivered',
  'open.webhook',
  'open.agentless-media',
  'media.too-large',
  'conversation.message-limit',
  'org.outbound-limit',
  'conflict.generic',
  'conflict.seed-text',
  'guest.readonly',
  'guest.session-expired',
  'guest.rate',
  'queue.address',
  'queue.membership',
  'apple.invitation',
  'open.channel-date',
  'open.structured-path',
  'auth.401',
  'auth.ip',
  'auth.permission',
  'auth.division',
  'auth.scope',
  'auth.policy',
  'notfound.conversation',
  'notfound.generic',
  'validation',
  'size.413',
  'type.415',
  'rate.429',
  'unknown-outcome',
  'accepted.202',
  'internal.not-guest',
  'transfer.not-connected',
  'patch.comm-state',
  'participant.no-active',
  'parking.disconnected',
  'not-active-participant',
  'sdk.outdated'
] as const

describe('the ids of the research', () => {
  const ids = new Set(rules.map(({ id }) => id))
  for (const id of researched)
    it(`has the rule ${id}`, () => {
      assert.ok(ids.has(id))
    })

  it('are each listed once', () => {
    assert.equal(new Set(researched).size, researched.length)
  })
})
