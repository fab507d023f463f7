import assert from 'node:assert/strict'
import { plan } from '../../../src/followUp/plan'
import { textDraft } from '../../../src/model/draft'
import type { Conversation } from '../../../src/model/conversation'
import { automated, ended, endedConversation, inWrapUp, queued, withAgent } from '../support/conversation'
import { situationOf, windowMs } from '../support/situation'

const draft = textDraft('Hello')

type State = 'connected' | 'alerting' | 'parked' | 'queued' | 'automated' | 'wrapUp' | 'windowOpen' | 'windowOver' | 'unknown'

const inState: Readonly<Record<State, (messengerType: string) => Conversation>> = {
  connected: (messengerType) => withAgent('connected', messengerType),
  alerting: (messengerType) => withAgent('alerting', messengerType),
  parked: (messengerType) => withAgent('parked', messengerType),
  queued,
  automated,
  wrapUp: inWrapUp,
  windowOpen: (messengerType) => endedConversation(messengerType),
  windowOver: (messengerType) => endedConversation(messengerType, ended - windowMs),
  unknown: (messengerType) => withAgent('unrecognised', messengerType)
}

/** `+` will work, `?` cannot tell, `-` will fail; waiting has no sign. */
const sign = { 'will-work': '+', 'cannot-tell': '?', 'will-fail': '-', wait: '' } as const

const routes = (conversation: Conversation): string =>
  plan(situationOf(conversation), draft)
    .map(({ id, verdict }) => `${sign[verdict]}${id}`)
    .join(' ')

type Expected = Readonly<Record<State, string>>

/** Nothing reaches the customer here, so another channel is named. */
const throughAgentOnly = 'otherChannel -agentMessage -agentless -outbound'
const agentlessJoins = '+agentless -agentMessage -outbound'
const afterEnd = '+agentless +outbound wait -agentMessage'

const webMessaging: Expected = {
  connected: '+agentMessage +agentless -outbound',
  alerting: agentlessJoins,
  parked: agentlessJoins,
  queued: agentlessJoins,
  automated: agentlessJoins,
  wrapUp: '+agentless wait -agentMessage -outbound',
  windowOpen: '+agentless wait -agentMessage -outbound',
  windowOver: '+agentless wait -agentMessage -outbound',
  unknown: '?agentMessage ?agentless -outbound'
}

const sms: Expected = {
  ...webMessaging,
  wrapUp: afterEnd,
  windowOpen: afterEnd,
  windowOver: afterEnd,
  unknown: '?agentMessage ?agentless ?outbound'
}

/** Agentless takes a template, which is chosen for the message. */
const whatsApp: Expected = sms

/** Agentless sends an invitation. */
const apple: Expected = webMessaging

/** Neither agentless nor an outbound conversation takes them. */
const facebook: Expected = {
  connected: '+agentMessage -agentless -outbound',
  alerting: throughAgentOnly,
  parked: throughAgentOnly,
  queued: throughAgentOnly,
  automated: throughAgentOnly,
  wrapUp: 'wait otherChannel -agentMessage -agentless -outbound',
  windowOpen: 'wait otherChannel -agentMessage -agentless -outbound',
  windowOver: 'wait otherChannel -agentMessage -agentless -outbound',
  unknown: '?agentMessage -agentless -outbound'
}

/** The documentation names no send for them at all. */
const undocumentedChannel: Expected = { ...facebook, connected: '?agentMessage -agentless -outbound' }

const plans: Readonly<Record<string, Expected>> = {
  webmessaging: webMessaging,
  sms,
  open: sms,
  whatsapp: whatsApp,
  apple,
  facebook,
  instagram: facebook,
  twitter: facebook,
  line: facebook,
  kakao: undocumentedChannel,
  viber: undocumentedChannel
}

const states: readonly State[] = ['connected', 'alerting', 'parked', 'queued', 'automated', 'wrapUp', 'windowOpen', 'windowOver', 'unknown']

describe('the routes to a customer, best first', () => {
  for (const [messengerType, expected] of Object.entries(plans))
    for (const state of states)
      it(`on ${messengerType}, ${state}: ${expected[state]}`, () => {
        assert.equal(routes(inState[state](messengerType)), expected[state])
      })
})
