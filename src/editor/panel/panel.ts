import * as vscode from 'vscode'
import type { Exchange } from '../../exchange/exchange'
import type { ActionId } from '../../followUp/actions/action'
import { customerName } from '../../model/conversation'
import type { RecordPlace } from '../../model/recordPlace'
import type { ConversationRef } from '../../store/conversationRef'
import type { PanelPart, SendAct } from '../../webview/protocol'
import { pickConversation } from '../commands/pickConversation'
import type { ConversationDocuments } from '../documents/conversationDocuments'
import { reportFailure } from '../failures'
import { act } from './acting'
import { Composing } from './composing/composing'
import { MediaTypes } from './composing/mediaTypes'
import { PanelContents, type ContentsParts } from './contents'
import { PanelPage, type Said } from './page'
import type { PanelState } from './panelState'
import { actionAsCurl } from './view/actions'
import { panelViews } from './view/panelView'
import { PanelSending } from './sending'
import { requestView } from './view/request'

/** What a panel works with. */
export interface PanelParts extends ContentsParts {
  readonly documents: ConversationDocuments
  /** Shows the rule reference at a rule. */
  readonly openRule: (rule: string) => Promise<void>
}

/** Where a panel is opened. */
export type PanelPlace = PanelPart | { readonly action: ActionId }

/** Where a panel’s sources may be linked to: the web, and nothing on this machine. */
const isWebLink = (url: string): boolean => url.startsWith('https://')

/** One panel: a conversation with its routes and message, the explanation of a pasted exchange, or both. */
export class Panel implements vscode.Disposable {
  readonly #contents: PanelContents
  readonly #page: PanelPage
  readonly #viewOf = panelViews()
  readonly #composing: Composing
  readonly #mediaTypes: MediaTypes
  readonly #sending: PanelSending
  readonly #viewState: vscode.Disposable

