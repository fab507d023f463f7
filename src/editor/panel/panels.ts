import * as vscode from 'vscode'
import * as z from 'zod/mini'
import { conversationIdOf } from '../../diagnosis/conversationId'
import type { Exchange } from '../../exchange/exchange'
import { parseUuid, type Uuid } from '../../model/ids'
import type { PanelPart } from '../../webview/protocol'
import { localResources, panelHtml } from './html'
import { Panel, type PanelParts } from './panel'

const panelType = 'genesysMessaging.panel'

/** What the page keeps of itself over a reload, as far as it is needed to fill it again. */
const kept = z.object({ conversation: z.string() })

/** The open panels: one for each conversation, and one for an exchange without a reachable conversation. */
export class Panels implements vscode.Disposable {
  readonly #open = new Set<Panel>()

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly parts: PanelParts,
    private readonly reconnect: () => Promise<void>
  ) {}

  /** Opens the panel of a conversation at a part, or brings it to the front. */
  async openConversation(id: Uuid, part: PanelPart): Promise<Panel> {
    const panel = [...this.#open].find(({ conversationId }) => conversationId === id) ?? this.#create()
    panel.reveal(part)
    await panel.showConversation(id)
    return panel
  }

  /** Explains an exchange: in its conversation’s panel when it names one and an organisation is connected, else in a panel of its own. */
  async openExplanation(exchange: Exchange): Promise<void> {
    const id = this.parts.conversations.connection ? conversationIdOf(exchange) : undefined
    const existing = [...this.#open].find(({ conversationId }) => conversationId === id)
    const panel = existing ?? this.#create()
    panel.explain(exchange)
    panel.reveal('explanation')
    if (id !== undefined) await panel.showConversation(id)
  }

  /** Fills a panel again that stood open when the window was closed. */
  async deserializeWebviewPanel(webviewPanel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const parsed = kept.safeParse(state)
    const id = parsed.success ? parseUuid(parsed.data.conversation) : undefined
    if (id === undefined) {
      webviewPanel.dispose()
      return
    }
    await this.reconnect()
    await this.#adopt(webviewPanel).showConversation(id)
  }

  dispose(): void {
    for (const panel of [...this.#open]) panel.dispose()
  }

  #create(): Panel {
    return this.#adopt(vscode.window.createWebviewPanel(panelType, vscode.l10n.t('Genesys Messaging'), vscode.ViewColumn.Active))
  }

  #adopt(webviewPanel: vscode.WebviewPanel): Panel {
    webviewPanel.webview.options = { enableScripts: true, localResourceRoots: localResources(this.extensionUri) }
    webviewPanel.iconPath = vscode.Uri.joinPath(this.extensionUri, 'media', 'icon.svg')
    const panel = new Panel(webviewPanel, this.parts)
    this.#open.add(panel)
    webviewPanel.onDidDispose(() => {
      this.#open.delete(panel)
      panel.dispose()
    })
    webviewPanel.webview.html = panelHtml(webviewPanel.webview, this.extensionUri)
    return panel
  }
}
