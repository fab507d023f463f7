import assert from 'node:assert/strict'
import type { Models } from 'purecloud-platform-client-v2'
import { idOf, leg, participant, states } from './support/legs'
import { answerOf, assertRefused, bodyOf } from './support/sdk'
import { eachTestWithSandbox } from './support/session'

const unknownId = '00000000-0000-4000-8000-000000000000'

const live = (conversation: Models.Conversation): readonly string[] =>
  states(conversation).filter((state) => !state.endsWith(' disconnected'))

describe('Handing a conversation to somebody else', () => {
  const session = eachTestWithSandbox()

  const agentIn = async (name: string): Promise<string> => idOf(participant(await session().conversation(name), 'agent'))
  const tomas = async (): Promise<string> => participant(await session().conversation('connected-open'), 'agent').userId ?? ''
  const nora = async (): Promise<string> => participant(await session().conversation('connected-web'), 'agent').userId ?? ''
  const queueNamed = async (name: string): Promise<string> => {
    const { entities = [] } = await bodyOf(session().user.routing.getRoutingQueues({ name }))
    const [queue] = entities
    assert.ok(queue?.id)
    return queue.id
  }
  const toAgent = async (name: string, body: Models.TransferToAgentRequest) =>
    session().user.conversations.postConversationParticipantReplaceAgent(session().conversationId(name), await agentIn(name), body)
  const toQueue = async (name: string, body: Models.TransferToQueueRequest) =>
    session().user.conversations.postConversationParticipantReplaceQueue(session().conversationId(name), await agentIn(name), body)

  it('alerts the next agent, and the first one is gone', async () => {
    const { conversation } = session()
    assert.equal((await answerOf(toAgent('connected-web', { userId: await tomas() }))).status, 202)
    const after = await conversation('connected-web')
    assert.deepEqual(live(after), ['customer connected', 'agent alerting'])
    assert.equal(participant(after, 'agent').userId, await tomas())
    assert.equal(after.participants.find(({ purpose }) => purpose === 'agent')?.messages?.[0]?.disconnectType, 'transfer')
    assert.equal(after.endTime, undefined)
  })

  it('stays with the first agent until an attended transfer is taken, and when it is not', async () => {
    const { conversation, clock } = session()
    await toAgent('connected-web', { userId: await tomas(), transferType: 'Attended' })
    assert.deepEqual(live(await conversation('connected-web')), ['customer connected', 'agent connected', 'agent alerting'])
    clock.advance(30_000)
    assert.deepEqual(live(await conversation('connected-web')), ['customer connected', 'agent connected'])
  })

  it('waits in the queue when the next agent does not answer', async () => {
    const { conversation, clock } = session()
    await toAgent('connected-web', { userId: await tomas() })
    clock.advance(30_000)
    const after = await conversation('connected-web')
    assert.deepEqual(live(after), ['customer connected', 'acd connected'])
    assert.equal(leg(after, 'agent').disconnectType, 'transfer.noanswer')
  })

  it('goes to a queue, which offers it to its members', async () => {
    const { conversation, clock } = session()
    await toQueue('connected-web', { queueId: await queueNamed('Mobile') })
    assert.deepEqual(live(await conversation('connected-web')), ['customer connected', 'acd connected'])
    clock.advance(1000)
    const offered = await conversation('connected-web')
    assert.deepEqual(live(offered), ['customer connected', 'acd connected', 'agent alerting'])
    assert.equal(participant(offered, 'agent').userId, await tomas(), 'the queue’s only member')
  })

  it('takes names, and the generic operations', async () => {
    const { user, conversation, conversationId } = session()
    await toQueue('connected-web', { queueName: 'Mobile support' })
    assert.equal(participant(await conversation('connected-web'), 'acd').queueName, 'Mobile support')
    await user.conversations.postConversationParticipantTransfer(conversationId('connected-sms'), await agentIn('connected-sms'), {
      address: 'Tomás Weber'
    })
    assert.equal(participant(await conversation('connected-sms'), 'agent').userId, await tomas())
    await user.conversations.postConversationsMessageParticipantReplace(
      conversationId('connected-facebook'),
      await agentIn('connected-facebook'),
      { userId: await tomas() }
    )
    assert.equal(participant(await conversation('connected-facebook'), 'agent').userId, await tomas())
  })

  it('refuses as documented', async () => {
    const { user, conversationId } = session()
    await assertRefused(toQueue('connected-web', { queueId: unknownId }), 400, 'conversations.error.queue.not.found')
    await assertRefused(toAgent('connected-web', { userId: unknownId }), 400, 'invalid.value', 'body.unknown-reference')
    await assertRefused(toAgent('connected-web', {}), 400, 'conversations.error.transfer.destination.required')
    await assertRefused(toAgent('connected-web', { userId: await nora() }), 400, 'conversations.error.transfer.same.party')
    await assertRefused(toAgent('alerting-web', { userId: await tomas() }), 400, 'conversations.error.transfer.not.connected')
    await assertRefused(toAgent('ended-web', { userId: await tomas() }), 400, 'conversation.error.participant.no.active.conversations')
    await assertRefused(
      toAgent('connected-web', { userId: await tomas(), voicemail: true }),
      400,
      'conversations.error.transfer.chat.voicemail',
      'transfer.message-target'
    )
    const id = conversationId('connected-web')
    const own = await agentIn('connected-web')
    const replace = (body: Models.TransferRequest, participantId = own, conversation = id) =>
      user.conversations.postConversationsMessageParticipantReplace(conversation, participantId, body)
    await assertRefused(replace({ userId: await tomas(), queueId: unknownId }), 400, 'callback.error.user.id.queue.id')
    await assertRefused(
      replace({ userId: await nora() }, await agentIn('connected-open'), conversationId('connected-open')),
      403,
      'conversation.error.forbidden.not.active.participant',
      'transfer.by-another'
    )
    await assertRefused(
      replace({ userId: await tomas() }, await agentIn('ended-web'), conversationId('ended-web')),
      400,
      'conversations.error.transfer.not.connected'
    )
    await assertRefused(
      user.conversations.postConversationParticipantReplaceAgent(id, unknownId, { userId: await tomas() }),
      404,
      'conversation.error.participant.not.found'
    )
    await assertRefused(
      user.conversations.postConversationParticipantTransfer(id, own, { address: '+13175550199' }),
      400,
      'conversation.error.disallowed.transfer.destination',
      'transfer.message-target'
    )
  })

  it('goes to nobody outside of the organisation', async () => {
    const { user, client, conversationId, conversation } = session()
    const id = conversationId('connected-web')
    const agentId = await agentIn('connected-web')
    const contactId = participant(await conversation('connected-web'), 'customer').externalContactId ?? ''
    const body = { contactId, phoneType: 'CellPhone' }
    await assertRefused(
      user.conversations.postConversationParticipantReplaceContactExternal(id, agentId, body),
      400,
      'conversations.error.transfer.chat.external',
      'transfer.message-target'
    )
    await assertRefused(
      user.conversations.postConversationParticipantReplaceExternal(id, agentId, { address: '+13175550199' }),
      400,
      'conversations.error.transfer.chat.external',
      'transfer.message-target'
    )
    await assertRefused(
      client.conversations.postConversationParticipantReplaceContactExternal(id, agentId, body),
      403,
      'missing.any.permissions'
    )
  })
})

