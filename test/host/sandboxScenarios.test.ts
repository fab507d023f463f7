import assert from 'node:assert/strict'
import { systemPace } from '../../src/genesys/traffic/pace'
import { ReportedError } from '../../src/editor/failures'
import { Log } from '../../src/editor/log'
import { SandboxConnection } from '../../src/editor/sandbox/sandboxConnection'
import { hours } from '../../src/model/instant'
import { parseUuid } from '../../src/model/ids'
import { Connections } from '../../src/store/connections'
import type { Conversations } from '../../src/store/conversations'

describe('The sandbox’s scenarios in the editor', () => {
  let log: Log
  let connections: Connections
  let sandbox: SandboxConnection
  let forgotten: number
  before(() => {
    log = new Log()
  })
  beforeEach(() => {
    connections = new Connections()
    forgotten = 0
    sandbox = new SandboxConnection(connections, log, systemPace, () => {
      forgotten++
      return Promise.resolve()
    })
  })
  afterEach(async () => {
    await sandbox.stop()
  })
  after(() => {
    log.dispose()
  })

  const conversations = (): Conversations => connections.get('sandbox')?.conversations ?? assert.fail('the sandbox is not connected')

  const stateOf = (id: string | undefined): string | undefined => {
    const row = conversations().row(parseUuid(id ?? '') ?? assert.fail('no id'))
    return row && conversations().stateOfRow(row).kind
  }

  it('start the sandbox where none runs, and show their conversations only', async () => {
    const named = await sandbox.loadScenario('agent-still-alerting')
    assert.equal(sandbox.runs, true)
    assert.deepEqual(
      conversations()
        .rows()
        .map(({ id }) => id)
        .sort(),
      Object.values(named).sort()
    )
    assert.equal(stateOf(named['alerting-web']), 'alerting')
  })

  it('end what was sent in the organisation before, and so does the end of the sandbox, but no move of its clock', async () => {
    await sandbox.start()
    await sandbox.advanceClock(hours(1))
    assert.equal(forgotten, 0)
    await sandbox.loadScenario('agent-still-alerting')
    assert.equal(forgotten, 1)
    await sandbox.stop()
    assert.equal(forgotten, 2)
  })

  it('take the place of the conversations that a running sandbox shows', async () => {
    await sandbox.start()
    assert.ok(conversations().rows().length > 10)
    const named = await sandbox.loadScenario('409-after-the-customer-left')
    assert.deepEqual(
      conversations()
        .rows()
        .map(({ id }) => id)
        .sort(),
      Object.values(named).sort()
    )
  })

  it('let the reply window end for the editor too when the clock is moved', async () => {
    const named = await sandbox.loadScenario('409-after-the-customer-left')
    assert.equal(stateOf(named['ended-web']), 'endedWindowOpen')
    await conversations().read(parseUuid(named['ended-web'] ?? '') ?? assert.fail('no id'))
    await sandbox.advanceClock(hours(40))
    assert.equal(stateOf(named['ended-web']), 'endedWindowOpen')
    await sandbox.advanceClock(hours(2))
    assert.equal(stateOf(named['ended-web']), 'endedWindowOver')
    assert.ok((connections.get('sandbox')?.connection.now() ?? 0) > Date.now() + hours(41))
  })

  it('have no clock to move where no sandbox runs', async () => {
    await assert.rejects(sandbox.advanceClock(1), ReportedError)
  })
})
