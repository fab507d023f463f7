import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { systemPace } from '../../src/genesys/traffic/pace'
import { SavedConnections } from '../../src/editor/authentication/savedConnection'
import { Session } from '../../src/editor/authentication/session'
import { ReportedError } from '../../src/editor/failures'
import { Log } from '../../src/editor/log'
import { hours } from '../../src/model/instant'
import { parseUuid } from '../../src/model/ids'
import { Conversations } from '../../src/store/conversations'

const noSecrets: vscode.SecretStorage = {
  get: () => Promise.resolve(undefined),
  store: () => Promise.resolve(),
  delete: () => Promise.resolve(),
  onDidChange: new vscode.EventEmitter<vscode.SecretStorageChangeEvent>().event
}

describe('The sandbox’s scenarios in the editor', () => {
  let log: Log
  let conversations: Conversations
  let session: Session
  before(() => {
    log = new Log()
  })
  beforeEach(() => {
    conversations = new Conversations(Date.now)
    session = new Session(conversations, new SavedConnections(noSecrets), log, systemPace)
  })
  afterEach(async () => {
    await session.stopSandbox()
  })
  after(() => {
    log.dispose()
  })

  const stateOf = (id: string | undefined): string | undefined => {
    const conversation = conversations.get(parseUuid(id ?? '') ?? assert.fail('no id'))
    return conversation && conversations.stateOf(conversation).kind
  }

  it('start the sandbox where none runs, and show their conversations only', async () => {
    const named = await session.loadScenario('agent-still-alerting')
    assert.equal(session.sandboxRuns, true)
    assert.deepEqual(
      conversations.all().map(({ id }) => id),
      Object.values(named)
    )
    assert.equal(stateOf(named['alerting-web']), 'alerting')
  })

  it('take the place of the conversations that a running sandbox shows', async () => {
    await session.startSandbox()
    assert.ok(conversations.all().length > 10)
    const named = await session.loadScenario('409-after-the-customer-left')
    assert.deepEqual(
      conversations.all().map(({ id }) => id),
      Object.values(named)
    )
  })

  it('let the reply window end for the editor too when the clock is moved', async () => {
    const named = await session.loadScenario('409-after-the-customer-left')
    assert.equal(stateOf(named['ended-web']), 'endedWindowOpen')
    await conversations.read(parseUuid(named['ended-web'] ?? '') ?? assert.fail('no id'))
    await session.advanceSandboxClock(hours(40))
    assert.equal(stateOf(named['ended-web']), 'endedWindowOpen')
    await session.advanceSandboxClock(hours(2))
    assert.equal(stateOf(named['ended-web']), 'endedWindowOver')
    assert.ok(conversations.now() > Date.now() + hours(41))
  })

  it('have no clock to move where no sandbox runs', async () => {
    await assert.rejects(session.advanceSandboxClock(1), ReportedError)
  })
})
