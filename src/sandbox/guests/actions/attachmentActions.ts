import { announcementFault, attachmentUrl, type AnnouncedFile, type Attachment } from '../attachments'
import { notice, response, type Frame } from '../protocol/frames'
import type { RequestFor } from '../protocol/requests'
import { liveSession, type GuestContext } from './guestContext'

const presigned = (
  { origin }: GuestContext,
  attachment: Attachment,
  headers: Readonly<Record<string, string>>,
  fileSize = attachment.fileSize
): Frame =>
  response({
    class: 'PresignedUrlResponse',
    body: {
      attachmentId: attachment.id,
      headers,
      url: attachmentUrl(origin, attachment),
      fileName: attachment.fileName,
      fileSize: fileSize ?? 0,
      fileType: attachment.fileType
    }
  })

/** `onAttachment`: asks where to upload a file to. */
export const onAttachment = (context: GuestContext, request: RequestFor<'onAttachment'>): Frame => {
  const { token } = liveSession(context, request.token)
  const { guests, ids, clock } = context.world
  const file: AnnouncedFile = {
    id: request.attachmentId ?? ids.next('attachment'),
    fileName: request.fileName,
    fileType: request.fileType,
    fileSize: request.fileSize,
    fileMd5: request.fileMd5
  }
  const fault = announcementFault(file, guests.messengerOf(context.deployment.id).uploads)
  if (fault) {
    return notice({
      class: 'GenerateUrlError',
      body: {
        name: 'GenerateUrlError',
        message: fault.words,
        errorCode: fault.code,
        errorMessage: fault.words,
        attachmentId: file.id,
        timestamp: new Date(clock.now()).toISOString()
      }
    })
  }
  return presigned(context, guests.attachments.announce(token, file), { 'Content-Type': file.fileType })
}

/** `getAttachment`: asks where to download a file from. */
export const getAttachment = (context: GuestContext, { token, attachmentId }: RequestFor<'getAttachment'>): Frame => {
  const session = liveSession(context, token)
  const attachment = context.world.guests.attachments.findUploaded(session.token, attachmentId)
  return presigned(context, attachment, {}, attachment.upload.kind === 'done' ? attachment.upload.bytes.length : undefined)
}

/** `deleteAttachment`: takes back a file that was not sent yet. */
export const deleteAttachment = (context: GuestContext, { token, attachmentId }: RequestFor<'deleteAttachment'>): Frame => {
  const session = liveSession(context, token)
  const { attachments } = context.world.guests
  attachments.remove(attachments.find(session.token, attachmentId))
  return notice({ class: 'AttachmentDeletedResponse', body: { attachmentId } })
}
