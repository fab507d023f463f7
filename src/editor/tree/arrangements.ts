import type { Uuid } from '../../model/ids'
import type { Connections } from '../../store/connections'
import { Arrangement, type Rearranged } from '../../store/listing/arrangement'
import type { ViewOptions } from './viewOptions'

/** The arranged conversations of each open connection, made when somebody looks. */
export class Arrangements {
  readonly #made = new Map<string, Arrangement>()

  constructor(
    private readonly connections: Connections,
    private readonly options: ViewOptions
  ) {}

  /** @returns `undefined` for a connection that is not open */
  of(connectionId: string): Arrangement | undefined {
    const made = this.#made.get(connectionId)
    if (made) return made
    const open = this.connections.get(connectionId)
    if (!open) return undefined
    const arrangement = new Arrangement(open.conversations, this.options.grouping, this.options.filter, open.connection.now())
    this.#made.set(connectionId, arrangement)
    return arrangement
  }

  /** Takes in what has become of one conversation. Where nobody has looked yet there is nothing to change. */
  update(connectionId: string, id: Uuid): Rearranged {
    const open = this.connections.get(connectionId)
    return (open && this.#made.get(connectionId)?.update(id, open.connection.now())) ?? { kind: 'nothing' }
  }

  /** Has it made anew, that of one connection or of all, when somebody looks again. */
  drop(connectionId?: string): void {
    if (connectionId === undefined) this.#made.clear()
    else this.#made.delete(connectionId)
  }

  /** Takes in what time alone has changed. */
  passTime(): void {
    for (const [id, arrangement] of this.#made) {
      const open = this.connections.get(id)
      if (open) arrangement.passTo(open.connection.now())
      else this.#made.delete(id)
    }
  }
}
