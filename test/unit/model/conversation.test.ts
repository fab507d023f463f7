import assert from 'node:assert/strict'
import { connectedAgentLeg, customerLeg, customerName, disconnects, messengerTypeOf, queueOf } from '../../../src/model/conversation'
import { agent, conversation, customer, endedConversation, inState, minutesAgo, participant, queue } from '../support/conversation'
import { ids } from '../support/ids'

const ben = agent({ id: ids.otherAgentLeg, connectedAt: minutesAgo(3) }, { id: ids.otherAgent, name: 'Ben Ruiz' })

describe('a conversation', () => {
  it('is with the customer’s name, else with their address, else with nobody that we know', () => {
    assert.equal(customerName(conversation([customer()])), 'Ada Berg')
    assert.equal(customerName(conversation([customer({ fromAddress: '+41790000001' }, { name: undefined })])), '+41790000001')
    assert.equal(customerName(conversation([customer({ fromAddress: undefined }, { name: undefined })])), undefined)
    assert.equal(customerName(conversation([agent()])), undefined)
  })

  it('is on the channel of the customer’s latest leg', () => {
    const [first, second] = [customer({ messengerType: 'sms' }), customer({ messengerType: 'whatsapp', id: ids.nobody })]
    assert.equal(messengerTypeOf(conversation([first, second, agent({ messengerType: 'open' })])), 'whatsapp')
    assert.equal(customerLeg(conversation([first, second]))?.leg.id, ids.nobody)
  })

  it('is on the channel that another leg names, where the customer’s names none', () => {
    assert.equal(messengerTypeOf(conversation([customer({ messengerType: undefined }), agent({ messengerType: 'open' })])), 'open')
    assert.equal(messengerTypeOf(conversation([customer({ messengerType: undefined })])), undefined)
  })

  it('keeps the platform’s word for a channel that is not known here', () => {
    assert.equal(messengerTypeOf(conversation([customer({ messengerType: 'viber' })])), 'viber')
  })

  it('is answered on the communication of the agent who was connected last', () => {
    const early = agent({ connectedAt: minutesAgo(9) })
    assert.equal(connectedAgentLeg(conversation([customer(), early, ben]))?.leg.id, ids.otherAgentLeg)
    assert.equal(connectedAgentLeg(conversation([customer(), ben, early]))?.leg.id, ids.otherAgentLeg)
    assert.equal(connectedAgentLeg(conversation([customer(), ben, agent(inState('alerting'))]))?.leg.id, ids.otherAgentLeg)
    assert.equal(connectedAgentLeg(endedConversation()), undefined)
  })

  it('was last in the queue that was named last', () => {
    const sales = queue({}, { queueId: ids.nobody, queueName: undefined })
    assert.deepEqual(queueOf(conversation([customer(), queue(), sales, agent()])), { id: ids.nobody, name: undefined })
    assert.deepEqual(queueOf(conversation([customer(), queue()])), { id: ids.queue, name: 'Support' })
    assert.equal(queueOf(conversation([customer(), agent()])), undefined)
  })

  it('tells who left when, the latest last', () => {
    const left = (count: number): ReturnType<typeof agent> => agent({ state: 'disconnected', disconnectedAt: minutesAgo(count) })
    const given = conversation([left(2), left(9), left(5), agent(), participant()])
    assert.deepEqual(
      disconnects(given).map(({ leg }) => leg.disconnectedAt),
      [minutesAgo(9), minutesAgo(5), minutesAgo(2)]
    )
  })
})
