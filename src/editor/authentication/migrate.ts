import { randomUUID } from 'node:crypto'
import type * as vscode from 'vscode'
import * as z from 'zod/mini'
import type { ConnectionProfiles } from './profiles'
import type { ConnectionSecrets } from './secrets'

/** What versions that knew one connection only kept under this key of the SecretStorage. */
const key = 'connection'
const onlyConnection = z.object({
  region: z.string(),
  userToken: z.optional(z.string()),
  client: z.optional(z.object({ id: z.string(), secret: z.string() }))
})

const parsed = (text: string): z.infer<typeof onlyConnection> | undefined => {
  try {
    const read = onlyConnection.safeParse(JSON.parse(text))
    return read.success ? read.data : undefined
  } catch {
    return undefined
  }
}

/** Makes a profile with its secrets of the one connection that an earlier version kept, if there is one, and forgets the old form. */
export const migrateOnlyConnection = async (
  storage: vscode.SecretStorage,
  profiles: ConnectionProfiles,
  secrets: ConnectionSecrets
): Promise<void> => {
  const text = await storage.get(key)
  if (text === undefined) return
  const old = parsed(text)
  if (old) {
    const { region, userToken, client } = old
    const id = randomUUID()
    await secrets.save(id, { userToken: userToken === undefined ? undefined : { token: userToken }, clientSecret: client?.secret })
    await profiles.save({
      id,
      name: region,
      endpoint: { kind: 'region', region },
      isProduction: false,
      ...(userToken === undefined ? {} : { user: {} }),
      ...(client && { client: { id: client.id } })
    })
  }
  await storage.delete(key)
}
