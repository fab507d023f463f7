import fc from 'fast-check'
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { printCurl } from '../../../../src/followUp/snippets/curl'
import { bodyText } from '../../../../src/followUp/snippets/requestParts'
import { agentlessPath } from '../../../../src/platform/messagingOperations'
import { jsonIn, requestOf } from '../../support/exchange'
import { Receiver, type Received } from './receiver'
import { agentless, agentMessage, region } from './routes'
import { anyText, hardTexts } from './texts'

/** Runs commands in a bash, which expands `!` as the one that a person types into. */
const runInBash = async (commands: readonly string[]): Promise<void> => {
  const bash = spawn('bash', ['--noprofile', '--norc', '-e', '-o', 'history', '-o', 'histexpand'], {
    stdio: ['pipe', 'ignore', 'pipe'],
    env: { ...process.env, HISTFILE: '/dev/null', NO_PROXY: '*', no_proxy: '*' }
  })
  let complaints = ''
  bash.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
  bash.stdin.end(commands.join('\n'))
  const [code] = (await once(bash, 'close')) as [number | null]
  assert.equal(code, 0, complaints)
}

describe('a request printed as cURL', () => {
  let receiver: Receiver

  before(async () => {
    receiver = await Receiver.start()
  })
  after(() => receiver.stop())

  /** What arrives when bash runs the printed commands. */
  const arriving = async (routes: readonly ReturnType<typeof agentless>[]): Promise<readonly Received[]> => {
    await runInBash(routes.map(({ request }) => printCurl(request, receiver.origin)))
    return receiver.take()
  }

  /** Checks that each text arrives in the very bytes of the body, and is what a JSON parser finds in them. */
  const assertArriving = async (texts: readonly string[]): Promise<void> => {
    const routes = texts.map((text) => agentless(text))
    const bodies = (await arriving(routes)).map(({ body }) => body)
    assert.deepEqual(
      bodies,
      routes.map(({ request }) => Buffer.from(bodyText(request)))
    )
    assert.deepEqual(
      bodies.map((body) => JSON.parse(body.toString()) as unknown),
      routes.map(({ request }) => request.body)
    )
  }

  it('arrives byte for byte, with its method, its path and its headers', async () => {
    const route = agentless('It’s "10 $" for you, isn\'t it?\n`👋🏽` \\ !!', { useExistingActiveConversation: true })
    const [received, ...others] = await arriving([route])
    assert.ok(received)
    assert.deepEqual(others, [])
    assert.deepEqual([received.method, received.url], ['POST', agentlessPath])
    assert.equal(received.headers['authorization'], 'Bearer <client token>')
    assert.equal(received.headers['content-type'], 'application/json')
    assert.ok(received.body.equals(Buffer.from(JSON.stringify(route.request.body, undefined, 2))), received.body.toString())
  })

  it('keeps the order of the fields', async () => {
    const [received] = await arriving([agentless('Hello', { useExistingActiveConversation: true })])
    assert.deepEqual(Object.keys(JSON.parse(String(received?.body)) as object), [
      'fromAddress',
      'toAddressMessengerType',
      'externalContactId',
      'textBody',
      'useExistingActiveConversation'
    ])
  })

  for (const [name, text] of Object.entries(hardTexts))
    it(`brings a text with ${name} over as it is`, async () => {
      await assertArriving([text])
    })

  it('brings any text over as it is', async () => {
    await fc.assert(fc.asyncProperty(fc.array(anyText, { minLength: 10, maxLength: 15 }), assertArriving), { numRuns: 8 })
  }).timeout(30_000)

  it('leaves the braces of a variable that is not filled in, and a quote, in the address', async () => {
    const paths = ["/api/v2/it's/{conversationId}/[1-3]/{a,b}", '/api/v2/plain']
    const received = await arriving(paths.map((path) => agentMessage('Hello', path)))
    assert.deepEqual(
      received.map(({ url }) => url),
      paths
    )
  })

  const assertPastedBack = (text: string): void => {
    const { request } = agentless(text)
    const read = requestOf(printCurl(request, region))
    assert.deepEqual([read.method, read.url, read.authorisation], ['POST', `${region}${agentlessPath}`, 'bearer'])
    assert.deepEqual(jsonIn(read), request.body)
  }

  for (const [name, text] of Object.entries(hardTexts))
    it(`can be pasted back with ${name}`, () => {
      assertPastedBack(text)
    })

  it('can be pasted back with any text', () => {
    fc.assert(fc.property(anyText, assertPastedBack))
  })
})
