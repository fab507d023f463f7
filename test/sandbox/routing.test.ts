import assert from 'node:assert/strict'
import { fitting } from './support/fits'
import { idOf } from './support/legs'
import { answerOf, assertRefused, bodyOf } from './support/sdk'
import { eachTestWithSandbox } from './support/session'

const unknownId = '00000000-0000-4000-8000-000000000000'

describe('Queues and SMS numbers', () => {
  const session = eachTestWithSandbox()
  const routing = () => session().client.routing

  it('lists queues by name and division', async () => {
    const all = await fitting(routing().getRoutingQueues({ sortOrder: 'asc' }), 'QueueEntityListing')
    assert.deepEqual(
      (all.entities ?? []).map(({ name }) => name),
      ['Mobile support', 'Web support']
    )
    const some = await bodyOf(routing().getRoutingQueues({ name: 'web' }))
    assert.deepEqual([some.total, some.entities?.[0]?.name], [1, 'Web support'])
    assert.equal((await bodyOf(routing().getRoutingQueues({ divisionId: [unknownId] }))).total, 0)
    await assertRefused(routing().getRoutingQueue(unknownId), 404, 'resource.not.found')
  })

  it('lists the members of a queue, and takes one who leaves off it', async () => {
    const { queueId } = session().sandbox.address
    const members = async (joined?: boolean) =>
      (await bodyOf(routing().getRoutingQueueMembers(queueId, joined === undefined ? {} : { joined }))).entities ?? []
    assert.deepEqual(
      (await members()).map(({ name, joined }) => [name, joined]),
      [
        ['Nora Lind', true],
        ['Tomás Weber', true]
      ]
    )
    const mine = async () => (await bodyOf(session().user.routing.getRoutingQueuesMe())).entities ?? []
    assert.deepEqual(
      (await mine()).map(({ name, joined }) => [name, joined]),
      [['Web support', true]]
    )

    const nora = (await members()).find(({ name }) => name === 'Nora Lind')
    const left = await answerOf(routing().patchRoutingQueueMember(queueId, idOf(nora ?? {}), { joined: false }))
    assert.equal(left.status, 204)
    assert.deepEqual(
      (await members(true)).map(({ name }) => name),
      ['Tomás Weber']
    )
    assert.equal((await bodyOf(routing().getRoutingQueue(queueId))).joinedMemberCount, 1)
    assert.equal((await mine())[0]?.joined, false)
    await assertRefused(routing().patchRoutingQueueMember(queueId, unknownId, { joined: false }), 404, 'resource.not.found')
    await assertRefused(routing().getRoutingQueuesMe(), 400, 'not.a.user', 'credential.user-required')
    await assertRefused(session().reader.routing.patchRoutingQueueMember(queueId, unknownId, {}), 403, 'missing.any.permissions')
  })

  it('lists the numbers that SMS is sent from', async () => {
    const all = await fitting(routing().getRoutingSmsPhonenumbers({ expand: ['supportedContent'] as never }), 'SmsPhoneNumberEntityListing')
    assert.deepEqual(
      (all.entities ?? []).map(({ phoneNumber, phoneNumberStatus }) => [phoneNumber, phoneNumberStatus]),
      [['+13175550100', 'ACTIVE']]
    )
    const one = await fitting(routing().getRoutingSmsPhonenumber(idOf(all.entities?.[0] ?? {})), 'SmsPhoneNumber')
    assert.equal(one.phoneNumber, '+13175550100')
    assert.equal((await bodyOf(routing().getRoutingSmsPhonenumbers({ phoneNumber: '+4930' }))).total, 0)
    assert.equal((await bodyOf(routing().getRoutingSmsPhonenumbers({ countryCode: ['DE'] }))).total, 0)
    await assertRefused(routing().getRoutingSmsPhonenumber(unknownId), 404, 'not.found')
  })
})
