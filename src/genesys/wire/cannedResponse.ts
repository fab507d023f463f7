import * as z from 'zod/mini'
import type { CannedResponse, ResponseUse } from '../../model/cannedResponse'
import type { Listing } from '../../model/listing'
import { PlatformError } from '../platformError'
import { text } from './fields'
import { mapListing, readListingPage } from './listing'
import { readTemplateParts, whatsAppTemplate } from './whatsAppTemplate'

const nullish = <Schema extends z.core.$ZodType>(schema: Schema) => z.optional(z.nullable(schema))

const response = z.object({
  id: z.string(),
  name: text,
  libraries: nullish(z.array(z.object({ id: text, name: text }))),
  texts: nullish(z.array(z.object({ content: text, contentType: text, type: text }))),
  substitutions: nullish(z.array(z.object({ id: z.string(), description: text, defaultValue: text }))),
  responseType: text,
  messagingTemplate: nullish(z.object({ whatsApp: nullish(whatsAppTemplate) }))
})

type Row = z.infer<typeof response>

const results = z.object({ results: z.unknown() })

const useOf = ({ responseType, messagingTemplate }: Row): ResponseUse => {
  if (messagingTemplate?.whatsApp) return 'whatsAppTemplate'
  switch (responseType) {
    case 'AppleInvitation':
      return 'appleInvitation'
    case null:
    case undefined:
      return 'text'
    default:
      return 'other'
  }
}

/** The text of a response: its plain body, else whatever body it has. A subject is none. */
const textOf = ({ texts }: Row): Pick<CannedResponse, 'text' | 'isPlain'> => {
  const bodies = (texts ?? []).filter(({ type }) => type !== 'subject')
  const plain = bodies.find(({ contentType }) => contentType !== 'text/html')
  return { text: (plain ?? bodies[0])?.content ?? '', isPlain: plain !== undefined || bodies.length === 0 }
}

const readRow = (row: Row): CannedResponse => ({
  id: row.id,
  name: row.name ?? row.id,
  libraries: (row.libraries ?? []).flatMap(({ id, name }) => (id ? [{ id, name: name ?? id }] : [])),
  ...textOf(row),
  substitutions: (row.substitutions ?? []).map(({ id, description, defaultValue }) => ({
    id,
    ...(description && { description }),
    ...(defaultValue && { defaultValue })
  })),
  use: useOf(row),
  parts: row.messagingTemplate?.whatsApp ? readTemplateParts(row.messagingTemplate.whatsApp) : []
})

/** Reads the body of POST /api/v2/responsemanagement/responses/query. Source of the fields: published OpenAPI, `Response`. */
export const readResponses = (body: unknown): Listing<CannedResponse> => {
  const what = 'Reading the canned responses'
  const parsed = results.safeParse(body)
  if (!parsed.success) throw new PlatformError(what, { kind: 'unexpected', why: 'it has no results' })
  return mapListing(readListingPage(what, response, parsed.data.results), readRow)
}
