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
  | { readonly kind: 'whatsAppTemplate'; readonly name: string; readonly language: string; readonly integrationId: string }
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

const placeholder = /\{\{\s*([^{}\s]+)\s*\}\}/g

/** The places in a text that are to be filled in, each once, in the order of the text. */
export const placeholdersOf = (text: string): readonly string[] => [...new Set([...text.matchAll(placeholder)].map(([, id = '']) => id))]

/**
 * The text with its places filled in.
 * @param values by the substitution’s id; where one is missing, the substitution’s default stands
 */
export const fillIn = ({ text, substitutions }: CannedResponse, values: ReadonlyMap<string, string>): string =>
  text.replace(placeholder, (whole, id: string) => values.get(id) ?? substitutions.find((one) => one.id === id)?.defaultValue ?? whole)

/** The places that neither `values` nor a default fills. */
export const unfilledIn = ({ text, substitutions }: CannedResponse, values: ReadonlyMap<string, string>): readonly string[] =>
  placeholdersOf(text).filter((id) => !values.has(id) && substitutions.find((one) => one.id === id)?.defaultValue === undefined)
