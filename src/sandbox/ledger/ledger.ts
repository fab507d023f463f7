import type { RequestFault } from '../faults/fault'
import { redactBody, redactForm, redactHeaders } from './redact'

/** A body as it was sent, without secrets. */
export interface RecordedBody {
  readonly text: string
  /** True when there was more than is kept. */
  readonly cut: boolean
}

export interface RecordedRequest {
  readonly method: string
  /** With its query. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: RecordedBody
}

export interface RecordedAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: RecordedBody
}

/** A request that reached the sandbox, and what became of it. */
export interface LedgerEntry {
  /** Counted from 1 since the start. */
  readonly number: number
  /** When it came, by the sandbox’s clock: ISO 8601, UTC. */
  readonly time: string
  /** `ININ-Correlation-Id` of the answer. */
  readonly correlationId: string
  readonly request: RecordedRequest
  /** `undefined` when none was sent. */
  readonly answer: RecordedAnswer | undefined
  /** What was made to go wrong with it. */
  readonly faults: readonly RequestFault[]
}

/** What is recorded of an exchange, as it was. */
export interface Exchange {
  /** Milliseconds since 1970, UTC. */
  readonly time: number
  readonly correlationId: string
  readonly request: { readonly method: string; readonly path: string; readonly headers: Headers; readonly body: string }
  readonly answer: { readonly status: number; readonly headers: Headers; readonly body: string } | undefined
  readonly faults: readonly RequestFault[]
}

/** The ledger keeps this many entries, and of each body this many characters. */
const mostEntries = 10_000
const mostCharacters = 16_384
/** All bodies together: older entries make room. */
const mostCharactersInAll = 20_000_000

const recorded = (body: string): RecordedBody => ({ text: redactBody(body.slice(0, mostCharacters)), cut: body.length > mostCharacters })

const charactersOf = ({ request, answer }: LedgerEntry): number => request.body.text.length + (answer?.body.text.length ?? 0)

/** The requests that reached the sandbox, the newest of them, without secrets. */
export class Ledger {
  /** By number, oldest first. */
  readonly #entries = new Map<number, LedgerEntry>()
  #added = 0
  #characters = 0

  add({ time, correlationId, request, answer, faults }: Exchange): void {
    this.#added += 1
    const entry: LedgerEntry = {
      number: this.#added,
      time: new Date(time).toISOString(),
      correlationId,
      request: {
        method: request.method,
        path: redactForm(request.path),
        headers: redactHeaders(request.headers),
        body: recorded(request.body)
      },
      answer: answer && { status: answer.status, headers: redactHeaders(answer.headers), body: recorded(answer.body) },
      faults
    }
    this.#entries.set(entry.number, entry)
    this.#characters += charactersOf(entry)
    this.#makeRoom()
  }

  /** Oldest first. */
  entries(): readonly LedgerEntry[] {
    return [...this.#entries.values()]
  }

  clear(): void {
    this.#entries.clear()
    this.#characters = 0
  }

  #makeRoom(): void {
    for (const [number, entry] of this.#entries) {
      if (this.#entries.size <= mostEntries && this.#characters <= mostCharactersInAll) return
      this.#entries.delete(number)
      this.#characters -= charactersOf(entry)
    }
  }
}
