import * as vscode from 'vscode'
import * as z from 'zod/mini'
import { conversationIdOf } from '../../diagnosis/conversationId'
import type { Exchange } from '../../exchange/exchange'
import { parseUuid } from '../../model/ids'
import { isSameConversation, type ConversationRef } from '../../store/conversationRef'
import { locate } from '../../store/locate'
import { cancellable } from '../progress'
import { localResources, panelHtml } from './html'
import { Panel, type PanelParts, type PanelPlace } from './panel'

const panelType = 'genesysMessaging.panel'

/** What the page keeps of itself over a reload, as far as it is needed to fill it again. */
const kept = z.object({ conversation: z.object({ connectionId: z.string(), id: z.string() }), route: z.optional(z.string()) })

/** The open panels: one for each conversation, and one for an exchange without a reachable conversation. */
export class Panels implements vscode.Disposable {
  readonly #open = new Set<Panel>()
  readonly #changes = new vscode.EventEmitter<void>()

  /** Another conversation is open in a panel, or one is not any more. */
  readonly onDidChangeConversations = this.#changes.event

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly parts: PanelParts,
    /** Restores the connections of the last time, and waits for this one. */
    private readonly restored: (connectionId: string) => Promise<void>
  ) {}

  /** Those that are open. */
  get conversations(): readonly ConversationRef[] {
    return [...this.#open].flatMap(({ conversation }) => conversation ?? [])
  }

  /** Opens the panel of a conversation at a part or an action, or brings it to the front. */
  async openConversation(conversation: ConversationRef, place: PanelPlace): Promise<Panel> {
    const panel = this.#showing(conversation) ?? this.#create()
    // An action is revealed when the conversation has been read: that must have begun.
    const shown = panel.showConversation(conversation)
    panel.reveal(place)
    await shown
    return panel
  }

  /** Explains an exchange: in its conversation’s panel when it names one that an open connection has, else in a panel of its own. */
  async openExplanation(exchange: Exchange): Promise<void> {
    const conversation = await this.#conversationOf(exchange)
    const panel = this.#showing(conversation) ?? this.#create()
    panel.explain(exchange)
    panel.reveal('explanation')
    if (conversation) await panel.showConversation(conversation)
  }

  /** Fills a panel again that stood open when the window was closed. One that cannot be named any more is closed. */
  async deserializeWebviewPanel(webviewPanel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const parsed = kept.safeParse(state)
    const id = parsed.success ? parseUuid(parsed.data.conversation.id) : undefined
    if (!parsed.success || id === undefined) {
      webviewPanel.dispose()
      return
    }
    const { conversation, route } = parsed.data
    const { connectionId } = conversation
    await this.restored(connectionId)
    await this.#adopt(webviewPanel).showConversation({ connectionId, id }, route)
  }

  dispose(): void {
    for (const panel of [...this.#open]) panel.dispose()
    this.#changes.dispose()
  }

  #showing(conversation: ConversationRef | undefined): Panel | undefined {
    return [...this.#open].find((panel) => isSameConversation(panel.conversation, conversation))
  }

  /** The conversation that an exchange names. With one organisation it is taken for one of its own; with several the one that has it is looked for. */
  async #conversationOf(exchange: Exchange): Promise<ConversationRef | undefined> {
    const id = conversationIdOf(exchange)
    const [first, ...others] = this.parts.connections.all()
    if (id === undefined || !first) return undefined
    if (others.length === 0) return { connectionId: first.id, id }
    const title = vscode.l10n.t('Looking for the conversation in {0} organisations', others.length + 1)
    const found = await cancellable(title, (signal) => locate([{ as: 'conversation', id }], this.parts.connections, signal))
    return found?.found[0]
  }

  #create(): Panel {
    return this.#adopt(vscode.window.createWebviewPanel(panelType, vscode.l10n.t('Genesys Messaging'), vscode.ViewColumn.Active))
  }

  #adopt(webviewPanel: vscode.WebviewPanel): Panel {
    webviewPanel.webview.options = { enableScripts: true, localResourceRoots: localResources(this.extensionUri) }
    webviewPanel.iconPath = vscode.Uri.joinPath(this.extensionUri, 'media', 'icon.svg')
    const panel = new Panel(webviewPanel, this.parts, () => {
      this.#changes.fire()
    })
    this.#open.add(panel)
    webviewPanel.onDidDispose(() => {
      this.#open.delete(panel)
      panel.dispose()
      this.#changes.fire()
    })
    webviewPanel.webview.html = panelHtml(webviewPanel.webview, this.extensionUri)
    return panel
  }
}
