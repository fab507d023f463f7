import assert from 'node:assert/strict'
import { access, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Connection } from '../../src/genesys/connection'
import { startSandbox, type Sandbox } from '../../src/sandbox'
import { realMeans } from '../support/means'
import { newClient } from './support/sdk'

describe('the SDK’s own configuration file in the home folder', () => {
  const realHome = process.env['HOME']
  let home: string
  let logFile: string
  /** Stands where the file sends all requests. */
  let elsewhere: Sandbox

  before(async () => {
    elsewhere = await startSandbox()
    home = await mkdtemp(path.join(tmpdir(), 'gmi-home-'))
    logFile = path.join(home, 'requests.log')
    await mkdir(path.join(home, '.genesyscloudjavascript'))
    await writeFile(
      path.join(home, '.genesyscloudjavascript', 'config'),
      `[logging]
log_level = trace
log_file_path = ${logFile}
log_request_body = true

[gateway]
protocol = http
host = 127.0.0.1
port = ${new URL(elsewhere.address.url).port}
`
    )
    process.env['HOME'] = home
  })
  after(async () => {
    if (realHome === undefined) delete process.env['HOME']
    else process.env['HOME'] = realHome
    await elsewhere.stop()
    await rm(home, { recursive: true, force: true })
  })

  const isWritten = (): Promise<boolean> =>
    access(logFile).then(
      () => true,
      () => false
    )

  it('makes the SDK alone begin a log of its requests', async () => {
    newClient(elsewhere.address.url)
    while (!(await isWritten())) await new Promise((resolve) => setImmediate(resolve))
    await rm(logFile)
  })

  it('is not read: requests go where the connection says, and no log is written', async () => {
    const sandbox = await startSandbox()
    const { url, userToken, clientId, clientSecret } = sandbox.address
    const endpoint = { kind: 'loopback', port: Number(new URL(url).port) } as const
    const connection = await Connection.open(
      { id: 'sandbox', endpoint, userToken, client: { id: clientId, secret: clientSecret } },
      await realMeans()
    )
    await connection.list(3, () => undefined)
    await sandbox.stop()
    assert.equal(elsewhere.ledger().length, 0)
    assert.ok(sandbox.ledger().length > 4)
    assert.equal(await isWritten(), false)
  })
})
