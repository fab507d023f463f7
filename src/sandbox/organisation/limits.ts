/** A limit of the organisation. Its namespace and key are the platform’s. */
export interface Limit {
  readonly namespace: 'platform.api' | 'web.messaging'
  readonly key: string
  readonly value: number
  /** In our words. */
  readonly description: string
}

/**
 * The limits that the sandbox knows of, the only ones whose keys and values could be found. Source of the values, second-hand: programs and notes that quote
 * the platform’s page of limits. An organisation’s own may be others.
 */
export const limits = [
  {
    namespace: 'platform.api',
    key: 'client.credentials.token.rate.per.minute',
    value: 300,
    description: 'Requests with one client-credentials token in a minute'
  },
  { namespace: 'platform.api', key: 'token.rate.per.minute', value: 300, description: 'Requests with one token in a minute' },
  {
    namespace: 'platform.api',
    key: 'org.user.rate.per.minute',
    value: 3000,
    description: 'Requests of one user in a minute, over all their tokens'
  },
  { namespace: 'platform.api', key: 'request.bytes.max', value: 512_000, description: 'Bytes in the body of a request' },
  {
    namespace: 'web.messaging',
    key: 'messages.per.session.rate.per.second',
    value: 5,
    description: 'Messages of a guest in a second'
  },
  {
    namespace: 'web.messaging',
    key: 'requests.per.connection.rate.per.minute',
    value: 60,
    description: 'Requests over a guest’s websocket in a minute'
  },
  { namespace: 'web.messaging', key: 'session.connections.max', value: 3, description: 'Websockets of one guest session' },
  {
    namespace: 'web.messaging',
    key: 'outbound.webmessaging.and.open.messaging.characters.max',
    value: 4000,
    description: 'Characters in a text to a customer over web messaging or open messaging'
  }
] as const satisfies readonly Limit[]

type LimitKey<Namespace extends Limit['namespace']> = Extract<(typeof limits)[number], { namespace: Namespace }>['key']

const byName = new Map<string, Limit>(limits.map((limit) => [`${limit.namespace} ${limit.key}`, limit]))

/** The limit with this name. */
export const limitOf = <Namespace extends Limit['namespace']>(namespace: Namespace, key: LimitKey<Namespace>): Limit => {
  const limit = byName.get(`${namespace} ${key}`)
  if (limit === undefined) throw new Error(`The sandbox has no limit ${namespace} ${key}.`)
  return limit
}

/** Each namespace that has limits, once, in the order of the list. */
export const limitNamespaces: readonly Limit['namespace'][] = [...new Set(limits.map(({ namespace }) => namespace))]
