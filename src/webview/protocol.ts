import type { Instant } from '../model/instant'
import type { RecordPlace } from '../model/recordPlace'
import type { Timeline } from '../model/timeline'

/**
 * What the panel and the extension say to each other. The extension decides and words everything; the panel shows a `PanelView` and reports
 * what the person did. In every text a moment is written as `2026-11-24T13:58:41Z`, and the panel shows it in the person's own time zone.
 * No token ever crosses.
 */
export type ToPanel =
  | { readonly type: 'show'; readonly view: PanelView }
  /** All that follows a keystroke; everything else is as it was shown last, and so are the routes where they are absent. */
  | { readonly type: 'follow'; readonly message: MessageView; readonly request: RequestView; readonly routes?: RoutesView }
  /** Bring a part into view and focus its heading. With an action of that part: unfold it, and focus its own heading. */
  | { readonly type: 'reveal'; readonly part: PanelPart; readonly action?: string }

export type FromPanel =
  /** The page is there; `told`: it has been told what to show. */
  | { readonly type: 'ready'; readonly told: boolean }
  | { readonly type: 'chooseRoute'; readonly route: string }
  | { readonly type: 'edit'; readonly field: string; readonly value: string }
  /** The format in which the request is shown. */
  | { readonly type: 'chooseFormat'; readonly format: string }
  /** Put a canned response in the place of what is selected in the text. */
  | { readonly type: 'insertResponse'; readonly start: number; readonly end: number }
  | { readonly type: 'chooseTemplate' }
  | { readonly type: 'chooseMedia' }
  | { readonly type: 'cancelUpload' }
  | { readonly type: 'removeMedia' }
  | { readonly type: 'send' }
  /** Do something to the conversation: the extension asks first. */
  | { readonly type: 'act'; readonly action: string }
  /** Copy an action’s request as a cURL command. */
  | { readonly type: 'copyAction'; readonly action: string }
  /** Copy the request as it is shown. */
  | { readonly type: 'copy' }
  /** Do something about an earlier send. */
  | { readonly type: 'onSend'; readonly send: string; readonly act: SendAct }
  | { readonly type: 'refresh' }
  | { readonly type: 'openJson' }
  /** Show a fact in the conversation’s record. */
  | { readonly type: 'openFact'; readonly at: RecordPlace }
  | { readonly type: 'openLink'; readonly url: string }
  /** Show what the rule reference says of a rule. */
  | { readonly type: 'openRule'; readonly rule: string }
  | { readonly type: 'chooseConversation' }
  | { readonly type: 'connect' }

export type PanelPart = 'explanation' | 'routes' | 'actions' | 'message' | 'sends'

/** `good`: works; `bad`: does not; `caution`: look out, or not known; `plain`: neither. Never shown by colour alone. */
export type Tone = 'good' | 'bad' | 'caution' | 'plain'

/** How careful one has to be with an organisation. Never shown by colour alone. */
export type ConnectionMark = 'sandbox' | 'organisation' | 'production'

export interface PanelView {
  /** Where it is read from and sent to. Absent when that is not connected, or when none is chosen. */
  readonly connection?: { readonly name: string; readonly mark: ConnectionMark }
  /** Which organisation is not connected, as a sentence; absent when there is one. */
  readonly notConnected?: string
  /** Something the person must know now: an error, a change, what is going on. */
  readonly notice?: { readonly tone: Tone; readonly text: string }
  readonly busy: boolean
  readonly conversation?: ConversationView
  /** The explanation of a pasted request or error. */
  readonly explanation?: ExplanationView
  readonly routes?: RoutesView
  readonly actions?: ActionsView
  readonly message?: MessageView
  readonly request?: RequestView
  /** Every send from this conversation, newest first. */
  readonly sends: readonly SendView[]
}

export interface ConversationView {
  readonly title: string
  readonly connectionId: string
  readonly id: string
  readonly channel: string
  readonly state: { readonly text: string; readonly tone: Tone }
  /** For example the queue, and when it was read. */
  readonly details: readonly string[]
  readonly timeline: Timeline
  /** The picture in words. */
  readonly timelineText: string
}

export interface ExplanationView {
  /** For example `POST /api/v2/conversations/messaging/messages → 409`. */
  readonly title: string
  readonly verdict: { readonly text: string; readonly tone: Tone }
  readonly findings: readonly FindingView[]
  /** Real operations nearest to one that does not exist. */
  readonly nearest: readonly { readonly operation: string; readonly why: string }[]
  /** True when picking a conversation would say more. */
  readonly offersConversationChoice: boolean
}

