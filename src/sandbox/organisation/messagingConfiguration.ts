/** Which media types a channel takes (“supported content”). */
export interface SupportedContent {
  readonly id: string
  readonly name: string
  readonly created: number
  readonly modified: number
  readonly version: number
  /** Media types or ranges of them, as the platform writes them: a type, a family, or all. */
  readonly inbound: readonly string[]
  readonly outbound: readonly string[]
}

export type Switch = 'Enabled' | 'Disabled'

/** What a channel shows of typing, and which stories it takes. */
export interface MessagingSetting {
  readonly id: string
  readonly name: string
  readonly created: number
  readonly modified: number
  readonly version: number
  readonly typing: { readonly inbound: Switch; readonly outbound: Switch }
  readonly storyMentions: Switch
  readonly storyReplies: Switch
}

/** The profiles of a kind, and which of them holds for whatever names none. */
export interface WithDefault<Profile> {
  readonly defaultId: string
  readonly profiles: readonly Profile[]
}

/** Whether a media type is in one of the ranges. Source: published OpenAPI, `MediaType.type`: `image/jpeg`, `image/*` or all types. */
export const coversMediaType = (ranges: readonly string[], mediaType: string): boolean => {
  const [family = ''] = mediaType.toLowerCase().split('/')
  return ranges.some((range) => ['*/*', `${family}/*`, mediaType.toLowerCase()].includes(range.toLowerCase()))
}
