import type { CannedResponse, Substitution } from './cannedResponse'
import type { Organisation } from './organisation'
import type { TemplateButton, TemplateCard } from './templateLayout'

interface Parameter {
  readonly id?: string | undefined
  readonly value?: string | undefined
}

type Parameters = readonly Parameter[] | undefined

/** `SendMessagingTemplateRequest`: which canned response is sent, and what its places are filled in with. */
export interface TemplateFields {
  readonly responseId: string
  /** The older name of `bodyParameters`. */
  readonly parameters?: Parameters
  readonly headerParameters?: Parameters
  readonly bodyParameters?: Parameters
  readonly buttonUrlParameters?: Parameters
  readonly carouselParameters?:
    | {
        readonly cardParameters?:
          | readonly {
              readonly index?: number | undefined
              readonly bodyParameters?: Parameters
              readonly buttonUrlParameters?: Parameters
            }[]
          | undefined
      }
    | undefined
}

/** A text with its places filled in, and what it was filled in with. */
export interface FilledText {
  readonly text: string
  readonly parameters: readonly { readonly name: string; readonly value: string }[]
}

export interface FilledButton extends FilledText {
  readonly type: TemplateButton['type']
  readonly label: string
  /** What comes back when it is pressed. */
  readonly payload: string | undefined
}

/** A template as the customer gets it. Cards are checked, and not shown: the published notification has no place for them. */
export interface FilledTemplate {
  readonly header: (FilledText & { readonly isMedia: boolean }) | undefined
  readonly body: FilledText
  readonly footer: string | undefined
  readonly buttons: readonly FilledButton[]
  /** The places that neither the send nor a default fills, by their ids. */
  readonly unfilled: readonly string[]
}

/** What a send’s template comes to. */
export type ResolvedTemplate =
  | { readonly kind: 'resolved'; readonly response: CannedResponse; readonly filled: FilledTemplate }
  /** The organisation has no such response. */
  | { readonly kind: 'unknown' }
  /** It is an Apple invitation by its type, and has none. */
  | { readonly kind: 'withoutInvitation'; readonly response: CannedResponse }

const placeholder = /\{\{\s*([^{}\s]+)\s*\}\}/g

/** An empty value counts for none. */
const valuesOf = (...lists: readonly Parameters[]): ReadonlyMap<string, string> =>
  new Map(
    lists
      .flatMap((list) => list ?? [])
      .flatMap(({ id, value }) => (id === undefined || value === undefined || value.trim() === '' ? [] : [[id, value]]))
  )

const none = valuesOf()

/** Fills texts in, and notes the places that stay empty. */
class Filling {
  readonly unfilled = new Set<string>()

  constructor(private readonly substitutions: readonly Substitution[]) {}

  fill(text: string, values: ReadonlyMap<string, string>): FilledText {
    return {
      text: text.replace(placeholder, (whole, id: string) => {
        const value = values.get(id) ?? this.substitutions.find((one) => one.id === id)?.defaultValue
        if (value === undefined) this.unfilled.add(id)
        return value ?? whole
      }),
      parameters: [...values].map(([name, value]) => ({ name, value }))
    }
  }

  /** A value is for addresses alone: no list is documented for a label, a phone number or a payload. */
  button(button: TemplateButton, addresses: ReadonlyMap<string, string>): FilledButton {
    const { type } = button
    const label = this.fill(button.label, none).text
    return type === 'QuickReply'
      ? { type, label, text: '', parameters: [], payload: this.fill(button.payload, none).text }
      : { type, label, ...this.fill(button.content, type === 'Url' ? addresses : none), payload: undefined }
  }

  card({ header, text, buttons }: TemplateCard, body: ReadonlyMap<string, string>, addresses: ReadonlyMap<string, string>): void {
    this.fill(header.content, none)
    this.fill(text, body)
    for (const button of buttons) this.button(button, addresses)
  }
}

const filledTemplate = ({ text, substitutions, use }: CannedResponse, fields: TemplateFields): FilledTemplate => {
  const filling = new Filling(substitutions)
  const { header, footer, buttons = [], cards = [] } = use.kind === 'whatsAppTemplate' ? use : {}
  const addresses = valuesOf(fields.buttonUrlParameters)
  const template = {
    header: header && { ...filling.fill(header.content, valuesOf(fields.headerParameters)), isMedia: header.type !== 'Text' },
    body: filling.fill(text, valuesOf(fields.parameters, fields.bodyParameters)),
    footer: footer === undefined ? undefined : filling.fill(footer, none).text,
    buttons: buttons.map((button) => filling.button(button, addresses))
  }
  cards.forEach((card, at) => {
    const given = fields.carouselParameters?.cardParameters?.find(({ index }) => index === at)
    filling.card(card, valuesOf(given?.bodyParameters), valuesOf(given?.buttonUrlParameters))
  })
  return { ...template, unfilled: [...filling.unfilled] }
}

export const resolveTemplate = ({ responses }: Organisation, fields: TemplateFields): ResolvedTemplate => {
  const response = responses.find(({ id }) => id === fields.responseId.toLowerCase())
  if (response === undefined) return { kind: 'unknown' }
  if (response.use.kind === 'appleInvitation' && response.use.invitation === undefined) return { kind: 'withoutInvitation', response }
  return { kind: 'resolved', response, filled: filledTemplate(response, fields) }
}
