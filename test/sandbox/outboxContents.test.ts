// Sends of templates and files of which no answer came, over real HTTP: they are recognised by what can be read back of them.
import assert from 'node:assert/strict'
import { contentText, sentContent } from '../../src/followUp/content'
import { plan } from '../../src/followUp/plan'
import { agentCommunicationId } from '../../src/followUp/requests'
import { isSending, type SendingRoute } from '../../src/followUp/route'
import type { Connection } from '../../src/genesys/connection'
import { systemPace } from '../../src/genesys/traffic/pace'
import { emptyDraft, type Draft } from '../../src/model/draft'
import type { Situation } from '../../src/model/situation'
import type { AcceptedOutcome, SendRecord } from '../../src/store/outbox/record'
import { sendsWith } from '../support/sends'
import { openedConnection, uuidOf } from './support/opened'
import { eachTestWithSandbox } from './support/session'

const connectionId = 'c-1'

describe('A send whose answer is lost', () => {
  const session = eachTestWithSandbox()
  let connection: Connection
  beforeEach(async () => {
    connection = await openedConnection(session())
  })

  /** What is known of a send in the end when its answer never came, though the platform has taken it. */
  const afterLostAnswer = async (name: string, id: SendingRoute['id'], draftFor: (situation: Situation) => Promise<Draft>) => {
    const situation = await connection.situation(uuidOf(session(), name))
    const { conversation } = situation
    assert.ok(conversation.known)
    const draft = await draftFor(situation)
    const route = plan(situation, draft).find((candidate): candidate is SendingRoute => candidate.id === id && isSending(candidate))
    assert.ok(route)
    const content = sentContent(draft, route)
    assert.ok(content)
    const { method } = route.request
    session().sandbox.setFaults([{ kind: 'reset', when: 'after', operation: `${method} ${route.operation.path}`, times: 1 }])
    const sends = sendsWith(systemPace)
    const arrived = new Promise<AcceptedOutcome>((resolve) => {
      sends.onDidChange((change) => {
        if (change.kind === 'news' && change.record.outcome.kind === 'accepted') resolve(change.record.outcome)
      })
    })
    const { outcome }: SendRecord = await sends.send(connection, {
      from: { connectionId, id: conversation.value.id },
      conversation: conversation.value,
      recipient: 'the customer',
      text: contentText(content),
      request: route.request
    })
    assert.equal(outcome.kind, 'unknown')
    const { by } = await arrived
    sends.dispose()
    return by
  }

  it('is found by its template', async () => {
    const by = await afterLostAnswer('ended-whatsapp', 'agentless', async () => {
      const response = (await connection.responses('Order on its way')).rows.find(({ name }) => name === 'Order on its way')
      assert.ok(response)
      return { ...emptyDraft, template: { response, values: { 'bodyParameters:1': 'Grace', 'bodyParameters:2': 'SB-20401' } } }
    })
    assert.equal(by, 'found')
  })

  it('is found by its file', async () => {
    const by = await afterLostAnswer('connected-web', 'agentMessage', async ({ conversation }) => {
      assert.ok(conversation.known)
      const communicationId = agentCommunicationId(conversation.value)
      assert.ok(communicationId)
      const file = {
        conversationId: conversation.value.id,
        communicationId,
        fileName: 'tent.png',
        content: Buffer.from('a picture of a tent')
      }
      const media = await connection.upload(file, () => undefined, new AbortController().signal)
      return { ...emptyDraft, media, agentMessage: { kind: 'media' } }
    })
    assert.equal(by, 'found')
  })
})
