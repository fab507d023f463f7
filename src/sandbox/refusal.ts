import type { AssumptionId } from './assumptions'
import type { DocumentedError } from './documentedErrors'

/** Errors that are the sandbox’s own. The platform has no such code, and the name says so. */
export interface SandboxError {
  readonly status: 400 | 401 | 403 | 404 | 501
  readonly code: `sandbox.${string}`
}

/** A real operation, or a part of one, that the sandbox does not simulate. */
export const notImplemented: SandboxError = { status: 501, code: 'sandbox.not.implemented' }

/** A limit of the organisation that was reached. */
export interface ReachedLimit {
  readonly namespace: string
  readonly key: string
  readonly value: number
  readonly retryAfterSeconds: number
}

export interface RefusalDetails {
  /** The field of the request’s body that is at fault. */
  readonly field?: string
  /** What the message speaks of, by name (`messageParams`). */
  readonly parameters?: Readonly<Record<string, string>>
  /** What this refusal assumes of the platform. */
  readonly restsOn?: readonly AssumptionId[]
  readonly limit?: ReachedLimit
}

/** Why a request is not carried out. Thrown by whoever finds it out; the HTTP side answers it as an `ErrorBody`. */
export class Refusal extends Error {
  override readonly name = 'Refusal'

  readonly field: string | undefined
  readonly parameters: Readonly<Record<string, string>>
  readonly restsOn: readonly AssumptionId[]
  readonly limit: ReachedLimit | undefined

  constructor(
    readonly error: DocumentedError | SandboxError,
    message: string,
    { field, parameters = {}, restsOn = [], limit }: RefusalDetails = {}
  ) {
    super(message)
    this.field = field
    this.parameters = parameters
    this.restsOn = restsOn
    this.limit = limit
  }
}
