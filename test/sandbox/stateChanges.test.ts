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

  it('does not pretend to pause a recording', async () => {
    await assertRefused(patchConversation(session(), 'connected-web', { recordingState: 'paused' }), 501, 'sandbox.not.implemented')
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
})
