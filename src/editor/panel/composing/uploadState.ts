/** A file on its way to the platform, or why it is not there. */
export type UploadState =
  | { readonly kind: 'checking'; readonly fileName: string }
  | { readonly kind: 'uploading'; readonly fileName: string; readonly percent: number }
  | { readonly kind: 'stopped'; readonly why: string }
