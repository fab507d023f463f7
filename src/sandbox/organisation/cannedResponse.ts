import type { TemplateLayout } from './templateLayout'

/** A library of canned responses. */
export interface ResponseLibrary {
  readonly id: string
  readonly name: string
  readonly created: number
}

/** A place in a response’s text that a send fills in: the text has it as `{{id}}`. */
export interface Substitution {
  readonly id: string
  readonly description: string
  /** What stands there when a send gives no value. */
  readonly defaultValue: string | undefined
}

/** What a canned response is for, beside being a text. */
export type ResponseUse =
  | { readonly kind: 'text' }
  | ({
      readonly kind: 'whatsAppTemplate'
      readonly name: string
      readonly language: string
      readonly integrationId: string
    } & TemplateLayout)
  /** `invitation` is absent where the response was set up wrongly: the platform then refuses to send it. */
  | {
      readonly kind: 'appleInvitation'
      readonly invitation:
        | {
            readonly businessName: string
            readonly transcriptMessage: string
            readonly templateType: 'WithImage' | 'WithoutImage'
            readonly locale: string
          }
        | undefined
    }

/** A canned response (“response” in the API): a text that is kept to be sent. */
export interface CannedResponse {
  readonly id: string
  readonly name: string
  readonly libraryIds: readonly string[]
  readonly text: string
  readonly substitutions: readonly Substitution[]
  readonly use: ResponseUse
  readonly created: number
  readonly version: number
}
