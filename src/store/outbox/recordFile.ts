import * as z from 'zod/mini'
import { parseUuid } from '../../model/ids'
import type { SendRecord } from './record'

/** Raised whenever an older version could misread what this one writes. */
const version = 1

const maybe = z.optional(z.string())
const instant = z.number()

const deliveryStep = z.object({
  delivery: z.enum(['queued', 'sent', 'delivered', 'failed', 'read', 'received', 'removed', 'unrecognised']),
  status: z.string(),
  at: instant
})

const looks = z.object({ count: z.int(), lastAt: instant })
const refusal = z.object({ status: z.number(), code: maybe, message: maybe, correlationId: maybe, retryAfterMs: z.optional(z.number()) })
const who = z.optional(z.union([z.object({ contactId: z.string() }), z.object({ address: z.string() })]))
const before = z.array(z.string())

const said = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('template'), responseId: z.string(), text: z.string(), values: z.array(z.string()) }),
  z.object({ kind: z.literal('media'), mediaIds: z.array(z.string()), fileName: z.string() }),
  z.object({ kind: z.literal('nothing') })
])

const trace = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('agentMessage'), communicationId: z.string(), said, before }),
  z.object({ kind: z.literal('agentless'), who, said, before }),
  z.object({ kind: z.literal('opening'), who, userId: maybe, before })
])

const outcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('prepared') }),
  z.object({ kind: z.literal('refused'), why: z.string(), answer: z.optional(refusal) }),
  z.object({ kind: z.literal('unknown'), why: z.string(), leftUntil: instant, looks: z.optional(looks), obstacle: maybe }),
  z.object({
    kind: z.literal('accepted'),
    at: instant,
    by: z.enum(['answer', 'found', 'likely']),
    messageId: maybe,
    conversationId: maybe,
    deliveries: z.array(deliveryStep),
    lost: maybe
  }),
  z.object({ kind: z.literal('absent'), why: z.string(), looks })
])

const recordFile = z.object({
  version: z.literal(version),
  record: z.object({
    id: z.string(),
    from: z.object({ connectionId: z.string(), id: z.string() }),
    recipient: z.string(),
    text: z.string(),
    request: z.object({
      method: z.string(),
      path: z.string(),
      body: z.record(z.string(), z.unknown()),
      credential: z.enum(['user', 'client'])
    }),
    startedAt: instant,
    leaveBy: instant,
    trace,
    outcome
  })
})

const versioned = z.object({ version: z.number() })

/** What a file of the outbox turned out to be. */
export type RecordFile =
  | { readonly kind: 'record'; readonly record: SendRecord }
  /** Written by a version of the extension that knows more than this one. */
  | { readonly kind: 'newer' }
  | { readonly kind: 'broken' }

export const writeRecord = (record: SendRecord): string => JSON.stringify({ version, record })

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // Not JSON: told as broken by who asked.
  }
}

export const readRecord = (text: string): RecordFile => {
  const json = jsonIn(text)
  const known = versioned.safeParse(json)
  if (known.success && known.data.version > version) return { kind: 'newer' }
  const parsed = recordFile.safeParse(json)
  const id = parsed.success ? parseUuid(parsed.data.record.from.id) : undefined
  if (!parsed.success || id === undefined) return { kind: 'broken' }
  const { record } = parsed.data
  return { kind: 'record', record: { ...record, from: { connectionId: record.from.connectionId, id } } }
}
