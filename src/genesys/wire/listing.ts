import * as z from 'zod/mini'
import type { Listing } from '../../model/listing'
import { PlatformError } from '../platformError'

const page = z.object({
  entities: z.optional(z.nullable(z.array(z.unknown()))),
  total: z.optional(z.nullable(z.number())),
  pageCount: z.optional(z.nullable(z.number()))
})

/**
 * Reads the first page of a listing. It is complete when the platform counts no more rows, or no more pages, than there are in it.
 * @param what names the read in the error when a row does not fit `row`
 */
export const readListingPage = <Schema extends z.core.$ZodType>(
  what: string,
  row: Schema,
  body: unknown
): Listing<z.core.output<Schema>> => {
  const parsed = page.safeParse(body)
  if (!parsed.success) throw new PlatformError(what, { kind: 'unexpected', why: 'it is not a listing' })
  const rows = (parsed.data.entities ?? []).map((entity) => {
    const read = z.safeParse(row, entity)
    if (!read.success) throw new PlatformError(what, { kind: 'unexpected', why: 'a row of the listing is not as described' })
    return read.data
  })
  const { total, pageCount } = parsed.data
  return { rows, isComplete: (total ?? 0) <= rows.length && (pageCount ?? 1) <= 1 }
}

/** The same listing with each row as the model has it. */
export const mapListing = <From, To>({ rows, isComplete }: Listing<From>, toRow: (row: From) => To): Listing<To> => ({
  rows: rows.map(toRow),
  isComplete
})
