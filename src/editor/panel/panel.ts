import * as vscode from 'vscode'
import type { Exchange } from '../../exchange/exchange'
import { explain } from '../../followUp/explain'
import { plan } from '../../followUp/plan'
import { isSending, type SendingRoute } from '../../followUp/route'
import { customerName, messengerTypeOf } from '../../model/conversation'
import { nothingKnown } from '../../model/situation'
import { deriveState } from '../../model/state'
import { channelLabel } from '../../platform/channels'
import { concerns, type Connections, type OpenConnection } from '../../store/connections'
import { isSameConversation, type ConversationRef } from '../../store/conversationRef'
import type { Drafts, SavedDraft } from '../../store/drafts'
import type { Sends } from '../../store/sends'
import type { FromPanel, PanelPart } from '../../webview/protocol'
import { pickConversation } from '../commands/pickConversation'
import type { ConversationDocuments } from '../documents/conversationDocuments'
import { reportFailure, sentenceOf } from '../failures'
import type { Log } from '../log'
import { cancellable } from '../progress'
import { withLocalTimes } from '../times'
import { confirmSend } from './confirmation'
import { readFromPanel } from './fromPanel'
import { chosenRoute, type PanelState, type ShownConversation } from './panelState'
import { requestView } from './view/request'
import { panelView } from './view/panelView'

/** What a panel works with. */
export interface PanelParts {
  readonly connections: Connections
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
  #conversation: ConversationRef | undefined
  #toReveal: PanelPart | undefined
  #ready = false
  readonly #subscriptions: vscode.Disposable

