import type { UploadedMedia } from '../../model/draft'
import { mediaUploadRequest, type MediaFile } from '../../platform/mediaUpload'
import type { Api } from '../api'
import { PlatformError } from '../platformError'
import { bodyOf } from '../signIn'
import type { Pace } from '../traffic/pace'
import { readAnnouncedMedia, readMediaStatus } from '../wire/media'
import { isUploadAddress, putFile } from './putFile'

/** A file, and the communication that it is to be sent on. */
export interface OutgoingFile extends Omit<MediaFile, 'bytes'> {
  readonly content: Uint8Array
}

interface UploadMeans {
  readonly api: Api
  readonly pace: Pace
  /** Whether the organisation is on this machine, where connections need no encryption. */
  readonly mayBePlain: boolean
}

const betweenLooksMs = 500
const looks = 60

/** Waits until the platform has looked at the file. */
const ready = async ({ api, pace }: UploadMeans, { conversationId, communicationId }: OutgoingFile, id: string, signal: AbortSignal) => {
  for (let look = 0; look < looks; look++) {
    const status = readMediaStatus(bodyOf('Reading the file’s status', await api.media(conversationId, communicationId, id, signal)))
    if (status === 'valid') return
    if (status === 'invalid')
      throw new PlatformError('Uploading the file', { kind: 'unexpected', why: 'the platform calls the file invalid: choose it again' })
    await pace.wait(betweenLooksMs, signal).catch(() => {
      throw new PlatformError('Uploading the file', { kind: 'cancelled' })
    })
  }
  throw new PlatformError('Uploading the file', { kind: 'noAnswer', why: 'the file was not ready after 30 seconds' })
}

/**
 * Uploads a file for a communication: announces it, sends it to the address that the platform gives for it, and waits until it can be sent.
 * Rejects with `PlatformError`, of the kind `cancelled` when the signal aborts. Source: published OpenAPI, “Create a URL to upload a message media
 * file”; `MessageMediaData.status`.
 * @param progress told how many bytes have gone
 */
export const uploadMedia = async (
  means: UploadMeans,
  file: OutgoingFile,
  progress: (sent: number) => void,
  signal: AbortSignal
): Promise<UploadedMedia> => {
  const { conversationId, communicationId, fileName, content } = file
  const bytes = content.byteLength
  const request = mediaUploadRequest({ conversationId, communicationId, fileName, bytes })
  const { id, url, headers } = readAnnouncedMedia(bodyOf('Announcing the file', await means.api.announceMedia(request, signal)))
  if (!isUploadAddress(url, means.mayBePlain))
    throw new PlatformError('Uploading the file', { kind: 'unexpected', why: 'its address is not an encrypted one' })
  const put = await putFile(url, headers, content, progress, signal)
  if (!put.ok) throw new PlatformError('Uploading the file', put.failure)
  await ready(means, file, id, signal)
  return { id, fileName, bytes, communicationId }
}
