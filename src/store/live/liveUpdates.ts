import { isDeepStrictEqual } from 'node:util'
import { readConversationEvent } from '../../genesys/notifications/conversationEvent'
import type { Frame } from '../../genesys/notifications/frame'
import type { Notifications, Subscribed } from '../../genesys/notifications/notifications'
import { isOfMany, topicsFor } from '../../genesys/notifications/topics'
import { PlatformError } from '../../genesys/platformError'
import { hasPassed, type Pace } from '../../genesys/traffic/pace'
import type { Conversation } from '../../model/conversation'
import { rowOf, type ConversationRow } from '../../model/conversationRow'
import type { Uuid } from '../../model/ids'
import { hasEnded } from '../../model/state'
import { isOver } from '../../model/stateSummary'
import type { Connections, OpenConnection, Unread } from '../connections'
import type { Disposable } from '../emitter'
import { mayBeOlder } from '../listing/weigh'
import { Rereads } from './rereads'
import { Trying } from './trying'
import { unconfirmed } from './unconfirmed'
import type { Updates } from './updates'

/** What live updates work with. */
export interface LiveMeans {
  readonly pace: Pick<Pace, 'wait'>
  /** How often the list is read again while nothing is heard. */
  readonly pollSeconds: () => number
  /** How far back the list is read, when it has to be read as a whole. */
  readonly lookBackDays: () => number
  /** Queues to be heard beside those that the user is a member of. */
  readonly chosenQueues: () => readonly string[]
  readonly onUpdates: (updates: Updates) => void
  /** Something could not be read; it is tried again. Told once for each way in which it fails. */
  readonly onFailure: (doing: string, error: unknown) => void
}

/**
 * While events are heard, the list is read so many times less often. It is read at all because no topic tells of every conversation of an organisation:
 * not of one that a bot has, nor of one in a queue that is not listened to.
 */
const calmness = 10

/** Keeps the conversations of one open connection true, from now until it is stopped: by events, and where there are none by reading again. */
export class LiveUpdates {
  readonly #connections: Connections
  readonly #open: OpenConnection
  readonly #means: LiveMeans
  readonly #stopped = new AbortController()
  readonly #rereads: Rereads
  readonly #notifications: Notifications
  readonly #doubts: Disposable
  readonly #listing: Trying
  /** After this failure the list has been tried as a whole once more. */
  #triedAfter: Unread | undefined
  /** Whether conversations that analytics tells of may be read, as far as it is known. */
  #mayReadListed = true
  /** The conversations that an event told of and that have not ended, as they were last known. */
  readonly #followed = new Map<Uuid, Conversation>()
  #shown: ReadonlySet<Uuid> = new Set()
  #queueIds: readonly string[] = []
  #topics: readonly string[] = []
  #updates: Updates | undefined
  /** Ends the wait for the next reading of the list. */
  #readNow = new AbortController()

