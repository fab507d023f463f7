import assert from 'node:assert/strict'
import { Connection } from '../../../src/genesys/connection'
import { realMeans } from '../../support/means'
import { parseUuid, type Uuid } from '../../../src/model/ids'
import { startSandbox, type Sandbox } from '../../../src/sandbox'
import { Connections, type OpenConnection } from '../../../src/store/connections'
import type { ConversationRef } from '../../../src/store/conversationRef'

export interface Sandboxed {
  readonly connections: Connections
  /** The connection to the sandbox. */
  readonly open: OpenConnection
  readonly sandbox: Sandbox
  readonly refOf: (name: string) => ConversationRef
  /** The id of the sandbox’s conversation with this name. */
  readonly idOf: (name: string) => Uuid
}

/** Starts a sandbox, and opens a connection to it. */
export const addSandbox = async (
  connections: Connections,
  { id, name = 'Sandbox', isProduction = false }: { readonly id: string; readonly name?: string; readonly isProduction?: boolean },
  options: Parameters<typeof startSandbox>[0] = {}
): Promise<Omit<Sandboxed, 'connections'>> => {
  const sandbox = await startSandbox(options)
  const { url, userToken, clientId, clientSecret } = sandbox.address
  const endpoint = { kind: 'loopback', port: Number(new URL(url).port) } as const
  const settings = { id, endpoint, userToken, client: { id: clientId, secret: clientSecret } }
  const facts = { id, name, place: 'this machine', isProduction, isSandbox: id === 'sandbox' }
  const connection = await Connection.open(settings, await realMeans())
  await connection.described
  const open = connections.add(facts, connection)
  await connections.refresh(id)
  const idOf = (conversation: string): Uuid => {
    const found = parseUuid(sandbox.address.conversations[conversation] ?? '')
    assert.ok(found, `the sandbox has a conversation ${conversation}`)
    return found
  }
  return { open, sandbox, idOf, refOf: (conversation) => ({ connectionId: id, id: idOf(conversation) }) }
}

/** A store that is connected to a sandbox of its own. */
export const openSandboxed = async (): Promise<Sandboxed> => {
  const connections = new Connections()
  return { connections, ...(await addSandbox(connections, { id: 'sandbox' })) }
}
