import { mediaUploadPath } from './messagingOperations'

/** The largest file of web messaging, in bytes. Source: notes of third parties that quote the guest API’s documentation. Of no other channel is one known. */
export const largestWebMessagingMedia = 10 * 1024 * 1024

/** Source: published OpenAPI, `UploadMediaRequest.fileName`. */
const notAllowed = /[\s\\{^}%`\]">[~<#|]/

/** Whether a file may be announced under this name. */
export const isMediaFileName = (name: string): boolean =>
  name !== '' && !name.startsWith('.') && !name.endsWith('/') && !notAllowed.test(name)

/** The nearest name that a file may be announced under. */
export const allowedMediaFileName = (name: string): string =>
  name.replace(new RegExp(notAllowed, 'g'), '-').replace(/^\.+/, '').replace(/\/+$/, '') || 'file'

/** A file that is to be sent on a communication of an agent. */
export interface MediaFile {
  readonly conversationId: string
  readonly communicationId: string
  readonly fileName: string
  readonly bytes: number
}

/** The request that announces a file (`UploadMediaRequest`). */
export const mediaUploadRequest = ({ conversationId, communicationId, fileName, bytes }: MediaFile) => ({
  method: 'POST',
  path: mediaUploadPath.replace('{conversationId}', conversationId).replace('{communicationId}', communicationId),
  body: { fileName, contentLengthBytes: bytes }
})
