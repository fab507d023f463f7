import * as vscode from 'vscode'
import * as z from 'zod/mini'
import { profilesKey } from './names'
import { connectionProfile, type ConnectionProfile } from './profile'

/** One by one: a profile that another version wrote, and that cannot be read, costs no other. */
const kept = z.array(z.unknown())

/** The connections that a person has made, in the order in which they were made. They are the same in every window. */
export class ConnectionProfiles implements vscode.Disposable {
  readonly #memento: vscode.Memento
  readonly #changed = new vscode.EventEmitter<void>()

  readonly onDidChange = this.#changed.event

  constructor(memento: vscode.Memento) {
    this.#memento = memento
  }

  all(): readonly ConnectionProfile[] {
    const list = kept.safeParse(this.#memento.get(profilesKey))
    if (!list.success) return []
    return list.data.flatMap((item) => {
      const read = connectionProfile.safeParse(item)
      return read.success ? [read.data] : []
    })
  }

  get(id: string): ConnectionProfile | undefined {
    return this.all().find((profile) => profile.id === id)
  }

  /** Adds the profile, or replaces the one with its id. */
  async save(profile: ConnectionProfile): Promise<void> {
    const profiles = this.all()
    await this.#keep(
      profiles.some(({ id }) => id === profile.id)
        ? profiles.map((other) => (other.id === profile.id ? profile : other))
        : [...profiles, profile]
    )
  }

  async remove(id: string): Promise<void> {
    await this.#keep(this.all().filter((profile) => profile.id !== id))
  }

  dispose(): void {
    this.#changed.dispose()
  }

  async #keep(profiles: readonly ConnectionProfile[]): Promise<void> {
    await this.#memento.update(profilesKey, profiles)
    this.#changed.fire()
  }
}
