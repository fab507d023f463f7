import type { Party } from '../../model/conversation'
import type { BarState, MarkKind } from '../../model/timeline'
import type { FindingView, PanelPart, Tone } from '../protocol'

/** The language that our own texts are in, and so that numbers and dates are written in. */
export const language = 'en-GB'

const number = new Intl.NumberFormat(language)

const barState: Readonly<Record<BarState, string>> = {
  alerting: 'alerting',
  connected: 'connected',
  parked: 'parked',
  disconnected: 'disconnected',
  unrecognised: 'in a state that is not known here',
  wrapUp: 'owed'
}

const plural: Readonly<Record<Party, string>> = {
  customer: 'messages from the customer',
  automation: 'automatic messages',
  queue: 'messages from the queue',
  agent: 'messages from the agent',
  other: 'messages'
}

const pending = 'no delivery reported yet'

/** Everything that the panel itself says; all else comes from the extension. */
export const texts = {
  panelTitle: 'Messaging Inspector',
  busy: 'Working',
  conversationId: 'Conversation id',
  channel: 'Channel',
  state: 'State',
  openJson: 'Open JSON',
  refresh: 'Refresh',

  sandboxNamed: (name: string): string => (name.toLowerCase().includes('sandbox') ? name : `Sandbox: ${name}`),
  sandboxMeaning: 'A local organisation: nobody receives what is sent.',
  organisationNamed: (name: string): string => `Live: ${name}`,
  organisationMeaning: 'A real organisation: what is sent reaches a real person.',
  productionNamed: (name: string): string => `Production: ${name}`,
  productionMeaning: 'A production organisation: what is sent reaches a customer. You are asked for its name before anything is sent.',
  notConnected: 'Not connected',

  connectWhy: 'Connect an organisation, or start the sandbox, to see conversations and to send.',
  connect: 'Connect…',
  nothingChosen: 'No conversation is chosen.',
  chooseWhy: 'Choose a conversation to see where it stands and how a message gets into it.',
  chooseMore: 'With the conversation itself, this answer can say more.',
  chooseConversation: 'Choose conversation…',

  headings: {
    explanation: 'What you pasted',
    timeline: 'Where it stands',
    routes: 'Can I send?',
    actions: 'What can I change?',
    message: 'Message',
    request: 'Request',
    sends: 'What became of it'
  } satisfies Record<PanelPart | 'timeline' | 'request', string>,

  tone: { good: 'Good', bad: 'Bad', caution: 'Caution', plain: 'Note' } satisfies Record<Tone, string>,
  severity: { error: 'Error', unknown: 'Not known', warning: 'Warning', info: 'Note' } satisfies Record<FindingView['severity'], string>,

  remedy: 'What to do',
  support: 'Evidence and sources',
  evidence: 'Evidence',
  openFact: 'Show in the conversation’s JSON',
  sources: 'Sources',
  rule: 'Rule',
  openRule: 'Open the rule reference',
  confidence: 'Confidence',
  nearest: 'Nearest real operations',
  details: (count: number): string => (count === 1 ? 'Why: 1 finding' : `Why: ${number.format(count)} findings`),

  notOffered: (count: number): string => (count === 1 ? 'Not possible now: 1 action' : `Not possible now: ${number.format(count)} actions`),
  requestFor: (action: string): string => `Request: ${action}`,
  copyAsCurl: 'Copy as cURL',

  pictureHelp: 'Go through the picture with the arrow keys',
  pictureInWords: 'The picture in words',
  legend: {
    person: 'message from a person',
    machine: 'message from a machine',
    pending,
    failed: 'delivery failed',
    alerting: 'alerting',
    parked: 'parked',
    wrapUp: 'after-conversation work owed',
    unrecognised: 'state not known here',
    window: 'reply window',
    silence: 'time without an event, drawn shorter'
  },
  bar: (lane: string, label: string, from: string, to: string, duration: string): string =>
    `${lane}: ${label}, ${from} to ${to} (${duration})`,
  ongoingBar: (lane: string, label: string, state: BarState, from: string, duration: string): string =>
    `${lane}: ${label}, ${barState[state]} since ${from} (${duration})`,
  mark: (label: string, kind: MarkKind, at: string): string => `${label}${kind === 'pending' ? `, ${pending}` : ''}, ${at}`,
  marks: (party: Party, count: number, kind: MarkKind, from: string, to: string): string =>
    `${number.format(count)} ${kind === 'failed' ? 'failed ' : ''}${plural[party]}${kind === 'pending' ? `, ${pending}` : ''}, ${from} to ${to}`,
  hours: (count: number): string => `${count} h`,
  days: (count: number): string => `${number.format(count)} days`,
  silence: (duration: string, from: string, to: string, isToCome: boolean): string =>
    `${duration} ${isToCome ? 'to come' : 'without an event'}, ${from} to ${to}, drawn shorter`,
  landmarks: {
    start: (at: string): string => `started ${at}`,
    end: (at: string): string => `ended ${at}`,
    now: 'now',
    windowOpen: (at: string): string => `reply window until ${at}`,
    windowOver: (at: string): string => `reply window ended ${at}`
  },

  textLabel: 'Text',
  insertResponse: 'Insert canned response…',
  chooseTemplate: 'Choose template…',
  changeTemplate: 'Choose another template…',
  noTemplate: 'No template is chosen.',
  templateText: 'What it says',
  chooseFile: 'Choose file…',
  changeFile: 'Choose another file…',
  removeFile: 'Remove',
  noFile: 'No file is chosen.',
  cancelUpload: 'Cancel upload',
  checking: (name: string): string => `Checking ${name}`,
  uploading: (name: string): string => `Uploading ${name}`,
  count: (length: number, limit: number): string => `${number.format(length)} of ${number.format(limit)}`,
  tooMany: (excess: number): string => `${number.format(excess)} too many`,
  notKnown: 'Not known',

  formats: 'Formats of the request',
  sentAs: 'Sent as',
  copy: 'Copy',
  copied: 'Copied'
}
