import * as z from 'zod/mini'
import type { ContactStanding } from '../../model/situation'
import { PlatformError } from '../platformError'

const reference = z.optional(z.nullable(z.object({ id: z.optional(z.string()) })))
const contact = z.object({ id: z.string(), canonicalContact: reference, mergedTo: reference })

/** Reads the body of GET /api/v2/externalcontacts/contacts/{contactId}: a merged contact names the one that stands for it. */
export const readContact = (body: unknown): ContactStanding => {
  const parsed = contact.safeParse(body)
  if (!parsed.success) throw new PlatformError('Reading the external contact', { kind: 'unexpected', why: 'it has no id' })
  const { id, canonicalContact, mergedTo } = parsed.data
  const into = mergedTo?.id ?? canonicalContact?.id
  return into === undefined || into === id ? { kind: 'current' } : { kind: 'merged', into }
}
