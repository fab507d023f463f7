// What the diagnosis predicts against what the sandbox answers. The two are written apart, from the same documentation: where they
// disagree, one of them is wrong.
import assert from 'node:assert/strict'
import { attemptOf } from '../../src/diagnosis/attempt'
import { diagnose, type Diagnosis } from '../../src/diagnosis/diagnose'
import type { Finding, Refusal } from '../../src/diagnosis/finding'
import { agentlessRequest, agentMessageRequest, outboundRequest } from '../../src/followUp/requests'
import type { PlannedRequest } from '../../src/followUp/route'
import { Connection } from '../../src/genesys/connection'
import { realMeans } from '../support/means'
import { known } from '../../src/model/fact'
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
  const draft = { text: 'Is there anything else we can help you with?', deploymentId: undefined }
  return [agentMessageRequest(conversation, draft), agentlessRequest(situation, state, draft), outboundRequest(conversation, state)]
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
}

/** One sandbox at a time: a send that was accepted has changed it, and the next cell gets a fresh one. */
class Field {
  #open: Opened | undefined

  async open(): Promise<Opened> {
    if (this.#open) return this.#open
    const sandbox = await startSandbox()
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
      this.#open = { sandbox, connection, clientToken: signedIn.token }
      return this.#open
    } catch (error) {
      await sandbox.stop()
      throw error
    }
  }

  async close(): Promise<void> {
    const open = this.#open
    this.#open = undefined
    await open?.sandbox.stop()
  }

  async send({ method, path, body: value }: PlannedRequest, credential: CredentialKind): Promise<Answered> {
    const { sandbox, clientToken } = await this.open()
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

describe('The diagnosis and the sandbox', () => {
  const field = new Field()
  after(() => field.close())

  it('agree on every conversation, operation, credential and body', async function (this: Mocha.Context) {
    this.timeout(300_000)
    const { sandbox } = await field.open()
    const names = Object.keys(sandbox.address.conversations)
    const counts = new Map<Outcome, number>()
    const disagreements: string[] = []
    for (const name of names) {
      for (const operation of [0, 1, 2]) {
        for (const credential of ['user', 'client'] as const) {
          for (const { name: variant, change } of variants) {
            const { sandbox: current, connection } = await field.open()
            const id = parseUuid(current.address.conversations[name] ?? '')
            assert.ok(id)
            const situation = await connection.situation(id)
            const planned = requestsFor(situation)[operation]
            assert.ok(planned)
            const request = change(planned, situation)
            const prediction = predict(situation, request, credential)
            const answer = await field.send(request, credential)
            const outcome = outcomeOf(prediction, answer)
            counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
            if (outcome === 'disagree')
              disagreements.push(`${name}, ${request.method} ${planned.path}, ${credential}, ${variant}: ${wordsOf(prediction, answer)}`)
          }
        }
      }
    }
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
    if (this.test) this.test.title += `: ${total} cells, ${[...counts].map(([outcome, cells]) => `${cells} ${outcome}`).join('; ')}`
    assert.equal(disagreements.length, 0, `${disagreements.length} cells disagree:\n${disagreements.join('\n')}`)
    const count = (outcome: Outcome): number => counts.get(outcome) ?? 0
    assert.ok(count('work as predicted') > 30, 'enough of the cells work')
    assert.ok(count('fail as predicted, with a code that a finding names') > 400, 'enough of the cells are refused with a documented code')
  })
})
