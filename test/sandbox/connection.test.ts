import assert from 'node:assert/strict'
import { plan } from '../../src/followUp/plan'
import { textDraft } from '../../src/model/draft'
import { Connection } from '../../src/genesys/connection'
import { realMeans } from '../support/means'
import { PlatformError } from '../../src/genesys/platformError'
import { NoCredentialError, type ConnectionSettings } from '../../src/genesys/signIn'
import { customerName } from '../../src/model/conversation'
import { parseUuid, type Uuid } from '../../src/model/ids'
import { startSandbox, type Sandbox } from '../../src/sandbox'
import { Conversations } from '../../src/store/conversations'
import type { SendRecord } from '../../src/store/outbox/record'
import { sendsWith } from '../support/sends'

const settingsOf = ({ address }: Sandbox): ConnectionSettings => ({
  id: 'sandbox',
  endpoint: { kind: 'loopback', port: Number(new URL(address.url).port) },
  userToken: address.userToken,
  client: { id: address.clientId, secret: address.clientSecret }
})

const open = async (settings: ConnectionSettings): Promise<Connection> => {
  const means = await realMeans()
  // Between two attempts there is nothing that it would have to wait for.
  const connection = await Connection.open(settings, { ...means, pace: { ...means.pace, wait: () => Promise.resolve() } })
  await connection.described
  return connection
}

const refused = async (attempt: Promise<unknown>): Promise<PlatformError> => {
  const error: unknown = await attempt.then(
    () => undefined,
    (thrown: unknown) => thrown
  )
  assert.ok(error instanceof PlatformError, `a PlatformError, not ${String(error)}`)
  return error
}

describe('A connection to an organisation', () => {
  let sandbox: Sandbox
  beforeEach(async () => {
    sandbox = await startSandbox()
  })
  afterEach(() => sandbox.stop())

  const idOf = (name: string): Uuid => {
    const id = parseUuid(sandbox.address.conversations[name] ?? '')
    assert.ok(id, `the sandbox has a conversation ${name}`)
    return id
  }

  it('names the organisation and both credentials, and no secret', async () => {
    const connection = await open(settingsOf(sandbox))
    assert.equal(connection.organisation, 'Sandbox')
    assert.deepEqual(
      connection.credentials.map(({ kind, name }) => [kind, name]),
      [
        ['user', 'Nora Lind'],
        ['client', 'Notifier']
      ]
    )
    const said = JSON.stringify(connection)
    assert.ok(!said.includes(sandbox.address.userToken) && !said.includes(sandbox.address.clientSecret))
  })

  it('says in words that a secret is wrong, without repeating it', async () => {
    const secret = 'wrong-secret-4711'
    const error = await refused(open({ ...settingsOf(sandbox), client: { id: sandbox.address.clientId, secret } }))
    assert.match(error.message, /^Signing in as the OAuth client: the platform answered 40[01] “invalid_client”/)
    assert.ok(!error.message.includes(secret))
  })

  it('says in words that a user token is wrong, without repeating it', async () => {
    const userToken = 'wrong-token-4711'
    const error = await refused(open({ ...settingsOf(sandbox), userToken }))
    assert.match(error.message, /^Reading the user: the platform answered 401 “bad.credentials”.*Correlation id/)
    assert.ok(!error.message.includes(userToken))
  })

  it('needs a credential', async () => {
    await assert.rejects(open({ ...settingsOf(sandbox), userToken: undefined, client: undefined }), NoCredentialError)
  })

  it('says that a conversation is unknown', async () => {
    const connection = await open(settingsOf(sandbox))
    const stranger = parseUuid('00000000-0000-4000-8000-000000000000')
    assert.ok(stranger)
    const error = await refused(connection.read(stranger))
    assert.match(error.message, /^Reading the conversation: the platform answered 404/)
  })

  it('says that a sandbox has stopped', async () => {
    const connection = await open(settingsOf(sandbox))
    await sandbox.stop()
    const error = await refused(connection.read(idOf('ended-web')))
    assert.match(error.message, /start the sandbox again if it has stopped/)
  })

  it('shows the same states in the list as in the conversations themselves', async () => {
    const conversations = new Conversations(await open(settingsOf(sandbox)))
    await conversations.refresh()
    const listed = new Map(conversations.rows().map((row) => [row.id, conversations.stateOfRow(row).kind]))
    assert.ok(listed.size >= 14)
    for (const [id, kind] of listed) {
      // A state of the future is only seen in the conversation itself: analytics has no states.
      if (id === idOf('unknown-state')) continue
      const { conversation } = await conversations.read(id)
      assert.ok(conversation.known)
      assert.equal(conversations.stateOf(conversation.value).kind, kind, customerName(conversation.value) ?? id)
    }
  })

  it('sends the planned follow-up and follows it until it is delivered', async () => {
    const connection = await open(settingsOf(sandbox))
    const id = idOf('ended-web')
    const [best] = plan(await connection.situation(id), textDraft('Hello again'))
    assert.ok(best?.id === 'agentless')

    const sends = sendsWith({
      // Who waits moves the organisation’s clock, too little to miss a step of the delivery.
      wait: () => {
        sandbox.advance(50)
        return Promise.resolve()
      }
    })
    const delivered = new Promise<SendRecord>((resolve) => {
      sends.onDidChange((change) => {
        if (change.kind !== 'news') return
        const { outcome } = change.record
        if (outcome.kind === 'accepted' && outcome.deliveries.at(-1)?.delivery === 'delivered') resolve(change.record)
      })
    })
    await sends.send(connection, {
      from: { connectionId: 'sandbox', id },
      conversation: await connection.read(id),
      recipient: 'Jamie Rivera',
      text: 'Hello again',
      request: best.request
    })
    const { outcome } = await delivered
    assert.ok(outcome.kind === 'accepted')
    assert.deepEqual(
      outcome.deliveries.map(({ status }) => status),
      ['queued', 'sent', 'delivery-success']
    )
    const { conversation } = await connection.situation(id)
    assert.ok(conversation.known)
    const api = conversation.value.participants.find(({ purpose }) => purpose === 'api')
    assert.equal(api?.legs[0]?.messages[0]?.id, outcome.messageId)
  })
})
