import * as z from 'zod/mini'

/** `ParticipantAttributes` as SDK 262 has it. */
export const participantAttributes = z.strictObject({ attributes: z.optional(z.record(z.string(), z.string())) })
