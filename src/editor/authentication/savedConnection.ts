import type * as vscode from 'vscode'
import * as z from 'zod/mini'

const saved = z.object({
  region: z.string(),
  userToken: z.optional(z.string()),
  client: z.optional(z.object({ id: z.string(), secret: z.string() }))
})

/** What a person entered to connect an organisation. */
export type SavedConnection = z.infer<typeof saved>

const key = 'connection'

/** Keeps the connection in the editor's SecretStorage, and nowhere else. */
export class SavedConnections {
  readonly #secrets: vscode.SecretStorage

  constructor(secrets: vscode.SecretStorage) {
    this.#secrets = secrets
  }

  async load(): Promise<SavedConnection | undefined> {
    const text = await this.#secrets.get(key)
    if (text === undefined) return undefined
    try {
      const parsed = saved.safeParse(JSON.parse(text))
      return parsed.success ? parsed.data : undefined
    } catch {
      return undefined // Written by another version: as good as absent, and replaced at the next connect.
    }
  }

  async save(connection: SavedConnection): Promise<void> {
    await this.#secrets.store(key, JSON.stringify(connection))
  }

  async forget(): Promise<void> {
    await this.#secrets.delete(key)
  }
}
