import { attemptOf, type Attempt } from '../../../src/diagnosis/attempt'
import type { Exchange } from '../../../src/exchange/exchange'
import { known } from '../../../src/model/fact'
import { nothingKnown, type CredentialKind, type Situation } from '../../../src/model/situation'
import { now } from './conversation'

interface Given extends Partial<Exchange> {
  /** Nothing is known when it is left out. */
  readonly situation?: Situation
  /** Not known when it is left out, as for a pasted request. */
  readonly credential?: CredentialKind | 'none'
}

export const nothing = nothingKnown(now, 'Nobody was asked.')

/** What a rule looks at. */
export const attempt = ({ situation = nothing, request, response, delivery, guest, credential }: Given): Attempt =>
  attemptOf(
    situation,
    { request, response, ...(delivery ? { delivery } : {}), ...(guest ? { guest } : {}) },
    credential === undefined ? undefined : known(credential, { source: 'this connection' })
  )
