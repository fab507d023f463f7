import assert from 'node:assert/strict'
import { plan } from '../../../src/followUp/plan'
import { contentText, kindsOf, sentContent } from '../../../src/followUp/content'
import { isSending, type SendingRoute } from '../../../src/followUp/route'
import { emptyDraft, type Draft } from '../../../src/model/draft'
import type { Situation } from '../../../src/model/situation'
import { conversation, customer, ended, endedConversation, withAgent } from '../support/conversation'
import { orderTemplate, parcelTemplate } from '../support/cannedResponse'
import { ids } from '../support/ids'
import { hours } from '../../../src/model/instant'
import { known } from '../../../src/model/fact'
import { conversationSource, situationOf } from '../support/situation'

const media = { id: 'm-1', fileName: 'tent.png', bytes: 20, communicationId: ids.agentLeg }
const written: Draft = { text: 'Hello', template: { response: orderTemplate, values: { 'bodyParameters:1': 'Grace' } }, media }

const route = (id: SendingRoute['id'], situation: Situation, draft: Draft = written): SendingRoute => {
  const found = plan(situation, draft).find((candidate) => candidate.id === id)
  assert.ok(found && isSending(found))
  return found
}

describe('the kinds of content of a route', () => {
  it('are text, template and file for an agent’s message', () => {
    assert.deepEqual(kindsOf('agentMessage', 'sms'), ['text', 'template', 'media'])
  })

  it('of agentless are what its channel is documented to take, and never a file', () => {
    assert.deepEqual(
      ['webmessaging', 'sms', 'open', 'whatsapp', 'apple', 'viber', undefined].map((channel) => kindsOf('agentless', channel).join(' ')),
      ['text', 'text', 'text', 'template', 'template text', 'text', 'text']
    )
  })

  it('are none for a route that sends no message', () => {
    assert.deepEqual(kindsOf('outbound', 'sms'), [])
    assert.equal(sentContent(written, route('outbound', situationOf(endedConversation('sms')))), undefined)
  })
})

