import assert from 'node:assert/strict'
import { diagnose } from '../../../src/diagnosis/diagnose'
import { rules } from '../../../src/diagnosis/rules'
import { attempt } from '../support/attempt'
import { agentless, answering } from '../support/exchange'

interface Row {
  readonly situation: string
  /** The rules that tell it; together they cover the row. */
  readonly rules: readonly [string, ...string[]]
}

/** Every way in which messaging fails that our research of the platform found (its table G), by row. */
const tableG: Readonly<Record<number, Row>> = {
  1: { situation: 'the agent’s send into an ended conversation', rules: ['ended.agentless-capable', 'ended.channel-unknown'] },
  2: { situation: 'the same, on web messaging', rules: ['ended.webmessaging'] },
  3: { situation: 'the same, on Facebook, Instagram, X or LINE', rules: ['ended.no-outbound-channel'] },
  4: { situation: 'an attempt to re-open a conversation', rules: ['reopen.impossible'] },
  5: {
    situation: 'an endpoint that does not exist',
    rules: ['path.invented', 'path.unpublished', 'path.configuration-only', 'body.unknown-fields']
  },
  6: { situation: 'agentless with a user’s token', rules: ['token.user-on-agentless'] },
  7: { situation: 'the agent’s send with a client’s token', rules: ['token.client-on-agent-send'] },
  8: { situation: 'agentless while somebody is in the conversation', rules: ['agentless.active', 'no.agent.active'] },
  9: { situation: 'an outbound conversation inside the reply window', rules: ['outbound.existing'] },
  10: { situation: 'the flag of the other operation', rules: ['flag.swapped'] },
  11: { situation: 'a participant’s or a message’s id for the communication’s', rules: ['comm.wrong-id'] },
  12: { situation: 'an agent who has not accepted', rules: ['leg.alerting'] },
  13: { situation: 'a parked communication', rules: ['leg.parked'] },
  14: { situation: '400 “not.found”: a stale id', rules: ['send.message-not-found'] },
  15: { situation: 'a text that is too long', rules: ['text.too-long', 'text.webmessaging'] },
  16: { situation: 'an empty text', rules: ['text.empty', 'text.webmessaging'] },
  17: { situation: 'text, media and template in one request', rules: ['body.multiple'] },
  18: { situation: 'web messaging with a “toAddress”', rules: ['webmessaging.toaddress'] },
  19: { situation: 'a “fromAddress” that is no active deployment', rules: ['webmessaging.deployment'] },
  20: { situation: 'an external contact that is missing, merged or expired', rules: ['webmessaging.contact-missing', 'contact.stale'] },
  21: { situation: 'a WhatsApp address with “+”', rules: ['address.whatsapp'] },
  22: { situation: 'an SMS address that is not E.164', rules: ['address.sms'] },
  23: { situation: 'an SMS from a number that is not provisioned', rules: ['sms.from-number'] },
  24: { situation: 'WhatsApp without a template', rules: ['whatsapp.window', 'whatsapp.template'] },
  25: { situation: 'Meta’s codes in a delivery', rules: ['whatsapp.provider'] },
  26: { situation: 'an SMS opt-out', rules: ['sms.optout'] },
  27: { situation: 'the sixth reply on X, seven days on Facebook', rules: ['twitter.five', 'facebook.window'] },
  28: { situation: 'a web message that is not delivered', rules: ['webmessaging.undelivered'] },
  29: { situation: 'an open messaging webhook that does not answer', rules: ['open.webhook'] },
  30: { situation: 'media on agentless', rules: ['open.agentless-media'] },
  31: { situation: 'media that are too large', rules: ['media.too-large'] },
  32: { situation: 'a conversation with as many messages as it may have', rules: ['conversation.message-limit'] },
  33: { situation: 'an organisation whose outbound messages are used up', rules: ['org.outbound-limit'] },
  34: { situation: '409 “request.conflict”', rules: ['conflict.generic'] },
  35: { situation: '409 in the words of the thread', rules: ['conflict.seed-text'] },
  36: { situation: 'a guest’s session that is read-only', rules: ['guest.readonly'] },
  37: { situation: 'a guest’s session that has expired, or is unknown', rules: ['guest.session-expired'] },
  38: { situation: 'a guest who sends too fast', rules: ['guest.rate'] },
  39: { situation: 'a queue without an outbound address', rules: ['queue.address'] },
  40: { situation: 'a user who is not in the queue', rules: ['queue.membership'] },
  41: { situation: '401: no token, a wrong one, or an expired one', rules: ['auth.401'] },
  42: { situation: '401: an address that is not allowed', rules: ['auth.ip'] },
  43: { situation: '403: a permission', rules: ['auth.permission'] },
  44: { situation: '403: a division', rules: ['auth.division'] },
  45: { situation: '403: a scope', rules: ['auth.scope'] },
  46: { situation: '404: a path or an id', rules: ['notfound.generic'] },
  47: { situation: '404: a conversation', rules: ['notfound.conversation'] },
  48: { situation: '413 and 415', rules: ['size.413', 'type.415'] },
  49: { situation: '429', rules: ['rate.429'] },
  50: { situation: 'a 5xx, or a timeout', rules: ['unknown-outcome'] },
  51: { situation: '202 without a body', rules: ['accepted.202'] },
  52: { situation: 'internal channels', rules: ['internal.not-guest'] },
  53: { situation: 'a structured response on the path for messages', rules: ['open.structured-path'] },
  54: { situation: 'an inbound message without a time', rules: ['open.channel-date'] },
  55: { situation: 'a webhook that waits for a disconnect', rules: ['open.no-disconnect-event'] },
  56: { situation: 'an agentless message with a time of its own', rules: ['agentless.no-time'] },
  57: { situation: 'a conversation that is to be ended', rules: ['disconnect.how'] },
  58: { situation: 'a transfer of a communication that is not connected', rules: ['transfer.not-connected'] },
  59: { situation: 'an SDK that is too old', rules: ['sdk.outdated'] },
  60: { situation: 'a data action, which shows neither 200 nor 202', rules: ['accepted.202'] },
  61: { situation: 'an Apple invitation whose asset is wrong', rules: ['apple.invitation'] },
  62: { situation: 'a conversation that an inactivity timer ended', rules: ['ended.inactivity'] }
}

const lastRow = 62

describe('every known way in which messaging fails', () => {
  const ids = new Set(rules.map(({ id }) => id))

  it('stands in the table, row by row', () => {
    assert.deepEqual(
      Object.keys(tableG).map(Number),
      Array.from({ length: lastRow }, (_, index) => index + 1)
    )
  })

  for (const [row, { situation, rules: covering }] of Object.entries(tableG))
    it(`${row}: ${situation}`, () => {
      for (const id of covering) assert.ok(ids.has(id), `${id} is a rule`)
    })

  it('is told in words where no request shows it: what a data action hides', () => {
    const { findings } = diagnose(attempt({ request: agentless(), response: answering(200, {}) }))
    assert.match(
      findings.find(({ rule }) => rule === 'accepted.202')?.remedy ?? '',
      /A data action does not even show whether .* 200 or 202/
    )
  })
})
