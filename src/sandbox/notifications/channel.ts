import type { Credential } from '../credentials/credentialStore'
import type { Connection } from './connection'
import type { Topic } from './topic'

/** What a program hears: its topics, and the websocket that they come over while it is open. */
export interface Channel {
  /** Whoever knows it may open the websocket: it is a secret. */
  readonly id: string
  /** Whose it is, as of its creation. */
  readonly credential: Credential
  /** The token that it was created with. */
  readonly token: string
  /** By their names. */
  readonly topics: ReadonlyMap<string, Topic>
  readonly connection: Connection | undefined
  /** Milliseconds since 1970, UTC. */
  readonly expires: number
}

/** Whose the channel is: the user’s or the program’s, whatever their token. */
export const ownerOf = (credential: Credential): string =>
  credential.kind === 'user' ? `user ${credential.user.id}` : `client ${credential.client.id}`
