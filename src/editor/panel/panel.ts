import * as vscode from 'vscode'
import type { Exchange } from '../../exchange/exchange'
import { customerName } from '../../model/conversation'
import type { ConversationRef } from '../../store/conversationRef'
import type { PanelPart, SendAct } from '../../webview/protocol'
import { pickConversation } from '../commands/pickConversation'
import type { ConversationDocuments } from '../documents/conversationDocuments'
import { reportFailure } from '../failures'
import { PanelContents, type ContentsParts } from './contents'
import { PanelPage, type Said } from './page'
import type { PanelState } from './panelState'
import { PanelSending } from './sending'
import { panelView } from './view/panelView'
import { requestView } from './view/request'

/** What a panel works with. */
export interface PanelParts extends ContentsParts {
  readonly documents: ConversationDocuments
  /** Shows the rule reference at a rule. */
  readonly openRule: (rule: string) => Promise<void>
}

/** Where a panel’s sources may be linked to: the web, and nothing on this machine. */
const isWebLink = (url: string): boolean => url.startsWith('https://')

/** One panel: a conversation with its routes and message, the explanation of a pasted exchange, or both. */
export class Panel implements vscode.Disposable {
  readonly #contents: PanelContents
  readonly #page: PanelPage
  readonly #sending: PanelSending

  constructor(
    private readonly webviewPanel: vscode.WebviewPanel,
    private readonly parts: PanelParts,
    /** Told when it shows another conversation. */
    private readonly onConversation: () => void
  ) {
    this.#contents = new PanelContents(parts, (state) => {
      this.#show(state)
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
  async showConversation(conversation: ConversationRef): Promise<void> {
    const shown = this.#contents.showConversation(conversation)
    this.onConversation()
    await shown
  }

  /** Explains an exchange, in the situation of the conversation that is shown. */
  explain(exchange: Exchange): void {
    this.#contents.explain(exchange)
  }

  reveal(part: PanelPart): void {
    this.webviewPanel.reveal()
    this.#page.reveal(part)
  }

  /** @returns whether the conversation was read again */
  refresh(): Promise<boolean> {
    return this.#contents.refresh()
  }

  dispose(): void {
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
        return this.#contents.edit(said.field, said.value)
      case 'send':
        return this.#sending.sendDraft()
      case 'onSend':
        return this.#onSend(said.send, said.act)
      case 'copy':
        return this.#copy(said.format)
      case 'refresh':
        await this.refresh()
        return
      case 'openJson':
        return this.#openJson()
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

  async #copy(format: string): Promise<void> {
    const { shown, connection } = this.#contents.state
    const text = shown && connection && requestView(shown, connection.connection).request?.formats.find(({ id }) => id === format)?.text
    if (text !== undefined) await vscode.env.clipboard.writeText(text)
  }

  async #openJson(): Promise<void> {
    const { shown } = this.#contents.state
    if (shown)
      await this.parts.documents.open({ kind: 'conversation', of: shown.ref }, customerName(shown.conversation.value) ?? shown.ref.id)
  }

  #show(state: PanelState): void {
    const { shown, exchange } = state
    if (shown) this.webviewPanel.title = customerName(shown.conversation.value) ?? shown.conversation.value.id
    else if (exchange) this.webviewPanel.title = vscode.l10n.t('Explanation')
    this.#page.show(panelView(state, this.#contents.now))
  }
}
