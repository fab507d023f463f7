import assert from 'node:assert/strict'
import { Connection } from '../../src/genesys/connection'
import { legsOf, type Conversation, type LegOf } from '../../src/model/conversation'
import { hours } from '../../src/model/instant'
import { parseUuid, type Uuid } from '../../src/model/ids'
import { startSandbox, type Sandbox } from '../../src/sandbox'
import { Connections } from '../../src/store/connections'
import { locate, soughtIn } from '../../src/store/locate'
import { realMeans } from '../support/means'

describe('Finding a conversation, and what was said in it', () => {
  let sandbox: Sandbox
  let connections: Connections
  let connection: Connection

  before(async () => {
    sandbox = await startSandbox()
    const { url, clientId, clientSecret } = sandbox.address
    const endpoint = { kind: 'loopback', port: Number(new URL(url).port) } as const
    connection = await Connection.open(
      { id: 'sandbox', endpoint, userToken: undefined, client: { id: clientId, secret: clientSecret } },
      await realMeans()
    )
    connections = new Connections()
    connections.add({ id: 'sandbox', name: 'Sandbox', place: 'here', isProduction: false, isSandbox: true }, connection)
  })
  after(() => sandbox.stop())

  const idOf = (name: string): Uuid => {
    const id = parseUuid(sandbox.address.conversations[name] ?? '')
    assert.ok(id, `the sandbox has a conversation ${name}`)
    return id
  }

  const read = (name: string): Promise<Conversation> => connection.read(idOf(name))

  const found = async (text: string): Promise<readonly string[]> => (await locate(soughtIn(text), connections)).found.map(({ id }) => id)

  const partyOf = ({ participant }: LegOf): string => participant.party

  it('is found by its own id', async () => {
    assert.deepEqual(await found(idOf('ended-web')), [idOf('ended-web')])
  })

  for (const name of ['ended-web', 'connected-web', 'queued-web'])
    it(`${name} is found by the id of any of its messages`, async () => {
      const messages = legsOf(await read(name)).flatMap(({ leg }) => leg.messages)
      assert.ok(messages.length > 0)
      for (const { id } of messages) assert.deepEqual(await found(id), [idOf(name)])
    })

  it('is found by its customer’s external contact, and not for ever: analytics is asked for 31 days', async () => {
    const contactId = (await read('ended-web')).participants.find(({ externalContactId }) => externalContactId)?.externalContactId
    assert.ok(contactId)
    assert.deepEqual(await connection.records.conversationsOfContact(parseUuid(contactId) ?? idOf('ended-web')), [idOf('ended-web')])
  })

  it('is found nowhere by an id that nobody has', async () => {
    const { found: none, misses } = await locate(soughtIn('00000000-0000-4000-8000-00000000002a'), connections)
    assert.deepEqual(none, [])
    assert.deepEqual(
      misses.map(({ as, why }) => [as, why]),
      [
        ['conversation', undefined],
        ['message', undefined],
        ['contact', undefined]
      ]
    )
  })

  it('has what was said, by customer and agent, in one read of many messages', async () => {
    const conversation = await read('ended-web')
    const legs = legsOf(conversation).filter(({ leg }) => leg.messages.length > 0)
    const ids = legs.flatMap(({ leg }) => leg.messages.map(({ id }) => id))
    const asked = sandbox.ledger().length
    const contents = await connection.records.messageContents(conversation.id, ids)
    assert.equal(sandbox.ledger().length, asked + 1)
    assert.deepEqual([...contents.keys()].sort(), [...ids].sort())
    assert.ok([...contents.values()].every(({ text }) => text !== undefined && text !== ''))
    assert.ok(legs.map(partyOf).includes('customer') && legs.map(partyOf).includes('agent'))
  })

  it('has what was said without the messages that are not there', async () => {
    const contents = await connection.records.messageContents(idOf('ended-web'), ['00000000-0000-4000-8000-00000000002a'])
    assert.equal(contents.size, 0)
  })

  it('has an analytics record also when its contact has not written for weeks', async () => {
    sandbox.advance(hours(24 * 40))
    const record = await connection.records.analytics(idOf('ended-web'))
    assert.ok(typeof record === 'object' && record !== null && 'conversationId' in record)
    assert.equal(record.conversationId, idOf('ended-web'))
  })
})
