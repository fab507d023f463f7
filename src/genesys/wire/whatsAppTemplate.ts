import * as z from 'zod/mini'
import type { TemplatePart, TemplatePlace } from '../../model/templatePart'
import { text } from './fields'

const nullish = <Schema extends z.core.$ZodType>(schema: Schema) => z.optional(z.nullable(schema))

const header = nullish(z.object({ type: text, content: text }))
const button = z.object({ type: text, content: text, contentText: text, payload: text })
const buttons = nullish(z.array(button))

/** The parts of a response’s WhatsApp template beside its body. Source: published OpenAPI, `WhatsAppDefinition`. */
export const whatsAppTemplate = z.object({
  header,
  messageFooter: nullish(z.object({ content: text })),
  buttons,
  carousel: nullish(
    z.object({ cards: nullish(z.array(z.object({ header, cardBodyText: nullish(z.object({ content: text })), buttons }))) })
  )
})

const part = (place: TemplatePlace, content: string | null | undefined): readonly TemplatePart[] =>
  content ? [{ place, text: content }] : []

type OnCard = Pick<TemplatePlace, 'card'>

/** Every header that is not a text is a file, of which the content is the address. */
const headerParts = (read: z.infer<typeof header>, on: OnCard): readonly TemplatePart[] =>
  part({ kind: read?.type === 'Text' ? 'header' : 'headerMedia', ...on }, read?.content)

const buttonParts = (read: z.infer<typeof buttons>, on: OnCard): readonly TemplatePart[] =>
  (read ?? []).flatMap(({ type, content, contentText, payload }, at) => [
    ...part({ kind: 'buttonLabel', button: at, ...on }, contentText),
    ...part({ kind: type === 'Url' ? 'buttonUrl' : 'buttonContent', button: at, ...on }, content),
    ...part({ kind: 'buttonPayload', button: at, ...on }, payload)
  ])

/** The texts of a template beside its body, in its order. */
export const readTemplateParts = ({
  header: own,
  messageFooter,
  buttons: ownButtons,
  carousel
}: z.infer<typeof whatsAppTemplate>): readonly TemplatePart[] => [
  ...headerParts(own, {}),
  ...part({ kind: 'footer' }, messageFooter?.content),
  ...buttonParts(ownButtons, {}),
  ...(carousel?.cards ?? []).flatMap((read, card) => [
    ...headerParts(read.header, { card }),
    ...part({ kind: 'body', card }, read.cardBodyText?.content),
    ...buttonParts(read.buttons, { card })
  ])
]
