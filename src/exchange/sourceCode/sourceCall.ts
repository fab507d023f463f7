import type { Request } from '../exchange'

/** A request as source code writes it down. */
export interface SourceRequest extends Omit<Request, 'method'> {
  /** `undefined` where the code does not show it: the path is then judged alone. */
  readonly method: string | undefined
  readonly apiPath: string
}

/** A request that source code makes, as far as its text shows. */
export interface SourceCall {
  readonly request: SourceRequest
  /** In a comment or in prose a path is a hint: nothing is sent by it. */
  readonly place: 'code' | 'comment'
  /** True when the path goes on in a way that the text does not show, as a base path to which something is added elsewhere. */
  readonly openEnded: boolean
  /** Where the path, or the name of the SDK’s method, stands: offsets in UTF-16 code units, the end one past it. */
  readonly start: number
  readonly end: number
}
