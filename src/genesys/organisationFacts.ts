import { unknown, type Fact } from '../model/fact'
import type { Instant } from '../model/instant'
import type { Listing } from '../model/listing'
import type { Queue, QueueMembership } from '../model/queue'
import type { Deployment, Integration, SmsNumber } from '../model/senders'
import type { ThreadingTimeline } from '../model/threading'
import type { Api, Reply } from './api'
import { onceKnown, readFact, type Reading } from './fact'
import { bodyOf } from './signIn'
import { readMemberships, readQueue } from './wire/queue'
import { readDeployments, readIntegrations, readSmsNumbers } from './wire/senders'
import { readThreadingTimeline } from './wire/settings'

/** What is configured in an organisation and hardly ever changes: each read once, when it is first asked for, and again where it is asked for anew. */
export class OrganisationFacts {
  readonly threading: Reading<ThreadingTimeline>
  readonly deployments: Reading<readonly Deployment[]>
  readonly integrations: Reading<Listing<Integration>>
  readonly smsNumbers: Reading<Listing<SmsNumber>>
  /** The queues of the user whose token this connection has. */
  readonly memberships: Reading<Listing<QueueMembership>>

  readonly #reader: Api
  readonly #now: () => Instant
  readonly #queues = new Map<string, Reading<Queue>>()

  /** @param user the platform as the connection's user sees it, where it has one */
  constructor(reader: Api, user: Api | undefined, now: () => Instant) {
    this.#reader = reader
    this.#now = now
    const once = <Value>(source: string, what: string, call: (signal: AbortSignal) => Promise<Reply>, read: (body: unknown) => Value) =>
      onceKnown((signal) => readFact(source, now, async () => read(bodyOf(what, await call(signal)))))

    this.threading = once(
      'GET /api/v2/conversations/messaging/threadingtimeline',
      'Reading the threading timeline',
      reader.threadingTimeline,
      readThreadingTimeline
    )
    this.deployments = once('GET /api/v2/webdeployments/deployments', 'Reading the deployments', reader.deployments, readDeployments)
    this.integrations = once(
      'GET /api/v2/conversations/messaging/integrations',
      'Reading the integrations',
      reader.integrations,
      readIntegrations
    )
    this.smsNumbers = once('GET /api/v2/routing/sms/phonenumbers', 'Reading the SMS numbers', reader.smsNumbers, readSmsNumbers)
    this.memberships =
      user === undefined
        ? () => Promise.resolve(unknown('This connection has no user credential.'))
        : once('GET /api/v2/routing/queues/me', 'Reading the user’s queues', user.myQueues, readMemberships)
  }

  queue(id: string, signal?: AbortSignal, anew?: 'anew'): Promise<Fact<Queue>> {
    const read =
      this.#queues.get(id) ??
      onceKnown((called) =>
        readFact('GET /api/v2/routing/queues/{queueId}', this.#now, async () =>
          readQueue(bodyOf('Reading the queue', await this.#reader.queue(id, called)))
        )
      )
    this.#queues.set(id, read)
    return read(signal, anew)
  }
}
