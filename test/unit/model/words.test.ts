import assert from 'node:assert/strict'
import { deliveryOf, isFinal } from '../../../src/model/delivery'
import { legStateOf, partyOf } from '../../../src/model/party'

describe('the platform’s words', () => {
  it('for a communication’s state are each taken for what they mean', () => {
    const known = {
      connected: 'connected',
      alerting: 'alerting',
      dialing: 'alerting',
      contacting: 'alerting',
      offering: 'alerting',
      parked: 'parked',
      disconnected: 'disconnected',
      terminated: 'disconnected'
    }
    for (const [word, state] of Object.entries(known)) assert.equal(legStateOf(word), state, word)
  })

  it('for a state that is not known here are never guessed', () => {
    for (const word of ['transmitting', 'converting', 'uploading', 'none', 'scheduled', 'closed', 'open', '', 'toString'])
      assert.equal(legStateOf(word), 'unrecognised', word)
  })

  it('for a participant’s purpose are each taken for a party', () => {
    const known = {
      customer: 'customer',
      agent: 'agent',
      user: 'agent',
      acd: 'queue',
      workflow: 'automation',
      ivr: 'automation',
      botflow: 'automation',
      bot: 'automation',
      api: 'automation'
    }
    for (const [word, party] of Object.entries(known)) assert.equal(partyOf(word), party, word)
    for (const word of ['external', 'station', 'voicemail', 'dialer', '', 'constructor']) assert.equal(partyOf(word), 'other', word)
  })

  it('are read in any case', () => {
    assert.equal(legStateOf('CONNECTED'), 'connected')
    assert.equal(partyOf('Agent'), 'agent')
    assert.equal(deliveryOf('Delivery-Success'), 'delivered')
  })

  it('for a delivery are final once the platform will not change them, but for a later “read”', () => {
    const known = {
      queued: ['queued', false],
      sent: ['sent', false],
      published: ['delivered', true],
      'delivery-success': ['delivered', true],
      'delivery-failed': ['failed', true],
      failed: ['failed', true],
      read: ['read', true],
      received: ['received', true],
      removed: ['removed', true]
    } as const
    for (const [word, [delivery, final]] of Object.entries(known)) {
      assert.equal(deliveryOf(word), delivery, word)
      assert.equal(isFinal(deliveryOf(word)), final, word)
    }
  })

  it('for a delivery that is not known here is not taken for the end of it', () => {
    assert.equal(deliveryOf('teleported'), 'unrecognised')
    assert.equal(isFinal('unrecognised'), false)
  })
})
