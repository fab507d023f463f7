import { randomInt } from 'node:crypto'
import type { WebSocket } from 'ws'
import type { Clock } from '../clock'
import type { Credential } from '../credentials/credentialStore'
import { ownerOf, type Channel } from './channel'
import { Connection } from './connection'
import { closingFrame } from './frames'
import type { Topic } from './topic'

/** Source: operation text of `POST /api/v2/notifications/channels`. */
const mostChannels = 20

/** Source: Genesys developer centre, notifications. */
const mostTopics = 1000
const life = 24 * 60 * 60 * 1000

/** How long before its end a channel is warned. */
const warning = 60_000

/** “Going away”: what a client sees when the platform closes a socket. */
const goingAway = 1001

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** In the form that the platform’s have. It is random, not seeded: it is the only key to the websocket. */
const newId = (): string => `streaming-0-${Array.from({ length: 26 }, () => letters[randomInt(letters.length)]).join('')}`

interface OpenChannel extends Channel {
  readonly topics: Map<string, Topic>
  connection: Connection | undefined
  expires: number
  cancelTimers: () => void
}

/** A channel cannot have as many topics. */
export class TooManyTopics extends Error {
  override readonly name = 'TooManyTopics'

  constructor(readonly topics: number) {
    super(`A channel can have at most ${mostTopics} topics. This would make ${topics}.`)
  }
}

/** The notification channels of the organisation. */
export class ChannelStore {
  readonly #clock: Clock
  /** By id; the one that was used longest ago comes first. */
  readonly #channels = new Map<string, OpenChannel>()
  readonly #listeners = new Map<string, Set<OpenChannel>>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** A new channel. It takes the place of another of the same owner when there are too many. */
  create(credential: Credential, token: string): Channel {
    const mine = this.of(credential)
    if (mine.length >= mostChannels) this.#remove(mine.find(({ connection }) => connection === undefined) ?? mine[0], 'too many channels')
    const channel: OpenChannel = {
      id: newId(),
      credential,
      token,
      topics: new Map(),
      connection: undefined,
      expires: 0,
      cancelTimers: () => undefined
    }
    this.#channels.set(channel.id, channel)
    this.#extend(channel)
    return channel
  }

  find(id: string): Channel | undefined {
    return this.#channels.get(id)
  }

  /** The owner’s channels; the one that was used longest ago comes first. */
  of(credential: Credential): readonly Channel[] {
    return [...this.#channels.values()].filter((channel) => ownerOf(channel.credential) === ownerOf(credential))
  }

  /**
   * Subscribes to more topics, and gives the channel another 24 hours.
   * @throws TooManyTopics
   */
  subscribe(id: string, topics: readonly Topic[]): void {
    const channel = this.#get(id)
    const names = new Set([...channel.topics.keys(), ...topics.map(({ name }) => name)])
    if (names.size > mostTopics) throw new TooManyTopics(names.size)
    for (const topic of topics) {
      channel.topics.set(topic.name, topic)
      const listeners = this.#listeners.get(topic.name) ?? new Set()
      this.#listeners.set(topic.name, listeners.add(channel))
    }
    this.#use(channel)
    this.#extend(channel)
  }

  /**
   * Subscribes to these topics and no others, and gives the channel another 24 hours.
   * @throws TooManyTopics
   */
  resubscribe(id: string, topics: readonly Topic[]): void {
    const names = new Set(topics.map(({ name }) => name))
    if (names.size > mostTopics) throw new TooManyTopics(names.size)
    this.unsubscribe(id)
    this.subscribe(id, topics)
  }

  unsubscribe(id: string): void {
    const channel = this.#get(id)
    for (const name of channel.topics.keys()) {
      const listeners = this.#listeners.get(name)
      listeners?.delete(channel)
      if (listeners?.size === 0) this.#listeners.delete(name)
    }
    channel.topics.clear()
    this.#use(channel)
  }

  /** Opens the channel’s websocket, and closes the one it had. */
  connect(id: string, socket: WebSocket): Connection {
    const channel = this.#get(id)
    channel.connection?.close(goingAway, 'another connection took the channel')
    const connection = new Connection(socket, this.#clock)
    channel.connection = connection
    this.#use(channel)
    socket.once('close', () => {
      if (channel.connection === connection) channel.connection = undefined
    })
    return connection
  }

  /** Whether anybody is subscribed to anything. */
  get hasListeners(): boolean {
    return this.#listeners.size > 0
  }

  /** Sends a frame to everybody who is subscribed to the topic. `frame` is not made when nobody is. */
  tell(topicName: string, frame: () => string): void {
    const connections = [...(this.#listeners.get(topicName) ?? [])]
      .map(({ connection }) => connection)
      .filter((connection) => connection !== undefined)
    if (connections.length === 0) return
    const text = frame()
    for (const connection of connections) connection.send(text)
  }

  #get(id: string): OpenChannel {
    const channel = this.#channels.get(id)
    if (channel === undefined) throw new Error(`There is no channel ${id}.`)
    return channel
  }

  /** Makes it the one that was used last. */
  #use(channel: OpenChannel): void {
    this.#channels.delete(channel.id)
    this.#channels.set(channel.id, channel)
  }

  #extend(channel: OpenChannel): void {
    channel.cancelTimers()
    channel.expires = this.#clock.now() + life
    const cancelWarning = this.#clock.after(life - warning, () => channel.connection?.send(closingFrame(channel.id)))
    const cancelEnd = this.#clock.after(life, () => {
      this.#remove(channel, 'the channel has expired')
    })
    channel.cancelTimers = () => {
      cancelWarning()
      cancelEnd()
    }
  }

  #remove(channel: Channel | undefined, reason: string): void {
    if (channel === undefined) return
    this.unsubscribe(channel.id)
    this.#get(channel.id).cancelTimers()
    this.#channels.delete(channel.id)
    channel.connection?.close(goingAway, reason)
  }
}
