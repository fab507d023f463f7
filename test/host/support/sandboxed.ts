import assert from 'node:assert/strict'
import { Connection } from '../../../src/genesys/connection'
import { realMeans } from '../../support/means'
import { parseUuid, type Uuid } from '../../../src/model/ids'
import { startSandbox, type Sandbox } from '../../../src/sandbox'
import { Conversations } from '../../../src/store/conversations'

export interface Sandboxed {
  readonly conversations: Conversations
  readonly sandbox: Sandbox
  /** The id of the sandbox’s conversation with this name. */
  readonly idOf: (name: string) => Uuid
}

/** A store that is connected to a sandbox of its own. */
export const openSandboxed = async (): Promise<Sandboxed> => {
  const sandbox = await startSandbox()
  const { url, userToken, clientId, clientSecret } = sandbox.address
  const endpoint = { kind: 'loopback', port: Number(new URL(url).port) } as const
  const settings = { id: 'sandbox', endpoint, userToken, client: { id: clientId, secret: clientSecret } }
  const conversations = new Conversations(Date.now)
  await conversations.connect(await Connection.open(settings, await realMeans()))
  return {
    conversations,
    sandbox,
    idOf: (name) => {
      const id = parseUuid(sandbox.address.conversations[name] ?? '')
      assert.ok(id, `the sandbox has a conversation ${name}`)
      return id
    }
  }
}
