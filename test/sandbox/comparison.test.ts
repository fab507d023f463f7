// What the diagnosis predicts against what the sandbox answers. The two are written apart, from the same documentation: where they
// disagree, one of them is wrong.
import assert from 'node:assert/strict'
import { requestFor } from '../../src/followUp/requests'
import { textDraft } from '../../src/model/draft'
import type { PlannedRequest } from '../../src/followUp/route'
import { unknown } from '../../src/model/fact'
import type { CredentialKind } from '../../src/model/credential'
import type { Situation } from '../../src/model/situation'
import { deriveState } from '../../src/model/state'
import { Field, outcomeOf, predict, wordsOf, type Outcome } from './support/prediction'

interface Variant {
  readonly name: string
  readonly change: (request: PlannedRequest, situation: Situation) => PlannedRequest
}

const body = (name: string, change: (body: PlannedRequest['body']) => PlannedRequest['body']): Variant => ({
  name,
  change: (request) => ({ ...request, body: change(request.body) })
})

const without = (source: PlannedRequest['body'], field: string): PlannedRequest['body'] =>
  Object.fromEntries(Object.entries(source).filter(([name]) => name !== field))

const withText = (source: PlannedRequest['body'], textBody: string): PlannedRequest['body'] =>
  'textBody' in source ? { ...source, textBody } : source

/** The planned request, and ways to get it wrong. */
const variants: readonly Variant[] = [
  body('as planned', (planned) => planned),
  body('without the flag that reuses a conversation', (planned) =>
    without(without(planned, 'useExistingActiveConversation'), 'useExistingConversation')
  ),
  body('an empty text', (planned) => withText(planned, '')),
  body('a text of 800 characters', (planned) => withText(planned, 'x'.repeat(800))),
  body('a text of 4,100 characters', (planned) => withText(planned, 'x'.repeat(4100))),
  body('another channel', (planned) =>
    'toAddressMessengerType' in planned ? { ...planned, toAddressMessengerType: 'facebook' } : planned
  ),
  body('a toAddress', (planned) => ('fromAddress' in planned ? { ...planned, toAddress: '+13175550199' } : planned)),
  body('a text and a medium', (planned) => ({ ...planned, mediaIds: ['00000000-0000-4000-8000-000000000009'] })),
  body('the flag of the other operation', (planned) => ({
    ...planned,
    ...('fromAddress' in planned ? { useExistingConversation: true } : { useExistingActiveConversation: true })
  })),
  body('a field that no request has', (planned) => ({ ...planned, sender: 'Nora' })),
  body('no external contact', (planned) => without(planned, 'externalContactId')),
  {
    name: 'the customer’s participant id for the communication',
    change: (request, { conversation }) => {
      const customer = conversation.known ? conversation.value.participants.find(({ party }) => party === 'customer') : undefined
      return { ...request, path: customer ? request.path.replace(/communications\/[^/]+/, `communications/${customer.id}`) : request.path }
    }
  }
]

const requestsFor = (situation: Situation): readonly PlannedRequest[] => {
  const conversation = situation.conversation.known ? situation.conversation.value : undefined
  const state = conversation && deriveState(conversation, situation.threading, situation.now)
  const draft = textDraft('Is there anything else we can help you with?')
  return (['agentMessage', 'agentless', 'outbound'] as const).map((id) => requestFor(id, situation, state, draft, 'text'))
}

interface Cell {
  readonly name: string
  readonly credential: CredentialKind
  readonly variant: Variant
  readonly operation: number
}

const cellsOf = (names: readonly string[]): readonly Cell[] =>
  names.flatMap((name) =>
    [0, 1, 2].flatMap((operation) =>
      (['user', 'client'] as const).flatMap((credential) => variants.map((variant) => ({ name, credential, variant, operation })))
    )
  )

const requestOf = (situation: Situation, { operation, variant }: Cell): PlannedRequest => {
  const planned = requestsFor(situation)[operation]
  assert.ok(planned)
  return variant.change(planned, situation)
}

/** Conversations as people have them, and one for each channel in each state. */
const scenarios = ['default', 'every-channel-and-state'] as const

/** What a situation says of itself may be withheld, one thing at a time. */
const withholdable = [
  'conversation',
  'threading',
  'credentials',
  'deployments',
  'integrations',
  'smsNumbers',
  'contact',
  'queue',
  'memberships'
] as const

for (const scenario of scenarios)
  describe(`The diagnosis and the sandbox, with the conversations of ${scenario},`, () => {
    const field = new Field(scenario)
    after(() => field.close())

    it('agree on every conversation, operation, credential and body', async function (this: Mocha.Context) {
      this.timeout(600_000)
      const counts = new Map<Outcome, number>()
      const disagreements: string[] = []
      const cells = cellsOf(await field.names())
      for (const cell of cells) {
        const { name, credential, variant } = cell
        const situation = await field.situation(name)
        const request = requestOf(situation, cell)
        const prediction = predict(situation, request, credential)
        const answer = await field.send(request, credential)
        const outcome = outcomeOf(prediction, answer)
        counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
        if (outcome === 'disagree')
          disagreements.push(`${name}, ${request.method} ${request.path}, ${credential}, ${variant.name}: ${wordsOf(prediction, answer)}`)
      }
      if (this.test)
        this.test.title += `: ${cells.length} cells, ${[...counts].map(([outcome, count]) => `${count} ${outcome}`).join('; ')}`
      assert.equal(disagreements.length, 0, `${disagreements.length} cells disagree:\n${disagreements.join('\n')}`)
      const count = (outcome: Outcome): number => counts.get(outcome) ?? 0
      assert.ok(count('work as predicted') > 80, 'enough of the cells work')
      assert.ok(
        count('fail as predicted, with a code that a finding names') > 400,
        'enough of the cells are refused with a documented code'
      )
    })

    it('guess nothing: what is withheld makes “will work” a “cannot tell”, and never a “will fail”, nor the other way round', async function (this: Mocha.Context) {
      this.timeout(120_000)
      const guesses: string[] = []
      let diagnoses = 0
      for (const cell of cellsOf(await field.names())) {
        const situation = await field.situation(cell.name)
        const request = requestOf(situation, cell)
        const { verdict } = predict(situation, request, cell.credential)
        for (const fact of withholdable) {
          const less = predict({ ...situation, [fact]: unknown('It is withheld.') }, request, cell.credential).verdict
          diagnoses++
          if (less !== verdict && less !== 'cannot-tell' && verdict !== 'cannot-tell')
            guesses.push(
              `${cell.name}, ${request.path}, ${cell.credential}, ${cell.variant.name}, without ${fact}: ${verdict} became ${less}`
            )
        }
      }
      if (this.test) this.test.title += `: ${diagnoses} diagnoses`
      assert.equal(guesses.length, 0, guesses.slice(0, 40).join('\n'))
    })
  })
