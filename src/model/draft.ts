import type { CannedResponse, SubstitutionValues } from './cannedResponse'

/** What a message consists of. A request carries one of them: “Only one message body field can be accepted, per request” (published OpenAPI). */
export type ContentKind = 'text' | 'template' | 'media'

/** A canned response that was chosen to be sent as a template, and what was typed for its parameters, by `parameterKey`. */
export interface ChosenTemplate {
  readonly response: CannedResponse
  readonly values: SubstitutionValues
}

/** A file that has been uploaded. It can be sent on the communication that it was uploaded for, and on no other. */
export interface UploadedMedia {
  readonly id: string
  readonly fileName: string
  readonly bytes: number
  readonly communicationId: string
}

/**
 * A follow-up that is being written. What is to be said is the same on every way to the customer; which kind of it goes that way, and from where to
 * whom, is kept for each way of its own. What is absent was not chosen: the plan’s own value holds then.
 */
export interface Draft {
  readonly text: string
  readonly template?: ChosenTemplate
  readonly media?: UploadedMedia
  readonly agentMessage?: { readonly kind?: ContentKind }
  readonly agentless?: {
    readonly kind?: ContentKind
    /** A deployment’s or an integration’s id, or a phone number. */
    readonly fromAddress?: string
    readonly toAddress?: string
    readonly externalContactId?: string
  }
  readonly outbound?: {
    readonly queueId?: string
    readonly toAddress?: string
    readonly externalContactId?: string
    readonly useExistingConversation?: boolean
  }
}

export const emptyDraft: Draft = { text: '' }

/** A draft of a text, with nothing else chosen. */
export const textDraft = (text: string): Draft => ({ text })

/** A draft without its file. */
export const withoutMedia = (draft: Draft): Draft => {
  const { media, ...others } = draft
  return media === undefined ? draft : others
}

export const isEmptyDraft = ({ text, ...chosen }: Draft): boolean => text === '' && Object.keys(chosen).length === 0
