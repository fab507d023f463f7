import assert from 'node:assert/strict'
import { plan } from '../../../src/followUp/plan'
import { type Draft, textDraft } from '../../../src/model/draft'
import { likelyDeployment } from '../../../src/followUp/requests'
import { isSending, type PlannedRequest, type SendingRoute } from '../../../src/followUp/route'
import { known } from '../../../src/model/fact'
import type { Deployment } from '../../../src/model/senders'
import type { Situation } from '../../../src/model/situation'
import {
  agent,
  automated,
  conversation,
  customer,
  ended,
  endedConversation,
  inState,
  inWrapUp,
  queued,
  withAgent
} from '../support/conversation'
import { nothing } from '../support/attempt'
import { ids, uuid } from '../support/ids'
import { deployment, notRead, situationOf, windowMs } from '../support/situation'

const draft: Draft = textDraft('Anything else?')

const request = (id: SendingRoute['id'], situation: Situation, own: Draft = draft): PlannedRequest => {
  const route = plan(situation, own).find((candidate) => candidate.id === id)
  assert.ok(route && isSending(route), `there is a route ${id}`)
  return route.request
}

const agentlessPath = '/api/v2/conversations/messages/agentless'
const toGuest = {
  fromAddress: ids.deployment,
  toAddressMessengerType: 'webmessaging',
  externalContactId: ids.contact,
  textBody: 'Anything else?'
}

describe('the request of the agent’s message', () => {
  it('goes to the connected communication, with the text and nothing else, as a user', () => {
    assert.deepEqual(request('agentMessage', situationOf(withAgent('connected'))), {
      method: 'POST',
      path: `/api/v2/conversations/messages/${ids.conversation}/communications/${ids.agentLeg}/messages`,
      body: { textBody: 'Anything else?' },
      credential: 'user'
    })
  })

  it('goes to the agent who took it over, after a transfer', () => {
    const second = agent({ id: ids.otherAgentLeg }, { id: ids.otherAgent })
    const { path } = request('agentMessage', situationOf(conversation([customer(), agent(inState('disconnected')), second])))
    assert.ok(path.endsWith(`/communications/${ids.otherAgentLeg}/messages`))
  })

  it('shows the communication that was last, when none is connected', () => {
    assert.ok(request('agentMessage', situationOf(endedConversation())).path.includes(ids.agentLeg))
  })

  it('keeps the names of what is not known', () => {
    assert.equal(
      request('agentMessage', situationOf(queued())).path,
      `/api/v2/conversations/messages/${ids.conversation}/communications/{communicationId}/messages`
    )
    assert.equal(
      request('agentMessage', nothing).path,
      '/api/v2/conversations/messages/{conversationId}/communications/{communicationId}/messages'
    )
  })
})

describe('the request of an agentless message', () => {
  it('to a guest has the deployment, the external contact and the text, no address, as a client', () => {
    assert.deepEqual(request('agentless', situationOf(endedConversation())), {
      method: 'POST',
      path: agentlessPath,
      body: toGuest,
      credential: 'client'
    })
  })

  it('joins a conversation that is active, in whichever state', () => {
    for (const active of [withAgent('connected'), withAgent('alerting'), withAgent('parked'), queued(), automated()])
      assert.deepEqual(request('agentless', situationOf(active)).body, { ...toGuest, useExistingActiveConversation: true })
  })

  it('joins none that has ended', () => {
    for (const over of [inWrapUp(), endedConversation(), endedConversation('webmessaging', ended - windowMs)])
      assert.deepEqual(request('agentless', situationOf(over)).body, toGuest)
  })

  it('goes out from the deployment that the person has chosen', () => {
    const chosen = { ...draft, agentless: { fromAddress: ids.nobody } }
    assert.deepEqual(request('agentless', situationOf(endedConversation()), chosen).body, { ...toGuest, fromAddress: ids.nobody })
  })

  it('to a phone goes from the number that the customer wrote to, to theirs', () => {
    assert.deepEqual(request('agentless', situationOf(endedConversation('sms'))).body, {
      fromAddress: '+41440000002',
      toAddress: '+41790000001',
      toAddressMessengerType: 'sms',
      textBody: 'Anything else?'
    })
  })

  it('has placeholders for what is not known', () => {
    assert.deepEqual(request('agentless', nothing).body, {
      fromAddress: '<deployment id>',
      toAddressMessengerType: 'webmessaging',
      externalContactId: '<external contact id>',
      textBody: 'Anything else?'
    })
    const anonymous = conversation([
      customer({ messengerType: 'sms', fromAddress: undefined, toAddress: undefined, ...inState('disconnected') })
    ])
    const { body } = request('agentless', situationOf(anonymous))
    assert.deepEqual([body['fromAddress'], body['toAddress']], ['<from address>', '<to address>'])
  })
})

describe('the request of an outbound conversation', () => {
  const toPhone = { queueId: ids.queue, toAddress: '+41790000001', toAddressMessengerType: 'sms' }

  it('names the last queue and the customer’s address, without a text, as a user', () => {
    assert.deepEqual(request('outbound', situationOf(endedConversation('sms', ended - windowMs))), {
      method: 'POST',
      path: '/api/v2/conversations/messages',
      body: toPhone,
      credential: 'user'
    })
  })

  it('continues the ended conversation while its reply window is open, or when that is not known', () => {
    const continuing = { ...toPhone, useExistingConversation: true }
    assert.deepEqual(request('outbound', situationOf(endedConversation('sms'))).body, continuing)
    assert.deepEqual(request('outbound', situationOf(endedConversation('sms'), { threading: notRead })).body, continuing)
    assert.deepEqual(request('outbound', situationOf(inWrapUp('sms'))).body, continuing)
  })

  it('has placeholders for what is not known', () => {
    assert.deepEqual(request('outbound', nothing).body, {
      queueId: '<queue id>',
      toAddress: '<to address>',
      toAddressMessengerType: '<sms, open or whatsapp>'
    })
  })
})

describe('the deployment that a guest came in by', () => {
  const deployments = (...list: readonly Deployment[]): Partial<Situation> => ({ deployments: known(list, { source: 'x' }) })
  const [own, other, third] = [deployment(), deployment({ id: uuid(61) }), deployment({ id: uuid(62) })]

  it('is the one whose id the guest wrote to', () => {
    assert.equal(likelyDeployment(situationOf(endedConversation(), deployments(other, own, third))), own.id)
  })

  it('is the only one that is active, when no deployment has that id', () => {
    assert.equal(
      likelyDeployment(situationOf(endedConversation(), deployments(other, deployment({ id: uuid(62), status: 'Inactive' })))),
      other.id
    )
  })

  it('is not guessed among several', () => {
    assert.equal(likelyDeployment(situationOf(endedConversation(), deployments(other, third))), undefined)
    assert.equal(likelyDeployment(situationOf(endedConversation(), deployments())), undefined)
  })

  it('is the address that the guest wrote to, as long as the deployments were not read', () => {
    assert.equal(likelyDeployment(situationOf(endedConversation(), { deployments: notRead })), ids.deployment)
    assert.equal(likelyDeployment(nothing), undefined)
  })
})
