import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { once } from '../process/once.mjs'
import { startGateway } from './gateway.mjs'
import { installExtensions, startServerProcess } from './serverProcess.mjs'

/**
 * @typedef {object} VscodeServer
 * @property {string} url what a browser on this machine opens
 * @property {string} logsFolder where the editor and its extensions write their logs
 * @property {() => string} log what the server has written so far
 * @property {Promise<string>} ended resolves when the server has ended, with a sentence that says how
 * @property {() => Promise<void>} stop ends it and removes what was temporary
 */

/**
 * @param {string} file
 * @param {() => string | Buffer} content
 * @returns {Promise<Buffer>} the file's content; it is written first where there is none
 */
const keptFile = async (file, content) => {
  try {
    return await readFile(file)
  } catch {
    const written = content()
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, written, { mode: 0o600 })
    return Buffer.from(written)
  }
}

/**
 * Starts a VS Code server, ready to be opened in a browser on this machine.
 *
 * @param {object} options
 * @param {import('../prerequisites/vscodeHost.mjs').VscodeHost} options.host
 * @param {string} [options.dataFolder] where settings and secrets stay for the next time; without it, all is gone after stop()
 * @param {Record<string, unknown>} options.settings the user settings to begin with
 * @param {readonly string[]} [options.vsixFiles] the extensions that it has, and no others
 * @param {number} [options.port] 0, any free one, if not given
 * @param {readonly string[] | undefined} [options.args] further arguments of the server
 * @param {readonly string[] | undefined} [options.nodeArgs] arguments of Node itself, for the server and its extension host
 * @param {boolean | undefined} [options.workspaceTrust] whether folders are trusted only when a person says so; otherwise all are
 * @param {((folder: string) => Promise<void>) | undefined} [options.inspect] gets the folder with what was written, when the server has ended
 * and before the folder is removed
 * @param {NodeJS.ProcessEnv | undefined} [options.env] further environment variables of the server and its extension host
 * @param {AbortSignal | undefined} [options.signal] ends it
 * @returns {Promise<VscodeServer>}
 */
export const startVscodeServer = async ({
  host,
  dataFolder,
  settings,
  vsixFiles = [],
  port = 0,
  args,
  nodeArgs,
  workspaceTrust,
  inspect,
  env,
  signal
}) => {
  // Short, because the path of a socket may have about 100 characters. Sockets and other files that the server makes go here too.
  const temporary = await mkdtemp(path.join(tmpdir(), 'gmi-'))
  const stops = [() => rm(temporary, { recursive: true, force: true, maxRetries: 3 })]
  /** @returns {Promise<void>} */
  const stopFromTheLast = async () => {
    const last = stops.pop()
    if (last === undefined) return
    try {
      await last()
    } finally {
      await stopFromTheLast()
    }
  }
  const stop = once(stopFromTheLast)
  try {
    const data = dataFolder ?? temporary
    const folders = {
      userData: path.join(data, 'user'),
      extensions: path.join(temporary, 'extensions'),
      serverData: path.join(temporary, 'server')
    }
    const settingsFile = path.join(folders.userData, 'User', 'settings.json')
    const secretKey = await keptFile(path.join(data, 'secret-key'), () => randomBytes(32))
    await keptFile(settingsFile, () => JSON.stringify(settings, null, 2))
    if (vsixFiles.length > 0) await installExtensions(host, folders, vsixFiles, signal)

    const socketPath = path.join(temporary, 'vscode.sock')
    const server = await startServerProcess({
      host,
      folders,
      socketPath,
      env: { TMPDIR: temporary, ...env },
      args,
      nodeArgs,
      workspaceTrust,
      signal
    })
    if (inspect) stops.push(() => inspect(temporary))
    stops.push(server.stop)
    const gateway = await startGateway({ socketPath, port, secretKey })
    stops.push(gateway.stop)
    return { url: gateway.url, logsFolder: path.join(folders.userData, 'logs'), log: server.log, ended: server.ended, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
