import assert from 'node:assert/strict'
import { hours, minutes } from '../../../../src/model/instant'
import type { SendRecord } from '../../../../src/store/outbox/record'
import { fitOf, type Fit, type Sighting } from '../../../../src/store/outbox/sighting'
import { sentUnknown } from '../../../support/sends'
import { agent, conversation, customer, now, participant, leg } from '../../support/conversation'
import { ids } from '../../support/ids'

const program = participant({ purpose: 'api', legs: [leg()] })

/** A message of a program, in another conversation with the customer, as it would be right. */
const seen = (given: Partial<Sighting> = {}): Sighting => ({
  made: 'message',
  id: 'm-1',
  conversation: conversation([customer(), program], { id: ids.otherConversation }),
  participant: program,
  leg: leg(),
  at: now + 1000,
  foundBy: undefined,
  content: { text: 'Hello', attachments: [] },
  ...given
})

const agentless = (given: Partial<SendRecord> = {}): SendRecord =>
  sentUnknown({ connectionId: 'c-1', id: ids.conversation }, now, {
    trace: { kind: 'agentless', who: { contactId: ids.contact }, said: { kind: 'text', text: 'Hello' }, before: ['m-0'] },
    ...given
  })

const strangers = conversation([customer({}, { externalContactId: ids.nobody }), program], { id: ids.otherConversation })

describe('A program’s message in another conversation', () => {
  const cases: readonly (readonly [string, Fit, SendRecord, Sighting])[] = [
    ['with the same person, in time, fits', 'fits', agentless(), seen()],
    ['that says something else is none', 'none', agentless(), seen({ content: { text: 'Bye', attachments: [] } })],
    ['of somebody else is none', 'none', agentless(), seen({ conversation: strangers })],
    [
      'that analytics found by the person fits',
      'fits',
      agentless(),
      seen({ conversation: strangers, foundBy: { contactId: ids.contact } })
    ],
    ['that was there before is none', 'none', agentless(), seen({ id: 'm-0' })],
    ['that is somewhat too old may be it', 'perhaps', agentless(), seen({ at: now - minutes(5) })],
    ['that is older is none', 'none', agentless(), seen({ at: now - minutes(11) })],
    ['that came much later is it only by a clock that is wrong', 'far', agentless(), seen({ at: now + hours(1) })],
    ['that has no time may be it', 'perhaps', agentless(), seen({ at: undefined })],
    ['on an agent’s communication may be it', 'perhaps', agentless(), seen({ participant: agent() })],
    ['of the customer is none', 'none', agentless(), seen({ participant: customer() })],
    [
      'is known though the clock was set back by an hour while it left',
      'fits',
      agentless({ outcome: { kind: 'unknown', why: 'No answer came.', leftUntil: now - hours(1) } }),
      seen({ at: now - hours(1) })
    ]
  ]
  for (const [name, fit, send, sighting] of cases)
    it(name, () => {
      assert.equal(fitOf(send, sighting), fit)
    })
})
