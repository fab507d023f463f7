// node test/host/runDesktop.mjs <stable|1.100.3|…>: runs the host tests in a desktop VS Code of that version, which it downloads.
import { downloadAndUnzipVSCode } from '@vscode/test-electron'
import path from 'node:path'
import { Failure } from '../../scripts/process/failure.mjs'
import { runMain } from '../../scripts/process/runMain.mjs'
import { projectFolder } from '../../scripts/projectFolder.mjs'
import { runHostTests } from './runTests.mjs'

/** @param {string} version */
const downloaded = async (version) => {
  try {
    return await downloadAndUnzipVSCode({ version, cachePath: path.join(projectFolder, '.vscode-test') })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Failure(
      `VS Code ${version} could not be downloaded (${why}). \`npm test\` runs the same tests on a VS Code server, without a download.`
    )
  }
}

await runMain(async () => {
  const version = process.argv[2]
  if (version === undefined) throw new Failure('Usage: node test/host/runDesktop.mjs <stable|1.100.3|…>')
  await runHostTests(await downloaded(version), {})
})
