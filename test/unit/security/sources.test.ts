import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const src = path.join(process.cwd(), 'src')

const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file: file.split(path.sep).join('/'), text: readFileSync(path.join(src, file), 'utf8') }))

/** What the extension is made of: the sandbox’s side of a connection and the command line are other programs. */
const ofTheExtension = sources.filter(({ file }) => !/^(?:sandbox|cli)\//.test(file) && file !== 'cli.ts')

const filesWith = (pattern: RegExp, among = ofTheExtension): readonly string[] =>
  among.filter(({ text }) => pattern.test(text)).map(({ file }) => file)

const importing = (...modules: readonly string[]): RegExp =>
  new RegExp(String.raw`(?:from|import\(|require\() ?'(?:node:)?(?:${modules.join('|')})'`)

/** The one file that waits for a browser to come back from a sign-in, on this machine. */
const loopback = 'genesys/userSignIn/loopback.ts'

/** The one file that follows the notifications of the platform, at the address that the platform gave. */
const notifications = 'genesys/notifications/socket.ts'

/** The one file that uploads a file that a person has chosen, to the address that the platform gave for it. */
const upload = 'genesys/media/putFile.ts'

/** The one file that reads a file of a person’s, after they have chosen it to be sent. */
const chosenFile = 'editor/panel/composing/chosenFile.ts'

/** The one file that reads what another tool has configured, after a person has asked for it. */
const importSources = 'editor/commands/import/sources.ts'

/** The one file that keeps sends in the extension’s own storage: a send is on the disk before it leaves, which a memento does not promise. */
const outboxFolder = 'store/outbox/folder.ts'

describe('the sources of the extension', () => {
  it('open no connection themselves but for sign-ins, notifications and uploads: the SDK does, in one file', () => {
    const network = importing('https?', 'http2', 'net', 'tls', 'dgram', 'ws', 'axios', 'undici')
    assert.deepEqual(
      filesWith(network).filter((file) => ![loopback, notifications, upload].includes(file)),
      []
    )
    assert.deepEqual(
      filesWith(/\b(?:fetch|sendBeacon)\(|new (?:XMLHttpRequest|WebSocket|EventSource)\b/).filter((file) => file !== notifications),
      []
    )
    assert.deepEqual(filesWith(/from 'purecloud-platform-client-v2\/src/), ['genesys/sdk.ts'])
  })

  it('have no telemetry', () => {
    assert.deepEqual(filesWith(/TelemetryLogger|TelemetrySender|isTelemetryEnabled|machineId|applicationinsights/i), [])
  })

  it('run no program, and no text as code', () => {
    assert.deepEqual(filesWith(importing('child_process', 'worker_threads', 'vm')), [])
    assert.deepEqual(filesWith(/\beval\(|new Function\(|createTerminal|new vscode\.(?:ShellExecution|ProcessExecution|Task)\b/), [])
  })

  it('read no files but the extension’s own and one that a person chooses to send, and nothing of a workspace but the selection that they want explained', () => {
    assert.deepEqual(
      filesWith(importing('fs', 'fs/promises')).filter((file) => file !== importSources && file !== outboxFolder),
      []
    )
    assert.deepEqual(filesWith(/workspaceFolders|findFiles|findTextInFiles|createFileSystemWatcher|textDocuments/), [])
    assert.deepEqual(filesWith(/workspace\.fs\b|showOpenDialog/), [chosenFile])
    assert.deepEqual(filesWith(/activeTextEditor/), ['editor/commands/explain.ts'])
  })

  it('are looked through: there are some', () => {
    assert.ok(ofTheExtension.length > 100)
  })
})
