// What the diagnosis predicts against what the sandbox answers. The two are written apart, from the same documentation: where they
// disagree, one of them is wrong.
import assert from 'node:assert/strict'
import { attemptOf } from '../../src/diagnosis/attempt'
import { diagnose, type Diagnosis } from '../../src/diagnosis/diagnose'
import type { Finding, Refusal } from '../../src/diagnosis/finding'
import { requestFor } from '../../src/followUp/requests'
import { textDraft } from '../../src/model/draft'
import type { PlannedRequest } from '../../src/followUp/route'
import { Connection } from '../../src/genesys/connection'
import { realMeans } from '../support/means'
import { known, unknown } from '../../src/model/fact'
import { parseUuid } from '../../src/model/ids'
import type { CredentialKind } from '../../src/model/credential'
import type { Situation } from '../../src/model/situation'
import { deriveState } from '../../src/model/state'
import { startSandbox, type Sandbox } from '../../src/sandbox'

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

const predict = (situation: Situation, { method, path, body: value }: PlannedRequest, credential: CredentialKind): Diagnosis =>
  diagnose(
    attemptOf(
      situation,
      { request: { method, url: path, apiPath: path, authorisation: 'bearer', body: { kind: 'json', value } }, response: undefined },
      known(credential, { source: 'the test' })
    )
  )

interface Answered {
  readonly status: number
  readonly code: string | undefined
  readonly assumption: string | undefined
}

const codeOf = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string' ? value.code : undefined

interface Opened {
  readonly sandbox: Sandbox
  readonly connection: Connection
  readonly clientToken: string
  /** What was read of each conversation: nothing changes as long as nothing is accepted. */
  readonly situations: Map<string, Situation>
}

/** One sandbox at a time: a send that was accepted has changed it, and the next cell gets a fresh one. */
class Field {
  #open: Opened | undefined

  constructor(private readonly scenario: string) {}

  async names(): Promise<readonly string[]> {
    return Object.keys((await this.#opened()).sandbox.address.conversations)
  }

  async situation(name: string): Promise<Situation> {
    const { sandbox, connection, situations } = await this.#opened()
    const read = situations.get(name)
    if (read) return read
    const id = parseUuid(sandbox.address.conversations[name] ?? '')
    assert.ok(id)
    const situation = await connection.situation(id)
    situations.set(name, situation)
    return situation
  }

  async close(): Promise<void> {
    const open = this.#open
    this.#open = undefined
    await open?.sandbox.stop()
  }

  async send({ method, path, body: value }: PlannedRequest, credential: CredentialKind): Promise<Answered> {
    const { sandbox, clientToken } = await this.#opened()
    const token = credential === 'user' ? sandbox.address.userToken : clientToken
    const response = await fetch(`${sandbox.address.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(value)
    })
    const answered = {
      status: response.status,
      code: codeOf(await response.json().catch(() => undefined)),
      assumption: response.headers.get('x-sandbox-assumption') ?? undefined
    }
    if (response.ok) await this.close()
    return answered
  }

  async #opened(): Promise<Opened> {
    if (this.#open) return this.#open
    const sandbox = await startSandbox({ scenario: this.scenario })
    try {
      const means = await realMeans()
      const { url, userToken, clientId, clientSecret } = sandbox.address
      const endpoint = { kind: 'loopback', port: Number(new URL(url).port) } as const
      const connection = await Connection.open(
        { id: 'sandbox', endpoint, userToken, client: { id: clientId, secret: clientSecret } },
        means
      )
      const signedIn = await means.sdk.clientToken(endpoint, clientId, clientSecret)
      assert.ok(signedIn.ok)
      this.#open = { sandbox, connection, clientToken: signedIn.token, situations: new Map() }
      return this.#open
    } catch (error) {
      await sandbox.stop()
      throw error
    }
  }
}

/** How a prediction and an answer go together. */
type Outcome =
  | 'work as predicted'
  | 'fail as predicted, with a code that a finding names'
  | 'fail as predicted, with a code that a finding calls not documented'
  | 'could not be told and work'
  | 'could not be told and fail, with a code that a finding names'
  | 'could not be told and fail, with a code that a finding calls not documented'
  | 'disagree'

/** Whether the findings foresee how the sandbox refuses a request. A code that is not documented is one that the sandbox has assumed. */
const foresight = (findings: readonly Finding[], { code, assumption }: Answered): 'named' | 'not documented' | undefined => {
  const refusals = findings.map(({ refusedWith }) => refusedWith)
  const isNamed = (refusal: Refusal | undefined): boolean =>
    refusal !== undefined && refusal !== 'not-documented' && code !== undefined && refusal.includes(code)
  if (refusals.some(isNamed)) return 'named'
  return assumption !== undefined && refusals.includes('not-documented') ? 'not documented' : undefined
}

const outcomeOf = ({ verdict, findings }: Diagnosis, answer: Answered): Outcome => {
  if (answer.status >= 200 && answer.status < 300) {
    if (verdict === 'will-work') return 'work as predicted'
    return verdict === 'cannot-tell' ? 'could not be told and work' : 'disagree'
  }
  const foreseen = foresight(findings, answer)
  if (foreseen === undefined || (verdict !== 'will-fail' && verdict !== 'cannot-tell')) return 'disagree'
  const begin = verdict === 'will-fail' ? 'fail as predicted' : 'could not be told and fail'
  return foreseen === 'named' ? `${begin}, with a code that a finding names` : `${begin}, with a code that a finding calls not documented`
}

const wordsOf = ({ verdict, findings }: Diagnosis, { status, code, assumption }: Answered): string => {
  const said = findings.map(({ severity, rule, refusedWith = [] }) => `${severity} ${rule} ${[refusedWith].flat().join('|')}`.trim())
  return `${verdict} (${said.join(', ')}), answered ${[status, code, assumption && `assumption ${assumption}`].filter(Boolean).join(' ')}`
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
