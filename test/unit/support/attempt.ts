import { attemptOf, type Attempt } from '../../../src/diagnosis/attempt'
import type { DeliveryReport, Exchange, GuestFrame, Request } from '../../../src/exchange/exchange'
import type { Conversation } from '../../../src/model/conversation'
import { known } from '../../../src/model/fact'
import type { CredentialKind } from '../../../src/model/credential'
import { nothingKnown, type Situation } from '../../../src/model/situation'
import { endedConversation, now } from './conversation'
import { agentSend } from './exchange'
import { situationOf } from './situation'

interface Given extends Partial<Exchange> {
  /** Nothing is known when it is left out. */
  readonly situation?: Situation
  /** Not known when it is left out, as for a pasted request. */
  readonly credential?: CredentialKind | 'none'
}

export const nothing = nothingKnown(now, 'Nobody was asked.')

/** What a rule looks at. */
export const attempt = ({ situation = nothing, request, response, delivery, guest, shellDoubt, credential }: Given): Attempt =>
  attemptOf(
    situation,
    { request, response, ...(delivery ? { delivery } : {}), ...(guest ? { guest } : {}), ...(shellDoubt ? { shellDoubt } : {}) },
    credential === undefined ? undefined : known(credential, { source: 'this connection' })
  )

/** The connected, or whichever, agent's send into this conversation, with a user's token. */
export const asAgent = (conversation: Conversation, request: Request = agentSend()): Attempt =>
  attempt({ situation: situationOf(conversation), request, credential: 'user' })

/** A request with a client's token, to the customer of this conversation. */
export const sentByClient = (
  request: Request,
  conversation: Conversation | undefined = endedConversation(),
  facts: Partial<Situation> = {}
): Attempt => attempt({ situation: situationOf(conversation, facts), request, credential: 'client' })

/** What was reported of a delivery: a failed one, but for what is given. */
export const reporting = (given: Partial<DeliveryReport>, others: Given = {}): Attempt =>
  attempt({
    ...others,
    delivery: { status: 'delivery-failed', messengerType: undefined, direction: undefined, code: undefined, text: undefined, ...given }
  })

/** A frame of the guest's websocket. */
export const framed = (given: Partial<GuestFrame>): Attempt =>
  attempt({ guest: { frameClass: undefined, code: undefined, text: undefined, readOnly: undefined, ...given } })
