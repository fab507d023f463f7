import fc from 'fast-check'
import assert from 'node:assert/strict'
import { diagnosisDocument, ticketDocument, transcriptDocument } from '../../../src/editor/documents/markdown/documents'
import { messagesOf } from '../../../src/editor/documents/markdown/messages'
import { nothingMasked } from '../../../src/editor/documents/markdown/personal'
import type { Written, WrittenMessage } from '../../../src/editor/documents/markdown/written'
import { plan } from '../../../src/followUp/plan'
import { textDraft } from '../../../src/model/draft'
import type { Conversation } from '../../../src/model/conversation'
import { known } from '../../../src/model/fact'
import type { MessageContent } from '../../../src/model/messageContent'
import { agent, conversation, customer, inState, message, minutesAgo, queue } from '../support/conversation'
import { ids, uuid } from '../support/ids'
import { nora, situationOf } from '../support/situation'

const source = 'GET /api/v2/conversations/{conversationId}'

const writtenOf = (value: Conversation, userName = nora.name): Written => {
  const situation = situationOf(value, { credentials: known([{ ...nora, name: userName }], { source: 'this connection' }) })
  return {
    situation,
    conversation: known(value, { source }),
    state: 'Connected · Nora Lind',
    connection: 'Shop',
    routes: plan(situation, textDraft('<text>'))
  }
}

const question = uuid(101)
const answerId = uuid(102)
const picture = uuid(103)

const story = conversation([
  customer({
    messengerType: 'sms',
    fromAddress: '+41790000001',
    toAddress: '+41440000002',
    messages: [
      message({ id: question, status: 'received', at: minutesAgo(39) }),
      message({ id: picture, status: 'received', at: minutesAgo(35) })
    ]
  }),
  queue(inState('disconnected')),
  agent({
    messengerType: 'sms',
    messages: [
      message({
        id: answerId,
        status: 'delivery-failed',
        at: minutesAgo(36),
        error: { code: 'RecipientOptedOut', text: '+41790000001 said no' }
      })
    ]
  })
])

const contents = new Map<string, MessageContent>([
  [question, { text: 'Where is *my* order?\n# 4711 <b>', attachments: [] }],
  [answerId, { text: 'On its way, Ada.', attachments: [] }],
  [picture, { text: undefined, attachments: ['door.png'] }]
])

const messages = (value: Conversation = story, said: ReadonlyMap<string, MessageContent> = contents): readonly WrittenMessage[] =>
  messagesOf(value, said)

