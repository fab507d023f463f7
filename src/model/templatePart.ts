/** Where in a template a text stands. Buttons and cards are counted from 0, in the order of the template. */
export type TemplatePlace =
  /** `headerMedia`: the address of the picture, the film or the document that the header is. */
  | { readonly kind: 'header' | 'headerMedia' | 'body' | 'footer'; readonly card?: number }
  /** `buttonContent`: what a button has that opens no address, for example its phone number. */
  | { readonly kind: 'buttonUrl' | 'buttonContent' | 'buttonLabel' | 'buttonPayload'; readonly button: number; readonly card?: number }

/** A text of a template, in which parameters may stand. */
export interface TemplatePart {
  readonly place: TemplatePlace
  readonly text: string
}
