/** A file that an agent uploads to send it. */
export interface Media {
  readonly id: string
  readonly conversationId: string
  readonly communicationId: string
  readonly fileName: string
  /** As announced; an upload of another size makes it invalid. */
  readonly announcedBytes: number
  readonly announcedMd5: string | undefined
  /** Part of its addresses: whoever has it may upload and download. */
  readonly key: string
  readonly upload: Upload
}

export type Upload =
  | { readonly kind: 'uploading' }
  | { readonly kind: 'valid'; readonly mediaType: string; readonly bytes: Buffer }
  | { readonly kind: 'invalid' }

const typesByExtension: ReadonlyMap<string, string> = new Map([
  ['gif', 'image/gif'],
  ['jpeg', 'image/jpeg'],
  ['jpg', 'image/jpeg'],
  ['m4a', 'audio/mp4'],
  ['mp3', 'audio/mpeg'],
  ['mp4', 'video/mp4'],
  ['pdf', 'application/pdf'],
  ['png', 'image/png'],
  ['txt', 'text/plain'],
  ['webp', 'image/webp']
])

/** The media type that a file’s name stands for. */
export const mediaTypeOf = (fileName: string): string =>
  typesByExtension.get(fileName.split('.').at(-1)?.toLowerCase() ?? '') ?? 'application/octet-stream'

/** `ConversationContentAttachment.mediaType`. */
export const attachmentKind = (mediaType: string): 'Image' | 'Video' | 'Audio' | 'File' => {
  switch (mediaType.split('/')[0]) {
    case 'image':
      return 'Image'
    case 'video':
      return 'Video'
    case 'audio':
      return 'Audio'
    default:
      return 'File'
  }
}

/** Where a file is uploaded to and downloaded from, on the sandbox. */
export const mediaPath = ({ id, key }: Media): string => `/message-media/${id}?key=${key}`
