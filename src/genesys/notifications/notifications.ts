import type { Api } from '../api'
import { PlatformError } from '../platformError'
import { bodyOf } from '../signIn'
import { backoffMs, mayPass } from '../traffic/backoff'
import { hasPassed, type Pace } from '../traffic/pace'
import { Bell } from './bell'
import { readChannel, renewalAfter, type Channel, type RefusedTopic } from './channel'
import { readFrame, type Frame } from './frame'
import { watchSilence } from './silence'
import type { OpenSocket } from './socket'
import { subscribe } from './subscribe'

/** The channel of a credential, for as long as it lives: whoever listens again uses it again. */
export interface KeptChannel {
  channel: Channel | undefined
}

/** What the notifications of a credential work with. */
export interface NotificationMeans {
  readonly api: Pick<Api, 'newChannel' | 'subscribe'>
  readonly openSocket: OpenSocket
  readonly pace: Pace
  /** Numbers from 0 to 1. */
  readonly random: () => number
  readonly kept: KeptChannel
  /** Whether the websocket may be without TLS: to this machine only. */
  readonly mayBePlain: boolean
}

/** A connection of the channel’s websocket that is subscribed. */
export interface Subscribed {
  /** The websocket is another one than before: what happened meanwhile was not told. */
  readonly isNewConnection: boolean
  readonly refused: readonly RefusedTopic[]
}

/** Who hears what happens. */
export interface NotificationListener {
  readonly onFrame: (frame: Frame) => void
  readonly onSubscribed: (subscribed: Subscribed) => void
  /** Nothing is heard for now; it is tried again. A connection that is back at the first attempt is not told. */
  readonly onDown: (why: string) => void
}

/** So long nobody asks again when the platform has said no. */
const refusedWaitMs = 5 * 60_000

/** What came of a connection. */
type Ending =
  /** The platform asked for another one. */
  { readonly kind: 'asked' } | { readonly kind: 'lost'; readonly failure: PlatformError }

const lost = (why: string): Ending => ({
  kind: 'lost',
  failure: new PlatformError('Listening for notifications', { kind: 'unreachable', why })
})

const isChannelGone = ({ failure }: PlatformError): boolean =>
  failure.kind === 'unreachable' || (failure.kind === 'refused' && (failure.status === 404 || failure.status === 400))

/**
 * What happens in an organisation, as the notifications service tells one credential: over one channel, which is kept for as long as it lives, and over
 * one websocket at a time, which is opened again whenever it ends.
 */
export class Notifications {
  readonly #means: NotificationMeans
  readonly #listener: NotificationListener
  readonly #changed = new Bell()
  #topics: readonly string[] = []
  #running: AbortController | undefined

  constructor(means: NotificationMeans, listener: NotificationListener) {
    this.#means = means
    this.#listener = listener
  }

  /** Listens to these topics in place of those before. Without any it does not listen at all. */
  listenTo(topics: readonly string[]): void {
    if (topics.length === this.#topics.length && topics.every((topic, index) => topic === this.#topics[index])) return
    this.#topics = topics
    if (topics.length === 0) this.stop()
    else if (this.#running) this.#changed.ring()
    else void this.#run((this.#running = new AbortController()).signal)
  }

  /** Closes the websocket. The channel is used again when somebody listens again. */
  stop(): void {
    this.#topics = []
    this.#running?.abort()
    this.#running = undefined
  }

  async #run(signal: AbortSignal): Promise<void> {
    const isStopped = (): boolean => signal.aborted
    for (let failures = 0; !isStopped();) {
      const { ending, lasted } = await this.#connect(signal)
      if (isStopped()) return
      failures = lasted ? 1 : failures + 1
      if (ending.kind === 'asked' && lasted) continue
      const isRefused = ending.kind === 'lost' && !mayPass(ending.failure.failure)
      if (ending.kind === 'lost' && (failures > 1 || isRefused)) this.#listener.onDown(ending.failure.message)
      await hasPassed(this.#means.pace, isRefused ? refusedWaitMs : backoffMs(failures, this.#means.random()), signal)
    }
  }

  /**
   * One connection, from its opening to its end.
   * @returns how it ended, and whether it lasted long enough to count as one that works
   */
  async #connect(signal: AbortSignal): Promise<{ readonly ending: Ending; readonly lasted: boolean }> {
    const { pace } = this.#means
    const closing = new AbortController()
    const close = (): void => {
      closing.abort()
    }
    signal.addEventListener('abort', close, { once: true })
    let ending: Ending | undefined
    let lasted = false
    let frames = 0
    const end = (how: Ending): void => {
      ending ??= how
      this.#changed.ring()
    }
    try {
      const channel = await this.#openChannel(closing.signal)
      const opened = await this.#means.openSocket(
        channel.connectUri,
        {
          onFrame: (text) => {
            frames++
            const frame = readFrame(text)
            if (frame.kind === 'closing') end({ kind: 'asked' })
            else if (!closing.signal.aborted) this.#listener.onFrame(frame)
          },
          onClosed: () => {
            end(lost('the websocket was closed'))
          }
        },
        closing.signal
      )
      if (!opened.ok) throw new PlatformError('Opening the notification websocket', opened.failure)
      const { socket } = opened
      void watchSilence(
        {
          frames: () => frames,
          ping: () => {
            socket.send('{"message":"ping"}')
          },
          onDead: () => {
            end(lost('nothing came for 75 seconds'))
          },
          onAlive: () => {
            lasted = true
            if (this.#isDue(pace.now())) this.#changed.ring()
          }
        },
        pace,
        closing.signal
      )
      await this.#keepSubscribed(channel.id, () => ending !== undefined, closing.signal)
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error
      if (isChannelGone(error)) this.#means.kept.channel = undefined
      end({ kind: 'lost', failure: error })
    } finally {
      signal.removeEventListener('abort', close)
      close()
    }
    return { ending: ending ?? { kind: 'asked' }, lasted }
  }

  /** Subscribes to what is wanted, and again whenever something else is wanted or the channel is due, until the connection has ended. */
  async #keepSubscribed(channelId: string, hasEnded: () => boolean, signal: AbortSignal): Promise<void> {
    const { api, pace, kept } = this.#means
    let subscribed: readonly string[] | undefined
    signal.addEventListener('abort', this.#changed.ring, { once: true })
    while (!hasEnded() && !signal.aborted) {
      const wanted = this.#topics
      if (wanted !== subscribed || this.#isDue(pace.now())) {
        const refused = await subscribe(api, channelId, wanted, signal)
        if (kept.channel) kept.channel = { ...kept.channel, renewAt: renewalAfter(pace.now()) }
        this.#listener.onSubscribed({ isNewConnection: subscribed === undefined, refused })
        subscribed = wanted
      }
      await this.#changed.heard()
    }
  }

  #isDue(now: number): boolean {
    const { channel } = this.#means.kept
    return channel !== undefined && now >= channel.renewAt
  }

  async #openChannel(signal: AbortSignal): Promise<Channel> {
    const { api, pace, kept, mayBePlain } = this.#means
    return (kept.channel ??= readChannel(bodyOf('Creating a notification channel', await api.newChannel(signal)), pace.now(), mayBePlain))
  }
}
