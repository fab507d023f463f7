import { isDeepStrictEqual } from 'node:util'
import * as vscode from 'vscode'
import type { Exchange } from '../../exchange/exchange'
import { explain } from '../../followUp/explain'
import type { ActionId } from '../../followUp/actions/action'
import { planActions } from '../../followUp/actions/planActions'
import { plan } from '../../followUp/plan'
import type { Gone } from '../../model/conversationRow'
import type { Draft } from '../../model/draft'
import type { Fact, Known } from '../../model/fact'
import type { Instant } from '../../model/instant'
import { nothingKnown } from '../../model/situation'
import { deriveState } from '../../model/state'
import { concerns, type Connections } from '../../store/connections'
import { isSameConversation, type ConversationRef } from '../../store/conversationRef'
import type { Drafts } from '../../store/drafts'
import type { Sends } from '../../store/outbox/sends'
import { sentenceOf } from '../failures'
import { goneText } from '../gone'
import type { Log } from '../log'
import { cancellable } from '../progress'
import { localTime } from '../times'
import type { UploadState } from './composing/uploadState'
import { chosenRoute, type Acted, type PanelState, type ShownConversation } from './panelState'

/** The conversation has become one that is not given out any more, while it is shown. */
const goneNotice = (gone: Gone, { from }: Known<unknown>, now: Instant): string => {
  const said = vscode.l10n.t('The conversation cannot be read any more: {0}.', goneText(gone, now))
  return from.readAt === undefined
    ? said
    : `${said} ${vscode.l10n.t('What is shown is as it was read at {0}.', localTime(from.readAt, now))}`
}

/** What could not be read is read anew: a permission may have been added. */
const withoutUnknownTypes = (shown: ShownConversation): ShownConversation => {
  const { mediaTypes, ...others } = shown
  return mediaTypes?.known === false ? others : shown
}

/** Where what a panel shows comes from. */
export interface ContentsParts {
  readonly connections: Connections
  readonly drafts: Drafts
  readonly sends: Sends
  readonly log: Log
}

/** What a panel shows: a conversation as it was read last, an exchange explained, and the draft. It follows what happens outside. */
export class PanelContents implements vscode.Disposable {
  #conversation: ConversationRef | undefined
  #state: PanelState
  /** The route that was chosen before the window was reloaded. */
  #chosenBefore: string | undefined
  #isDisposed = false
  readonly #subscriptions: vscode.Disposable