describe('the body of a message', () => {
  const connected = situationOf(withAgent('connected'))

  it('has one of them: the usual one, or the one that was chosen', () => {
    assert.deepEqual(route('agentMessage', connected).request.body, { textBody: 'Hello' })
    assert.deepEqual(route('agentMessage', connected, { ...written, agentMessage: { kind: 'media' } }).request.body, { mediaIds: ['m-1'] })
    assert.deepEqual(route('agentMessage', connected, { ...written, agentMessage: { kind: 'template' } }).request.body, {
      messagingTemplate: {
        responseId: 'r-1',
        bodyParameters: [
          { id: '1', value: 'Grace' },
          { id: 'order', value: 'SB-1' }
        ]
      }
    })
  })

  it('has no parameters for a template without any', () => {
    const draft: Draft = { text: '', template: { response: { ...orderTemplate, text: 'Hello', substitutions: [] }, values: {} } }
    assert.deepEqual(route('agentMessage', connected, { ...draft, agentMessage: { kind: 'template' } }).request.body, {
      messagingTemplate: { responseId: 'r-1' }
    })
  })

  it('is a template for agentless WhatsApp, whatever was chosen elsewhere', () => {
    const { request, content } = route('agentless', situationOf(endedConversation('whatsapp')), {
      ...written,
      agentMessage: { kind: 'media' }
    })
    assert.deepEqual([content?.kind, content?.kinds], ['template', ['template']])
    assert.deepEqual(Object.keys(request.body), ['fromAddress', 'toAddress', 'toAddressMessengerType', 'messagingTemplate'])
  })

  it('is a template where a text would fail: WhatsApp, a day after the customer last wrote', () => {
    const silent = situationOf(withAgent('connected', 'whatsapp'))
    assert.equal(route('agentMessage', silent).content?.kind, 'text')
    const later = { ...silent, now: silent.now + hours(48) }
    assert.equal(route('agentMessage', later).content?.kind, 'template')
  })

  it('says why it is a template where nobody chose one, and in the line of the route too', () => {
    const over = 'A template, not a text: WhatsApp’s 24 hours are over.'
    const silent = situationOf(withAgent('connected', 'whatsapp'))
    const later = { ...silent, now: silent.now + hours(48) }
    const chosen: Draft = { ...written, agentMessage: { kind: 'template' } }
    assert.equal(route('agentMessage', later).content?.whyTemplate, over)
    assert.ok(route('agentMessage', later).reason.endsWith(` ${over}`))
    assert.equal(route('agentMessage', later, chosen).content?.whyTemplate, undefined)
    assert.equal(route('agentMessage', silent).content?.whyTemplate, undefined)
    assert.equal(
      route('agentless', situationOf(endedConversation('whatsapp'))).content?.whyTemplate,
      'A template, not a text: Agentless WhatsApp needs a template.'
    )
    assert.equal(
      route('agentless', situationOf(endedConversation('apple'))).content?.whyTemplate,
      'A template, not a text: Agentless Apple Messages is documented for invitations only.'
    )
  })

  it('has the parameters of a template in the lists of their places, under the numbers of their cards', () => {
    const values = {
      'headerParameters:1': 'SB-1',
      'bodyParameters:1': 'Grace',
      'buttonUrlParameters:code': 'x',
      'card 0 bodyParameters:item': 'Tent',
      'card 1 bodyParameters:item': 'Stove'
    }
    const draft: Draft = { text: '', template: { response: parcelTemplate, values }, agentMessage: { kind: 'template' } }
    assert.deepEqual(route('agentMessage', connected, draft).request.body, {
      messagingTemplate: {
        responseId: 'r-2',
        headerParameters: [{ id: '1', value: 'SB-1' }],
        bodyParameters: [{ id: '1', value: 'Grace' }],
        buttonUrlParameters: [{ id: 'code', value: 'x' }],
        carouselParameters: {
          cardParameters: [
            { index: 0, bodyParameters: [{ id: 'item', value: 'Tent' }] },
            { index: 1, bodyParameters: [{ id: 'item', value: 'Stove' }], buttonUrlParameters: [{ id: 'slug', value: '' }] }
          ]
        }
      }
    })
  })

  it('has no file of another communication', () => {
    const draft: Draft = { ...written, agentMessage: { kind: 'media' }, media: { ...media, communicationId: ids.otherAgentLeg } }
    assert.deepEqual(route('agentMessage', connected, draft).request.body, { mediaIds: [] })
  })

  it('is said in words', () => {
    const said = (kind: 'text' | 'template' | 'media'): string => {
      const draft: Draft = { ...written, agentMessage: { kind } }
      const content = sentContent(draft, route('agentMessage', connected, draft))
      return content ? contentText(content) : ''
    }
    assert.deepEqual([said('text'), said('template'), said('media')], ['Hello', 'Hello Grace, your order SB-1 is on its way.', 'tent.png'])
  })
})

describe('the addresses of a draft', () => {
  const sms = situationOf(endedConversation('sms'))

  it('go into the request of their own route, and into no other', () => {
    const draft: Draft = {
      ...emptyDraft,
      agentless: { fromAddress: '+41440000003', toAddress: '+13175550142' },
      outbound: { queueId: ids.nobody, toAddress: '+13175550143', externalContactId: ids.contact, useExistingConversation: false }
    }
    assert.deepEqual(
      [route('agentless', sms, draft).request.body['fromAddress'], route('agentless', sms, draft).request.body['toAddress']],
      ['+41440000003', '+13175550142']
    )
    assert.deepEqual(route('outbound', sms, draft).request.body, {
      queueId: ids.nobody,
      toAddress: '+13175550143',
      toAddressMessengerType: 'sms',
      externalContactId: ids.contact
    })
  })

  it('weigh no route while they are typed wrongly: that is said at the field', () => {
    const typing = route('agentless', sms, { ...emptyDraft, agentless: { toAddress: '+1317' } })
    assert.equal(typing.verdict, 'will-work')
    assert.equal(typing.request.body['toAddress'], '+1317')
  })

  it('make a route work whose own address is not known', () => {
    const nameless = conversation([
      customer({ messengerType: 'open', fromAddress: undefined, state: 'disconnected', disconnectedAt: ended })
    ])
    const situation = situationOf(undefined, { conversation: known(nameless, { source: conversationSource }) })
    assert.equal(route('agentless', situation).verdict, 'will-fail')
    assert.notEqual(route('agentless', situation, { ...written, agentless: { toAddress: 'guest-1' } }).verdict, 'will-fail')
  })
})
