import type { Connection } from '../genesys/connection'
import { isSameFailure, PlatformError } from '../genesys/platformError'
import type { CredentialKind } from '../model/credential'
import { Conversations, type RefreshOptions, type StoreChange } from './conversations'
import { isSameConversation, type ConversationRef } from './conversationRef'
import { Emitter, type Disposable } from './emitter'
import type { Updates } from './live/updates'

/** What is known of a connection whether it is open or not. Nothing of it is secret. */
export interface ConnectionFacts {
  readonly id: string
  readonly name: string
  /** Where the organisation is, in words: its region, or the host. */
  readonly place: string
  readonly isProduction: boolean
  readonly isSandbox: boolean
}

/** A connection that can be read from and sent with. */
export interface OpenConnection extends ConnectionFacts {
  readonly connection: Connection
  readonly conversations: Conversations
}

/** Why conversations could not be read. */
export interface Unread {
  /** What could not be read: the list, or only what is newest in it. */
  readonly what: 'list' | 'newest'
  readonly error: unknown
  readonly why: string
  /** Whether the credential may not list them; the user’s own active ones are listed all the same. */
  readonly isNotPermitted: boolean
}

/** Where a connection stands. */
export type Standing =
  | { readonly kind: 'closed' }
  | { readonly kind: 'opening' }
  /** It could not be opened. */
  | { readonly kind: 'failed'; readonly why: string }
  /** A person must sign in before it can be opened. */
  | { readonly kind: 'signedOut' }
  | {
      readonly kind: 'open'
      readonly open: OpenConnection
      /** The credentials that the platform takes no more; the others still work. */
      readonly signedOut: readonly CredentialKind[]
      /** Why its conversations could not be read the last time. */
      readonly unread: Unread | undefined
      /** How its conversations are kept true; `undefined` while nobody looks. */
      readonly updates: Updates | undefined
    }

/** Whether a person has to sign in before everything works. */
export const needsSignIn = (standing: Standing): boolean =>
  standing.kind === 'signedOut' || (standing.kind === 'open' && standing.signedOut.length > 0)

const unreadBecause = (what: Unread['what'], error: unknown): Unread => ({
  what,
  error,
  why: error instanceof Error ? error.message : String(error),
  isNotPermitted: PlatformError.is(error, 403)
})

/** A connection, and where it stands. */
export interface KnownConnection {
  readonly facts: ConnectionFacts
  readonly standing: Standing
}

/** What changed: which connections there are, one of them, or something among its conversations. */
export type ConnectionsChange =
  | { readonly kind: 'list' }
  | { readonly kind: 'connection'; readonly id: string }
  | { readonly kind: 'conversations'; readonly id: string; readonly change: StoreChange }

interface Entry extends KnownConnection {
  readonly subscription: Disposable | undefined
}

/** The connections that are known, in the order in which they became known, and the open ones with their conversations. */
export class Connections {
  readonly #entries = new Map<string, Entry>()
  readonly #changes = new Emitter<ConnectionsChange>()

  readonly onDidChange = this.#changes.subscribe

  /** The open ones. */
  all(): readonly OpenConnection[] {
    return this.known().flatMap(({ standing }) => (standing.kind === 'open' ? [standing.open] : []))
  }

  /** An open one. */
  get(id: string | undefined): OpenConnection | undefined {
    const standing = id === undefined ? undefined : this.#entries.get(id)?.standing
    return standing?.kind === 'open' ? standing.open : undefined
  }