describe('Assigning a waiting conversation', () => {
  const session = eachTestWithSandbox()

  const me = async (): Promise<string> => idOf(await bodyOf(session().user.users.getUsersMe()))
  const assign = (name: string, id: string, by = session().user) =>
    by.conversations.postConversationAssign(session().conversationId(name), { id })

  it('alerts the user', async () => {
    const { conversation } = session()
    assert.equal((await answerOf(assign('queued-sms', await me()))).status, 202)
    assert.deepEqual(live(await conversation('queued-sms')), ['customer connected', 'acd connected', 'agent alerting'])
    assert.equal(participant(await conversation('queued-sms'), 'agent').userId, await me())
  })

  it('refuses as documented', async () => {
    const { user, conversation } = session()
    const other = participant(await conversation('connected-open'), 'agent').userId ?? ''
    await assertRefused(assign('queued-sms', unknownId), 400, 'invalid.id')
    await assertRefused(assign('connected-web', await me()), 400, 'operation.failed', 'assign.alerts')
    await assertRefused(assign('queued-sms', other), 403, 'forbidden')
    await assertRefused(user.conversations.postConversationAssign(unknownId, { id: await me() }), 404, 'resource.not.found')
    await user.users.putUserRoutingstatus(await me(), { status: 'OFF_QUEUE' })
    const { routingStatus } = await bodyOf(user.users.getUsersMe({ expand: ['routingStatus'] }))
    assert.equal(routingStatus?.status, 'OFF_QUEUE')
    await assertRefused(assign('queued-sms', await me()), 400, 'invalid.status', 'assign.alerts')
    assert.equal((await answerOf(assign('queued-sms', other, session().client))).status, 202)
  })
})
