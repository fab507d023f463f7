import type {
  ActionView,
  ContentView,
  ConversationView,
  FieldView,
  FindingView,
  MessageView,
  PanelView,
  RequestView,
  RoutesView,
  SendView,
  Tone
} from '../../../src/webview/protocol'
import { hours, minutes } from '../../../src/model/instant'

/** A stranger’s text: everywhere it must stand as it was written. */
export const strangeText = '<b>"Zoë"</b> &amp; **שלום** 👩‍💻 ' + 'Donaudampfschifffahrtsgesellschaft'.repeat(3)

const now = Date.UTC(2026, 10, 24, 14)
const at = (ago: number): number => now - minutes(ago)
const states = ['connected', 'alerting', 'parked', 'disconnected', 'unrecognised'] as const

const conversation = (text: string, tone: Tone, given: Partial<ConversationView['timeline']> = {}): ConversationView => ({
  title: 'Jamie Rivera',
  connectionId: 'sandbox',
  id: '7eea91f0-24a5-46cb-93ef-62271a05a31d',
  channel: 'web messaging',
  state: { text, tone },
  details: ['Web support', 'read live at 2026-11-24T14:00:00Z'],
  timelineText: 'The customer: connected since 2026-11-24T13:00:00Z. Agent Nora Lind: connected since 2026-11-24T13:05:00Z.',
  timeline: {
    from: at(60),
    now,
    endedAt: undefined,
    windowUntil: undefined,
    lanes: [
      {
        party: 'customer',
        label: 'Customer',
        bars: [{ from: at(60), to: now, state: 'connected', label: 'Jamie Rivera', ongoing: true }],
        marks: [{ at: at(58), kind: 'plain', label: 'Message from Jamie Rivera: received' }]
      },
      {
        party: 'agent',
        label: 'Nora Lind',
        bars: states.map((state, index) => ({
          from: at(50 - index * 10),
          to: at(40 - index * 10),
          state,
          label: 'Nora Lind',
          ongoing: index === states.length - 1
        })),
        marks: [
          { at: at(45), kind: 'plain', label: 'Message from Nora Lind: delivery-success' },
          { at: at(30), kind: 'failed', label: 'Message from Nora Lind: delivery-failed' },
          { at: at(1), kind: 'pending', label: 'Message from Nora Lind: sent' }
        ]
      }
    ],
    ...given
  }
})

const finding = (severity: FindingView['severity']): FindingView => ({
  rule: `ended.${severity}`,
  severity,
  title: 'The web messaging conversation has ended',
  cause: 'No communication is connected any more, and a message can only be sent on a connected one.',
  remedy: 'Send POST /api/v2/conversations/messages/{conversationId}/communications/{communicationId}/messages while an agent is.',
  confidence: 'documented',
  evidence: [
    {
      text: 'Agent Nora Lind: disconnected at 2026-11-24T13:59:00Z. (GET /api/v2/conversations/{conversationId})',
      at: { id: 'a', field: 'state' }
    },
    { text: 'The request is POST /api/v2/conversations/messages/agentless.' }
  ],
  sources: [{ label: 'A page of the developer centre', url: 'https://developer.genesys.cloud/' }, { label: 'The published OpenAPI' }]
})
const findings = (['error', 'unknown', 'warning', 'info'] as const).map(finding)

const routes: RoutesView = {
  chosen: 'agentless',
  list: (
    [
      ['agentless', 'Agentless message, web messaging', 'will work', 'good'],
      ['agentMessage', 'Agent message', 'will fail', 'bad'],
      ['outbound', 'New outbound conversation', 'cannot tell', 'caution'],
      ['wait', 'Wait for the customer', 'wait', 'plain']
    ] as const
  ).map(([id, title, text, tone]) => ({
    id,
    title,
    operation: 'POST …/communications/{communicationId}/messages',
    verdict: { text, tone },
    reason: 'Sent from the deployment “Shop” to the guest’s external contact until 2026-11-27T10:33:00Z.',
    confidence: 'documented',
    findings
  }))
}

const text: ContentView = { kind: 'text', text: 'Hi Jamie, your refund is on its way.', limit: 3999 }

const kinds = (value: string): FieldView => ({
  id: 'kind',
  label: 'Send',
  value,
  readOnly: false,
  options: [
    { value: 'text', label: 'a text' },
    { value: 'template', label: 'a template' },
    { value: 'media', label: 'a file' }
  ]
})

