import * as vscode from 'vscode'
import type { Exchange } from '../../exchange/exchange'
import { explain } from '../../followUp/explain'
import { plan } from '../../followUp/plan'
import { isSending, type SendingRoute } from '../../followUp/route'
import { customerName, messengerTypeOf } from '../../model/conversation'
import type { Uuid } from '../../model/ids'
import { nothingKnown } from '../../model/situation'
import { deriveState } from '../../model/state'
import { channelLabel } from '../../platform/channels'
import type { Conversations } from '../../store/conversations'
import type { Drafts, SavedDraft } from '../../store/drafts'
import type { Sends } from '../../store/sends'
import type { FromPanel, PanelPart } from '../../webview/protocol'
import { pickConversation } from '../commands/pickConversation'
import type { ConversationDocuments } from '../documents/conversationDocuments'
import { reportFailure, sentenceOf } from '../failures'
import type { Log } from '../log'
import { withLocalTimes } from '../times'
import { readFromPanel } from './fromPanel'
import { chosenRoute, type PanelState, type ShownConversation } from './panelState'
import { requestView } from './view/request'
import { panelView } from './view/panelView'

/** What a panel works with. */
export interface PanelParts {
  readonly conversations: Conversations
  readonly drafts: Drafts
  readonly sends: Sends
  readonly documents: ConversationDocuments
  readonly log: Log
  /** Shows the rule reference at a rule. */
  readonly openRule: (rule: string) => Promise<void>
}

/** Where a panel’s sources may be linked to: the web, and nothing on this machine. */
const isWebLink = (url: string): boolean => url.startsWith('https://')

/** One panel: a conversation with its routes and message, the explanation of a pasted exchange, or both. */
export class Panel implements vscode.Disposable {
  #state: PanelState
  #conversationId: Uuid | undefined
  #toReveal: PanelPart | undefined
  #ready = false
  readonly #subscriptions: vscode.Disposable

