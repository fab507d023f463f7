import { spawn } from 'node:child_process'
import { Failure } from '../process/failure.mjs'
import { runQuietly } from '../process/run.mjs'
import { stopGroup } from '../process/stopGroup.mjs'

/** @typedef {import('../prerequisites/vscodeHost.mjs').VscodeHost} VscodeHost */

/**
 * @typedef {object} ServerFolders
 * @property {string} userData settings, state and logs
 * @property {string} extensions the installed extensions
 * @property {string} serverData the server's own state
 */

/**
 * @typedef {object} ServerProcess
 * @property {() => string} log what it has written so far
 * @property {Promise<string>} ended resolves when the process has ended, with a sentence that says how
 * @property {() => Promise<void>} stop
 */

/** How long a start may take on a slow machine. */
const startLimitMs = 60_000

/** @param {ServerFolders} folders */
const folderArguments = ({ userData, extensions, serverData }) => [
  '--accept-server-license-terms',
  '--telemetry-level=off',
  `--user-data-dir=${userData}`,
  `--extensions-dir=${extensions}`,
  `--server-data-dir=${serverData}`
]

/**
 * The environment of the server and so of the extension host: without a gallery, and without what an editor around us has set for itself.
 *
 * @param {NodeJS.ProcessEnv} added
 * @returns {NodeJS.ProcessEnv}
 */
const serverEnvironment = (added) => {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_.*|ELECTRON_RUN_AS_NODE|NODE_OPTIONS|XDG_RUNTIME_DIR)$/.test(name)
  )
  return { ...Object.fromEntries(inherited), EXTENSIONS_GALLERY: '{}', ...added }
}

/**
 * Starts the VS Code server on a Unix socket, where no page in a browser and no other user can reach it.
 *
 * @param {object} options
 * @param {VscodeHost} options.host
 * @param {ServerFolders} options.folders
 * @param {string} options.socketPath
 * @param {readonly string[] | undefined} [options.args] further arguments of the server
 * @param {readonly string[] | undefined} [options.nodeArgs] arguments of Node itself, with which the server starts the extension host too
 * @param {boolean | undefined} [options.workspaceTrust] whether folders are trusted only when a person says so; otherwise all are
 * @param {NodeJS.ProcessEnv | undefined} [options.env] further environment variables
 * @param {AbortSignal | undefined} [options.signal] ends the server
 * @returns {Promise<ServerProcess>} when it listens
 */
export const startServerProcess = async ({
  host,
  folders,
  socketPath,
  args = [],
  nodeArgs = [],
  workspaceTrust = false,
  env = {},
  signal
}) => {
  const own = [
    ...nodeArgs,
    host.serverScript,
    `--socket-path=${socketPath}`,
    '--without-connection-token',
    ...(workspaceTrust ? [] : ['--disable-workspace-trust']),
    ...folderArguments(folders)
  ]
  const child = spawn(host.node, [...own, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // So that stopGroup can end the extension host with it.
    env: serverEnvironment(env),
    signal
  })
  let log = ''
  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(`The VS Code server could not go on: ${error.message}`))
    child.once('exit', (code, endedBy) => resolve(`The VS Code server ended with ${code ?? endedBy}.`))
  })
  /** @type {Promise<'listening'>} */
  const listening = new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        log += text
        if (log.includes('Extension host agent listening on')) resolve('listening')
      })
    }
  })
  /** @type {NodeJS.Timeout | undefined} */
  let timer
  const late = new Promise(
    (resolve) => (timer = setTimeout(resolve, startLimitMs, `The VS Code server did not start within ${startLimitMs / 1000} s.`))
  )
  const outcome = await Promise.race([listening, ended, late])
  clearTimeout(timer)
  if (outcome !== 'listening') {
    await stopGroup(child)
    throw new Failure(`${outcome}\n${log}`)
  }
  return { log: () => log, ended, stop: () => stopGroup(child) }
}

/**
 * Installs packaged extensions into the server's extensions folder. The server need not run.
 *
 * @param {VscodeHost} host
 * @param {ServerFolders} folders
 * @param {readonly string[]} vsixFiles
 * @param {AbortSignal | undefined} [signal]
 */
export const installExtensions = async (host, folders, vsixFiles, signal) => {
  const installs = vsixFiles.map((file) => `--install-extension=${file}`)
  await runQuietly(host.node, [host.serverScript, ...folderArguments(folders), ...installs, '--force'], {
    env: serverEnvironment({}),
    signal
  })
}
