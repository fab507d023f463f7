import * as z from 'zod/mini'
import { PlatformError } from '../platformError'
import { text } from './fields'

const nullish = <Schema extends z.core.$ZodType>(schema: Schema) => z.optional(z.nullable(schema))

const announced = z.object({ id: z.string(), uploadUrl: z.string(), uploadHeaders: nullish(z.record(z.string(), z.string())) })

/** Where a file is uploaded to. */
export interface AnnouncedMedia {
  readonly id: string
  readonly url: string
  /** What the upload must carry. */
  readonly headers: Readonly<Record<string, string>>
}

/** Reads the answer to POST …/messages/media/uploads (`MessageMediaUploadData`). */
export const readAnnouncedMedia = (body: unknown): AnnouncedMedia => {
  const parsed = announced.safeParse(body)
  if (!parsed.success) throw new PlatformError('Announcing the file', { kind: 'unexpected', why: 'it has no address to upload to' })
  const { id, uploadUrl, uploadHeaders } = parsed.data
  return { id, url: uploadUrl, headers: uploadHeaders ?? {} }
}

const media = z.object({ status: z.enum(['uploading', 'valid', 'invalid']) })

/** Reads the status of a file in the answer to GET …/messages/media/{mediaId} (`MessageMediaData`). */
export const readMediaStatus = (body: unknown): z.infer<typeof media>['status'] => {
  const parsed = media.safeParse(body)
  if (!parsed.success) throw new PlatformError('Reading the file’s status', { kind: 'unexpected', why: 'it has no status that is known' })
  return parsed.data.status
}

const ranges = nullish(z.array(z.object({ type: text })))
const profile = z.object({ mediaTypes: nullish(z.object({ allow: nullish(z.object({ outbound: ranges })) })) })

/** The media types that may be sent, in a supported content profile. Where nothing is allowed, nothing may be sent. Source: published OpenAPI, `MediaTypes.allow`. */
export const readOutboundTypes = (body: unknown): readonly string[] => {
  const parsed = profile.safeParse(body)
  if (!parsed.success) throw new PlatformError('Reading the supported content', { kind: 'unexpected', why: 'it is no profile' })
  return (parsed.data.mediaTypes?.allow?.outbound ?? []).flatMap(({ type }) => (type ? [type] : []))
}
