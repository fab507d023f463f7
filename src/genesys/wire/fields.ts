import * as z from 'zod/mini'

/** A text that the platform may leave out or send as null. */
export const text = z.optional(z.nullable(z.string()))

/**
 * A field of a record of which something is to be shown though it is only half understood: what has another type than described, as a platform of the
 * future may send it, counts as not given, and the rest of the record still is read.
 */
export const half = <Schema extends z.core.$ZodType>(schema: Schema) => z.catch(z.optional(z.nullable(schema)), undefined)

/** A text of such a record. */
export const halfText = half(z.string())

/** A list of such records. One that is not as described takes no other with it; where all are, which is the rule, they are read in one go. */
export const many = <Schema extends z.core.$ZodType>(item: Schema) => {
  const all = z.array(item)
  return z.pipe(
    z.array(z.unknown()),
    z.transform((items): z.core.output<Schema>[] => {
      const read = z.safeParse(all, items)
      if (read.success) return read.data
      return items.flatMap((each) => {
        const one = z.safeParse(item, each)
        return one.success ? [one.data] : []
      })
    })
  )
}

/** Such a list within such a record. */
export const halfMany = <Schema extends z.core.$ZodType>(item: Schema) => half(many(item))
