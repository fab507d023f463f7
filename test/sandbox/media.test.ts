import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import type { Models } from 'purecloud-platform-client-v2'
import { fitting } from './support/fits'
import { idOf, leg } from './support/legs'
import { assertRefused, bodyOf } from './support/sdk'
import { eachTestWithSandbox } from './support/session'

const unknownId = '00000000-0000-4000-8000-000000000000'
const picture = Buffer.from('not really a picture')

describe('Files that an agent sends', () => {
  const session = eachTestWithSandbox()
  const api = () => session().user.conversations

  /** The agent’s communication in a conversation. */
  const at = async (name: string): Promise<readonly [string, string]> => [
    session().conversationId(name),
    idOf(leg(await session().conversation(name), 'agent'))
  ]

  const announce = async (name: string, more: Partial<Models.UploadMediaRequest> = {}) =>
    api().postConversationsMessageCommunicationMessagesMediaUploads(...(await at(name)), {
      fileName: 'tent.png',
      contentLengthBytes: picture.length,
      ...more
    })

  const upload = async ({ uploadUrl = '' }: Models.MessageMediaUploadData, bytes: Buffer): Promise<number> =>
    (await fetch(uploadUrl, { method: 'PUT', body: new Uint8Array(bytes) })).status

  const send = async (name: string, mediaId: string) =>
    api().postConversationsMessageCommunicationMessages(...(await at(name)), { mediaIds: [mediaId] } as never)

  const status = async (name: string, mediaId: string): Promise<string | undefined> =>
    (await fitting(api().getConversationsMessageCommunicationMessagesMediaMediaId(...(await at(name)), mediaId), 'MessageMediaData')).status

  it('are announced, uploaded, sent and read', async () => {
    const md5 = createHash('md5').update(picture).digest('base64')
    const announced = await fitting(announce('connected-web', { contentMd5: md5 }), 'MessageMediaUploadData')
    const id = idOf(announced)
    assert.equal(await status('connected-web', id), 'uploading')
    assert.equal(await upload(announced, picture), 200)
    assert.equal(await status('connected-web', id), 'valid')

    const sent = await fitting(send('connected-web', id), 'MessageData')
    const attachment = sent.normalizedMessage?.content?.[0]?.attachment
    assert.deepEqual([attachment?.mediaType, attachment?.mime, attachment?.filename], ['Image', 'image/png', 'tent.png'])
    const read = await fetch(attachment?.url ?? '')
    assert.deepEqual(Buffer.from(await read.arrayBuffer()), picture)
    assert.equal(read.headers.get('content-type'), 'image/png')

    const listed = await fitting(
      api().getConversationsMessageCommunicationMessagesMedia(...(await at('connected-web')), { status: 'valid' }),
      'MessageMediaListing'
    )
    assert.deepEqual(
      listed.entities?.map((media) => media.id),
      [id]
    )
  })

  it('are taken once, and only from whoever has the address', async () => {
    const announced = await bodyOf(announce('connected-web'))
    const guessed = { uploadUrl: announced.uploadUrl?.replace(/key=.*/, 'key=guessed') ?? '' }
    assert.equal(await upload(guessed, picture), 403)
    assert.equal(await upload(announced, picture), 200)
    assert.equal(await upload(announced, picture), 403)
  })

  it('may be larger than a request to the API', async () => {
    const bytes = Buffer.alloc(600_000, 1)
    const announced = await bodyOf(announce('connected-web', { contentLengthBytes: bytes.length }))
    assert.equal(await upload(announced, bytes), 200)
    await bodyOf(send('connected-web', idOf(announced)))
  })

  it('are not sent before they are uploaded, nor when they are not what was announced', async () => {
    const notFound = [400, 'not.found', 'content.media'] as const
    await assertRefused(send('connected-web', unknownId), ...notFound)
    const announced = await bodyOf(announce('connected-web'))
    await assertRefused(send('connected-web', idOf(announced)), ...notFound)
    await upload(announced, Buffer.from('shorter'))
    assert.equal(await status('connected-web', idOf(announced)), 'invalid')
    await assertRefused(send('connected-web', idOf(announced)), ...notFound)

    const elsewhere = await bodyOf(announce('connected-sms'))
    await upload(elsewhere, picture)
    await assertRefused(send('connected-web', idOf(elsewhere)), ...notFound)
  })

  it('are not sent when they are too large, or of a type that the channel does not take', async () => {
    const large = await bodyOf(announce('connected-web', { contentLengthBytes: 11 * 1024 * 1024 }))
    await assertRefused(send('connected-web', idOf(large)), 400, 'media.too.large', 'content.media')
    const film = await bodyOf(announce('connected-web', { fileName: 'tent.mp4' }))
    await upload(film, picture)
    await assertRefused(send('connected-web', idOf(film)), 400, 'bad.request', 'content.media')
  })

  it('need a communication that the agent is connected on', async () => {
    await assertRefused(announce('alerting-web'), 409, 'request.conflict', 'agent-send.not-connected')
    await assertRefused(announce('ended-web'), 409, 'request.conflict', 'agent-send.not-connected')
    const [conversationId, communicationId] = await at('connected-web')
    await assertRefused(
      api().getConversationsMessageCommunicationMessagesMediaMediaId(conversationId, communicationId, unknownId),
      404,
      'not.found'
    )
  })
})
