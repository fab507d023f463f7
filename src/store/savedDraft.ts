import * as z from 'zod/mini'
import type { Draft } from '../model/draft'
import type { Instant } from '../model/instant'

const text = z.exactOptional(z.string())

const card = z.exactOptional(z.int())

const part = z.object({
  place: z.union([
    z.object({ kind: z.enum(['header', 'headerMedia', 'body', 'footer']), card }),
    z.object({ kind: z.enum(['buttonUrl', 'buttonContent', 'buttonLabel', 'buttonPayload']), button: z.int(), card })
  ]),
  text: z.string()
})

const response = z.object({
  id: z.string(),
  name: z.string(),
  libraries: z.array(z.object({ id: z.string(), name: z.string() })),
  text: z.string(),
  isPlain: z.boolean(),
  substitutions: z.array(z.object({ id: z.string(), description: text, defaultValue: text })),
  use: z.enum(['text', 'whatsAppTemplate', 'appleInvitation', 'other']),
  parts: z.array(part)
})

const kind = z.exactOptional(z.enum(['text', 'template', 'media']))

/** A draft as it stands in the storage. It also has when it was last changed (`at`), which one of the first version has not. */
const draft = z.object({
  text: z.string(),
  template: z.exactOptional(z.object({ response, values: z.record(z.string(), z.string()) })),
  media: z.exactOptional(z.object({ id: z.string(), fileName: z.string(), bytes: z.number(), communicationId: z.string() })),
  agentMessage: z.exactOptional(z.object({ kind })),
  agentless: z.exactOptional(z.object({ kind, fromAddress: text, toAddress: text, externalContactId: text })),
  outbound: z.exactOptional(
    z.object({ queueId: text, toAddress: text, externalContactId: text, useExistingConversation: z.exactOptional(z.boolean()) })
  )
})

/** A template that an earlier version kept says nothing of its header and its buttons: it is chosen again, and the rest is kept. */
const withoutTemplate = z.omit(draft, { template: true })

/** What the first version knew: a text, and a deployment to send it from. */
const firstVersion = z.object({ text: z.string(), deploymentId: z.string() })

/** What stands in the storage for a draft: the draft, and when it was last changed. */
export const savedDraft = (written: Draft, at: Instant): Draft & { readonly at: Instant } => ({ ...written, at })

/** Reads what stands in the storage; `undefined` for what is no draft. */
export const readSavedDraft = (saved: unknown): Draft | undefined => {
  const first = firstVersion.safeParse(saved)
  if (first.success) return { text: first.data.text, agentless: { fromAddress: first.data.deploymentId } }
  const whole = draft.safeParse(saved)
  if (whole.success) return whole.data
  const rest = withoutTemplate.safeParse(saved)
  return rest.success ? rest.data : undefined
}
