import assert from 'node:assert/strict'
import type { Evidence } from '../../../src/diagnosis/finding'
import { plan } from '../../../src/followUp/plan'
import { readListing } from '../../../src/genesys/wire/analytics'
import { readConversation } from '../../../src/genesys/wire/conversation'
import type { Conversation } from '../../../src/model/conversation'
import { textDraft } from '../../../src/model/draft'
import { lineOf, writtenRecord } from '../../../src/model/recordPlace'
import { ended, now } from '../support/conversation'
import { conversationSource, situationOf } from '../support/situation'
import { analyticsRow, conversationBody, conversationBodyOf, endedConversationBody } from '../support/wire'

const endedRow = { ...analyticsRow, conversationEnd: new Date(ended).toISOString() }

const live = (body: unknown): readonly [unknown, Conversation] => [body, readConversation(body, now)]
const fromAnalytics = (row: unknown): readonly [unknown, Conversation] => {
  const [conversation] = readListing({ conversations: [row] }, now).conversations
  assert.ok(conversation)
  return [row, conversation]
}

/** Conversations, each with the record that it was read from. */
const records: Readonly<Record<string, readonly [unknown, Conversation]>> = {
  'a connected conversation': live(conversationBody),
  'an SMS conversation': live(conversationBodyOf('sms')),
  'an ended conversation': live(endedConversationBody),
  'a row of analytics': fromAnalytics(analyticsRow),
  'a row of an ended conversation': fromAnalytics(endedRow)
}

/** What the findings of every route rest on, as far as it is from the conversation. */
const factsOf = (conversation: Conversation): readonly Evidence[] =>
  plan(situationOf(conversation), textDraft('Hello'))
    .flatMap(({ findings }) => findings.flatMap(({ evidence }) => evidence))
    .filter(({ from }) => from === conversationSource)

describe('evidence from a conversation', () => {
  for (const [name, [record, conversation]] of Object.entries(records))
    it(`stands where it says in the record of ${name}`, () => {
      const lines = writtenRecord(record).split('\n')
      for (const { text, at } of factsOf(conversation)) {
        if (at === undefined) continue
        const line = lineOf(record, at)
        assert.ok(line !== undefined, text)
        assert.ok(
          [`"${at.field}": `, `"${at.id}"`].some((sought) => lines[line]?.includes(sought)),
          `${text}: ${lines[line] ?? ''}`
        )
      }
    })

  it('has a place where the record has a field for it', () => {
    const facts = factsOf(readConversation(endedConversationBody, now))
    assert.ok(facts.length > 2)
    assert.deepEqual(
      facts.filter(({ at }) => at === undefined).map(({ text }) => text),
      []
    )
  })
})
