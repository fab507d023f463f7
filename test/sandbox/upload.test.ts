// A file that a person sends: checked, announced, uploaded and sent, over real HTTP.
import assert from 'node:assert/strict'
import { plan } from '../../src/followUp/plan'
import { agentCommunicationId } from '../../src/followUp/requests'
import { isSending, type SendingRoute } from '../../src/followUp/route'
import { uploadProblem } from '../../src/followUp/uploadProblem'
import type { Connection } from '../../src/genesys/connection'
import { PlatformError } from '../../src/genesys/platformError'
import { emptyDraft, type UploadedMedia } from '../../src/model/draft'
import type { Situation } from '../../src/model/situation'
import { openedConnection, uuidOf } from './support/opened'
import { eachTestWithSandbox } from './support/session'

const content = Buffer.alloc(300_000, 'a picture of a tent')
const never = new AbortController().signal

describe('A file that is to be sent', () => {
  const session = eachTestWithSandbox()
  let connection: Connection

  beforeEach(async () => {
    connection = await openedConnection(session())
  })

  /** The conversation, with what may be sent into it. */
  const situationOf = async (name: string): Promise<Situation> => {
    const situation = await connection.situation(uuidOf(session(), name))
    assert.ok(situation.conversation.known)
    return { ...situation, outboundMedia: await connection.outboundMedia(situation.conversation.value) }
  }

  const fileFor = ({ conversation }: Situation, fileName = 'tent.png') => {
    assert.ok(conversation.known)
    const communicationId = agentCommunicationId(conversation.value)
    assert.ok(communicationId)
    return { conversationId: conversation.value.id, communicationId, fileName }
  }

  const uploaded = async (situation: Situation, progress: (sent: number) => void = () => undefined): Promise<UploadedMedia> =>
    connection.upload({ ...fileFor(situation), content }, progress, never)

  const routeOf = (situation: Situation, media: UploadedMedia): SendingRoute => {
    const route = plan(situation, { ...emptyDraft, media, agentMessage: { kind: 'media' } }).find(({ id }) => id === 'agentMessage')
    assert.ok(route && isSending(route))
    return route
  }

  it('is there when it is uploaded, and says on its way how far it is', async () => {
    const sent: number[] = []
    const media = await uploaded(await situationOf('connected-web'), (now) => sent.push(now))
    assert.deepEqual([media.fileName, media.bytes, sent.at(-1)], ['tent.png', content.length, content.length])
  })

  it('is sent by the request that is shown, once it is uploaded', async () => {
    const situation = await situationOf('connected-web')
    const media = await uploaded(situation)
    const { request, verdict } = routeOf(situation, media)
    assert.deepEqual([request.body, verdict], [{ mediaIds: [media.id] }, 'will-work'])
    const { messageId } = await connection.send(request)
    assert.ok(messageId)
    const message = await session().user.conversations.getConversationsMessageMessage(uuidOf(session(), 'connected-web'), messageId)
    assert.match(JSON.stringify(message), /tent\.png/)
  })

  it('is not sent on another communication than it was uploaded for', async () => {
    const media = await uploaded(await situationOf('connected-web'))
    assert.deepEqual(routeOf(await situationOf('connected-sms'), media).request.body, { mediaIds: [] })
  })

  for (const name of ['connected-web', 'connected-sms', 'connected-whatsapp', 'connected-open'])
    it(`is checked by the supported content of its sender: ${name}`, async () => {
      const situation = await situationOf(name)
      assert.ok(situation.outboundMedia.known, situation.outboundMedia.known ? '' : situation.outboundMedia.why)
      assert.equal(uploadProblem(situation, { ...fileFor(situation), bytes: 1000 }), undefined)
      assert.equal(uploadProblem(situation, { ...fileFor(situation, 'tent.mp4'), bytes: 1000 })?.rule, 'media.type')
    })

  it('is refused before it is uploaded when it is too large', async () => {
    const situation = await situationOf('connected-web')
    assert.equal(uploadProblem(situation, { ...fileFor(situation), bytes: 10 * 1024 * 1024 + 1 })?.rule, 'media.size')
  })

  it('can be called off on its way', async () => {
    const abort = new AbortController()
    const situation = await situationOf('connected-web')
    const uploading = connection.upload(
      { ...fileFor(situation), content },
      () => {
        abort.abort()
      },
      abort.signal
    )
    await assert.rejects(uploading, (error) => PlatformError.isCancelled(error))
  })

  it('needs a communication that is connected: why it cannot be uploaded is said', async () => {
    await assert.rejects(uploaded(await situationOf('ended-web')), /Announcing the file: the platform answered 409/)
  })
})
