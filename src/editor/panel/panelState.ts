import type { Explanation } from '../../followUp/explain'
import type { Exchange } from '../../exchange/exchange'
import type { Finding } from '../../diagnosis/finding'
import type { Action, ActionId, ActionPlan } from '../../followUp/actions/action'
import type { Route, RouteId } from '../../followUp/route'
import type { Conversation } from '../../model/conversation'
import type { Draft } from '../../model/draft'
import type { Fact, Known } from '../../model/fact'
import type { Situation } from '../../model/situation'
import type { ConversationState } from '../../model/state'
import type { OpenConnection } from '../../store/connections'
import type { ConversationRef } from '../../store/conversationRef'
import type { SendRecord } from '../../store/outbox/record'
import type { Tone } from '../../webview/protocol'
import type { UploadState } from './composing/uploadState'

/** What became of an action, and how the conversation stood when it was read afterwards: `undefined` when it could not be read. */
export type ActionOutcome =
  | { readonly kind: 'underWay' }
  | { readonly kind: 'accepted'; readonly inEffect: boolean | undefined }
  | { readonly kind: 'refused'; readonly why: string; readonly findings: readonly Finding[] }
  | { readonly kind: 'unknown'; readonly why: string; readonly inEffect: boolean | undefined }

/** The last action on a conversation from its panel. */
export interface Acted {
  readonly action: Action
  readonly outcome: ActionOutcome
}

/** A conversation as the panel shows it, with what follows from it. */
export interface ShownConversation {
  readonly ref: ConversationRef
  readonly situation: Situation
  readonly conversation: Known<Conversation>
  readonly state: ConversationState
  readonly routes: readonly Route[]
  readonly actions: ActionPlan
  readonly acted: Acted | undefined
  /** The route the person chose; without a choice the best one is shown. */
  readonly chosen: RouteId | undefined
  readonly draft: Draft
  /** The media types that may be sent; absent until a file is to be sent. */
  readonly mediaTypes?: Fact<readonly string[]>
  readonly sends: readonly SendRecord[]
}

/** Everything that a panel shows. */
export interface PanelState {
  /** The organisation that is read from and sent to. */
  readonly connection: OpenConnection | undefined
  /** Said where there is none. */
  readonly notConnected: string | undefined
  readonly exchange: Exchange | undefined
  readonly explanation: Explanation | undefined
  readonly shown: ShownConversation | undefined
  /** The action that the panel was opened for, until one is done. */
  readonly asked: ActionId | undefined
  /** The format in which the request is shown; without a choice the first. */
  readonly format: string | undefined
  readonly notice: { readonly tone: Tone; readonly text: string } | undefined
  readonly busy: boolean
  /** The file that is on its way, or why it is not there. */
  readonly upload: UploadState | undefined
}

/** The route that is shown: the person’s choice, else the best. */
export const chosenRoute = ({ routes, chosen }: ShownConversation): Route | undefined => routes.find(({ id }) => id === chosen) ?? routes[0]
