import assert from 'node:assert/strict'
import { idOf, leg, participant, states } from './support/legs'
import { answerOf, assertRefused, bodyOf } from './support/sdk'
import { eachTestWithSandbox, type Session } from './support/session'

const unknownId = '00000000-0000-4000-8000-000000000000'

describe('Changing a conversation’s state', () => {
  const session = eachTestWithSandbox()

  const agentOf = async ({ conversation }: Session, name: string): Promise<string> => idOf(participant(await conversation(name), 'agent'))

  const patchConversation = ({ user, conversationId }: Session, name: string, body: object) =>
    user.conversations.patchConversationsMessage(conversationId(name), body as never)

  const patchAgent = async (name: string, body: object) =>
    session().user.conversations.patchConversationsMessageParticipant(session().conversationId(name), await agentOf(session(), name), {
      body
    })

  const park = async (name: string, state: string) =>
    session().user.conversations.patchConversationsMessageParticipantParkingstate(
      session().conversationId(name),
      await agentOf(session(), name),
      { state }
    )

  it('ends a conversation for everybody', async () => {
    const { clock } = session()
    const ended = await bodyOf(patchConversation(session(), 'connected-web', { state: 'disconnected' }))
    assert.equal(ended.endTime, new Date(clock.now()).toISOString())
    assert.ok(states(ended).every((state) => state.endsWith(' disconnected')))
  })

  it('never re-opens one', async () => {
    const refused = [400, 'bad.request', 'conversation.patch'] as const
    await assertRefused(patchConversation(session(), 'ended-web', { state: 'connected' }), ...refused)
    await assertRefused(patchConversation(session(), 'ended-web', { state: 'open' }), ...refused)
    await assertRefused(patchConversation(session(), 'ended-web', {}), ...refused)
    const { status, headers } = await answerOf(patchConversation(session(), 'ended-web', { state: 'disconnected' }))
    assert.equal(status, 200)
    assert.match(headers['x-sandbox-assumption'] ?? '', /conversation\.patch/)
    assert.ok((await session().conversation('ended-web')).endTime)
  })

  it('pauses a recording and lets it go on', async () => {
    const { user, conversationId } = session()
    const paused = await answerOf(patchConversation(session(), 'connected-web', { recordingState: 'paused' }))
    assert.deepEqual([paused.body.recordingState, paused.body.securePause], ['PAUSED', true])
    assert.match(paused.headers['x-sandbox-assumption'] ?? '', /recording\.none/)

    const refused = [400, 'bad.request', 'conversation.patch'] as const
    await assertRefused(patchConversation(session(), 'ended-web', { recordingState: 'paused' }), ...refused)
    await assertRefused(patchConversation(session(), 'connected-web', { state: 'disconnected', recordingState: 'paused' }), ...refused)

    const put = (name: string, recordingState: string) =>
      user.conversations.putConversationsMessageRecordingstate(conversationId(name), { recordingState })
    await put('connected-web', 'ACTIVE')
    assert.equal((await session().conversation('connected-web')).recordingState, 'ACTIVE')
    await assertRefused(put('connected-web', 'NONE'), 400, 'general.bad.request')
    await assertRefused(put('ended-web', 'PAUSED'), 400, 'conversation.error.conversation.disconnected')
    await assertRefused(put('connected-open', 'PAUSED'), 403, 'conversation.error.forbidden.not.active.participant')

    await user.call('PATCH', `/api/v2/conversations/${conversationId('connected-web')}/recordingstate`, { recordingState: 'paused' })
    assert.equal((await session().conversation('connected-web')).recordingState, 'PAUSED')
    await assertRefused(
      user.call('PATCH', `/api/v2/conversations/${conversationId('connected-web')}/recordingstate`, { recordingState: 'none' }),
      400,
      'bad.request'
    )
  })

  it('lets the alerted agent take a conversation, and then send', async () => {
    const { user, conversation, conversationId } = session()
    assert.equal((await answerOf(patchAgent('alerting-web', { state: 'connected' }))).status, 202)
    const taken = await conversation('alerting-web')
    assert.deepEqual(
      states(taken).filter((state) => !state.endsWith(' disconnected')),
      ['customer connected', 'agent connected']
    )
    assert.equal(leg(taken, 'acd').disconnectType, 'transfer')
    const message = await bodyOf(
      user.conversations.postConversationsMessageCommunicationMessages(conversationId('alerting-web'), idOf(leg(taken, 'agent')), {
        textBody: 'Hello Hannah'
      })
    )
    assert.equal(message.status, 'queued')
  })

  it('lets nobody take another agent’s alert, or what does not alert', async () => {
    const refused = [400, 'conversation.participant.update.invalid', 'participant.patch'] as const
    await assertRefused(patchAgent('alerting-open', { state: 'connected' }), ...refused)
    await assertRefused(patchAgent('parked-whatsapp', { state: 'connected' }), ...refused)
    await assertRefused(patchAgent('connected-web', { state: 'parked' }), ...refused)
    assert.equal((await answerOf(patchAgent('connected-web', { state: 'connected' }))).status, 202)
  })

  it('has nothing to change of a participant who has left', async () => {
    await assertRefused(patchAgent('ended-web', { state: 'connected' }), 400, 'conversation.error.participant.no.active.conversations')
  })

  it('ends the conversation when its agent leaves', async () => {
    await patchAgent('connected-web', { state: 'disconnected' })
    const ended = await session().conversation('connected-web')
    assert.ok(ended.endTime)
    assert.equal(leg(ended, 'agent').disconnectType, 'client')
    assert.equal(leg(ended, 'customer').disconnectType, 'peer')
  })

  it('keeps a conversation from having ended until after-conversation work is done', async () => {
    await patchAgent('connected-whatsapp', { state: 'disconnected' })
    const left = await session().conversation('connected-whatsapp')
    assert.equal(left.endTime, undefined)
    await patchAgent('connected-whatsapp', { wrapup: { code: unknownId, notes: 'Adapter sent' } })
    const done = await session().conversation('connected-whatsapp')
    assert.equal(done.endTime, leg(done, 'agent').disconnectedTime)
    assert.equal(participant(done, 'agent').wrapup?.notes, 'Adapter sent')

    await patchAgent('wrapup-web', { wrapupSkipped: true })
    const skipped = await session().conversation('wrapup-web')
    assert.ok(skipped.endTime)
    assert.equal(participant(skipped, 'agent').wrapupSkipped, true)
  })

  it('parks and resumes', async () => {
    assert.equal((await answerOf(park('connected-web', 'parked'))).status, 204)
    assert.equal(leg(await session().conversation('connected-web'), 'agent').state, 'parked')
    assert.equal((await answerOf(park('connected-web', 'connected'))).status, 204)
    assert.equal(leg(await session().conversation('connected-web'), 'agent').state, 'connected')
  })

  it('refuses to park as documented', async () => {
    await assertRefused(park('connected-web', 'connected'), 400, 'conversation.error.unexpected.parking.state')
    await assertRefused(park('alerting-web', 'parked'), 400, 'conversation.error.unexpected.parking.state')
    await assertRefused(park('ended-web', 'connected'), 400, 'conversation.error.conversation.disconnected')
    await assertRefused(park('connected-open', 'parked'), 403, 'conversation.error.forbidden.not.active.participant')
    const { user, conversationId } = session()
    await assertRefused(
      user.conversations.patchConversationsMessageParticipantParkingstate(unknownId, unknownId, { state: 'parked' }),
      404,
      'conversation.error.conversation.not.found'
    )
    await assertRefused(
      user.conversations.patchConversationsMessageParticipantParkingstate(conversationId('connected-web'), unknownId, { state: 'parked' }),
      404,
      'conversation.error.participant.not.found'
    )
  })

  it('disconnects one communication, and takes no other state for it', async () => {
    const { user, conversationId, conversation } = session()
    const before = await conversation('connected-web')
    const patch = (name: string, participantId: string, legId: string, state?: string) =>
      user.conversations.patchConversationsMessageParticipantCommunication(
        conversationId(name),
        participantId,
        legId,
        state === undefined ? {} : { state }
      )
    const ids = [idOf(participant(before, 'agent')), idOf(leg(before, 'agent'))] as const
    await assertRefused(patch('connected-web', ...ids, 'connected'), 400, 'communication.state.required')
    await assertRefused(patch('connected-web', ...ids), 400, 'communication.state.required')
    await assertRefused(patch('connected-web', ids[0], unknownId, 'disconnected'), 404, 'not.found')
    assert.equal((await answerOf(patch('connected-web', ...ids, 'disconnected'))).status, 200)
    const after = await conversation('connected-web')
    assert.ok(after.endTime)
    assert.equal(leg(after, 'customer').disconnectType, 'peer')
    const again = await answerOf(patch('connected-web', ...ids, 'disconnected'))
    assert.equal(again.headers['x-sandbox-assumption'], 'state.already-ended')
  })

  it('ends a conversation for everybody, by each of the operations for any media', async () => {
    const { user, client, conversationId, conversation } = session()
    await assertRefused(client.conversations.deleteConversation(conversationId('connected-web')), 400, 'not.a.user')
    assert.equal((await answerOf(user.conversations.deleteConversation(conversationId('connected-web')))).status, 204)
    assert.ok((await conversation('connected-web')).endTime)
    await assertRefused(user.conversations.deleteConversation(unknownId), 404, 'conversation.error.conversation.not.found')

    const torn = await answerOf(client.conversations.postConversationDisconnect(conversationId('connected-whatsapp')))
    assert.equal(torn.status, 202)
    const after = await conversation('connected-whatsapp')
    assert.ok(after.endTime, 'nobody owes a wrap-up')
    assert.equal(participant(after, 'agent').wrapup?.code, 'SANDBOX-WRAP-UP-TEARDOWN')
    const again = await answerOf(client.conversations.postConversationDisconnect(conversationId('connected-whatsapp')))
    assert.equal(again.headers['x-sandbox-assumption'], 'state.already-ended, accepted.text')
    await assertRefused(client.conversations.postConversationDisconnect(unknownId), 404, 'conversation.error.conversation.not.found')
  })

  it('changes a participant by the operation for any media too', async () => {
    const { user, conversationId, conversation } = session()
    const agentId = await agentOf(session(), 'alerting-web')
    await user.conversations.patchConversationParticipant(conversationId('alerting-web'), agentId, { state: 'connected' })
    assert.equal(leg(await conversation('alerting-web'), 'agent').state, 'connected')
    await assertRefused(
      user.conversations.patchConversationParticipant(conversationId('alerting-web'), agentId, { wrapup: { notes: 'No code' } }),
      400,
      'conversation.error.wrapup.code.required'
    )
  })

  it('keeps what programs note on a participant and on a conversation', async () => {
    const { user, conversationId, conversation } = session()
    const agentId = await agentOf(session(), 'connected-web')
    const id = conversationId('connected-web')
    const noted = await bodyOf(
      user.conversations.patchConversationsMessageParticipantAttributes(id, agentId, { body: { attributes: { order: '1' } } })
    )
    assert.deepEqual(noted.attributes, { order: '1' })
    await user.conversations.patchConversationParticipantAttributes(id, agentId, { attributes: { vip: 'yes' } })
    assert.deepEqual(participant(await conversation('connected-web'), 'agent').attributes, { order: '1', vip: 'yes' })
    await assertRefused(
      user.conversations.patchConversationParticipantAttributes(id, unknownId, { attributes: {} }),
      404,
      'conversation.error.participant.not.found'
    )
    assert.equal((await answerOf(user.conversations.putConversationTags(id, { externalTag: 'CRM-7' }))).status, 202)
    assert.equal((await conversation('connected-web')).externalTag, 'CRM-7')
  })

  it('reads and applies a wrap-up', async () => {
    const { user, conversationId, conversation } = session()
    const id = conversationId('wrapup-web')
    const agentId = await agentOf(session(), 'wrapup-web')
    const legId = idOf(leg(await conversation('wrapup-web'), 'agent'))
    const none = await answerOf(user.conversations.getConversationParticipantWrapup(id, agentId))
    assert.deepEqual([none.body.code, none.headers['x-sandbox-assumption']], [undefined, 'wrap-up.none'])

    const [code] = await bodyOf(user.conversations.getConversationParticipantWrapupcodes(id, agentId))
    assert.equal(code?.name, 'Delivery')
    const apply = (body: object) => user.conversations.postConversationsMessageParticipantCommunicationWrapup(id, agentId, legId, { body })
    await assertRefused(apply({ notes: 'No code' }), 400, 'missing.wrapup.code')
    await assertRefused(apply({ provisional: true }), 501, 'sandbox.not.implemented')
    assert.equal((await answerOf(apply({ code: idOf(code), notes: 'Update sent' }))).status, 202)
    for (const read of [
      user.conversations.getConversationParticipantWrapup(id, agentId),
      user.conversations.getConversationsMessageParticipantWrapup(id, agentId),
      user.conversations.getConversationsMessageParticipantCommunicationWrapup(id, agentId, legId)
    ]) {
      assert.equal((await bodyOf(read)).notes, 'Update sent')
    }
    assert.ok((await conversation('wrapup-web')).endTime)
    await assertRefused(
      user.conversations.getConversationParticipantWrapup(unknownId, agentId),
      404,
      'conversation.error.conversation.not.found'
    )
  })

  it('lets one user listen in, but not on their own conversation', async () => {
    const { user, client, conversationId } = session()
    const monitor = async (name: string) =>
      user.conversations.postConversationsMessageParticipantMonitor(conversationId(name), await agentOf(session(), name))
    await assertRefused(monitor('connected-web'), 400, 'conversation.error.monitor.own.conversation')
    assert.equal((await answerOf(monitor('connected-open'))).status, 201)
    await assertRefused(monitor('connected-open'), 400, 'too.many.monitors')
    await assertRefused(
      client.conversations.postConversationsMessageParticipantMonitor(
        conversationId('connected-open'),
        await agentOf(session(), 'connected-open')
      ),
      400,
      'not.a.user'
    )
  })

  it('takes twelve typing events a minute', async () => {
    const { user, clock, conversationId, conversation } = session()
    const legId = idOf(leg(await conversation('connected-web'), 'agent'))
    const types = () =>
      user.conversations.postConversationsMessageCommunicationTyping(conversationId('connected-web'), legId, {
        typing: { type: 'On', duration: 3000 }
      })
    for (let count = 0; count < 12; count += 1) assert.equal((await answerOf(types())).status, 204)
    await assertRefused(types(), 429, 'too.many.requests', 'typing.limit')
    clock.advance(60_000)
    assert.equal((await answerOf(types())).status, 204)
  })

  it('resumes a parked conversation when its time has come', async () => {
    const { clock, conversation } = session()
    clock.advance(36 * 3_600_000)
    assert.equal(leg(await conversation('parked-whatsapp'), 'agent').state, 'connected')
  })
})
