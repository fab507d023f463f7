import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { bodyOf, connectGuest, isPresence, joinAsGuest, presence, says, text, type Body, type GuestClient } from './support/guest'
import { eachFrameFitsTheSchema } from './support/guestSchema'
import { leg } from './support/legs'
import { bodyOf as answered, sdkWithToken } from './support/sdk'
import { eachTestWithSandbox } from './support/session'

describe('What a web messaging guest sends', () => {
  const session = eachTestWithSandbox({ scenario: 'conversation-disconnect' })
  eachFrameFitsTheSchema()

  const deploymentId = async (name: string): Promise<string> => {
    const { entities } = await answered(session().user.webDeployments.getWebdeploymentsDeployments())
    const id = entities?.find((deployment) => deployment.name === name)?.id
    assert.ok(id, `there is a deployment ${name}`)
    return id
  }

  const connectedGuest = (): Promise<GuestClient> => {
    const { sandbox } = session()
    const token = sandbox.guestTokens()['connected-off']
    assert.ok(token)
    return joinAsGuest(sandbox, { token })
  }

  const assertError = async (guest: GuestClient, action: string, fields: Body, code: number): Promise<void> => {
    const frame = await guest.ask(action, fields)
    assert.deepEqual([frame.type, frame.class, frame.code], ['response', 'string', code])
    assert.notEqual(frame.body, '')
  }

  describe('opening the websocket', () => {
    it('names what its frames assume', async () => {
      const { assumptions } = await connectGuest(session().sandbox)
      assert.match(assumptions ?? '', /guest\.handshake, .*guest\.start-new/)
    })

    it('is refused for a deployment that is not there, and for one that is not active', async () => {
      for (const id of [randomUUID(), await deploymentId('Outlet'), '']) {
        await assert.rejects(connectGuest(session().sandbox, { deploymentId: id }), { message: 'HTTP 403' })
      }
    })

    it('is refused to a page of another origin, and to who names none, where the deployment has allowed domains', async () => {
      const { sandbox } = session()
      const members = await deploymentId('Members')
      for (const headers of [
        { origin: 'https://evil.example' },
        { origin: 'https://members.example.evil.example' },
        { origin: 'null' },
        {}
      ]) {
        await assert.rejects(connectGuest(sandbox, { deploymentId: members, headers }), { message: 'HTTP 403' })
      }
      await joinAsGuest(sandbox, { deploymentId: members, headers: { origin: 'https://members.example' } })
      await joinAsGuest(sandbox, { headers: { origin: 'https://any.example' } })
    })

    it('is refused under a name that is not this machine’s', async () => {
      await assert.rejects(connectGuest(session().sandbox, { headers: { host: 'evil.example' } }), { message: 'HTTP 403' })
    })
  })

  describe('a request that is none', () => {
    it('is answered with 400', async () => {
      const guest = await joinAsGuest(session().sandbox)
      for (const words of ['', '{', 'null', '[]', '"echo"', '{"action":"sendProactiveMessage"}', '{"action":7}']) {
        guest.raw(words)
        const frame = await guest.next()
        assert.deepEqual([frame.class, frame.code], ['string', 400], words)
      }
      await assertError(guest, 'onMessage', { message: { type: 'Receipt' } }, 400)
      await assertError(guest, 'echo', { token: 'me', ...text('ping') }, 400)
    })

    it('is answered with 4020 when a field is missing', async () => {
      const guest = await joinAsGuest(session().sandbox)
      guest.raw('{}')
      assert.equal((await guest.next()).code, 4020)
      await assertError(guest, 'configureSession', {}, 4020)
      await assertError(guest, 'onMessage', {}, 4020)
      await assertError(guest, 'onMessage', { message: { type: 'Text' } }, 4020)
      await assertError(guest, 'onMessage', { message: { type: 'Event' } }, 4020)
      await assertError(guest, 'onAttachment', { fileName: 'a.png' }, 4020)
    })

    it('does not end the connection', async () => {
      const guest = await joinAsGuest(session().sandbox)
      guest.raw('{')
      assert.equal((await guest.ask('onMessage', text('Hello'))).code, 200)
    })
  })

  describe('without its session', () => {
    it('is answered with 4007', async () => {
      const guest = await connectGuest(session().sandbox)
      await assertError(guest, 'onMessage', text('Hello'), 4007)
      await assertError(guest, 'echo', text('ping'), 4007)
      await assertError(guest, 'getJwt', {}, 4007)
      await assertError(guest, 'closeSession', { closeAllConnections: true }, 4007)
      await assertError(guest, 'deleteAttachment', { attachmentId: randomUUID() }, 4007)
      const { token } = await joinAsGuest(session().sandbox)
      await assertError(guest, 'onMessage', { token, ...text('Not my session') }, 4007)
    })

    it('is answered with 400 for a deployment that the websocket was not opened for', async () => {
      const guest = await connectGuest(session().sandbox)
      const answer = await guest.ask('configureSession', { deploymentId: randomUUID() })
      assert.deepEqual([answer.code, answer.body], [400, 'Deployment not found'])
      const { token } = await joinAsGuest(session().sandbox)
      const elsewhere = await connectGuest(session().sandbox, { token, deploymentId: await deploymentId('Send') })
      await assertError(elsewhere, 'configureSession', { deploymentId: elsewhere.deploymentId }, 400)
    })

    it('is answered with 4000 for what the sandbox does not simulate', async () => {
      const guest = await connectGuest(session().sandbox)
      await assertError(guest, 'configureAuthenticatedSession', { deploymentId: guest.deploymentId, data: { code: 'x' } }, 4000)
      await assertError(guest, 'resumeToken', {}, 4000)
    })
  })

  describe('a message', () => {
    it('has at most 4,096 bytes, and custom attributes at most 2,048', async () => {
      const guest = await joinAsGuest(session().sandbox)
      assert.equal((await guest.ask('onMessage', text('ä'.repeat(2048)))).code, 200)
      await assertError(guest, 'onMessage', text(`${'ä'.repeat(2048)}!`), 4011)
      const attributes = { channel: { metadata: { customAttributes: { note: 'x'.repeat(2048) } } } }
      await assertError(guest, 'onMessage', { ...text('Hello'), ...attributes }, 4013)
      await assertError(guest, 'onMessage', { message: { type: 'Text', text: 'Hello', ...attributes } }, 4013)
      const few = { channel: { metadata: { customAttributes: { customer: '17' } } } }
      assert.equal((await guest.ask('onMessage', { ...text('Hello'), ...few })).code, 200)
    })

    it('is one of at most five a second', async () => {
      const { sandbox, clock } = session()
      const guest = await joinAsGuest(sandbox)
      const answers = await Promise.all([1, 2, 3, 4, 5, 6].map((count) => guest.ask('onMessage', text(`Message ${count}`))))
      assert.deepEqual(
        answers.map(({ code }) => code),
        [200, 200, 200, 200, 200, 429]
      )
      const refused = answers[5]
      assert.ok(refused)
      assert.equal(refused.class, 'TooManyRequestsErrorMessage')
      assert.deepEqual([bodyOf(refused)['errorCode'], bodyOf(refused)['retryAfter']], [4029, 1])
      clock.advance(1000)
      assert.equal((await guest.ask('onMessage', text('Message 6'))).code, 200)
    })

    it('counts for the session, on whatever connection', async () => {
      const { sandbox } = session()
      const phone = await joinAsGuest(sandbox)
      const browser = await joinAsGuest(sandbox, { token: phone.token })
      for (const guest of [phone, browser, phone, browser, phone]) await guest.ask('onMessage', text('Hello'))
      assert.equal((await browser.ask('onMessage', text('Hello'))).code, 429)
    })

    it('can be the press of a button', async () => {
      const guest = await connectedGuest()
      const buttonResponse = { type: 'QuickReply', text: 'Yes', payload: 'yes' }
      const echo = await guest.ask('onMessage', {
        message: { type: 'Structured', content: [{ contentType: 'ButtonResponse', buttonResponse }] }
      })
      assert.deepEqual([bodyOf(echo)['type'], bodyOf(echo)['content']], ['Structured', [{ contentType: 'ButtonResponse', buttonResponse }]])
      const { conversations } = session().sandbox.address
      const { user } = session()
      const conversation = await answered(user.conversations.getConversation(conversations['connected-off'] ?? ''))
      const sent = await answered(user.conversations.getConversationsMessageMessage(conversation.id ?? '', bodyOf(echo).id ?? ''))
      assert.equal(sent.normalizedMessage?.text, 'Yes')
      assert.equal(leg(conversation, 'customer').messages?.at(-1)?.messageId, bodyOf(echo).id)
    })
  })

  it('is one of at most 60 requests a minute on a connection, and two echoes', async () => {
    const { sandbox, clock } = session()
    const guest = await joinAsGuest(sandbox)
    const echo = await guest.ask('echo', { message: { type: 'Text', text: 'ping', metadata: { customMessageId: 'health' } } })
    assert.deepEqual(
      [echo.type, echo.class, bodyOf(echo).text, bodyOf(echo).direction, bodyOf(echo).metadata],
      ['response', 'StructuredMessage', 'ping', 'Inbound', { customMessageId: 'health' }]
    )
    await guest.ask('echo', text('ping'))
    const third = await guest.ask('echo', text('ping'))
    assert.deepEqual([third.code, bodyOf(third)['errorCode'], bodyOf(third)['retryAfter']], [429, 4029, 60])

    // The session was configured once and three echoes were asked for.
    for (let count = 4; count < 60; count += 1) assert.equal((await guest.ask('getJwt')).class, 'JwtResponse')
    assert.equal((await guest.ask('getJwt')).code, 429)
    clock.advance(60_000)
    assert.equal((await guest.ask('echo', text('ping'))).code, 200)
  })

  describe('an event', () => {
    it('shows presence to all connections, and stands in the history', async () => {
      const { sandbox } = session()
      const phone = await joinAsGuest(sandbox)
      const browser = await joinAsGuest(sandbox, { token: phone.token })
      const echo = await phone.ask('onMessage', presence('Join'))
      assert.deepEqual([echo.type, bodyOf(echo)['type'], bodyOf(echo).direction], ['message', 'Event', 'Inbound'])
      await browser.next(isPresence('Join'))
      const { jwt } = bodyOf(await browser.ask('getJwt'))
      const { entities } = await answered(sdkWithToken(sandbox.address.url, String(jwt)).webMessaging.getWebmessagingMessages())
      assert.deepEqual(entities?.[0]?.events, [{ eventType: 'Presence', presence: { type: 'Join' } }])
    })

    it('of typing is not answered, and refused where the deployment does not show it', async () => {
      const { sandbox } = session()
      const typing = { message: { type: 'Event', events: [{ eventType: 'Typing', typing: { type: 'On' } }] } }
      const guest = await connectedGuest()
      guest.send('onMessage', typing)
      await guest.ask('getJwt')
      assert.deepEqual(
        guest.frames.map((frame) => frame.class),
        ['SessionResponse', 'JwtResponse']
      )
      const member = await joinAsGuest(sandbox, {
        deploymentId: await deploymentId('Members'),
        headers: { origin: 'https://members.example' }
      })
      await assertError(member, 'onMessage', typing, 403)
    })

    it('clears the conversation: it ends, and the session is gone', async () => {
      const { sandbox, user } = session()
      const guest = await connectedGuest()
      const other = await joinAsGuest(sandbox, { token: guest.token })
      guest.send('onMessage', presence('Clear'))
      for (const connection of [guest, other]) {
        await connection.next((frame) => frame.class === 'SessionClearedEvent')
        await connection.next((frame) => frame.class === 'ConnectionClosedEvent')
        assert.equal(await connection.closed(), 1000)
      }
      const { endTime } = await answered(user.conversations.getConversation(sandbox.address.conversations['connected-off'] ?? ''))
      assert.ok(endTime)
      const again = await connectGuest(sandbox, { token: guest.token })
      assert.equal(bodyOf(await again.ask('configureSession', { deploymentId: again.deploymentId }))['newSession'], true)
    })

    it('does not clear it where the deployment does not allow that', async () => {
      const guest = await joinAsGuest(session().sandbox, { deploymentId: await deploymentId('Send') })
      const answer = await guest.ask('onMessage', presence('Clear'))
      assert.deepEqual([answer.code, answer.body], [403, 'Presence events Conversation Clear are not supported'])
    })
  })

  describe('a file', () => {
    const bytes = Buffer.from('this is no picture, and nobody looks')
    const file = {
      fileName: 'receipt.png',
      fileType: 'image/png',
      fileSize: bytes.length,
      fileMd5: createHash('md5').update(bytes).digest('hex')
    }
    const upload = (announced: Body, content = bytes): Promise<Response> =>
      fetch(String(announced['url']), {
        method: 'PUT',
        headers: announced['headers'] as Record<string, string>,
        body: new Uint8Array(content)
      })

    it('is announced, uploaded, sent and downloaded', async () => {
      const guest = await connectedGuest()
      const attachmentId = randomUUID()
      const announced = bodyOf(await guest.ask('onAttachment', { ...file, attachmentId }))
      assert.equal(announced['attachmentId'], attachmentId)
      assert.equal((await upload(announced)).status, 200)
      const uploaded = bodyOf(await guest.next((frame) => frame.class === 'UploadSuccessEvent'))
      assert.equal(uploaded['attachmentId'], attachmentId)

      const message = { type: 'Text', text: 'Here it is', content: [{ contentType: 'Attachment', attachment: { id: attachmentId } }] }
      const sent = bodyOf(await guest.ask('onMessage', { message }))
      assert.deepEqual(sent['content'], [
        {
          contentType: 'Attachment',
          attachment: {
            id: attachmentId,
            filename: 'receipt.png',
            fileSize: bytes.length,
            mediaType: 'Image',
            mime: 'image/png',
            url: uploaded['downloadUrl']
          }
        }
      ])
      const { url } = bodyOf(await guest.ask('getAttachment', { attachmentId }))
      const downloaded = await fetch(String(url))
      assert.equal(downloaded.headers.get('content-type'), 'image/png')
      assert.deepEqual(Buffer.from(await downloaded.arrayBuffer()), bytes)
      assert.equal((await fetch(String(url).replace(/key=.*/, 'key=guessed'))).status, 403)
      assert.equal((await upload(announced)).status, 403, 'an upload cannot be repeated')
    })

    it('is refused before the upload for its name, its type or its size', async () => {
      const guest = await connectedGuest()
      for (const [fault, code] of [
        [{ fileType: 'application/x-msdownload' }, 4001],
        [{ fileSize: 10 * 1024 * 1024 + 1 }, 4002],
        [{ fileName: '../receipt.png' }, 4004],
        [{ fileName: ' ' }, 4004],
        [{ fileName: `${'x'.repeat(253)}.png` }, 4005]
      ] as const) {
        const frame = await guest.ask('onAttachment', { ...file, ...fault })
        assert.deepEqual([frame.class, bodyOf(frame)['errorCode']], ['GenerateUrlError', code])
      }
    })

    it('fails when what is uploaded is not what was announced', async () => {
      const guest = await connectedGuest()
      for (const [fields, content, code] of [
        [file, bytes.subarray(1), 4002],
        [{ ...file, fileMd5: createHash('md5').digest('base64') }, bytes, 4003]
      ] as const) {
        const announced = bodyOf(await guest.ask('onAttachment', fields))
        await upload(announced, content)
        const failed = bodyOf(await guest.next((frame) => frame.class === 'UploadFailureEvent'))
        assert.deepEqual([failed['attachmentId'], failed['errorCode']], [announced['attachmentId'], code])
      }
    })

    it('cannot be used when it is not there, not uploaded, deleted, somebody else’s, or too old', async () => {
      const { sandbox, clock } = session()
      const guest = await connectedGuest()
      await assertError(guest, 'getAttachment', { attachmentId: randomUUID() }, 4009)
      const announced = bodyOf(await guest.ask('onAttachment', file))
      const { attachmentId } = announced
      const message = { type: 'Text', text: 'Here', content: [{ contentType: 'Attachment', attachment: { id: attachmentId } }] }
      await assertError(guest, 'onMessage', { message }, 4010)
      await upload(announced)
      const other = await joinAsGuest(sandbox)
      await assertError(other, 'getAttachment', { attachmentId }, 4009)
      clock.advance(24 * 60 * 60 * 1000)
      await assertError(guest, 'getAttachment', { attachmentId }, 4008)
      assert.equal((await fetch(String(announced['url']))).status, 403)

      const another = bodyOf(await guest.ask('onAttachment', file))
      const deleted = await guest.ask('deleteAttachment', { attachmentId: another['attachmentId'] })
      assert.equal(deleted.class, 'AttachmentDeletedResponse')
      await assertError(guest, 'deleteAttachment', { attachmentId: another['attachmentId'] }, 4009)
      assert.equal((await upload(another)).status, 403)
    })
  })

  it('is heard by nobody else', async () => {
    const { sandbox } = session()
    const [one, other] = [await connectedGuest(), await joinAsGuest(sandbox)]
    await one.ask('onMessage', text('Only for the agent'))
    await other.ask('getJwt')
    assert.ok(!other.frames.some(says('Only for the agent')))
  })
})
