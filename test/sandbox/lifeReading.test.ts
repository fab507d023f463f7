import assert from 'node:assert/strict'
import { idOf, leg, participant } from './support/legs'
import { differences, publishedApi } from './support/publishedApi'
import { assertRefused, bodyOf } from './support/sdk'
import { eachTestWithSandbox } from './support/session'

const unknownId = '00000000-0000-4000-8000-000000000000'

describe('Reading what becomes of conversations', () => {
  const session = eachTestWithSandbox()
  const api = publishedApi()

  const fits = (body: unknown, model: string): void => {
    if (api) assert.deepEqual(differences(api, body, model), [])
  }

  it('lists the user’s active conversations of any media', async () => {
    const { user, client, conversationId } = session()
    const listed = await bodyOf(user.conversations.getConversations())
    fits(listed, 'ConversationEntityListing')
    const ids = (listed.entities ?? []).map(idOf)
    assert.ok(ids.includes(conversationId('connected-web')))
    assert.ok(ids.includes(conversationId('alerting-web')))
    assert.ok(!ids.includes(conversationId('connected-open')), 'another agent’s')
    assert.ok(!ids.includes(conversationId('ended-web')))
    await assertRefused(client.conversations.getConversations(), 400, 'not.a.user', 'credential.user-required')
  })

  it('finds a message without its conversation', async () => {
    const { user, conversation, conversationId } = session()
    const messageId = leg(await conversation('connected-web'), 'agent').messages?.[0]?.messageId ?? ''
    const message = await bodyOf(user.conversations.getConversationsMessageDetails(messageId))
    fits(message, 'MessageData')
    assert.equal(message.conversationId, conversationId('connected-web'))
    await assertRefused(user.conversations.getConversationsMessageDetails(unknownId), 404, 'not.found')
  })

  it('tells and sets whether a user is on queue', async () => {
    const { user, conversation } = session()
    const nora = participant(await conversation('connected-web'), 'agent').userId ?? ''
    const status = async () => {
      const body = await bodyOf(user.users.getUserRoutingstatus(nora))
      return body.status
    }
    assert.equal(await status(), 'INTERACTING')
    await user.users.putUserRoutingstatus(nora, { status: 'OFF_QUEUE' })
    assert.equal(await status(), 'OFF_QUEUE')
    await assertRefused(user.users.putUserRoutingstatus(nora, { status: 'COMMUNICATING' }), 400, 'invalid.value', 'routing-status.changes')
    await assertRefused(user.users.getUserRoutingstatus(unknownId), 404, 'not.found')
  })

  it('answers wrap-ups in the published shape', async () => {
    const { user, conversation, conversationId } = session()
    const agentId = idOf(participant(await conversation('ended-web'), 'agent'))
    fits(await bodyOf(user.conversations.getConversationParticipantWrapup(conversationId('ended-web'), agentId)), 'AssignedWrapupCode')
    const codes = await bodyOf(user.conversations.getConversationsMessageParticipantWrapupcodes(conversationId('ended-web'), agentId))
    for (const code of codes) fits(code, 'WrapupCode')
    assert.equal(codes.length, 3)
  })

  it('leaves the conversations of the scenario as they are until something changes', async () => {
    const { clock, conversation } = session()
    clock.advance(24 * 3_600_000)
    assert.equal(leg(await conversation('alerting-web'), 'agent').state, 'alerting')
    assert.equal(leg(await conversation('queued-sms'), 'acd').state, 'connected')
    assert.equal(leg(await conversation('automated-web'), 'botflow').state, 'connected')
    assert.equal((await conversation('wrapup-web')).endTime, undefined)
  })
})
