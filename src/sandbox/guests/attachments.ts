import { createHash, randomBytes } from 'node:crypto'
import type { Clock } from '../clock'
import type { Messenger } from '../organisation/webDeployment'
import { GuestError, guestErrorCodes, type GuestErrorCode } from './protocol/guestError'

/** What a guest announces before the upload. */
export interface AnnouncedFile {
  readonly id: string
  readonly fileName: string
  readonly fileType: string
  readonly fileSize: number | undefined
  /** In hexadecimal digits or base64. */
  readonly fileMd5: string | undefined
}

export interface Attachment extends AnnouncedFile {
  readonly sessionToken: string
  /** Part of its URL: whoever has it may upload and download. */
  readonly key: string
  readonly announced: number
  readonly upload: { readonly kind: 'awaited' } | { readonly kind: 'failed' } | { readonly kind: 'done'; readonly bytes: Buffer }
}

export interface UploadFault {
  readonly code: GuestErrorCode
  readonly words: string
}

const longestFileName = 256

/** How long an attachment can be uploaded and sent. No document says it. */
const lifeMilliseconds = 24 * 60 * 60 * 1000

/** What is wrong with a file before it is uploaded; `undefined` when nothing is. */
export const announcementFault = (
  { fileName, fileType, fileSize = 0 }: AnnouncedFile,
  uploads: Messenger['uploads']
): UploadFault | undefined => {
  const { fileNameInvalid, fileNameTooLong, fileTypeInvalid, fileSizeInvalid } = guestErrorCodes
  if (fileName.trim() === '' || /[\\/:*?"<>|\p{Cc}]/u.test(fileName)) {
    return { code: fileNameInvalid, words: 'A file name must not be empty, and must not have path or control characters.' }
  }
  if (fileName.length > longestFileName) {
    return { code: fileNameTooLong, words: `A file name has at most ${longestFileName} characters.` }
  }
  if (!uploads.enabled || !uploads.fileTypes.includes(fileType)) {
    return { code: fileTypeInvalid, words: `Files of the type ${fileType} are not accepted, only: ${uploads.fileTypes.join(', ')}.` }
  }
  if (fileSize < 0 || fileSize > uploads.maxFileSizeKB * 1024) {
    return { code: fileSizeInvalid, words: `A file has at most ${uploads.maxFileSizeKB} kB.` }
  }
  return undefined
}

const contentFault = ({ fileSize, fileMd5 }: Attachment, bytes: Buffer, uploads: Messenger['uploads']): UploadFault | undefined => {
  if (bytes.length > uploads.maxFileSizeKB * 1024 || (fileSize !== undefined && bytes.length !== fileSize)) {
    return {
      code: guestErrorCodes.fileSizeInvalid,
      words: `The file has ${bytes.length} bytes, which is not what was announced or allowed.`
    }
  }
  const digest = createHash('md5').update(bytes).digest()
  if (fileMd5 !== undefined && ![digest.toString('hex'), digest.toString('base64')].includes(fileMd5)) {
    return { code: guestErrorCodes.fileContentInvalid, words: 'The file’s MD5 digest is not the one that was announced.' }
  }
  return undefined
}

/** Where an attachment is uploaded to and downloaded from, under the sandbox’s `origin`. */
export const attachmentUrl = (origin: string, { id, key }: Attachment): string => `${origin}/guest-attachments/${id}?key=${key}`

/** The files of guests. */
export class Attachments {
  readonly #attachments = new Map<string, Attachment>()

  constructor(private readonly clock: Clock) {}

  announce(sessionToken: string, file: AnnouncedFile): Attachment {
    const attachment: Attachment = {
      ...file,
      sessionToken,
      key: randomBytes(16).toString('base64url'),
      announced: this.clock.now(),
      upload: { kind: 'awaited' }
    }
    this.#attachments.set(file.id, attachment)
    return attachment
  }

  /** The attachment with this key; `undefined` as well when it is too old. */
  withKey(id: string, key: string): Attachment | undefined {
    const attachment = this.#attachments.get(id)
    return attachment?.key === key && !this.#isOld(attachment) ? attachment : undefined
  }

  /** Takes the bytes of an attachment. Returns what is wrong with them. */
  upload(attachment: Attachment, bytes: Buffer, uploads: Messenger['uploads']): UploadFault | undefined {
    const fault = contentFault(attachment, bytes, uploads)
    this.#attachments.set(attachment.id, { ...attachment, upload: fault ? { kind: 'failed' } : { kind: 'done', bytes } })
    return fault
  }

  /**
   * The session’s attachment, which must be there and not too old.
   * @throws GuestError
   */
  find(sessionToken: string, id: string): Attachment {
    const attachment = this.#attachments.get(id)
    if (attachment?.sessionToken !== sessionToken) {
      throw new GuestError(guestErrorCodes.attachmentNotFound, `The session has no attachment ${id}.`)
    }
    if (this.#isOld(attachment)) {
      throw new GuestError(guestErrorCodes.attachmentHasExpired, `Attachment ${id} has expired. Upload the file again.`)
    }
    return attachment
  }

  /**
   * The session’s attachment, which must be uploaded.
   * @throws GuestError
   */
  findUploaded(sessionToken: string, id: string): Attachment {
    const attachment = this.find(sessionToken, id)
    if (attachment.upload.kind !== 'done') {
      throw new GuestError(guestErrorCodes.attachmentNotUploaded, `Attachment ${id} has not been uploaded.`)
    }
    return attachment
  }

  remove({ id }: Attachment): void {
    this.#attachments.delete(id)
  }

  #isOld({ announced }: Attachment): boolean {
    return this.clock.now() - announced >= lifeMilliseconds
  }
}