  constructor(
    private readonly webviewPanel: vscode.WebviewPanel,
    private readonly parts: PanelParts,
    /** Told when it shows another conversation. */
    private readonly onConversation: () => void
  ) {
    this.#state = {
      connection: undefined,
      notConnected: undefined,
      exchange: undefined,
      explanation: undefined,
      shown: undefined,
      notice: undefined,
      busy: false
    }
    const { connections, sends } = parts
    this.#subscriptions = vscode.Disposable.from(
      webviewPanel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message)),
      connections.onDidChange((change) => {
        if (change.kind !== 'conversations') this.#set(this.#whereItStands())
        else if (this.#conversation && concerns(change, this.#conversation)) this.#showSituation(this.#conversation)
      }),
      sends.onDidChange(({ from }) => {
        if (isSameConversation(from, this.#conversation)) this.#update((shown) => ({ ...shown, sends: sends.of(from) }))
      })
    )
    this.#state = { ...this.#state, ...this.#whereItStands() }
  }

  get conversation(): ConversationRef | undefined {
    return this.#conversation
  }

  /** Shows a conversation, read anew, beside what is explained. */
  async showConversation(conversation: ConversationRef): Promise<void> {
    this.#conversation = conversation
    this.onConversation()
    this.#set(this.#whereItStands())
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

  /**
   * Reads the conversation again; the change shows itself. What goes wrong is said in the panel.
   * @returns whether it was read
   */
  async refresh(): Promise<boolean> {
    const ref = this.#conversation
    const open = this.parts.connections.get(ref?.connectionId)
    if (!ref || !open) return false
    this.#set({ busy: true, notice: undefined })
    try {
      const title = vscode.l10n.t('Reading a conversation of {0}', open.name)
      const situation = await cancellable(title, (signal) => open.conversations.read(ref.id, signal))
      if (!situation) {
        this.#set({ notice: { tone: 'plain', text: vscode.l10n.t('Reading was cancelled. What is shown is as it was before.') } })
        return false
      }
      if (situation.conversation.known) return true
      const hint = vscode.l10n.t(
        'A conversation of another organisation or division, a deleted one, and one that is too old cannot be read here.'
      )
      this.#set({ notice: { tone: 'bad', text: `${situation.conversation.why} ${hint}` } })
    } catch (error) {
      this.parts.log.error('panel', error)
      this.#set({ notice: { tone: 'bad', text: sentenceOf(error) } })
    } finally {
      this.#set({ busy: false })
    }
    return false
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
        await this.refresh()
        return
      case 'openJson':
        return this.#openJson()
      case 'openLink':
        if (isWebLink(message.url)) await vscode.env.openExternal(vscode.Uri.parse(message.url))
        return
      case 'openRule':
        await this.parts.openRule(message.rule)
        return
      case 'chooseConversation': {
        const conversation = await pickConversation(this.parts.connections, vscode.l10n.t('Which conversation was it?'))
        return conversation && this.showConversation(conversation)
      }
      case 'connect':
        return this.#connect()
    }
  }

  /** Connects the organisation of the conversation where it is a known one, else asks which. */
  async #connect(): Promise<void> {
    const id = this.#conversation?.connectionId
    const known = this.parts.connections.find(id)
    if (known) await vscode.commands.executeCommand('genesysMessaging.openConnection', { kind: 'connection', id })
    else await vscode.commands.executeCommand('genesysMessaging.connect')
    if (this.#conversation && this.#state.shown === undefined) await this.refresh()
  }

  async #edit(field: string, value: string): Promise<void> {
    const { shown } = this.#state
    if (!shown || (field !== 'text' && field !== 'deployment')) return
    const draft = field === 'text' ? { ...shown.draft, text: value } : { ...shown.draft, deploymentId: value }
    this.#showDraft(draft)
    await this.parts.drafts.save(shown.ref, draft)
  }

  /** The draft and the requests that it goes into, which are never shown apart. */
  #showDraft(draft: SavedDraft): void {
    this.#update((shown) => ({ ...shown, draft, routes: plan(shown.situation, draft) }))
  }

  async #copy(format: string): Promise<void> {
    const { shown, connection } = this.#state
    const text = shown && connection && requestView(shown, connection.connection).request?.formats.find(({ id }) => id === format)?.text
    if (text !== undefined) await vscode.env.clipboard.writeText(text)
  }

  async #openJson(): Promise<void> {
    const { shown } = this.#state
    if (shown)
      await this.parts.documents.open({ kind: 'conversation', of: shown.ref }, customerName(shown.conversation.value) ?? shown.ref.id)
  }

  async #send(): Promise<void> {
    const { shown, connection: open } = this.#state
    const route = shown && chosenRoute(shown)
    if (!shown || !open || !route || !isSending(route)) return
    if (!(await this.#confirm(shown, route, open))) return

    if (!(await this.refresh())) return
    const { shown: now, connection: still } = this.#state
    const planned = now?.routes.find((candidate): candidate is SendingRoute => candidate.id === route.id)
    if (!now || !planned || still?.connection !== open.connection) return
    if (planned.verdict === 'will-fail') {
      this.#set({ notice: { tone: 'caution', text: vscode.l10n.t('Nothing was sent. The conversation has changed: {0}', planned.reason) } })
      return
    }
    const sending = this.parts.sends.send(open.connection, now.ref, now.draft.text, planned.request)
    this.reveal('sends')
    const record = await sending
    if (record.outcome.kind !== 'accepted' || route.id === 'outbound') return
    await this.parts.drafts.clear(now.ref)
    this.#showDraft(this.parts.drafts.get(now.ref))
  }

  #confirm({ conversation }: ShownConversation, route: SendingRoute, open: OpenConnection): Promise<boolean> {
    const name = customerName(conversation.value) ?? conversation.value.id
    const opens = route.id === 'outbound'
    const detail = [
      `${route.title}, ${channelLabel(messengerTypeOf(conversation.value))}`,
      ...(route.verdict === 'cannot-tell' ? [vscode.l10n.t('It is not known whether this works: {0}', route.reason)] : [])
    ]
    return confirmSend(
      {
        question: opens
          ? vscode.l10n.t('Open a conversation with {0} on {1}?', name, open.name)
          : vscode.l10n.t('Send to {0} on {1}?', name, open.name),
        detail: withLocalTimes(detail.join('\n'), open.connection.now()),
        act: opens ? vscode.l10n.t('Open Conversation') : vscode.l10n.t('Send')
      },
      open
    )
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
    const shown: ShownConversation = {
      ref,
      situation,
      conversation,
      state: deriveState(conversation.value, situation.threading, situation.now),
      routes: plan(situation, draft),
      chosen: this.#state.shown?.chosen,
      draft,
      sends: this.parts.sends.of(ref)
    }
    this.#set({ shown })
    this.#explainAgain()
  }

  #explainAgain(): void {
    const { exchange, shown } = this.#state
    if (!exchange) return
    const situation = shown?.situation ?? nothingKnown(this.#now(), vscode.l10n.t('No conversation is chosen.'))
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
    if (this.#ready) void this.webviewPanel.webview.postMessage({ type: 'show', view: panelView(this.#state, this.#now()) })
  }

  /** The time at the organisation, else on this machine. */
  #now(): number {
    return this.#state.connection?.connection.now() ?? Date.now()
  }

  #revealWhenShown(): void {
    if (!this.#ready || this.#toReveal === undefined) return
    void this.webviewPanel.webview.postMessage({ type: 'reveal', part: this.#toReveal })
    this.#toReveal = undefined
  }
}
