/** The header of a WhatsApp template, or of a card: a text, or the address of a file. */
export interface TemplateHeader {
  readonly type: 'Text' | 'Image' | 'Video' | 'Document'
  readonly content: string
}

export type TemplateButton =
  | { readonly type: 'Url' | 'PhoneNumber'; readonly label: string; readonly content: string }
  | { readonly type: 'QuickReply'; readonly label: string; readonly payload: string }

export interface TemplateCard {
  readonly header: TemplateHeader
  readonly text: string
  readonly buttons: readonly TemplateButton[]
}

/** What a WhatsApp template has beside its body. Each text may have places as the body has. */
export interface TemplateLayout {
  readonly header?: TemplateHeader
  readonly footer?: string
  readonly buttons?: readonly TemplateButton[]
  readonly cards?: readonly TemplateCard[]
}