  constructor(
    private readonly webviewPanel: vscode.WebviewPanel,
    private readonly parts: PanelParts,
    /** Told when it shows another conversation. */
    private readonly onConversation: () => void
  ) {
    this.#contents = new PanelContents(parts, (state) => {
      this.#show(state)
    })
    this.#mediaTypes = new MediaTypes((of, types) => {
      this.#contents.showMediaTypes(of, types)
    })
    this.#composing = new Composing({
      shown: () => this.#contents.state.shown,
      connection: () => this.#contents.state.connection,
      change: (draft) => {
        this.#contents.changeDraft(draft)
      },
      showUpload: (upload) => {
        this.#contents.showUpload(upload)
      }
    })
    this.#viewState = webviewPanel.onDidChangeViewState(() => {
      this.#contents.keepDrafts()
    })
    this.#sending = new PanelSending(this.#contents, parts.sends, () => {
      this.reveal('sends')
    })
    this.#page = new PanelPage(webviewPanel.webview, parts.log, (said) => {
      this.#act(said).catch((error: unknown) => reportFailure(error, 'panel', parts.log))
    })
    this.#show(this.#contents.state)
  }

  get conversation(): ConversationRef | undefined {
    return this.#contents.conversation
  }

  /** Shows a conversation, read anew, beside what is explained. */
  async showConversation(conversation: ConversationRef, route?: string): Promise<void> {
    const isShown = this.#contents.showConversation(conversation, route)
    // What is there is shown first: reading would keep VS Code from showing the page.
    if (isShown) await this.#page.loaded
    this.onConversation()
    await this.refresh()
  }

  /** Explains an exchange, in the situation of the conversation that is shown. */
  explain(exchange: Exchange): void {
    this.#contents.explain(exchange)
  }

  /** Comes to the front at a part, or at an action, which says why where the conversation has no use for it. */
  reveal(place: PanelPlace): void {
    const at = typeof place === 'string' ? { part: place } : ({ part: 'actions', action: place.action } as const)
    this.#contents.askFor(typeof place === 'string' ? undefined : place.action)
    this.webviewPanel.reveal()
    this.#page.reveal(at)
  }

  /** @returns whether the conversation was read again */
  refresh(): Promise<boolean> {
    return this.#contents.refresh()
  }

  dispose(): void {
    this.#viewState.dispose()
    this.#composing.dispose()
    this.#mediaTypes.dispose()
    this.#page.dispose()
    this.#contents.dispose()
    this.webviewPanel.dispose()
  }

  async #act(said: Said): Promise<void> {
    switch (said.type) {
      case 'chooseRoute':
        this.#contents.chooseRoute(said.route)
        return
      case 'edit':
      case 'insertResponse':
      case 'chooseTemplate':
      case 'chooseMedia':
      case 'cancelUpload':
      case 'removeMedia':
        return this.#composing.act(said)
      case 'send':
        return this.#sending.sendDraft()
      case 'act':
        return act(this.#contents, said.action)
      case 'copyAction':
        return this.#copyAction(said.action)
      case 'chooseFormat':
        this.#contents.chooseFormat(said.format)
        return
      case 'onSend':
        return this.#onSend(said.send, said.act)
      case 'copy':
        return this.#copy()
      case 'refresh':
        await this.refresh()
        return
      case 'openJson':
        return this.#openRecord()
      case 'openFact':
        return this.#openRecord(said.at)
      case 'openLink':
        if (isWebLink(said.url)) await vscode.env.openExternal(vscode.Uri.parse(said.url))
        return
      case 'openRule':
        return this.parts.openRule(said.rule)
      case 'chooseConversation': {
        const conversation = await pickConversation(this.parts.connections, vscode.l10n.t('Which conversation was it?'))
        return conversation && this.showConversation(conversation)
      }
      case 'connect':
        return this.#connect()
    }
  }

  async #onSend(id: string, act: SendAct): Promise<void> {
    switch (act) {
      case 'lookAgain': {
        const { connection } = this.#contents.state
        if (connection) this.parts.sends.lookAgain(connection.connection, id)
        return
      }
      case 'sendAgain':
        return this.#sending.sendAgain(id)
      case 'forget':
        return this.parts.sends.forgetOne(id)
    }
  }

  /** Connects the organisation of the conversation where it is a known one, else asks which. */
  async #connect(): Promise<void> {
    const id = this.conversation?.connectionId
    const known = this.parts.connections.find(id)
    if (known) await vscode.commands.executeCommand('genesysMessaging.openConnection', { kind: 'connection', id })
    else await vscode.commands.executeCommand('genesysMessaging.connect')
    if (this.conversation && this.#contents.state.shown === undefined) await this.refresh()
  }

  async #copy(): Promise<void> {
    const { shown, connection, format } = this.#contents.state
    const { request } = shown && connection ? requestView(shown, connection, format) : {}
    if (request) await vscode.env.clipboard.writeText(request.text)
  }

  async #copyAction(id: string): Promise<void> {
    const { shown, connection } = this.#contents.state
    const action = shown?.actions.actions.find((each) => each.id === id)
    if (action && connection) await vscode.env.clipboard.writeText(actionAsCurl(action, connection.connection))
  }

  /** Opens the record that the panel’s facts are from, at one of them. */
  async #openRecord(fact?: RecordPlace): Promise<void> {
    const { shown } = this.#contents.state
    if (!shown) return
    const { value: conversation } = shown.conversation
    const kind = conversation.reading === 'live' ? 'conversation' : 'analytics'
    await this.parts.documents.open({ kind, of: shown.ref }, customerName(conversation) ?? shown.ref.id, fact)
  }

  #show(state: PanelState): void {
    const { shown, exchange } = state
    if (shown) this.webviewPanel.title = customerName(shown.conversation.value) ?? shown.conversation.value.id
    else if (exchange) this.webviewPanel.title = vscode.l10n.t('Explanation')
    this.#page.show(this.#viewOf(state, this.#contents.now))
    this.#mediaTypes.want(shown, state.connection).catch((error: unknown) => {
      this.parts.log.error('panel', error)
    })
  }
}