  constructor(
    private readonly parts: ContentsParts,
    private readonly onChange: (state: PanelState) => void
  ) {
    const { connections, sends } = parts
    this.#state = {
      ...this.#whereItStands(),
      exchange: undefined,
      explanation: undefined,
      shown: undefined,
      asked: undefined,
      format: undefined,
      notice: undefined,
      busy: false,
      upload: undefined
    }
    this.#subscriptions = vscode.Disposable.from(
      connections.onDidChange((change) => {
        if (change.kind !== 'conversations') this.#set(this.#whereItStands())
        else if (this.#conversation && concerns(change, this.#conversation)) this.#showSituation(this.#conversation)
      }),
      sends.onDidChange(({ from }) => {
        if (isSameConversation(from, this.#conversation)) this.#update((shown) => ({ ...shown, sends: sends.of(from) }))
      })
    )
  }

  get conversation(): ConversationRef | undefined {
    return this.#conversation
  }

  get state(): PanelState {
    return this.#state
  }

  /** The time at the organisation, else on this machine. */
  get now(): number {
    return this.#state.connection?.connection.now() ?? Date.now()
  }

  /**
   * Shows a conversation beside what is explained: at once what was read of it last, if anything was.
   * @param route the one that was chosen for it before, if any
   * @returns whether there was something to show
   */
  showConversation(conversation: ConversationRef, route?: string): boolean {
    this.#conversation = conversation
    this.#chosenBefore = route
    const stands = this.#whereItStands()
    this.#set({ ...stands, upload: undefined, busy: stands.connection !== undefined })
    this.#showSituation(conversation)
    return isSameConversation(this.#state.shown?.ref, conversation)
  }

  /** Explains an exchange, in the situation of the conversation that is shown. */
  explain(exchange: Exchange): void {
    this.#set({ exchange })
    this.#explainAgain()
  }

  /**
   * Reads the conversation again; the change shows itself. What goes wrong is said in the panel.
   * @returns whether it was read
   */
  async refresh(): Promise<boolean> {
    const ref = this.#conversation
    const open = this.parts.connections.get(ref?.connectionId)
    if (!ref || !open || this.#isDisposed) {
      this.#set({ busy: false })
      return false
    }
    this.#set({ busy: true, notice: undefined })
    this.#update(withoutUnknownTypes)
    // What another window has sent is shown as well.
    void this.parts.sends.reload(ref.connectionId, open.connection)
    try {
      const title = vscode.l10n.t('Reading a conversation of {0}', open.name)
      const situation = await cancellable(title, (signal) => open.conversations.read(ref.id, signal))
      if (!situation) {
        this.say({ tone: 'plain', text: vscode.l10n.t('Reading was cancelled. What is shown is as it was before.') })
        return false
      }
      if (situation.conversation.known) return true
      const hint = vscode.l10n.t(
        'A conversation of another organisation or division, a deleted one, and one that is too old cannot be read here.'
      )
      this.say({ tone: 'bad', text: `${situation.conversation.why} ${hint}` })
    } catch (error) {
      this.parts.log.error('panel', error)
      this.say({ tone: 'bad', text: sentenceOf(error) })
    } finally {
      this.#set({ busy: false })
    }
    return false
  }

  /** Says something that the person must know now, until the conversation is read again. */
  say(notice: PanelState['notice']): void {
    this.#set({ notice })
  }

  /** The action that the person is after: where the conversation has no use for it, the panel says why. */
  askFor(asked: ActionId | undefined): void {
    this.#set({ asked })
  }

  /** What became of an action on `on`, where that is the conversation that is shown. */
  showActed(on: ConversationRef, acted: Acted): void {
    const { shown } = this.#state
    if (shown && isSameConversation(on, shown.ref)) this.#set({ shown: { ...shown, acted }, asked: undefined })
  }

  chooseRoute(route: string): void {
    this.#update((shown) => ({ ...shown, chosen: shown.routes.find(({ id }) => id === route)?.id }))
  }

  chooseFormat(format: string): void {
    this.#set({ format })
  }

  /**
   * The person changed the draft: it is shown in the requests at once, and kept. The route that it was changed for stays the chosen one, whatever the
   * change makes of the order.
   */
  changeDraft(draft: Draft): void {
    const { shown } = this.#state
    if (!shown) return
    this.#showDraft({ ...shown, chosen: chosenRoute(shown)?.id }, draft)
    this.parts.drafts.save(shown.ref, draft)
  }

  /** Writes what is not written yet: the panel is left, and may not come back. */
  keepDrafts(): void {
    this.parts.drafts.flush().catch((error: unknown) => {
      this.parts.log.error('drafts', error)
    })
  }

  /** A draft of `of` has been sent: the fields are empty again, unless something else was written meanwhile. */
  async clearDraft(of: ConversationRef, sent: Draft): Promise<void> {
    if (!isDeepStrictEqual(this.parts.drafts.get(of), sent)) return
    await this.parts.drafts.clear(of)
    const { shown } = this.#state
    if (shown && isSameConversation(of, shown.ref)) this.#showDraft(shown, this.parts.drafts.get(of))
  }

  /** The media types that may be sent in a conversation, where that is still the one that is shown. */
  showMediaTypes(of: ConversationRef, mediaTypes: Fact<readonly string[]>): void {
    this.#update((shown) => (isSameConversation(of, shown.ref) ? { ...shown, mediaTypes } : shown))
  }

  /** How far a file is that is being uploaded; `undefined` when none is. */
  showUpload(upload: UploadState | undefined): void {
    this.#set({ upload })
  }

  /** What is still under way shows nothing any more. */
  dispose(): void {
    this.#isDisposed = true
    this.keepDrafts()
    this.#subscriptions.dispose()
  }

  /** The draft and the requests that it goes into, which are never shown apart. */
  #showDraft(shown: ShownConversation, draft: Draft): void {
    this.#set({ shown: { ...shown, draft, routes: plan(shown.situation, draft) } })
  }

  /** The organisation that is read from and sent to, or why there is none. */
  #whereItStands(): Pick<PanelState, 'connection' | 'notConnected'> {
    const { connections } = this.parts
    const ref = this.#conversation
    const [first, ...others] = connections.all()
    if (!ref) {
      // An explanation alone: with several organisations nothing says which of them it is about.
      const connection = others.length === 0 ? first : undefined
      return { connection, notConnected: first ? undefined : vscode.l10n.t('No organisation is connected.') }
    }
    const connection = connections.get(ref.connectionId)
    const name = connections.find(ref.connectionId)?.facts.name
    const said = name === undefined ? vscode.l10n.t('No organisation is connected.') : vscode.l10n.t('{0} is not connected.', name)
    return { connection, notConnected: connection ? undefined : said }
  }

  /** Shows what was read of the conversation last. */
  #showSituation(ref: ConversationRef): void {
    const situation = this.parts.connections.get(ref.connectionId)?.conversations.situationOf(ref.id)
    if (!situation?.conversation.known) return
    const { conversation } = situation
    const draft = this.parts.drafts.get(ref)
    const routes = plan(situation, draft)
    const same = isSameConversation(ref, this.#state.shown?.ref) ? this.#state.shown : undefined
    const before = routes.find(({ id }) => id === this.#chosenBefore)?.id
    const shown: ShownConversation = {
      ref,
      situation,
      conversation,
      state: deriveState(conversation.value, situation.threading, situation.now),
      routes,
      actions: planActions(situation, draft),
      acted: same?.acted,
      chosen: this.#state.shown?.chosen ?? before,
      draft,
      ...(same?.mediaTypes && { mediaTypes: same.mediaTypes }),
      sends: this.parts.sends.of(ref)
    }
    const gone = this.parts.connections.get(ref.connectionId)?.conversations.row(ref.id)?.gone
    this.#set({ shown, ...(gone && { notice: { tone: 'bad', text: goneNotice(gone, conversation, this.now) } }) })
    this.#explainAgain()
  }

  #explainAgain(): void {
    const { exchange, shown } = this.#state
    if (!exchange) return
    const situation = shown?.situation ?? nothingKnown(this.now, vscode.l10n.t('No conversation is chosen.'))
    this.#set({ explanation: explain(exchange, situation) })
  }

  #update(change: (shown: ShownConversation) => ShownConversation): void {
    const { shown } = this.#state
    if (shown) this.#set({ shown: change(shown) })
  }

  #set(change: Partial<PanelState>): void {
    this.#state = { ...this.#state, ...change }
    if (!this.#isDisposed) this.onChange(this.#state)
  }
}
