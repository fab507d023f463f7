import { Hono } from 'hono'
import type { Models } from 'purecloud-platform-client-v2'
import * as z from 'zod/mini'
import { documented } from '../../documentedErrors'
import { mediaPath, type Media } from '../../media/media'
import { Refusal } from '../../refusal'
import { connectedAgent } from '../../sending/agentSend'
import type { World } from '../../world'
import type { Answer } from '../answers'
import type { Needs } from '../authentication'
import type { Environment, RequestContext } from '../environment'
import { listing } from '../paging'
import { pathConversation, pathId } from '../path'
import { queryList } from '../query'
import { readBody } from '../requestBody'

/** `UploadMediaRequest`. */
const uploadRequest = z.strictObject({
  fileName: z.string().check(z.minLength(1)),
  contentLengthBytes: z.int().check(z.positive()),
  contentMd5: z.optional(z.string())
})

/** Files that an agent sends: announced here, uploaded to the address that this gives, then named in the send’s `mediaIds`. */
export const mediaRoutes = (world: World, needs: Needs): Hono<Environment> => {
  const at = '/:conversationId/communications/:communicationId/messages/media'
  const routes = new Hono<Environment>()

  const uri = (c: RequestContext, path: string): string => new URL(c.req.url).origin + path

  const mediaBody = (c: RequestContext, media: Media): Answer<Models.MessageMediaData> => {
    const { id, fileName, announcedBytes, upload, conversationId, communicationId } = media
    return {
      id,
      name: fileName,
      url: upload.kind === 'valid' ? uri(c, mediaPath(media)) : undefined,
      mediaType: upload.kind === 'valid' ? upload.mediaType : undefined,
      contentLengthBytes: announcedBytes,
      uploadUrl: upload.kind === 'uploading' ? uri(c, mediaPath(media)) : undefined,
      status: upload.kind,
      conversationId,
      communicationId,
      selfUri: `/api/v2/conversations/messages/${conversationId}/communications/${communicationId}/messages/media/${id}`
    }
  }

  routes.post(
    `${at}/uploads`,
    needs({
      token: 'user',
      permissions: { some: ['conversation:message:create', 'conversation:webmessaging:create', 'conversation:socialmedia:create'] }
    }),
    (c) => {
      const conversation = pathConversation(c, world, documented.notFound)
      const communicationId = pathId(c, 'communicationId')
      connectedAgent(conversation, communicationId)
      const { fileName, contentLengthBytes, contentMd5 } = readBody(c, uploadRequest, 'UploadMediaRequest')
      const media = world.media.announce({
        id: world.ids.next('media'),
        conversationId: conversation.id,
        communicationId,
        fileName,
        announcedBytes: contentLengthBytes,
        announcedMd5: contentMd5
      })
      const body: Answer<Models.MessageMediaUploadData> = {
        id: media.id,
        name: fileName,
        uploadUrl: uri(c, mediaPath(media)),
        uploadHeaders: {},
        selfUri: mediaBody(c, media).selfUri
      }
      return c.json(body)
    }
  )

  routes.get(at, needs({ token: 'any', permissions: { some: ['conversation:messageMedia:view'] } }), (c) => {
    pathConversation(c, world, documented.notFound)
    const statuses = queryList(c, 'status')
    const found = world.media
      .of(pathId(c, 'communicationId'))
      .filter(({ upload }) => statuses.length === 0 || statuses.includes(upload.kind))
    const body: Answer<Models.MessageMediaListing> = listing(c, found, (media) => mediaBody(c, media))
    return c.json(body)
  })

  routes.get(
    `${at}/:mediaId`,
    needs({ token: 'any', permissions: { some: ['conversation:message:view', 'conversation:webmessaging:view'] } }),
    (c) => {
      pathConversation(c, world, documented.notFound)
      const id = pathId(c, 'mediaId')
      const media = world.media.find(pathId(c, 'communicationId'), id)
      if (media === undefined) throw new Refusal(documented.notFound, `The communication has no media ${id}.`)
      return c.json(mediaBody(c, media))
    }
  )
  return routes
}
