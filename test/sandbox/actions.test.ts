import assert from 'node:assert/strict'
import type { Action, ActionId } from '../../src/followUp/actions/action'
import { isInEffect } from '../../src/followUp/actions/outcome'
import { planActions } from '../../src/followUp/actions/planActions'
import { plan } from '../../src/followUp/plan'
import { isSending, type SendingRoute } from '../../src/followUp/route'
import { Connection } from '../../src/genesys/connection'
import { parseUuid, type Uuid } from '../../src/model/ids'
import type { Situation } from '../../src/model/situation'
import { startSandbox, type Sandbox } from '../../src/sandbox'
import { changeOnce } from '../../src/store/changeOnce'
import { textDraft } from '../../src/model/draft'
import { realMeans } from '../support/means'

const draft = textDraft('Your order has left.')

describe('An action on a conversation of the sandbox', () => {
  let sandbox: Sandbox
  let connection: Connection
  beforeEach(async () => {
    sandbox = await startSandbox()
    const { url, userToken, clientId, clientSecret } = sandbox.address
    const endpoint = { kind: 'loopback', port: Number(new URL(url).port) } as const
    connection = await Connection.open(
      { id: 'sandbox', endpoint, userToken, client: { id: clientId, secret: clientSecret } },
      await realMeans()
    )
  })
  afterEach(() => sandbox.stop())

  const idOf = (name: string): Uuid => {
    const id = parseUuid(sandbox.address.conversations[name] ?? '')
    assert.ok(id, `the sandbox has a conversation ${name}`)
    return id
  }

  const situation = (name: string): Promise<Situation> => connection.situation(idOf(name))

  const actionIn = (id: ActionId, read: Situation): Action => {
    const found = planActions(read, draft).actions.find((action) => action.id === id)
    assert.ok(found, `${id} is planned`)
    return found
  }

  const routeIn = (id: SendingRoute['id'], read: Situation): SendingRoute => {
    const found = plan(read, draft)
      .filter(isSending)
      .find((route) => route.id === id)
    assert.ok(found, `there is a route ${id}`)
    return found
  }

  /** Does it as the panel does, and reads the conversation again. */
  const done = async (id: ActionId, name: string): Promise<Situation> => {
    const action = actionIn(id, await situation(name))
    assert.deepEqual(await changeOnce(connection, action.request), { kind: 'accepted' })
    const after = await situation(name)
    assert.equal(isInEffect(action, after), true)
    return after
  }

  it('is promised where the user is free, and the promise is kept: assign', async () => {
    sandbox.loadScenario('waiting-in-queue')
    const { verdict, confidence } = actionIn('assign', await situation('queued-sms'))
    assert.deepEqual([verdict, confidence], ['will-work', 'inferred'])
    await done('assign', 'queued-sms')
  })

  it('is foreseen to fail where the queue does not allow it, and is refused: assign', async () => {
    sandbox.loadScenario('manual-assignment-off')
    const { verdict, reason, request } = actionIn('assign', await situation('queued-sms'))
    assert.equal(verdict, 'will-fail')
    assert.match(reason, /“Web support” does not allow manual assignment/)
    const outcome = await changeOnce(connection, request)
    assert.ok(outcome.kind === 'refused')
    assert.equal(outcome.answer?.code, 'feature.not.enabled')
  })

  for (const [id, name] of [
    ['accept', 'alerting-web'],
    ['resume', 'parked-whatsapp']
  ] as const)
    it(`makes the agent’s message possible, as it said: ${id}`, async () => {
      const before = await situation(name)
      assert.equal(routeIn('agentMessage', before).verdict, 'will-fail')
      const { verdict, opens } = actionIn(id, before)
      assert.equal(verdict, 'will-work')
      assert.ok(opens.kind === 'route')
      assert.equal(opens.verdict, 'will-work')
      const route = routeIn('agentMessage', await done(id, name))
      assert.equal(route.verdict, 'will-work')
      assert.ok((await connection.send(route.request)).messageId)
    })

  it('assigns a waiting conversation, which is then accepted, and takes the agent’s message', async () => {
    await done('assign', 'queued-web')
    const route = routeIn('agentMessage', await done('accept', 'queued-web'))
    assert.equal(route.verdict, 'will-work')
    assert.ok((await connection.send(route.request)).messageId)
  })

  for (const id of ['leave', 'disconnect'] as const)
    it(`ends the conversation, after which an agentless message starts nothing that is in its way: ${id}`, async () => {
      const route = routeIn('agentless', await done(id, 'connected-web'))
      assert.equal(route.verdict, 'will-work')
      assert.ok(!('useExistingActiveConversation' in route.request.body))
      assert.ok((await connection.send(route.request)).messageId)
    })

  it('that is refused is told with the platform’s own words, and nothing has changed', async () => {
    const { request } = actionIn('resume', await situation('parked-whatsapp'))
    await done('resume', 'parked-whatsapp')
    const outcome = await changeOnce(connection, request)
    assert.ok(outcome.kind === 'refused')
    assert.deepEqual([outcome.answer?.status, outcome.answer?.code], [400, 'conversation.error.unexpected.parking.state'])
    assert.ok(outcome.answer?.correlationId)
  })

  for (const [when, isDone] of [
    ['before', false],
    ['after', true]
  ] as const)
    it(`whose answer is a server’s error ${when} it took effect is not known, not repeated, and told by the conversation`, async () => {
      const action = actionIn('accept', await situation('alerting-web'))
      sandbox.setFaults([
        {
          kind: 'serverError',
          status: 503,
          when,
          operation: 'PATCH /api/v2/conversations/messages/{conversationId}/participants/{participantId}'
        }
      ])
      assert.equal((await changeOnce(connection, action.request)).kind, 'unknown')
      sandbox.setFaults([])
      assert.equal(isInEffect(action, await situation('alerting-web')), isDone)
      assert.equal(sandbox.ledger().filter(({ request }) => request.path === action.request.path).length, 1)
    })
})
