import { createHash } from 'node:crypto'
import { findOperation } from '../../platform/operations'
import { UnknownOperation } from '../errors'
import { fault as schema, type Fault, type FaultRequest, type RequestFault, type SocketFault, type SocketName } from './fault'

/** A fault that is set, and how often it has hit. */
export interface SetFault {
  readonly fault: Fault
  readonly hits: number
}

interface Counted<Kind extends Fault> {
  readonly fault: Kind
  /** Its place among those that were set with it. */
  readonly place: number
  /** How often it could have hit. */
  chances: number
  hits: number
}

const oauthToken = 'POST /oauth/token'
const apiPrefix = '/api/v2/'

/** The operation that a request names, with its path’s variables. */
const operationOf = (method: string, path: string): string | undefined => {
  if (`${method} ${path}` === oauthToken) return oauthToken
  const operation = findOperation(method, path)
  return operation && `${operation.method} ${operation.path}`
}

const namedOperation = (name: string): string => {
  if (name === 'any') return name
  const [method = '', path = ''] = name.trim().split(/\s+/)
  const operation = operationOf(method.toUpperCase(), path)
  if (operation === undefined) throw new UnknownOperation(name)
  return operation
}

const isOnSocket = (fault: Fault): fault is SocketFault => 'socket' in fault

/** A number from 0 up to 1 that follows from `name`. */
const drawn = (name: string): number => createHash('sha256').update(name).digest().readUInt32BE(0) / 2 ** 32

/**
 * What is made to go wrong. Whether a fault hits follows from the seed and from how often it could have hit since it was set: the same
 * seed, faults and requests give the same failures.
 */
export class Faults {
  readonly #seed: number
  readonly #listeners = new Set<() => void>()
  #onRequests: readonly Counted<RequestFault>[] = []
  #onSockets: readonly Counted<SocketFault>[] = []

  constructor(seed: number) {
    this.#seed = seed
  }

  /**
   * Sets these faults in place of all that were set.
   * @throws UnknownOperation
   */
  set(requested: readonly FaultRequest[]): void {
    const onRequests: Counted<RequestFault>[] = []
    const onSockets: Counted<SocketFault>[] = []
    for (const [place, request] of requested.entries()) {
      const fault = schema.parse(request)
      if (isOnSocket(fault)) onSockets.push({ fault, place, chances: 0, hits: 0 })
      else onRequests.push({ fault: { ...fault, operation: namedOperation(fault.operation) }, place, chances: 0, hits: 0 })
    }
    this.#onRequests = onRequests
    this.#onSockets = onSockets
    for (const listener of this.#listeners) listener()
  }

  /** Those that are set, in the order in which they were given. */
  list(): readonly SetFault[] {
    return [...this.#onRequests, ...this.#onSockets]
      .sort((one, other) => one.place - other.place)
      .map(({ fault, hits }) => ({ fault, hits }))
  }

  /** The faults that hit this request: every latency, and the first of the others. */
  ofRequest(method: string, path: string): readonly RequestFault[] {
    if (this.#onRequests.length === 0) return []
    const operation = operationOf(method, path)
    const hits: RequestFault[] = []
    for (const counted of this.#onRequests) {
      const { fault } = counted
      const isMeant = fault.operation === 'any' ? path.startsWith(apiPrefix) : fault.operation === operation
      const isSecond = fault.kind !== 'latency' && hits.some(({ kind }) => kind !== 'latency')
      if (isMeant && !isSecond && this.#hits(counted)) hits.push(fault)
    }
    return hits
  }

  /** The fault that hits a connection of this websocket. */
  ofSocket(name: SocketName): SocketFault | undefined {
    return this.#onSockets.find((counted) => (counted.fault.socket === 'any' || counted.fault.socket === name) && this.#hits(counted))
      ?.fault
  }

  /** Tells `listener` whenever faults are set, until the returned function is called. */
  onSet(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  #hits(counted: Counted<Fault>): boolean {
    const { times = Infinity, probability = 1 } = counted.fault
    if (counted.hits >= times) return false
    counted.chances += 1
    if (drawn(`seed ${this.#seed}/fault ${counted.place}/chance ${counted.chances}`) >= probability) return false
    counted.hits += 1
    return true
  }
}