const message = (given: Partial<MessageView> = {}): MessageView => ({
  kinds: kinds('text'),
  content: text,
  fields: [
    {
      id: 'deployment',
      label: 'From',
      value: 'shop',
      readOnly: false,
      options: [
        { value: 'shop', label: 'Deployment: Shop' },
        { value: 'old', label: `Deployment: ${strangeText} (inactive)` }
      ]
    },
    { id: 'to', label: 'To', value: 'External contact: Jamie Rivera', readOnly: true },
    { id: 'address', label: 'Address', value: '+41790000001', readOnly: false, hint: 'A number in the form of E.164.' },
    { id: 'credential', label: 'Sent as', value: '', readOnly: true, hint: 'Connect a client.' }
  ],
  send: { label: 'Send to Jamie Rivera on Sandbox…', enabled: true },
  ...given
})

const request: RequestView = {
  formats: ['HTTP', 'cURL', 'PowerShell', 'JavaScript', 'Python', 'Java', 'C#', 'Go'].map((label) => ({ id: label.toLowerCase(), label })),
  shown: 'http',
  text: `POST /api/v2/conversations/messages/agentless HTTP/1.1\nAuthorization: Bearer <client token>\n\n{ "textBody": ${JSON.stringify(strangeText)} }`,
  sentAs: 'Client credential: Notifier'
}

const connected: PanelView = {
  connection: { name: 'Sandbox', mark: 'sandbox' },
  busy: false,
  conversation: conversation('Connected with Nora Lind', 'good'),
  routes,
  message: message(),
  request,
  sends: []
}

/** Three talks in eight weeks, with everything that a picture can show. */
const eightWeeks = (): ConversationView => {
  const day = 24 * 60
  const [first, second, third] = [at(56 * day), at(30 * day), at(9 * day)]
  const ofNora = { label: 'Nora Lind', ongoing: false } as const
  return conversation('Ended · reply window over', 'plain', {
    from: first,
    endedAt: third + minutes(40),
    windowUntil: third + minutes(40) + hours(72),
    lanes: [
      {
        party: 'customer',
        label: 'Customer',
        bars: [{ from: first, to: third + minutes(40), state: 'disconnected', label: 'Jamie Rivera', ongoing: false }],
        marks: [2, 25, 50].map((after) => ({
          at: first + minutes(after),
          kind: 'plain' as const,
          label: 'Message from Jamie Rivera: received'
        }))
      },
      {
        party: 'automation',
        label: 'Bot or API',
        bars: [{ from: first, to: first + minutes(12), state: 'disconnected', label: 'Welcome flow', ongoing: false }],
        marks: [{ at: first + minutes(3), kind: 'plain', label: 'Message from Welcome flow: delivery-success' }]
      },
      {
        party: 'agent',
        label: 'Nora Lind',
        bars: [
          { from: first + minutes(12), to: first + minutes(18), state: 'alerting', ...ofNora },
          { from: first + minutes(18), to: first + minutes(60), state: 'disconnected', ...ofNora },
          { from: second, to: second + minutes(15), state: 'connected', ...ofNora },
          { from: third, to: third + minutes(20), state: 'parked', ...ofNora },
          { from: third + minutes(40), to: now, state: 'wrapUp', ...ofNora, ongoing: true }
        ],
        marks: [
          { at: first + minutes(30), kind: 'plain', label: 'Message from Nora Lind: delivery-success' },
          { at: second + minutes(5), kind: 'failed', label: 'Message from Nora Lind: delivery-failed' },
          { at: third + minutes(10), kind: 'pending', label: 'Message from Nora Lind: sent' }
        ]
      }
    ]
  })
}

const endedAt = at(20)
const ended = (windowUntil: number, text: string): PanelView => ({
  ...connected,
  conversation: conversation(text, 'caution', { endedAt, windowUntil })
})

const steps = (...labels: readonly (readonly [string, Tone])[]) =>
  labels.map(([label, tone], index) => ({ label, tone, at: at(10 - index) }))

const look = { id: 'lookAgain', label: 'Look Again' } as const
const again = { id: 'sendAgain', label: 'Send Again…' } as const
const forget = { id: 'forget', label: 'Forget' } as const

const sent = (id: string, given: Partial<SendView>): SendView => ({
  id,
  at: at(10),
  text: 'Hello',
  steps: [],
  findings: [],
  actions: [],
  ...given
})

const action = (id: string, given: Partial<ActionView>): ActionView => ({
  id,
  title: 'Accept the alerting conversation',
  operation: 'PATCH …/participants/{participantId}',
  verdict: { text: 'will work', tone: 'good' },
  reason: 'Agent Nora Lind is alerted since 2026-11-24T13:58:00Z.',
  effect: 'The customer is connected with Nora Lind.',
  opens: 'Then: Agent message will work.',
  confidence: 'documented',
  findings,
  request: { text: 'PATCH /api/v2/conversations/messages/… HTTP/1.1\n\n{ "state": "connected" }', sentAs: 'User credential: Nora Lind' },
  ...given
})

