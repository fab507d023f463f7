import assert from 'node:assert/strict'
import { idOf, leg, participant, statuses } from './support/legs'
import { assertRefused, bodyOf } from './support/sdk'
import { eachTestWithSandbox, type Session } from './support/session'

const unknownId = '00000000-0000-4000-8000-000000000000'

describe('An agent’s send', () => {
  const session = eachTestWithSandbox()

  const sendOn = (
    { user, conversationId }: Session,
    name: string,
    communicationId: string,
    body: Parameters<typeof user.conversations.postConversationsMessageCommunicationMessages>[2]
  ) => user.conversations.postConversationsMessageCommunicationMessages(conversationId(name), communicationId, body)

  const agentsLeg = async ({ conversation }: Session, name: string): Promise<string> => idOf(leg(await conversation(name), 'agent'))

  it('goes out on a connected communication of every channel and is delivered', async () => {
    const { clock, conversation } = session()
    for (const name of ['connected-web', 'connected-sms', 'connected-whatsapp', 'connected-open', 'connected-facebook']) {
      const message = await bodyOf(sendOn(session(), name, await agentsLeg(session(), name), { textBody: 'One more thing' }))
      assert.equal(message.status, 'queued')
      assert.equal(message.normalizedMessage?.text, 'One more thing')
      clock.advance(1200)
      assert.equal(statuses(await conversation(name), 'agent').at(-1), 'delivery-success')
      assert.equal((await conversation(name)).endTime, undefined)
    }
  })

  it('takes the customer’s peer as the communication', async () => {
    const peer = leg(await session().conversation('connected-web'), 'customer').peerId ?? ''
    const message = await bodyOf(sendOn(session(), 'connected-web', peer, { textBody: 'Hello again' }))
    assert.equal(message.direction, 'outbound')
  })

  it('does not find a communication that is not there: a participant’s id, a message’s, any other', async () => {
    const record = await session().conversation('connected-web')
    const messageId = leg(record, 'agent').messages?.[0]?.messageId ?? ''
    for (const id of [idOf(participant(record, 'agent')), messageId, unknownId]) {
      await assertRefused(sendOn(session(), 'connected-web', id, { textBody: 'Hello' }), 400, 'not.found')
    }
  })

  it('is refused on a communication that is not an agent’s', async () => {
    const record = await session().conversation('automated-web')
    for (const purpose of ['customer', 'botflow']) {
      await assertRefused(
        sendOn(session(), 'automated-web', idOf(leg(record, purpose)), { textBody: 'Hello' }),
        400,
        'not.found',
        'agent-send.not-an-agents'
      )
    }
  })

  it('is refused where the agent’s communication is not connected', async () => {
    for (const name of ['alerting-web', 'parked-whatsapp', 'wrapup-web', 'ended-web', 'ended-web-over', 'unknown-state']) {
      await assertRefused(
        sendOn(session(), name, await agentsLeg(session(), name), { textBody: 'Hello' }),
        409,
        'request.conflict',
        'agent-send.not-connected'
      )
    }
  })

  it('carries exactly one kind of content', async () => {
    const id = await agentsLeg(session(), 'connected-web')
    const refused = [400, 'constraint.validation', 'agent-send.one-content'] as const
    await assertRefused(sendOn(session(), 'connected-web', id, {} as never), ...refused)
    await assertRefused(sendOn(session(), 'connected-web', id, { textBody: '' }), ...refused)
    await assertRefused(sendOn(session(), 'connected-web', id, { textBody: 'Hello', mediaIds: [unknownId] }), ...refused)
    await assertRefused(
      sendOn(session(), 'connected-web', id, { textBody: ' \n' }),
      400,
      'constraint.validation',
      'text.blank, agent-send.one-content'
    )
    await assertRefused(sendOn(session(), 'connected-web', id, { mediaIds: [unknownId] } as never), 400, 'not.found', 'content.media')
  })

  it('keeps to the channel’s text limit', async () => {
    for (const [name, longest] of [
      ['connected-sms', 765],
      ['connected-web', 3999],
      ['connected-whatsapp', 4000],
      ['connected-open', 4000],
      ['connected-facebook', 2000]
    ] as const) {
      const id = await agentsLeg(session(), name)
      assert.equal((await bodyOf(sendOn(session(), name, id, { textBody: 'x'.repeat(longest) }))).status, 'queued')
      await assertRefused(sendOn(session(), name, id, { textBody: 'x'.repeat(longest + 1) }), 400, 'max.length.exceeded')
    }
  })

  it('is refused in a conversation that is not there', async () => {
    const { user } = session()
    await assertRefused(
      user.conversations.postConversationsMessageCommunicationMessages(unknownId, unknownId, { textBody: 'Hello' }),
      404,
      'not.found'
    )
  })
})
