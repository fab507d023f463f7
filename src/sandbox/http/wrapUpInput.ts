import * as z from 'zod/mini'
import type { WrapUp } from '../conversations/conversation'
import type { DocumentedError } from '../documentedErrors'
import { notImplemented, Refusal, type RefusalDetails } from '../refusal'

/** `WrapupInput` as SDK 262 has it. */
export const wrapUpInput = z.strictObject({
  code: z.optional(z.string()),
  name: z.optional(z.string()),
  notes: z.optional(z.string()),
  tags: z.optional(z.array(z.string())),
  durationSeconds: z.optional(z.int()),
  endTime: z.optional(z.iso.datetime({ offset: true })),
  provisional: z.optional(z.boolean()),
  disableEndTimeUpdates: z.optional(z.boolean())
})

/**
 * The finished after-conversation work that the input stands for.
 * @param without what the operation answers to an input without a code
 */
export const wrapUpOfInput = (
  { code, name, notes, provisional }: z.output<typeof wrapUpInput>,
  time: number,
  without: { readonly error: DocumentedError; readonly details?: RefusalDetails }
): WrapUp => {
  if (provisional === true) throw new Refusal(notImplemented, 'The sandbox keeps no provisional wrap-up.', { field: 'provisional' })
  if (code === undefined || code === '') throw new Refusal(without.error, 'A wrap-up needs a code.', without.details)
  return { kind: 'done', code, name, notes, time }
}