export interface EvidenceView {
  readonly text: string
  /** Where it stands in the conversation’s record, which can be opened there. */
  readonly at?: RecordPlace
}

export interface FindingView {
  readonly rule: string
  readonly severity: 'error' | 'unknown' | 'warning' | 'info'
  readonly title: string
  readonly cause: string
  readonly remedy: string
  readonly confidence: string
  readonly evidence: readonly EvidenceView[]
  readonly sources: readonly { readonly label: string; readonly url?: string }[]
}

export interface RoutesView {
  readonly chosen: string
  readonly list: readonly RouteView[]
}

export interface RouteView {
  readonly id: string
  readonly title: string
  /** Method and shortened path; absent for routes that send nothing. */
  readonly operation?: string
  readonly verdict: { readonly text: string; readonly tone: Tone }
  /** The one line that matters. */
  readonly reason: string
  readonly confidence: string
  readonly findings: readonly FindingView[]
}

export interface ActionsView {
  readonly list: readonly ActionView[]
  /** Why the action that was asked for is not among them. */
  readonly notApplicable?: { readonly title: string; readonly why: string }
  /** What no action can do here, as a sentence. */
  readonly impossible?: string
  /** What became of the last one. */
  readonly outcome?: ActionOutcomeView
}

export interface ActionView {
  readonly id: string
  readonly title: string
  /** Method and shortened path. */
  readonly operation: string
  readonly verdict: { readonly text: string; readonly tone: Tone }
  /** The one line that matters. */
  readonly reason: string
  /** What happens to the customer and to the agents. */
  readonly effect: string
  /** The route that it opens, as a sentence. */
  readonly opens: string
  readonly confidence: string
  readonly findings: readonly FindingView[]
  /** Exactly what is sent, with a placeholder for the token, and whose that is. */
  readonly request: { readonly text: string; readonly sentAs: string }
  /** The button; absent for an action that is not offered. */
  readonly act?: { readonly label: string; readonly enabled: boolean; readonly prominent: boolean }
}

export interface ActionOutcomeView {
  readonly title: string
  readonly text: string
  readonly tone: Tone
  readonly findings: readonly FindingView[]
}

export interface MessageView {
  /** Whether a text, a template or a file is sent, where the route takes several. Its name in `edit` is `kind`. */
  readonly kinds?: FieldView
  readonly content: ContentView
  readonly fields: readonly FieldView[]
  readonly send: { readonly label: string; readonly enabled: boolean; readonly why?: string }
}

/** What is said beside something to fill in: what is wrong with it, which keeps it from being sent, and what to look out for. */
export interface Remarks {
  readonly problem?: string
  readonly caution?: string
  readonly hint?: string
}

export type ContentView =
  /** The route sends no message: the hint says what it does. */
  | { readonly kind: 'none'; readonly hint: string }
  | (Remarks & { readonly kind: 'text'; readonly text: string; readonly limit: number })
  | (Remarks & {
      readonly kind: 'template'
      /** The chosen template’s name and its texts, each with where it stands and with its parameters filled in; absent: none is chosen. */
      readonly template?: { readonly name: string; readonly parts: readonly { readonly label: string; readonly text: string }[] }
      readonly parameters: readonly FieldView[]
      /** The finding that is said of the template, with what it rests on. */
      readonly finding?: FindingView
    })
  | (Remarks & {
      readonly kind: 'media'
      readonly file?: { readonly name: string; readonly size: string }
      /** A file on its way; without a percentage it is being checked. */
      readonly upload?: { readonly name: string; readonly percent?: number }
    })

export interface FieldView extends Remarks {
  /** The name used in `edit`. */
  readonly id: string
  readonly label: string
  readonly value: string
  /** Absent: a field to type into; empty value with `readOnly`: nothing is known. */
  readonly options?: readonly { readonly value: string; readonly label: string }[]
  readonly readOnly: boolean
}

export interface RequestView {
  readonly formats: readonly { readonly id: string; readonly label: string }[]
  /** The format of `text`. */
  readonly shown: string
  readonly text: string
  /** Whose token it is sent with, by name. */
  readonly sentAs: string
}

export interface SendView {
  readonly id: string
  readonly at: Instant
  readonly text: string
  /** In order; the last one is where it stands. */
  readonly steps: readonly { readonly label: string; readonly at?: Instant; readonly tone: Tone }[]
  readonly outcome?: string
  /** Why it was refused. */
  readonly findings: readonly FindingView[]
  readonly actions: readonly { readonly id: SendAct; readonly label: string }[]
}

/** What can be done about a send. */
export type SendAct = 'lookAgain' | 'sendAgain' | 'forget'