  known(): readonly KnownConnection[] {
    return [...this.#entries.values()]
  }

  find(id: string | undefined): KnownConnection | undefined {
    return id === undefined ? undefined : this.#entries.get(id)
  }

  /** Makes a connection known, or tells that its name or its mark is another one. An open one stays open. */
  know(facts: ConnectionFacts): void {
    const entry = this.#entries.get(facts.id)
    if (entry?.standing.kind === 'open')
      this.#put({ ...entry, facts, standing: { ...entry.standing, open: { ...entry.standing.open, ...facts } } })
    else this.#put({ facts, standing: entry?.standing ?? { kind: 'closed' }, subscription: undefined })
  }

  /**
   * A connection is open now. One that was open under its id is replaced, with its conversations.
   * @param signedOut the credentials that the platform did not take
   */
  add(facts: ConnectionFacts, connection: Connection, signedOut: readonly CredentialKind[] = []): OpenConnection {
    this.#release(facts.id)
    const conversations = new Conversations(connection)
    const open: OpenConnection = { ...facts, connection, conversations }
    const subscription = conversations.onDidChange((change) => {
      this.#changes.fire({ kind: 'conversations', id: facts.id, change })
    })
    this.#put({ facts, standing: { kind: 'open', open, signedOut, unread: undefined, updates: undefined }, subscription })
    void connection.described?.then(() => {
      if (this.get(facts.id)?.connection === connection) this.#changes.fire({ kind: 'connection', id: facts.id })
    })
    return open
  }

  /** A connection is not open, or not any more; it stays known. Its conversations are dropped. */
  close(id: string, standing: Exclude<Standing, { readonly kind: 'open' }> = { kind: 'closed' }): void {
    const entry = this.#entries.get(id)
    if (!entry) return
    this.#release(id)
    this.#put({ facts: entry.facts, standing, subscription: undefined })
  }

  /** The platform takes a credential of an open connection no more. */
  signedOut(id: string, kind: CredentialKind): void {
    this.#whileOpen(id, (standing) => ({ ...standing, signedOut: [...new Set([...standing.signedOut, kind])] }))
  }

  /** A person has signed in again, and the same connection goes on. */
  signedIn(id: string, kind: CredentialKind): void {
    this.#whileOpen(id, (standing) => ({ ...standing, signedOut: standing.signedOut.filter((other) => other !== kind) }))
  }

  /** The conversations of an open connection are kept true in this way from now on. */
  updated({ id, conversations }: OpenConnection, updates: Updates | undefined): void {
    this.#whileOpen(id, (standing) => (standing.open.conversations === conversations ? { ...standing, updates } : standing))
  }

  /** Forgets a connection, open or not. */
  remove(id: string): void {
    this.#release(id)
    if (this.#entries.delete(id)) this.#changes.fire({ kind: 'list' })
  }

  /**
   * Reads the conversations of an open connection again. Why they could not be read stands with the connection until they can be; what was held
   * stays. Rejects with `PlatformError`, and when the signal aborts, which is no failure of the connection.
   */
  async refresh(id: string, options: RefreshOptions = {}): Promise<void> {
    const { signal } = options
    const open = this.get(id)
    if (!open) return
    try {
      await open.conversations.refresh(options)
      this.#unread(open, undefined)
    } catch (error) {
      if (signal?.aborted !== true) this.#unread(open, unreadBecause('list', error))
      throw error
    }
  }

  /**
   * Reads the newest conversations of an open connection again. Why they could not be read stands with the connection until they can be. Where the
   * list had not been read, that still stands then: what is newest is not all of it.
   * @returns why the list has not been read
   * @throws what `Conversations.readNewest` does
   */
  async readNewest(open: OpenConnection, signal?: AbortSignal): Promise<Unread | undefined> {
    const { conversations } = open
    const listUnread = (): Unread | undefined => {
      const standing = this.#entries.get(open.id)?.standing
      const isIt = standing?.kind === 'open' && standing.open.conversations === conversations
      return isIt && standing.unread?.what === 'list' ? standing.unread : undefined
    }
    try {
      await conversations.readNewest(signal)
    } catch (error) {
      if (signal?.aborted !== true) this.#unread(open, unreadBecause(listUnread()?.what ?? 'newest', error))
      throw error
    }
    const stillUnread = listUnread()
    this.#unread(open, stillUnread)
    return stillUnread
  }

  #unread({ id, conversations }: OpenConnection, unread: Unread | undefined): void {
    this.#whileOpen(id, (standing) => {
      if (standing.open.conversations !== conversations) return standing
      const { unread: before } = standing
      const isSame = before === undefined || unread === undefined ? before === unread : isSameFailure(before.error, unread.error)
      return isSame && before?.what === unread?.what ? standing : { ...standing, unread }
    })
  }

  #whileOpen(
    id: string,
    change: (standing: Extract<Standing, { readonly kind: 'open' }>) => Extract<Standing, { readonly kind: 'open' }>
  ): void {
    const entry = this.#entries.get(id)
    if (entry?.standing.kind !== 'open') return
    const standing = change(entry.standing)
    if (standing !== entry.standing) this.#put({ ...entry, standing })
  }

  #put(entry: Entry): void {
    const isNew = !this.#entries.has(entry.facts.id)
    this.#entries.set(entry.facts.id, entry)
    this.#changes.fire(isNew ? { kind: 'list' } : { kind: 'connection', id: entry.facts.id })
  }

  #release(id: string): void {
    this.#entries.get(id)?.subscription?.dispose()
  }
}

/** Whether a change may have changed what is shown of a conversation. */
export const concerns = (change: ConnectionsChange, ref: ConversationRef): boolean =>
  change.kind === 'conversations' &&
  change.change.kind === 'conversation' &&
  isSameConversation({ connectionId: change.id, id: change.change.id }, ref)
