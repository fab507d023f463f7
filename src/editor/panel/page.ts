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

/** What a page needs of its webview. */
export interface Channel {
  readonly onDidReceiveMessage: (listener: (message: unknown) => void) => { readonly dispose: () => unknown }
  readonly postMessage: (message: ToPanel) => Thenable<boolean>
}

const hasContent = ({ conversation, explanation }: PanelView): boolean => conversation !== undefined || explanation !== undefined

/**
 * The page of a panel. It is told what to show before it has said that it listens, which saves it a question and an answer: VS Code keeps messages for a
 * page that is being loaded. Where they did not come, it is told again. What it says is checked before it counts.
 */
export class PanelPage implements vscode.Disposable {
  #listens = false
  #view: PanelView | undefined
  #toReveal: Reveal | undefined
  #resolveLoaded: () => void = () => undefined
  /** Resolves when the page is there, or will not come. */
  readonly loaded = new Promise<void>((resolve) => {
    this.#resolveLoaded = resolve
  })
  readonly #subscription: ReturnType<Channel['onDidReceiveMessage']>

  constructor(
    private readonly webview: Channel,
    log: Pick<Log, 'error'>,
    /** Told what the person does. */
    onSaid: (message: Said) => void
  ) {
    this.#subscription = webview.onDidReceiveMessage((raw: unknown) => {
      const message = readFromPanel(raw)
      if (!message) log.error('panel', 'The panel sent a message that the protocol does not have.')
      else if (message.type === 'ready') this.#greet(message.told)
      else onSaid(message)
    })
  }

  /** Shows a view. Where only what follows a keystroke has changed, only that is sent: the rest can be large. */
  show(view: PanelView): void {
    const { message, request, routes } = view
    const shown = this.#view
    this.#view = view
    if (!this.#listens && !hasContent(view)) return
    if (this.#listens && shown && message && request && routes && isDeepStrictEqual(slowPartsOf(shown), slowPartsOf(view)))
      this.#post({ type: 'follow', message, request, ...(isDeepStrictEqual(shown.routes, routes) ? {} : { routes }) })
    else this.#post({ type: 'show', view })
  }

  /** Brings a part into view, as soon as there is one. */
  reveal(place: Omit<Reveal, 'type'>): void {
    const message: Reveal = { type: 'reveal', ...place }
    this.#post(message)
    if (!this.#listens) this.#toReveal = message
  }

  dispose(): void {
    this.#resolveLoaded()
    this.#subscription.dispose()
  }

  /** A page that has just been loaded, and that nothing has reached yet, is told everything. */
  #greet(told: boolean): void {
    const toReveal = this.#toReveal
    this.#listens = true
    this.#resolveLoaded()
    this.#toReveal = undefined
    if (told) return
    if (this.#view) this.#post({ type: 'show', view: this.#view })
    if (toReveal) this.#post(toReveal)
  }

  #post(message: ToPanel): void {
    void this.webview.postMessage(message)
  }
}
