import { Hono } from 'hono'
import { largestUploadBytes } from '../../media/mediaStore'
import type { World } from '../../world'
import type { Environment, RequestContext } from '../environment'

/** Reads a file; `undefined` when it is larger than any that is taken. */
const readFile = async (c: RequestContext): Promise<Buffer | undefined> => {
  const chunks: Uint8Array[] = []
  let bytes = 0
  const stream: AsyncIterable<Uint8Array> | null = c.req.raw.body
  for await (const chunk of stream ?? []) {
    bytes += chunk.byteLength
    if (bytes > largestUploadBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/**
 * Where an agent’s files are uploaded and downloaded: a place outside of the API, as the platform’s pre-signed addresses are. Whoever has the
 * address may use it; any other gets a 403.
 */
export const mediaFileRoutes = ({ media: store }: World): Hono<Environment> => {
  const routes = new Hono<Environment>()
  const named = (c: RequestContext) => store.withKey(c.req.param('mediaId') ?? '', c.req.query('key') ?? '')

  routes.put('/:mediaId', async (c) => {
    const media = named(c)
    if (media?.upload.kind !== 'uploading') return c.body(null, 403)
    const bytes = await readFile(c)
    if (bytes === undefined) return c.body(null, 413)
    store.upload(media, bytes)
    return c.body(null, 200)
  })

  routes.get('/:mediaId', (c) => {
    const media = named(c)
    if (media?.upload.kind !== 'valid') return c.body(null, 403)
    return c.body(new Uint8Array(media.upload.bytes), 200, {
      'content-type': media.upload.mediaType,
      'content-disposition': 'attachment',
      'x-content-type-options': 'nosniff'
    })
  })
  return routes
}