/** Every state that the panel can be in, by a name. */
export const panelStates: Readonly<Record<string, PanelView>> = {
  'nothing chosen': { connection: { name: 'Acme', mark: 'organisation' }, busy: false, sends: [] },
  'nothing connected': { notConnected: 'No organisation is connected.', busy: false, sends: [] },
  busy: { ...connected, busy: true },
  'an explanation alone': {
    notConnected: 'No organisation is connected.',
    busy: false,
    explanation: {
      title: 'POST /api/v2/conversations/messaging/messages → 409',
      verdict: { text: 'It failed.', tone: 'bad' },
      findings,
      nearest: [{ operation: 'POST /api/v2/conversations/messages/agentless', why: 'Sends when nobody is connected.' }],
      offersConversationChoice: true
    },
    sends: []
  },
  connected,
  'reply window open': ended(at(20) + hours(72), 'Ended · reply window open, 71 h left'),
  'reply window over': ended(at(5), 'Ended · reply window over'),
  'eight weeks': { ...connected, conversation: eightWeeks() },
  'a stranger’s words': {
    ...connected,
    conversation: { ...conversation(strangeText, 'plain'), title: strangeText },
    message: message({ content: { kind: 'text', text: strangeText, limit: 3999 } })
  },
  'a mistake in the text': {
    ...connected,
    connection: { name: 'Acme Retail', mark: 'production' },
    notice: { tone: 'bad', text: 'The conversation could not be read.' },
    message: message({
      content: {
        kind: 'text',
        text: 'Hi Jamie, your refund is on its way.',
        limit: 10,
        problem: 'The text is longer than the channel takes.'
      },
      send: { label: 'Send…', enabled: false, why: 'The text is longer than the channel takes.' }
    })
  },
  'what became of sends': {
    ...connected,
    notice: { tone: 'caution', text: 'Nothing was sent. The conversation has changed.' },
    sends: [
      sent('1', { steps: steps(['accepted', 'good'], ['queued', 'good'], ['delivered', 'good']), actions: [forget] }),
      sent('2', {
        text: strangeText,
        steps: steps(['refused', 'bad']),
        outcome: 'The platform refused it.',
        findings,
        actions: [again, forget]
      }),
      sent('3', { steps: steps(['outcome unknown', 'caution']), outcome: 'It is not known whether it arrived.', actions: [look] }),
      sent('4', { steps: steps(['did not arrive', 'bad']), outcome: 'It was looked for until 14:02.', actions: [again, forget] }),
      sent('5', { steps: steps(['sending', 'plain']) })
    ]
  },
  'what can be changed': {
    ...connected,
    actions: {
      list: [
        action('accept', { act: { label: 'Accept the Conversation…', enabled: true, prominent: true } }),
        action('leave', { act: { label: 'Leave It…', enabled: false, prominent: false } }),
        action('assign', { verdict: { text: 'will fail', tone: 'bad' } })
      ],
      outcome: { title: 'Accept', text: 'The platform refused it. 403 “missing.permissions”.', tone: 'bad', findings }
    }
  },
  'nothing can be changed': {
    ...connected,
    actions: { list: [], impossible: 'No documented operation opens a conversation again that has ended.' }
  },
  'no template yet': {
    ...connected,
    message: message({
      kinds: kinds('template'),
      content: { kind: 'template', parameters: [], problem: 'Choose a template.', hint: 'WhatsApp takes a template alone after 24 hours.' }
    })
  },
  'a template': {
    ...connected,
    message: message({
      kinds: kinds('template'),
      content: {
        kind: 'template',
        template: {
          name: 'Refund',
          parts: [
            { label: 'Header', text: 'Refund' },
            { label: 'Body', text: strangeText },
            { label: 'Button 1', text: 'https://shop.example/refunds/SB-20401' }
          ]
        },
        parameters: [
          { id: 'parameter-name', label: 'name', value: 'Jamie', readOnly: false },
          {
            id: 'parameter-order',
            label: 'order',
            value: '',
            readOnly: false,
            problem: 'The template needs it.',
            caution: 'It has no default.'
          }
        ]
      }
    })
  },
  'no file yet': {
    ...connected,
    message: message({ kinds: kinds('media'), content: { kind: 'media', hint: 'One file for each message, without a text.' } })
  },
  'a file on its way': {
    ...connected,
    message: message({ kinds: kinds('media'), content: { kind: 'media', upload: { name: `${strangeText}.png`, percent: 40 } } })
  },
  'a file': {
    ...connected,
    message: message({
      kinds: kinds('media'),
      content: { kind: 'media', file: { name: `${strangeText}.png`, size: '1.2 MB' }, caution: 'Its type could not be checked.' }
    })
  },
  'a conversation to open': {
    ...connected,
    message: message({ content: { kind: 'none', hint: 'This opens a conversation, and sends no message yet.' } })
  }
}