  constructor(connections: Connections, open: OpenConnection, means: LiveMeans) {
    this.#connections = connections
    this.#open = open
    this.#means = means
    const rereading = new Trying((error) => {
      means.onFailure('reading a conversation that has changed', error)
    })
    this.#rereads = new Rereads(
      async (id, signal) => {
        await this.#reread(id, signal)
        rereading.worked()
      },
      means.pace,
      this.#stopped.signal,
      (error) => {
        rereading.failed(error)
      }
    )
    this.#listing = new Trying((error) => {
      means.onFailure('reading the newest conversations', error)
    })
    this.#notifications = open.connection.notifications({
      onFrame: (frame) => {
        this.#take(frame)
      },
      onSubscribed: (subscribed) => {
        this.#subscribed(subscribed)
      },
      onDown: (why) => {
        this.#poll(why)
      }
    })
    this.#doubts = open.conversations.onDidDoubt((ids) => {
      this.#rereads.add(...ids)
    })
    void this.#begin()
    void this.#keepReading()
  }

  /** Says which conversations are open, each in a panel or a document of its own: they are followed more closely. */
  follow(shown: ReadonlySet<Uuid>): void {
    this.#shown = shown
    this.#listen()
  }

  stop(): void {
    this.#stopped.abort()
    this.#notifications.stop()
    this.#doubts.dispose()
  }

  async #begin(): Promise<void> {
    const memberships = await this.#open.connection.memberships(this.#stopped.signal)
    const own = memberships.known ? memberships.value.rows.filter(({ joined }) => joined !== false).map(({ queueId }) => queueId) : []
    this.#queueIds = [...own, ...this.#means.chosenQueues()]
    this.#listen()
    if (!this.#topics.some(isOfMany)) this.#poll(memberships.known ? 'There is no queue to listen to.' : memberships.why)
  }

  #listen(): void {
    if (this.#stopped.signal.aborted) return
    const userId = this.#open.connection.credentials.find(({ kind }) => kind === 'user')?.userId
    this.#topics = topicsFor({ userId, queueIds: this.#queueIds, openConversations: [...this.#shown] })
    this.#notifications.listenTo(this.#topics)
  }

  #subscribed({ isNewConnection, refused }: Subscribed): void {
    const unheard = new Set(refused.map(({ topic }) => topic))
    if (this.#topics.some((topic) => isOfMany(topic) && !unheard.has(topic))) this.#tell({ kind: 'live', refused })
    else if (refused[0]) this.#poll(refused[0].why)
    this.#rereads.add(...this.#shown)
    if (!isNewConnection) return
    // What happened while nothing was heard is read.
    this.#rereads.addLater(...this.#heldAsActive().map(({ id }) => id))
    this.#readNow.abort()
  }

  #take(frame: Frame): void {
    switch (frame.kind) {
      case 'conversation':
        this.#takeConversation(frame.body)
        return
      case 'changed':
        this.#rereads.add(frame.id)
        return
      case 'closing':
      case 'other':
        return
    }
  }

  #takeConversation(body: unknown): void {
    const { connection, conversations } = this.#open
    const reading = readConversationEvent(body, (id) => this.#known(id), connection.now())
    if (reading === undefined) {
      this.#means.onFailure('hearing of a conversation', new Error('An event is not what the API describes.'))
      return
    }
    if (reading.kind !== 'doubtful' && this.#isOlderThanRow(reading.conversation)) {
      this.#rereads.add(reading.conversation.id)
      return
    }
    switch (reading.kind) {
      case 'doubtful':
        this.#rereads.add(reading.id)
        return
      case 'whole':
        conversations.apply(reading.conversation)
        break
      case 'partial':
        conversations.applyRow(reading.conversation)
        break
    }
    const { conversation } = reading
    const { id } = conversation
    // Asked for now, an answer that is on its way already may be older than this event.
    const isSettled = reading.kind === 'whole' || hasEnded(conversation) !== true
    if (!isSettled || this.#shown.has(id) || this.#rereads.isReading(id)) this.#rereads.add(id)
    this.#keep(conversation)
  }

  /** What is known of a conversation: by an event or a read, whichever was later. */
  #known(id: Uuid): Conversation | undefined {
    const followed = this.#followed.get(id)
    const read = this.#open.conversations.get(id)
    return followed === undefined || (read !== undefined && read.readAt >= followed.readAt) ? read : followed
  }

  /** Whether an event of which nothing but a row is known to compare it with may be older than that row. */
  #isOlderThanRow(conversation: Conversation): boolean {
    const row = this.#open.conversations.row(conversation.id)
    return row !== undefined && this.#known(conversation.id) === undefined && mayBeOlder(rowOf(conversation), row)
  }

  /** What was read or told live and is held as going on, what has not been confirmed for the longest first. */
  #heldAsActive(): readonly ConversationRow[] {
    return this.#open.conversations
      .rows()
      .filter(({ reading, state, gone }) => reading === 'live' && !isOver(state) && gone === undefined)
      .sort((a, b) => a.readAt - b.readAt)
  }

  #keep(conversation: Conversation): void {
    if (hasEnded(conversation) === true && conversation.endedAt !== undefined) this.#followed.delete(conversation.id)
    else this.#followed.set(conversation.id, conversation)
  }

  async #reread(id: Uuid, signal: AbortSignal): Promise<void> {
    const { connection, conversations } = this.#open
    if (this.#shown.has(id)) {
      // Its panel shows more than the conversation.
      const { conversation } = await conversations.read(id, signal)
      if (conversation.known) this.#keep(conversation.value)
      return
    }
    try {
      const conversation = await connection.read(id, signal)
      conversations.apply(conversation)
      this.#keep(conversation)
    } catch (error) {
      if (!(error instanceof PlatformError) || error.withheld === undefined) throw error
      if (error.withheld === 'notPermitted' && conversations.row(id)?.reading === 'analytics') {
        // It has never been given out: that is no news of the conversation.
        this.#mayReadListed = false
        return
      }
      conversations.withhold(id, error.withheld)
      this.#followed.delete(id)
    }
  }

  /** Reads the list again and again, as often as it is needed. */
  async #keepReading(): Promise<void> {
    const { signal } = this.#stopped
    for (;;) {
      const factor = this.#updates?.kind === 'live' ? calmness : 1
      const ended = AbortSignal.any([signal, this.#readNow.signal])
      await hasPassed(this.#means.pace, this.#means.pollSeconds() * 1000 * factor, ended)
      if (signal.aborted) return
      this.#readNow = new AbortController()
      if (this.#updates?.kind === 'polling') this.#rereads.add(...this.#shown)
      this.#confirm()
      await this.#readList(signal)
    }
  }

  /** Reads what is newest, and the whole list where it could not be read and can be again, as it seems. */
  async #readList(signal: AbortSignal): Promise<void> {
    try {
      const unread = await this.#connections.readNewest(this.#open, signal)
      if (unread !== undefined && unread !== this.#triedAfter) {
        this.#triedAfter = unread
        await this.#connections.refresh(this.#open.id, { lookBackDays: this.#means.lookBackDays(), signal })
      }
      this.#listing.worked()
    } catch (error) {
      if (!signal.aborted) this.#listing.failed(error)
    }
  }

  /** Reads again what nothing has confirmed for long. */
  #confirm(): void {
    const { connection, conversations } = this.#open
    const rows = conversations.rows().filter(({ reading }) => reading === 'live' || this.#mayReadListed)
    this.#rereads.addLater(...unconfirmed(rows, connection.now(), this.#updates))
  }

  #poll(why: string): void {
    const wasLive = this.#updates?.kind === 'live'
    this.#tell({ kind: 'polling', everySeconds: this.#means.pollSeconds(), why })
    if (wasLive) this.#readNow.abort()
  }

  #tell(updates: Updates): void {
    if (isDeepStrictEqual(updates, this.#updates)) return
    this.#updates = updates
    this.#means.onUpdates(updates)
  }
}
