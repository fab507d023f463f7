import type * as vscode from 'vscode'
import { Emitter } from '../../store/emitter'
import { groupings, type Grouping } from '../../store/listing/arrangement'
import type { Filter } from '../../store/listing/filter'

const groupingKey = 'genesysMessaging.grouping'

/** How the Conversations view is arranged. The grouping is remembered in the workspace; the filter is not, since what is hidden would be missed. */
export class ViewOptions {
  readonly #changes = new Emitter<undefined>()
  #grouping: Grouping
  #filter: Filter | undefined

  readonly onDidChange = this.#changes.subscribe

  constructor(private readonly memory: vscode.Memento) {
    const kept = memory.get<unknown>(groupingKey)
    this.#grouping = groupings.find((grouping) => grouping === kept) ?? 'state'
  }

  get grouping(): Grouping {
    return this.#grouping
  }

  get filter(): Filter | undefined {
    return this.#filter
  }

  async groupBy(grouping: Grouping): Promise<void> {
    this.#grouping = grouping
    this.#changes.fire(undefined)
    await this.memory.update(groupingKey, grouping)
  }

  /** @param filter `undefined` shows everything */
  filterBy(filter: Filter | undefined): void {
    this.#filter = filter
    this.#changes.fire(undefined)
  }
}
