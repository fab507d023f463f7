import { isDeepStrictEqual } from 'node:util'
import type * as vscode from 'vscode'
import type { FromPanel, PanelView, ToPanel } from '../../webview/protocol'
import type { Log } from '../log'
import { readFromPanel } from './fromPanel'

type Reveal = Extract<ToPanel, { readonly type: 'reveal' }>

/** What the page says once it has been told what to show. */
export type Said = Exclude<FromPanel, { readonly type: 'ready' }>

/** All of a view that does not follow a keystroke. The routes do where an address is typed. */
const slowPartsOf = (view: PanelView | undefined) => ({ ...view, message: undefined, request: undefined, routes: undefined })

/** The page of a panel: it is told what to show as soon as it listens, and what it says is checked before it counts. */
export class PanelPage implements vscode.Disposable {
  #listens = false
  #view: PanelView | undefined
  #toReveal: Reveal | undefined
  readonly #subscription: vscode.Disposable

  constructor(
    private readonly webview: vscode.Webview,
    log: Log,
    /** Told what the person does. */
    onSaid: (message: Said) => void
  ) {
    this.#subscription = webview.onDidReceiveMessage((raw: unknown) => {
      const message = readFromPanel(raw)
      if (!message) log.error('panel', 'The panel sent a message that the protocol does not have.')
      else if (message.type === 'ready') this.#greet()
      else onSaid(message)
    })
  }

  /** Shows a view. Where only what follows a keystroke has changed, only that is sent: the rest can be large. */
  show(view: PanelView): void {
    const { message, request, routes } = view
    const shown = this.#view
    this.#view = view
    if (shown && message && request && routes && isDeepStrictEqual(slowPartsOf(shown), slowPartsOf(view)))
      this.#post({ type: 'follow', message, request, ...(isDeepStrictEqual(shown.routes, routes) ? {} : { routes }) })
    else this.#post({ type: 'show', view })
  }

  /** Brings a part into view, as soon as there is one. */
  reveal(place: Omit<Reveal, 'type'>): void {
    const message: Reveal = { type: 'reveal', ...place }
    if (this.#listens) this.#post(message)
    else this.#toReveal = message
  }

  dispose(): void {
    this.#subscription.dispose()
  }

  /** A page that has just been loaded knows nothing: it is told everything. */
  #greet(): void {
    this.#listens = true
    if (this.#view) this.#post({ type: 'show', view: this.#view })
    if (this.#toReveal === undefined) return
    this.#post(this.#toReveal)
    this.#toReveal = undefined
  }

  #post(message: ToPanel): void {
    if (this.#listens) void this.webview.postMessage(message)
  }
}
