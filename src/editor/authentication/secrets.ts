import type * as vscode from 'vscode'
import * as z from 'zod/mini'

const userToken = z.object({
  token: z.string(),
  /** When it ends, by this machine’s clock: for people only. Whether it still holds, the platform alone says. */
  endsAt: z.optional(z.number()),
  /** Whose it is, and what was authorised: what an account is shown with, without asking the platform. */
  user: z.optional(z.object({ id: z.string(), name: z.string() })),
  scopes: z.optional(z.array(z.string()))
})

/** A user’s access token. */
export type UserToken = z.infer<typeof userToken>

/** What opens a connection. */
export interface Secrets {
  readonly userToken?: UserToken | undefined
  readonly clientSecret?: string | undefined
}

const userTokenKeyPattern = /^connection\/(.+)\/userToken$/

const clientSecretKey = (id: string): string => `connection/${id}/clientSecret`
const userTokenKey = (id: string): string => `connection/${id}/userToken`

/** Keeps secrets and tokens in the editor’s SecretStorage, and in no other place. */
export class ConnectionSecrets {
  readonly #storage: vscode.SecretStorage

  constructor(storage: vscode.SecretStorage) {
    this.#storage = storage
  }

  /** Tells whose user’s token has changed or gone, in whichever window. */
  onDidChangeUserToken(listener: (id: string) => void): vscode.Disposable {
    return this.#storage.onDidChange(({ key }) => {
      const id = userTokenKeyPattern.exec(key)?.[1]
      if (id !== undefined) listener(id)
    })
  }

  clientSecret(id: string): Thenable<string | undefined> {
    return this.#storage.get(clientSecretKey(id))
  }

  async saveClientSecret(id: string, secret: string): Promise<void> {
    await this.#storage.store(clientSecretKey(id), secret)
  }

  /** The user’s token; one that another version wrote, and that cannot be read, is as good as absent: the person signs in again. */
  async userToken(id: string): Promise<UserToken | undefined> {
    const text = await this.#storage.get(userTokenKey(id))
    if (text === undefined) return undefined
    try {
      const read = userToken.safeParse(JSON.parse(text))
      return read.success ? read.data : undefined
    } catch {
      return undefined
    }
  }

  async saveUserToken(id: string, token: UserToken): Promise<void> {
    await this.#storage.store(userTokenKey(id), JSON.stringify(token))
  }

  async forgetUserToken(id: string): Promise<void> {
    await this.#storage.delete(userTokenKey(id))
  }

  /** Keeps what is given, and forgets what is not. */
  async save(id: string, { userToken: token, clientSecret }: Secrets): Promise<void> {
    await (token === undefined ? this.forgetUserToken(id) : this.saveUserToken(id, token))
    await (clientSecret === undefined ? this.#storage.delete(clientSecretKey(id)) : this.saveClientSecret(id, clientSecret))
  }

  /** Forgets everything of a connection. */
  async forget(id: string): Promise<void> {
    await this.save(id, {})
  }
}
