import * as z from 'zod/mini'

/** A text that the platform may leave out or send as null. */
export const text = z.optional(z.nullable(z.string()))