describe('A transcript', () => {
  it('says who wrote what, when, in the order in which it was sent', () => {
    const text = transcriptDocument(writtenOf(story), messages())
    assert.deepEqual(
      text.split('\n').filter((line) => line.startsWith('#')),
      ['# Transcript: Ada Berg', '## 2026-11-24', '### 13:26:00 Ada Berg', '### 13:29:00 Nora Lind', '### 13:30:00 Ada Berg']
    )
    assert.match(text, /> On its way, Ada\.\n/)
    assert.match(text, /Attached: door\.png/)
  })

  it('says what became of each message, and why a delivery failed', () => {
    assert.match(
      transcriptDocument(writtenOf(story), messages()),
      new RegExp(`delivery-failed: RecipientOptedOut, .*0001 said no · \`${answerId}\``)
    )
  })

  it('shows what somebody wrote as they wrote it: nothing in it is Markdown or HTML', () => {
    const text = transcriptDocument(writtenOf(story), messages())
    assert.match(text, /> Where is \\\*my\\\* order\?/)
    assert.match(text, /> \\# 4711 \\<b>/)
    assert.match(
      transcriptDocument(writtenOf(story), messages(story, new Map([[question, { text: '- one\n2. two', attachments: [] }]]))),
      /> \\- one {2}\n> 2\\\. two\n/
    )
  })

  it('says of a message that could not be read that it was not, and keeps it', () => {
    const text = transcriptDocument(writtenOf(story), messages(story, new Map()))
    assert.equal(text.match(/The text was not read\./g)?.length, 3)
    assert.match(text, new RegExp(question))
  })

  it('says so when there are no messages', () => {
    assert.match(transcriptDocument(writtenOf(conversation([customer()])), []), /The record has no messages\./)
  })
})

describe('A diagnosis as a document', () => {
  const text = diagnosisDocument(writtenOf(story))

  it('has the state, the communications and every route with its verdict', () => {
    assert.match(text, /\*\*State:\*\* Connected/)
    assert.match(text, new RegExp(`Agent Nora Lind: connected since .* Communication \`${ids.agentLeg}\``))
    assert.match(text, /### Agent message: /)
    assert.match(text, /### Agentless message, SMS: will fail/)
  })

  it('gives the evidence, the source and the confidence of each finding', () => {
    assert.match(text, /- Evidence: .* \(`GET \/api\/v2\/conversations\/\{conversationId\}`\)/)
    assert.match(text, /- Source: \[.*\]\(https:\/\/.*\)/)
    assert.match(text, /- Confidence: (documented|inferred) · rule `[a-z.-]+`/i)
  })
})

describe('A ticket', () => {
  it('has everything of the conversation when nothing is masked', () => {
    const text = ticketDocument(writtenOf(story), messages(), nothingMasked)
    for (const said of ['Ada Berg', 'Nora Lind', '+41790000001', 'On its way', ids.conversation, 'delivery-failed', '## Ways to follow up'])
      assert.ok(text.includes(said), said)
    assert.ok(!text.includes('‹masked›'))
  })

  it('leaves out what is asked for, and nothing else', () => {
    const text = ticketDocument(writtenOf(story), messages(), { names: false, addresses: false, texts: true })
    assert.ok(text.includes('Ada Berg'))
    assert.ok(!text.includes('On its way'))
    assert.ok(!text.includes('said no'))
    assert.ok(text.includes('RecipientOptedOut'))
  })

  it('leaves a name out also where somebody is spoken of by a part of it', () => {
    const text = ticketDocument(writtenOf(story), messages(), { names: true, addresses: false, texts: false })
    assert.ok(!/Ada|Berg|Nora|Lind/.test(text), text)
  })

  it('has no name, address or text of anybody in it when all are masked', () => {
    const everything = { names: true, addresses: true, texts: true }
    const build = (customerName: string, agentName: string, address: string, said: string, errorText: string) => {
      const value = conversation([
        customer(
          {
            messengerType: 'sms',
            fromAddress: address,
            toAddress: `${address}9`,
            messages: [message({ id: question, status: 'received' })]
          },
          { name: customerName }
        ),
        queue(inState('disconnected')),
        agent(
          {
            ...inState('disconnected'),
            messages: [message({ id: answerId, status: 'delivery-failed', error: { code: 'Code', text: errorText } })]
          },
          { name: agentName }
        )
      ])
      const both = new Map([question, answerId].map((id) => [id, { text: said, attachments: [said] }] as const))
      const written = writtenOf(value, agentName)
      return ticketDocument({ ...written, state: `After-conversation work · ${agentName}` }, messages(value, both), everything)
    }
    // What every ticket says, whoever is in it: a name such as “Agent” cannot be told from it.
    const always = build('\u0001', '\u0002', '\u0003', '\u0004', '\u0005').toLowerCase()
    const personal = fc.string({ minLength: 3, maxLength: 40, unit: 'grapheme' }).filter((text) => {
      const trimmed = text.trim().toLowerCase()
      return trimmed.length > 2 && !always.includes(trimmed) && !'‹masked›'.includes(trimmed)
    })
    fc.assert(
      fc.property(personal, personal, personal, personal, personal, (...given) => {
        const ticket = build(...given)
        for (const each of given) assert.ok(!ticket.includes(each.trim()), `“${each}” is in the ticket`)
      })
    )
  })
})
