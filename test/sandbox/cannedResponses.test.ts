// Canned responses as a person chooses them, and templates as the plan sends them.
import assert from 'node:assert/strict'
import { fieldFindings } from '../../src/followUp/fieldFindings'
import { plan } from '../../src/followUp/plan'
import { isSending, type SendingRoute } from '../../src/followUp/route'
import type { Connection } from '../../src/genesys/connection'
import { fillIn, type CannedResponse } from '../../src/model/cannedResponse'
import type { Draft } from '../../src/model/draft'
import { openedConnection, uuidOf } from './support/opened'
import { eachTestWithSandbox } from './support/session'

describe('Canned responses that are chosen', () => {
  const session = eachTestWithSandbox()
  let connection: Connection

  beforeEach(async () => {
    connection = await openedConnection(session())
  })

  const named = async (name: string): Promise<CannedResponse> => {
    const found = (await connection.responses(name)).rows.find((response) => response.name === name)
    assert.ok(found, `there is a response ${name}`)
    return found
  }

  const routeTo = async (name: string, draft: Draft): Promise<{ readonly route: SendingRoute; readonly problem: string | undefined }> => {
    const situation = await connection.situation(uuidOf(session(), name))
    const route = plan(situation, draft).find(({ id }) => id === 'agentless')
    assert.ok(route && isSending(route))
    const finding = fieldFindings(situation, draft, route).get('template')
    return { route, problem: finding?.severity === 'error' ? finding.rule : undefined }
  }

  it('are found by what was typed, each with its libraries, and with what it is for', async () => {
    const { rows, isComplete } = await connection.responses('')
    assert.equal(isComplete, true)
    assert.deepEqual(
      rows.map(({ name, use, libraries }) => `${libraries.map((library) => library.name).join()}: ${name}, ${use}`),
      [
        'Service: Thank you, text',
        'Service: Delivery day, text',
        'Templates: Order on its way, whatsAppTemplate',
        'Templates: Anything else, whatsAppTemplate',
        'Templates: Track your parcel, whatsAppTemplate',
        'Templates: New this week, whatsAppTemplate',
        'Templates: Confirm your visit, whatsAppTemplate',
        'Templates: Write to us in Messages, appleInvitation',
        'Templates: Unfinished invitation, appleInvitation'
      ]
    )
    assert.deepEqual(
      (await connection.responses('arrives')).rows.map(({ name }) => name),
      ['Delivery day']
    )
  })

  it('are filled in where they are put into a text', async () => {
    assert.equal(fillIn(await named('Delivery day'), { order: 'SB-20401' }), 'Your order SB-20401 arrives on Saturday.')
  })

  it('are sent as the template that WhatsApp needs, which is delivered as it is shown', async () => {
    const response = await named('Order on its way')
    const draft: Draft = {
      text: 'not sent',
      template: { response, values: { 'bodyParameters:1': 'Grace', 'bodyParameters:2': 'SB-20401' } }
    }
    const { route, problem } = await routeTo('ended-whatsapp', draft)
    assert.deepEqual([route.verdict, problem], ['will-work', undefined])
    const { messageId, conversationId } = await connection.send(route.request)
    session().clock.advance(2000)
    assert.equal(await connection.messageStatus(conversationId ?? '', messageId ?? ''), 'delivery-success')
  })

  it('have what is missing said before they are sent: WhatsApp would not deliver it', async () => {
    assert.equal((await routeTo('ended-whatsapp', { text: '' })).problem, 'template.response-missing')
    const response = await named('Order on its way')
    const half = await routeTo('ended-whatsapp', { text: '', template: { response, values: { 'bodyParameters:1': 'Grace' } } })
    assert.deepEqual([half.route.verdict, half.problem], ['will-work', 'template.parameter-blank'])
  })
})
