import * as z from 'zod/mini'
import type { FromPanel } from '../../webview/protocol'

/** The longest text that a field of the panel may hold: far more than any channel takes. */
const longestValue = 100_000

/** A place in a text. */
const position = z.int().check(z.nonnegative())

const schema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), told: z.boolean() }),
  z.object({ type: z.literal('chooseRoute'), route: z.string() }),
  z.object({ type: z.literal('edit'), field: z.string(), value: z.string().check(z.maxLength(longestValue)) }),
  z.object({ type: z.literal('chooseFormat'), format: z.string() }),
  z.object({ type: z.literal('insertResponse'), start: position, end: position }),
  z.object({ type: z.literal('chooseTemplate') }),
  z.object({ type: z.literal('chooseMedia') }),
  z.object({ type: z.literal('cancelUpload') }),
  z.object({ type: z.literal('removeMedia') }),
  z.object({ type: z.literal('send') }),
  z.object({ type: z.literal('act'), action: z.string() }),
  z.object({ type: z.literal('copyAction'), action: z.string() }),
  z.object({ type: z.literal('copy') }),
  z.object({ type: z.literal('onSend'), send: z.string(), act: z.enum(['lookAgain', 'sendAgain', 'forget']) }),
  z.object({ type: z.literal('refresh') }),
  z.object({ type: z.literal('openJson') }),
  z.object({ type: z.literal('openFact'), at: z.object({ id: z.string(), field: z.string() }) }),
  z.object({ type: z.literal('openLink'), url: z.string() }),
  z.object({ type: z.literal('openRule'), rule: z.string().check(z.regex(/^[a-z0-9.-]+$/)) }),
  z.object({ type: z.literal('chooseConversation') }),
  z.object({ type: z.literal('connect') })
])

/** What the panel says, checked; `undefined` for anything that the protocol does not have. */
export const readFromPanel = (message: unknown): FromPanel | undefined => {
  const parsed = schema.safeParse(message)
  return parsed.success ? parsed.data : undefined
}
