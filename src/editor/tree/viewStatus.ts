import * as vscode from 'vscode'
import { setContext } from '../contextKeys'
import type { Connections } from '../../store/connections'
import type { Disposable } from '../../store/emitter'
import type { ConversationsTree } from './conversationsTree'
import type { Node } from './nodes'
import type { ViewOptions } from './viewOptions'

/** Counting is one look at every row where a filter is on: often enough is once in a while. */
const betweenMs = 250

/** What the view says of itself: how many conversations wait, on its badge, and what the filter hides, above its rows. */
export class ViewStatus implements vscode.Disposable {
  readonly #subscriptions: readonly Disposable[]
  #due: NodeJS.Timeout | undefined

  constructor(
    private readonly view: vscode.TreeView<Node>,
    private readonly connections: Connections,
    private readonly options: ViewOptions,
    private readonly tree: ConversationsTree
  ) {
    this.#subscriptions = [
      connections.onDidChange(() => {
        this.#due ??= setTimeout(() => {
          this.#show()
        }, betweenMs)
      }),
      options.onDidChange(() => {
        void setContext('filtered', options.filter !== undefined)
        this.#show()
      })
    ]
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose()
    clearTimeout(this.#due)
  }

  #show(): void {
    clearTimeout(this.#due)
    this.#due = undefined
    const waiting = this.connections.all().reduce((sum, { conversations }) => sum + conversations.waiting, 0)
    const tooltip =
      waiting === 1 ? vscode.l10n.t('1 conversation waits for an agent') : vscode.l10n.t('{0} conversations wait for an agent', waiting)
    if (this.view.badge?.value !== (waiting === 0 ? undefined : waiting))
      this.view.badge = waiting === 0 ? undefined : { value: waiting, tooltip }
    const message = this.#message()
    if ((this.view.message ?? '') !== message) this.view.message = message
  }

  /** Empty where there is nothing to say. */
  #message(): string {
    const { filter } = this.options
    if (!filter) return ''
    const { shown, all } = this.tree.counts
    const counts = vscode.l10n.t('{0} of {1} hidden.', (all - shown).toLocaleString(), all.toLocaleString())
    return vscode.l10n.t('Filtered by {0}. {1}', filter.text, counts)
  }
}
