import { runTests } from '@vscode/test-electron'
import path from 'node:path'
import { Failure } from '../../scripts/process/failure.mjs'
import { projectFolder } from '../../scripts/projectFolder.mjs'

/** runTests ends its VS Code on SIGINT only, and kills it on a second one. So every way to stop becomes one SIGINT, and only one. */
const stopOnAnySignal = () => {
  let asked = false
  process.once('SIGINT', () => (asked = true))
  for (const name of ['SIGTERM', 'SIGHUP']) process.once(name, () => asked || process.kill(process.pid, 'SIGINT'))
}

/**
 * Runs the host tests of out/test/host in a VS Code, with the extension from the checkout. Throws a Failure if they fail.
 *
 * @param {string} vscodeExecutablePath
 * @param {NodeJS.ProcessEnv} env for that VS Code
 */
export const runHostTests = async (vscodeExecutablePath, env) => {
  stopOnAnySignal()
  try {
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: projectFolder,
      extensionTestsPath: path.join(projectFolder, 'out/test/host/index.js'),
      extensionTestsEnv: env
    })
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : String(error))
  }
}
