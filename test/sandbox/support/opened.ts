import assert from 'node:assert/strict'
import { Connection } from '../../../src/genesys/connection'
import { parseUuid, type Uuid } from '../../../src/model/ids'
import { realMeans } from '../../support/means'
import type { Session } from './session'

/** A connection to the sandbox of a session, with both of its credentials, when all is known of them. */
export const openedConnection = async ({ sandbox, clock }: Session): Promise<Connection> => {
  const { url, userToken, clientId, clientSecret } = sandbox.address
  const endpoint = { kind: 'loopback', port: Number(new URL(url).port) } as const
  const settings = { id: 'sandbox', endpoint, userToken, client: { id: clientId, secret: clientSecret } }
  const connection = await Connection.open(settings, await realMeans(() => clock.now()))
  await connection.described
  return connection
}

/** The id of a conversation of the sandbox. */
export const uuidOf = ({ conversationId }: Session, name: string): Uuid => {
  const id = parseUuid(conversationId(name))
  assert.ok(id)
  return id
}
