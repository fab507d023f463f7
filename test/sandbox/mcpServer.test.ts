// A program by somebody else: an MCP server for Genesys Cloud, run as its users run it, against the sandbox.
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as z from 'zod/mini'
import { startSandbox, type Sandbox } from '../../src/sandbox'

const serverEntry = path.join(
  path.dirname(createRequire(__filename).resolve('@makingchatbots/genesys-cloud-mcp-server/package.json')),
  'dist',
  'cli.js'
)

/** A home folder whose SDK settings send every call to the sandbox: the server itself only takes a region. */
const homeFor = async ({ address }: Sandbox): Promise<string> => {
  const home = await mkdtemp(path.join(tmpdir(), 'sdk-home-'))
  const { hostname, port } = new URL(address.url)
  await mkdir(path.join(home, '.genesyscloudjavascript'))
  await writeFile(
    path.join(home, '.genesyscloudjavascript', 'config'),
    ['[gateway]', `host=${hostname}`, 'protocol=http', `port=${port}`, 'path_params_login=', 'path_params_api=', ''].join('\n')
  )
  return home
}

const textResult = z.object({ isError: z.optional(z.boolean()), content: z.array(z.object({ type: z.literal('text'), text: z.string() })) })

describe('A stranger’s MCP server on the sandbox', function () {
  this.timeout(60_000)

  let sandbox: Sandbox
  let home: string
  let client: Client

  before(async () => {
    sandbox = await startSandbox()
    home = await homeFor(sandbox)
    client = new Client({ name: 'test', version: '1.0.0' })
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: [serverEntry],
        env: {
          HOME: home,
          USERPROFILE: home,
          GENESYSCLOUD_REGION: 'mypurecloud.com',
          GENESYSCLOUD_OAUTHCLIENT_ID: sandbox.address.clientId,
          GENESYSCLOUD_OAUTHCLIENT_SECRET: sandbox.address.clientSecret
        },
        stderr: 'ignore'
      })
    )
  })

  after(async () => {
    await client.close()
    await sandbox.stop()
    await rm(home, { recursive: true })
  })

  const run = async (name: string, args: Readonly<Record<string, unknown>>): Promise<string> => {
    const result = textResult.parse(await client.callTool({ name, arguments: { ...args } }))
    const text = result.content.map((part) => part.text).join('\n')
    assert.ok(result.isError !== true, text)
    return text
  }
  const json = async (name: string, args: Readonly<Record<string, unknown>> = {}): Promise<unknown> =>
    JSON.parse(await run(name, args)) as unknown

  const conversation = (name: string): string => sandbox.address.conversations[name] ?? ''
  const lastWeek = () => ({ startDate: new Date(Date.now() - 7 * 24 * 3_600_000).toISOString(), endDate: new Date().toISOString() })

  it('finds the queues by a pattern', async () => {
    const found = z
      .object({ queues: z.array(z.object({ name: z.string(), id: z.string() })), pagination: z.looseObject({}) })
      .parse(await json('search_queues', { name: 'Web*' }))
    assert.deepEqual(
      found.queues.map(({ name, id }) => ({ name, id })),
      [{ name: 'Web support', id: sandbox.address.queueId }]
    )
  })

  it('counts the conversations of a queue through an analytics job', async () => {
    const { queues } = z
      .object({ queues: z.array(z.object({ queueId: z.string(), totalConversations: z.number() })) })
      .parse(await json('query_queue_volumes', { queueIds: [sandbox.address.queueId], ...lastWeek() }))
    assert.deepEqual(
      queues.map(({ queueId, totalConversations }) => [queueId, totalConversations > 5]),
      [[sandbox.address.queueId, true]]
    )
  })

  it('samples the conversations of a queue', async () => {
    const sample = z
      .object({ sizeOfSample: z.number(), sampledConversations: z.array(z.string()) })
      .parse(await json('sample_conversations_by_queue', { queueId: sandbox.address.queueId, ...lastWeek() }))
    assert.ok(sample.sampledConversations.includes(conversation('ended-web')))
    assert.equal(sample.sizeOfSample, sample.sampledConversations.length)
  })

  it('finds no voice conversations', async () => {
    const { conversations } = z.object({ conversations: z.array(z.unknown()) }).parse(await json('search_voice_conversations', lastWeek()))
    assert.deepEqual(conversations, [])
  })

  it('finds no voice quality of a message', async () => {
    const { conversations } = z
      .object({ conversations: z.array(z.unknown()) })
      .parse(await json('voice_call_quality', { conversationIds: [conversation('ended-web')] }))
    assert.deepEqual(conversations, [])
  })

  it('learns that there is no sentiment of a conversation', async () => {
    assert.deepEqual(await json('conversation_sentiment', { conversationIds: [conversation('ended-web')] }), {
      conversationsWithSentiment: [],
      conversationsWithoutSentiment: [conversation('ended-web')]
    })
  })

  it('learns that a conversation has no topics', async () => {
    assert.match(
      await run('conversation_topics', { conversationId: conversation('ended-web') }),
      /No detected topics for this conversation/
    )
  })

  it('gets a transcript without anything in it, since nothing was recorded', async () => {
    assert.deepEqual(await json('conversation_transcript', { conversationId: conversation('ended-web') }), [])
  })

  it('lists the OAuth clients, with their roles by name', async () => {
    const text = await run('oauth_clients', {})
    for (const name of ['Notifier', 'Reader']) assert.match(text, new RegExp(`"${name}"`))
    assert.ok(text.includes(sandbox.address.clientId))
  })

  it('counts what an OAuth client has asked for', async () => {
    const { totalRequests, requestsPerEndpoint } = z
      .object({ totalRequests: z.number(), requestsPerEndpoint: z.array(z.object({ endpoint: z.string(), requests: z.number() })) })
      .parse(await json('oauth_client_usage', { oauthClientId: sandbox.address.clientId, ...lastWeek() }))
    assert.equal(
      totalRequests,
      requestsPerEndpoint.reduce((sum, { requests }) => sum + requests, 0)
    )
    assert.ok(requestsPerEndpoint.some(({ endpoint }) => /^GET .*\/routing\/queues$/.test(endpoint)))
  })
})
