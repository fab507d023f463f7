// What the diagnosis predicts of a request against what the sandbox answers, cell by cell.
import assert from 'node:assert/strict'
import { attemptOf } from '../../../src/diagnosis/attempt'
import { diagnose, type Diagnosis } from '../../../src/diagnosis/diagnose'
import type { Finding, Refusal } from '../../../src/diagnosis/finding'
import type { PlannedRequest } from '../../../src/followUp/route'
import { Connection } from '../../../src/genesys/connection'
import { known } from '../../../src/model/fact'
import { parseUuid } from '../../../src/model/ids'
import type { CredentialKind } from '../../../src/model/credential'
import type { Situation } from '../../../src/model/situation'
import { startSandbox, type Sandbox } from '../../../src/sandbox'
import { realMeans } from '../../support/means'

export const predict = (situation: Situation, { method, path, body: value }: PlannedRequest, credential: CredentialKind): Diagnosis =>
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
export class Field {
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
export type Outcome =
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

export const outcomeOf = ({ verdict, findings }: Diagnosis, answer: Answered): Outcome => {
  if (answer.status >= 200 && answer.status < 300) {
    if (verdict === 'will-work') return 'work as predicted'
    return verdict === 'cannot-tell' ? 'could not be told and work' : 'disagree'
  }
  const foreseen = foresight(findings, answer)
  if (foreseen === undefined || (verdict !== 'will-fail' && verdict !== 'cannot-tell')) return 'disagree'
  const begin = verdict === 'will-fail' ? 'fail as predicted' : 'could not be told and fail'
  return foreseen === 'named' ? `${begin}, with a code that a finding names` : `${begin}, with a code that a finding calls not documented`
}

export const wordsOf = ({ verdict, findings }: Diagnosis, { status, code, assumption }: Answered): string => {
  const said = findings.map(({ severity, rule, refusedWith = [] }) => `${severity} ${rule} ${[refusedWith].flat().join('|')}`.trim())
  return `${verdict} (${said.join(', ')}), answered ${[status, code, assumption && `assumption ${assumption}`].filter(Boolean).join(' ')}`
}
