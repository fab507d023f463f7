import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { plan } from '../../src/followUp/plan'
import { isSending } from '../../src/followUp/route'
import { snippetFormats } from '../../src/followUp/snippets/formats'
import { Connection } from '../../src/genesys/connection'
import { loadSdk } from '../../src/genesys/loadSdk'
import { parseUuid } from '../../src/model/ids'
import { startSandbox, type Sandbox } from '../../src/sandbox'

const run = promisify(execFile)

describe('The JavaScript snippet', () => {
  // Inside the project, so that Node.js finds the SDK as it would in a program of somebody’s own.
  const folder = path.join(process.cwd(), 'out', 'snippets')
  let sandbox: Sandbox

  before(async () => {
    await mkdir(folder, { recursive: true })
    sandbox = await startSandbox()
  })
  after(async () => {
    await sandbox.stop()
    await rm(folder, { recursive: true, force: true })
  })

  it('sends the follow-up when it is run with a token in the placeholder’s place', async () => {
    const { url, userToken, clientId, clientSecret, conversations } = sandbox.address
    const endpoint = { kind: 'loopback', port: Number(new URL(url).port) } as const
    const sdk = await loadSdk()
    const connection = await Connection.open(
      { id: 'sandbox', endpoint, userToken, client: { id: clientId, secret: clientSecret } },
      sdk,
      Date.now
    )
    const id = parseUuid(conversations['ended-web'] ?? '')
    assert.ok(id)
    const text = 'It’s "ready", isn\'t it?\nBring $5 and `this` \\ 👋🏽'
    const route = plan(await connection.situation(id), { text, deploymentId: undefined }).find(isSending)
    assert.equal(route?.id, 'agentless')

    const javaScript = snippetFormats.find((format) => format.id === 'javascript')
    assert.ok(javaScript)
    const token = await sdk.clientToken(endpoint, clientId, clientSecret)
    assert.ok(token.ok)
    const printed = javaScript.print(route, url)
    assert.ok(printed.includes('<client token>'), printed)
    const file = path.join(folder, 'followUp.cjs')
    await writeFile(file, printed.replaceAll('<client token>', token.token))
    const { stdout, stderr } = await run(process.execPath, [file], { cwd: folder }).catch((error: unknown) =>
      assert.fail(`${String(error)}\n${printed}`)
    )

    const conversation = await connection.read(id)
    const message = conversation.participants.find(({ purpose }) => purpose === 'api')?.legs[0]?.messages[0]
    assert.ok(message, `${stdout}${stderr}`)
    const sent = await fetch(`${url}/api/v2/conversations/messages/${id}/messages/${message.id}`, {
      headers: { authorization: `Bearer ${userToken}` }
    })
    const body: unknown = await sent.json()
    assert.ok(JSON.stringify(body).includes(JSON.stringify(text)), JSON.stringify(body))
  })
})
