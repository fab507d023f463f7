import { Hono } from 'hono'
import { attachmentUrl, type Attachment } from '../../guests/attachments'
import { notice } from '../../guests/protocol/frames'
import type { World } from '../../world'
import type { Environment, RequestContext } from '../environment'

/** Reads a file, and no further than `mostBytes`: what comes after that is one byte too many already. */
const readFile = async (c: RequestContext, mostBytes: number): Promise<Buffer> => {
  const chunks: Uint8Array[] = []
  let bytes = 0
  const stream: AsyncIterable<Uint8Array> | null = c.req.raw.body
  for await (const chunk of stream ?? []) {
    chunks.push(chunk)
    bytes += chunk.byteLength
    if (bytes > mostBytes) break
  }
  return Buffer.concat(chunks)
}

/**
 * Where a guest’s files are uploaded and downloaded: a place outside of the API, as the platform’s presigned URLs are. Whoever has the URL may
 * use it; any other gets a 403.
 */
export const guestAttachmentRoutes = ({ guests, clock }: World): Hono<Environment> => {
  const routes = new Hono<Environment>()
  const named = (c: RequestContext): Attachment | undefined =>
    guests.attachments.withKey(c.req.param('attachmentId') ?? '', c.req.query('key') ?? '')

  routes.put('/:attachmentId', async (c) => {
    const attachment = named(c)
    const session = attachment && guests.sessions.get(attachment.sessionToken)
    if (attachment?.upload.kind !== 'awaited' || session === undefined) return c.body(null, 403)
    const { uploads } = guests.messengerOf(session.deploymentId)
    const bytes = await readFile(c, uploads.maxFileSizeKB * 1024)
    const fault = guests.attachments.upload(attachment, bytes, uploads)
    const { id: attachmentId } = attachment
    const timestamp = new Date(clock.now()).toISOString()
    guests.connections.broadcast(
      session.token,
      fault
        ? notice({ class: 'UploadFailureEvent', body: { attachmentId, errorCode: fault.code, errorMessage: fault.words, timestamp } })
        : notice({
            class: 'UploadSuccessEvent',
            body: { attachmentId, downloadUrl: attachmentUrl(new URL(c.req.url).origin, attachment), timestamp }
          })
    )
    return c.body(null, 200)
  })

  routes.get('/:attachmentId', (c) => {
    const attachment = named(c)
    if (attachment?.upload.kind !== 'done') return c.body(null, 403)
    return c.body(new Uint8Array(attachment.upload.bytes), 200, {
      'content-type': attachment.fileType,
      'content-disposition': 'attachment',
      'x-content-type-options': 'nosniff'
    })
  })
  return routes
}
