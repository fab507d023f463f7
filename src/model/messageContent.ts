/** What a message says. The conversation’s own record has no more than its id, status and time. */
export interface MessageContent {
  /** `undefined` when it has no text: attachments alone, or a kind of content that is shown in no words here. */
  readonly text: string | undefined
  /** The names of what is attached, or its media types where there are no names. */
  readonly attachments: readonly string[]
  /** The platform’s ids of what is attached, where it says them. */
  readonly mediaIds?: readonly string[] | undefined
  /** The platform’s name of the template that it was made from. */
  readonly templateId?: string | undefined
  /** What the places in the template’s body were filled in with. */
  readonly templateValues?: readonly string[] | undefined
}