  constructor(
    private readonly webviewPanel: vscode.WebviewPanel,
    private readonly parts: PanelParts
  ) {
    this.#state = {
      connection: parts.conversations.connection,
      exchange: undefined,
      explanation: undefined,
      shown: undefined,
      notice: undefined,
      busy: false
    }
    const { conversations, sends } = parts
    this.#subscriptions = vscode.Disposable.from(
      webviewPanel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message)),
      conversations.onDidChange((change) => {
        if (change.kind === 'all') this.#set({ connection: conversations.connection })
        else if (change.id === this.#conversationId) this.#showSituation(change.id)
      }),
      sends.onDidChange(({ conversationId }) => {
        if (conversationId === this.#conversationId) this.#update((shown) => ({ ...shown, sends: sends.of(conversationId) }))
      })
    )
  }

  get conversationId(): Uuid | undefined {
    return this.#conversationId
  }

  /** Shows a conversation, read anew, beside what is explained. */
  async showConversation(id: Uuid): Promise<void> {
    this.#conversationId = id
    await this.refresh()
  }

  /** Explains an exchange, in the situation of the conversation that is shown. */
  explain(exchange: Exchange): void {
    this.#set({ exchange })
    this.#explainAgain()
  }

  reveal(part: PanelPart): void {
    this.webviewPanel.reveal()
    this.#toReveal = part
    this.#revealWhenShown()
  }

  /** Reads the conversation again; the change shows itself. What goes wrong is said in the panel. */
  async refresh(): Promise<void> {
    const id = this.#conversationId
    if (id === undefined) return
    this.#set({ busy: true, notice: undefined })
    try {
      const { conversation } = await this.parts.conversations.read(id)
      if (!conversation.known) {
        const hint = vscode.l10n.t('A conversation of another organisation, or one that is too old, cannot be read here.')
        this.#set({ notice: { tone: 'bad', text: `${conversation.why} ${hint}` } })
      }
    } catch (error) {
      this.parts.log.error('panel', error)
      this.#set({ notice: { tone: 'bad', text: sentenceOf(error) } })
    } finally {
      this.#set({ busy: false })
    }
  }

  dispose(): void {
    this.#subscriptions.dispose()
    this.webviewPanel.dispose()
  }

  async #receive(raw: unknown): Promise<void> {
    const message = readFromPanel(raw)
    if (!message) {
      this.parts.log.error('panel', 'The panel sent a message that the protocol does not have.')
      return
    }
    try {
      await this.#act(message)
    } catch (error) {
      void reportFailure(error, 'panel', this.parts.log)
    }
  }

  async #act(message: FromPanel): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#ready = true
        this.#post()
        this.#revealWhenShown()
        return
      case 'chooseRoute':
        this.#update((shown) => ({ ...shown, chosen: shown.routes.find(({ id }) => id === message.route)?.id }))
        return
      case 'edit':
        return this.#edit(message.field, message.value)
      case 'send':
        return this.#send()
      case 'copy':
        return this.#copy(message.format)
      case 'refresh':
        return this.refresh()
      case 'openJson':
        return this.#openJson()
      case 'openLink':
        if (isWebLink(message.url)) await vscode.env.openExternal(vscode.Uri.parse(message.url))
        return
      case 'openRule':
        await this.parts.openRule(message.rule)
        return
      case 'chooseConversation': {
        const id = await pickConversation(this.parts.conversations, vscode.l10n.t('Which conversation was it?'))
        return id === undefined ? undefined : this.showConversation(id)
      }
      case 'connect':
        await vscode.commands.executeCommand('genesysMessaging.connect')
    }
  }

  async #edit(field: string, value: string): Promise<void> {
    const { shown } = this.#state
    if (!shown || (field !== 'text' && field !== 'deployment')) return
    const draft = field === 'text' ? { ...shown.draft, text: value } : { ...shown.draft, deploymentId: value }
    this.#showDraft(draft)
    await this.parts.drafts.save(shown.conversation.value.id, draft)
  }

  /** The draft and the requests that it goes into, which are never shown apart. */
  #showDraft(draft: SavedDraft): void {
    this.#update((shown) => ({ ...shown, draft, routes: plan(shown.situation, draft) }))
  }

  async #copy(format: string): Promise<void> {
    const { shown, connection } = this.#state
    const text = shown && connection && requestView(shown, connection).request?.formats.find(({ id }) => id === format)?.text
    if (text !== undefined) await vscode.env.clipboard.writeText(text)
  }

  async #openJson(): Promise<void> {
    const { shown } = this.#state
    if (shown)
      await this.parts.documents.open(shown.conversation.value.id, customerName(shown.conversation.value) ?? shown.conversation.value.id)
  }

  async #send(): Promise<void> {
    const { shown } = this.#state
    const { connection } = this.parts.conversations
    const route = shown && chosenRoute(shown)
    if (!shown || !connection || !route || !isSending(route)) return
    const id = shown.conversation.value.id
    if (!(await this.#confirm(shown, route, connection.organisation))) return

    await this.refresh()
    const now = this.#state.shown
    const still = now?.routes.find((candidate): candidate is SendingRoute => candidate.id === route.id)
    if (!now || !still || this.#state.notice) return
    if (still.verdict === 'will-fail') {
      this.#set({ notice: { tone: 'caution', text: vscode.l10n.t('Nothing was sent. The conversation has changed: {0}', still.reason) } })
      return
    }
    const sending = this.parts.sends.send(connection, id, now.draft.text, still.request)
    this.reveal('sends')
    const record = await sending
    if (record.outcome.kind !== 'accepted' || route.id === 'outbound') return
    await this.parts.drafts.clear(id)
    this.#showDraft(this.parts.drafts.get(id))
  }

  async #confirm({ conversation }: ShownConversation, route: SendingRoute, organisation: string): Promise<boolean> {
    const send = route.id === 'outbound' ? vscode.l10n.t('Open Conversation') : vscode.l10n.t('Send')
    const name = customerName(conversation.value) ?? conversation.value.id
    const question =
      route.id === 'outbound'
        ? vscode.l10n.t('Open a conversation with {0} on {1}?', name, organisation)
        : vscode.l10n.t('Send to {0} on {1}?', name, organisation)
    const detail = [
      `${route.title}, ${channelLabel(messengerTypeOf(conversation.value))}`,
      ...(route.verdict === 'cannot-tell' ? [vscode.l10n.t('It is not known whether this works: {0}', route.reason)] : [])
    ]
    return (
      (await vscode.window.showWarningMessage(
        question,
        { modal: true, detail: withLocalTimes(detail.join('\n'), this.parts.conversations.now()) },
        send
      )) === send
    )
  }

  /** Shows what was read of the conversation last. */
  #showSituation(id: Uuid): void {
    const situation = this.parts.conversations.situationOf(id)
    if (!situation?.conversation.known) return
    const { conversation } = situation
    const draft = this.parts.drafts.get(id)
    const shown: ShownConversation = {
      situation,
      conversation,
      state: deriveState(conversation.value, situation.threading, situation.now),
      routes: plan(situation, draft),
      chosen: this.#state.shown?.chosen,
      draft,
      sends: this.parts.sends.of(id)
    }
    this.#set({ shown })
    this.#explainAgain()
  }

  #explainAgain(): void {
    const { exchange, shown } = this.#state
    if (!exchange) return
    const situation = shown?.situation ?? nothingKnown(this.parts.conversations.now(), vscode.l10n.t('No conversation is chosen.'))
    this.#set({ explanation: explain(exchange, situation) })
  }

  #update(change: (shown: ShownConversation) => ShownConversation): void {
    const { shown } = this.#state
    if (shown) this.#set({ shown: change(shown) })
  }

  #set(change: Partial<PanelState>): void {
    this.#state = { ...this.#state, ...change }
    const { shown, exchange } = this.#state
    this.webviewPanel.title = shown
      ? (customerName(shown.conversation.value) ?? shown.conversation.value.id)
      : exchange
        ? vscode.l10n.t('Explanation')
        : this.webviewPanel.title
    this.#post()
  }

  #post(): void {
    if (this.#ready)
      void this.webviewPanel.webview.postMessage({ type: 'show', view: panelView(this.#state, this.parts.conversations.now()) })
  }

  #revealWhenShown(): void {
    if (!this.#ready || this.#toReveal === undefined) return
    void this.webviewPanel.webview.postMessage({ type: 'reveal', part: this.#toReveal })
    this.#toReveal = undefined
  }
}
