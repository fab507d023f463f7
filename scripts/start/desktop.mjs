import path from 'node:path'
import { findOnPath } from '../prerequisites/findOnPath.mjs'
import { Failure } from '../process/failure.mjs'
import { runQuietly, runShown } from '../process/run.mjs'

/** The oldest minor version of VS Code 1 that the extension promises to run on: engines.vscode in package.json. */
const oldestMinor = 100

/** Inside a remote window's terminal, `code` talks to that window and cannot start an editor. */
const isRemoteTerminal = () => process.env['VSCODE_IPC_HOOK_CLI'] !== undefined

const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])

/**
 * @returns {Promise<string | undefined>} the command of a desktop VS Code that can run the extension here, if there is one
 */
export const findDesktopCode = async () => {
  const code = findOnPath(['code'])
  if (code === undefined || isRemoteTerminal() || !hasDisplay()) return undefined
  try {
    const [, minor] = /^1\.(\d+)\./.exec(await runQuietly(code, ['--version'])) ?? []
    if (minor !== undefined && Number(minor) >= oldestMinor) return code
    console.error(`The VS Code on the PATH is older than 1.${oldestMinor} and is not used.`)
  } catch (error) {
    console.error(`The VS Code on the PATH cannot be used. ${error instanceof Failure ? error.message : String(error)}`)
  }
  return undefined
}

/**
 * Builds the extension and opens it, from the checkout, in a window of its own with its own settings.
 *
 * @param {string} code the command
 * @param {string} projectFolder
 * @param {AbortSignal} signal
 * @returns {Promise<number>} the exit code, when the window is closed
 */
export const startOnDesktop = async (code, projectFolder, signal) => {
  await runQuietly(process.execPath, ['esbuild.mjs'], { cwd: projectFolder, signal })
  const data = path.join(projectFolder, '.vscode-host', 'start', 'desktop')
  console.log('Opening VS Code with the extension and a sandbox.')
  return runShown(
    code,
    [
      '--new-window',
      '--wait',
      '--disable-workspace-trust',
      `--user-data-dir=${path.join(data, 'user')}`,
      `--extensions-dir=${path.join(data, 'extensions')}`,
      `--extensionDevelopmentPath=${projectFolder}`,
      `--extensionDevelopmentPath=${path.join(projectFolder, 'scripts', 'start', 'sandboxOnStart')}`
    ],
    { signal }
  )
}
