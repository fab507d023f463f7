import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import * as vscode from 'vscode'
import { Connection } from '../../src/genesys/connection'
import { regionEndpoint } from '../../src/genesys/endpoint'
import { PlatformError } from '../../src/genesys/platformError'
import { startSandbox } from '../../src/sandbox'
import { realMeans } from '../support/means'

/** A proxy that lets nobody through, and remembers who wanted to go where. */
const startProxy = async () => {
  const wanted: string[] = []
  const server: Server = createServer()
  server.on('connect', ({ url }, socket) => {
    wanted.push(url ?? '')
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  assert.ok(typeof address === 'object' && address !== null)
  return { url: `http://127.0.0.1:${address.port}`, wanted, stop: () => server.close() }
}

type Proxy = Awaited<ReturnType<typeof startProxy>>

const setProxy = (url: string | undefined) =>
  vscode.workspace.getConfiguration('http').update('proxy', url, vscode.ConfigurationTarget.Global)

describe('VS Code’s proxy settings', () => {
  let configured: Proxy
  let ofEnvironment: Proxy
  const ownProxy = process.env['https_proxy']
  before(async () => {
    configured = await startProxy()
    ofEnvironment = await startProxy()
    await setProxy(configured.url)
    process.env['https_proxy'] = ofEnvironment.url
  })
  after(async () => {
    if (ownProxy === undefined) delete process.env['https_proxy']
    else process.env['https_proxy'] = ownProxy
    await setProxy(undefined)
    configured.stop()
    ofEnvironment.stop()
  })

  it('decide by which proxy the platform is asked, before the environment does', async () => {
    const endpoint = regionEndpoint('eu-west-1')
    assert.ok(endpoint)
    const means = await realMeans()
    await assert.rejects(
      Connection.open({ id: 'c-1', endpoint, userToken: undefined, client: { id: 'client-1', secret: 'secret-1' } }, means),
      PlatformError
    )
    assert.deepEqual([...new Set(configured.wanted)], ['login.mypurecloud.ie:443'])
    assert.deepEqual(ofEnvironment.wanted, [])
  })
  it('do not stand between the editor and the sandbox on this machine', async () => {
    const sandbox = await startSandbox()
    const asked = configured.wanted.length
    const { url, userToken } = sandbox.address
    const endpoint = { kind: 'loopback', port: Number(new URL(url).port) } as const
    const connection = await Connection.open({ id: 'sandbox', endpoint, userToken, client: undefined }, await realMeans())
    await sandbox.stop()
    assert.equal(connection.organisation, 'Sandbox')
    assert.equal(configured.wanted.length, asked)
  })
})
