// The JavaScript that the panel shows, run as a person runs it. The printed cURL is run in the unit tests.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { plan } from '../../src/followUp/plan'
import { agentCommunicationId } from '../../src/followUp/requests'
import { textDraft, type Draft } from '../../src/model/draft'
import { isSending, type SendingRoute } from '../../src/followUp/route'
import { snippetFormats } from '../../src/followUp/snippets/formats'
import { leg, states } from './support/legs'
import { openedConnection, uuidOf } from './support/opened'
import { clientToken } from './support/raw'
import { bodyOf } from './support/sdk'
import { eachTestWithSandbox } from './support/session'

const text = 'It’s "ready", isn\'t it?\nBring $5 to C:\\new and `this` ${x} \\u0041 \u2028 👋🏽 !'

describe('The JavaScript snippet, run with a token in the placeholder’s place', () => {
  const session = eachTestWithSandbox()
  let folder: string

  before(async () => {
    // Inside the project, so that Node.js finds the SDK as it would in a program of somebody’s own.
    await mkdir('out', { recursive: true })
    folder = await mkdtemp(path.resolve('out', 'snippet-'))
  })
  after(() => rm(folder, { recursive: true }))

  /** The route as it is planned for a conversation of the sandbox. */
  const planned = async (name: string, id: SendingRoute['id'], draft: Draft = textDraft(text)): Promise<SendingRoute> => {
    const connection = await openedConnection(session())
    const routes = plan(await connection.situation(uuidOf(session(), name)), draft)
    const route = routes.find((candidate) => candidate.id === id)
    assert.ok(route && isSending(route))
    return route
  }

  const withToken = async (route: SendingRoute): Promise<string> => {
    const { sandbox } = session()
    const { credential } = route.request
    const printed = snippetFormats.find(({ id }) => id === 'javascript')?.print(route, sandbox.address.url) ?? ''
    assert.ok(printed.includes(`<${credential} token>`), printed)
    return printed.replace(`<${credential} token>`, credential === 'user' ? sandbox.address.userToken : await clientToken(sandbox))
  }

  /** Runs the snippet of a route; it must succeed and not complain. */
  const run = async (name: string, id: SendingRoute['id'], draft?: Draft): Promise<void> => {
    const program = await withToken(await planned(name, id, draft))
    const file = path.join(folder, 'followUp.cjs')
    await writeFile(file, program)
    // The SDK reads settings in the home directory: this one has none.
    const node = spawn(process.execPath, [file], {
      env: { ...process.env, HOME: folder, USERPROFILE: folder, NO_PROXY: '*', no_proxy: '*' }
    })
    let complaints = ''
    node.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
    node.stdout.resume()
    const [code] = (await once(node, 'close')) as [number | null]
    assert.deepEqual([code, complaints], [0, ''], program)
  }

  /** The text of the last message that a party of the conversation sent. */
  const lastText = async (name: string, purpose: string): Promise<string | undefined> => {
    const { conversation, conversationId, user } = session()
    const sent = leg(await conversation(name), purpose).messages?.at(-1)
    assert.ok(sent?.messageId, `the ${purpose} has sent a message`)
    const message = await bodyOf(user.conversations.getConversationsMessageMessage(conversationId(name), sent.messageId))
    return message.normalizedMessage?.text
  }

  it('sends the agentless message', async () => {
    await run('ended-web', 'agentless')
    assert.equal(await lastText('ended-web', 'api'), text)
  })

  it('sends the agent’s message', async () => {
    await run('connected-web', 'agentMessage')
    assert.equal(await lastText('connected-web', 'agent'), text)
  })

  it('sends a template with its parameters', async () => {
    const connection = await openedConnection(session())
    const response = (await connection.responses('order')).rows.find(({ use }) => use === 'whatsAppTemplate')
    assert.ok(response)
    await run('ended-whatsapp', 'agentless', {
      text: '',
      template: { response, values: { 'bodyParameters:1': 'Grace “G”', 'bodyParameters:2': text } }
    })
    session().clock.advance(2000)
    const sent = leg(await session().conversation('ended-whatsapp'), 'api').messages?.at(-1)
    assert.equal(sent?.messageStatus, 'delivery-success')
    const message = await bodyOf(
      session().user.conversations.getConversationsMessageMessage(session().conversationId('ended-whatsapp'), sent.messageId ?? '')
    )
    assert.deepEqual(message.normalizedMessage?.content?.[0]?.template?.body.parameters, [
      { name: '1', text: 'Grace “G”' },
      { name: '2', text }
    ])
  })

  it('sends a file that was uploaded', async () => {
    const connection = await openedConnection(session())
    const id = uuidOf(session(), 'connected-web')
    const communicationId = agentCommunicationId(await connection.read(id))
    assert.ok(communicationId)
    const file = { conversationId: id, communicationId, fileName: 'tent.png', content: Buffer.from('a picture') }
    const media = await connection.upload(file, () => undefined, new AbortController().signal)
    await run('connected-web', 'agentMessage', { text, media, agentMessage: { kind: 'media' } })
    const sent = leg(await session().conversation('connected-web'), 'agent').messages?.at(-1)
    const message = await bodyOf(session().user.conversations.getConversationsMessageMessage(id, sent?.messageId ?? ''))
    assert.equal(message.normalizedMessage?.content?.[0]?.attachment?.filename, 'tent.png')
  })

  it('opens the outbound conversation', async () => {
    await run('ended-sms', 'outbound')
    const record = await session().conversation('ended-sms')
    assert.equal(record.endTime, undefined)
    assert.deepEqual(states(record).slice(-1), ['agent connected'])
  })
})
